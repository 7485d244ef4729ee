"""The adoption of a version of rules: by which decision, from when, and what it changed."""
