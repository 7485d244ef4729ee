"""Collects from the workspace, as plain records, everything that a document says."""
