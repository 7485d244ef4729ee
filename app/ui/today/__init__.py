"""The start page of a body."""
