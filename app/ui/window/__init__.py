"""The frame round every page: sidebar, menus, banner, status line."""
