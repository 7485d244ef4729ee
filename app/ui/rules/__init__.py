"""The Adopted rules page: the text in force on any day, what changed, and where it came from."""
