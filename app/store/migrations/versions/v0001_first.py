"""Version 1: the tables as they were first, and the full-text index. Written once, never edited."""

from alembic import op

from app.store.migrations.first import (
    bodies,
    files,
    follow_up,
    history,
    meetings,
    parties,
    records,
    rules,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEARCH_OPTIONS = "title, text, content='', contentless_delete=1, tokenize='ascii'"


def upgrade() -> None:
    """Create every table."""
    for area in (parties, bodies, meetings, records, rules, follow_up, files, history):
        area.create()
    for name in ("search_now", "search_all", "search_misc"):
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({_SEARCH_OPTIONS})")
        op.execute(f"INSERT INTO {name}({name}, rank) VALUES ('rank', 'bm25(4.0, 1.0)')")
