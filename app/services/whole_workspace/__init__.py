"""A workspace taken out as a whole, as files that any program can read, and brought back in."""
