"""Planning a meeting, changing what is on record about it, and taking it through its states."""
