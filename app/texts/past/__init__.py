"""Recognises what old papers say of meetings, decisions and rules, in four languages; pure."""
