"""The window in which the rules of two bodies are read side by side."""
