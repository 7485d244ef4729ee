"""The page of action items: as a board, as a table, and meeting by meeting."""
