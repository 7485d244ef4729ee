"""Entering bodies and parties, and changing what is on record about them."""
