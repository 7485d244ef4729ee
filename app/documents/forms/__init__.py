"""A ministry's own Word files with fields in them: reading, checking and filling them.

The file has passed the gate before it comes here. Its fields are read and checked one by one, so
that what is wrong with one is said with its place; what docxtpl then turns into a template runs in
the same cage as our own templates, and may look at facts and print them, and nothing else.
"""
