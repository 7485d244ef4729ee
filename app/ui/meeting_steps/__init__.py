"""Taking a meeting through its states, and writing it into calendars."""
