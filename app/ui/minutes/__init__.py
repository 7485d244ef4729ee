"""The minutes of a meeting: written, agreed on and signed."""
