"""The version of the workspace file, and from which version on a program can read it.

Each step of ``app/store/migrations/versions`` raises the version by one. The history of the format:

1. The first: the tables of ``app.domain`` and the search index.
2. A meeting from planning to signing: its steps and editions of its agenda, standard and late
   items, breaks, holidays and weekends, letterheads, own Word forms, sub-points and corrections of
   minutes, forms of names. A program of version 1 can still read it: nothing it knows has changed.
3. The journal keeps what was, and no longer what is as well; hashes of texts are bytes; the search
   index holds each text once. A program of version 2 would misread the hashes and find nothing.
"""

SCHEMA_VERSION = 3
"""Kept in the file's ``user_version``; the newest migration's number."""

OLDEST_READER = 3
"""The oldest version whose program can still read this file; written into ``store_meta``."""


def revision(version: int) -> str:
    """Return the name of the migration that leads to ``version``."""
    return f"{version:04d}"
