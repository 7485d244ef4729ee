"""The agenda of a meeting: its items worked on in place, its hours, and every edition of it."""
