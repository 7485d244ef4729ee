"""The search page: everything that a search finds, by kind, and the searches that are kept."""
