"""What is done between two meetings: carrying on, reminding, and telling calendars."""
