"""The calendar of a body: meetings, deadlines, days off, and whose turn it is to host."""
