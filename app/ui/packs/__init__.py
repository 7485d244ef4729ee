"""Packs in the window: made for delegates, signed with a key, checked."""
