"""Taking a whole workspace out as files, and making one of such files."""
