"""Taking back what was done, and bringing it back."""
