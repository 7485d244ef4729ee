"""The page of projects: what the parties do together, with figures and what meetings found."""
