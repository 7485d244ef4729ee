"""The window in which a draft of rules is adopted."""
