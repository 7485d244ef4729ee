"""The palette: records and commands in one line, from anywhere."""
