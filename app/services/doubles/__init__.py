"""Records that may be on record twice."""
