"""Notes on rules: a reader's own, and those that delegates sent back."""
