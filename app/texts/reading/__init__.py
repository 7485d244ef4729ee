"""Reads a text of rules that somebody else wrote into provisions, losing no word of it."""
