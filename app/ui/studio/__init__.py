"""The Document studio: a document is chosen, looked at, checked and saved."""
