"""Choosing which body the window is about."""
