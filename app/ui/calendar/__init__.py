"""The calendar of a body: month, year, and a timeline with the rotation of hosts."""
