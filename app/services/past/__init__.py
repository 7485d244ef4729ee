"""Bringing the past in: a folder of old minutes and rules becomes proposals, then records."""
