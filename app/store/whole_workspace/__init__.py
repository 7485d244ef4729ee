"""A workspace as a whole: all its records read out, or a new file filled with them."""
