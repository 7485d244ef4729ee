"""The file in which the notes of a delegate travel back to the secretariat."""
