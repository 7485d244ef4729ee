"""The page on which a new version of rules is drafted."""
