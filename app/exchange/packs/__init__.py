"""Packs as files: what is said and signed of one, and how it is closed to strangers."""
