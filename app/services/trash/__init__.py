"""What was deleted: looked at, and brought back."""
