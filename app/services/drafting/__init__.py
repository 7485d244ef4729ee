"""Drafting a new version of rules: its text, its numbers, what is proposed and what is open."""
