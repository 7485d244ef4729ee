"""A whole workspace as files that any program can read: written, described, and read back."""
