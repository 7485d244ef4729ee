"""What the screens and documents ask of the workspace: frozen rows, text in one language."""
