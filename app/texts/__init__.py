"""Structured legal text, pure: the block tree, its numbers, its markup; no files, no database."""
