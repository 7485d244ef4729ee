"""Everybody who has sat in a delegation, kept once: names, posts, meetings, possible doubles."""
