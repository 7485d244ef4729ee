"""What a body's meetings always need and by when, and when its parties' offices are closed."""
