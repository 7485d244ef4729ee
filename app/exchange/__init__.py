"""Facts in, files out, and back: spreadsheets, cards, calendars, Akoma Ntoso; no database."""
