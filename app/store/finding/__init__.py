"""Finds records of every kind by words and conditions, and tells what each is and where."""
