"""Reads everything that a workspace holds, so that tests can say: just as it was."""

from contextlib import closing
from pathlib import Path

from app.store.engine import Access, connect

_CHANGES_WITH_EVERY_WRITE = frozenset({"row_version", "updated_at"})
_JOURNAL = frozenset({"change", "change_set"})


def contents_of(path: Path) -> dict[str, list[str]]:
    """Return every row of every table but the journal, what changes with each write left out."""
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'search_%'"
        ).fetchall()
        return {
            table: sorted(
                repr(row) for row in connection.execute(f"SELECT {names} FROM {table}").fetchall()
            )
            for (table,) in tables
            if table not in _JOURNAL
            for names in [_names(connection, table)]
        }


def what_can_be_found(path: Path) -> list[str]:
    """Return what the search index knows."""
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        rows = connection.execute("SELECT entity, pk, language FROM search_entry").fetchall()
    return sorted(repr(row) for row in rows)


def _names(connection: object, table: str) -> str:
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()  # type: ignore[attr-defined]
    return ", ".join(f'"{row[1]}"' for row in columns if row[1] not in _CHANGES_WITH_EVERY_WRITE)
