"""Bringing the past in: a folder is chosen, read, looked through, and stored when approved."""
