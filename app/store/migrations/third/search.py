"""The search index holds each text once: as it stands today, or else among all others."""

from alembic import op

_OPTIONS = "text, title, content='', contentless_delete=1, tokenize='ascii'"


def change() -> None:
    """Make the tables anew; they are filled on the next opening."""
    for name in ("search_now", "search_all", "search_misc"):
        op.execute(f"DROP TABLE {name}")
    for name in ("search_now", "search_rest", "search_misc"):
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({_OPTIONS})")
        op.execute(f"INSERT INTO {name}({name}, rank) VALUES ('rank', 'bm25(1.0, 4.0)')")
