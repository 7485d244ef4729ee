"""Revisions of provisions: their wording, their places, and a text while it is being changed."""
