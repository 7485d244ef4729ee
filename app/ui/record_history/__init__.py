"""Who changed what and when, and what was deleted."""
