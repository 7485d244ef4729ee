"""What happens after a mistake of ours: a log, a plain dialog, and a report that stays here."""
