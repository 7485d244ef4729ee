"""Packs for delegates: made, opened, proved unchanged; and the notes that come back."""
