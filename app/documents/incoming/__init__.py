"""Reads texts that others wrote, in Word or as web pages, into paragraphs with their numbers."""
