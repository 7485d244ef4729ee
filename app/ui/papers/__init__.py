"""The papers of a meeting: their symbols, files and readers, and the whole meeting as a folder."""
