"""One search over everything, what leads to a record, and the searches that are kept."""
