"""What somebody types into the search line, read as words, phrases and conditions."""
