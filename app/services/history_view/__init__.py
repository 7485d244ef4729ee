"""Who changed what and when, as people read it."""
