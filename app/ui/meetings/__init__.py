"""The list of a body's meetings, and everything on record about one of them."""
