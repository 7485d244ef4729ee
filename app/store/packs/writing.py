"""Writes a pack: a small database of its own that nobody changes any more."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from app.clock import Clock
from app.domain.tables import METADATA
from app.store.engine import Access, Begin, connect, open_engine
from app.store.faults import translated
from app.store.packs.digest import TableDigest, digest_tables
from app.store.packs.selection import Selection
from app.store.schema import create_fresh
from app.store.search_index import rebuild

PACK_ID = 0x4A574758
"""“JWGX”: in the head of every pack, so that none is taken for a workspace."""

MANIFEST = "pack_manifest"
"""Where a pack keeps what is said and signed of it."""


_PAGE = 1024
"""Most tables of a pack hold little; with larger pages an empty one would take over a megabyte."""


def write_rows(
    path: Path, selection: Selection, *, clock: Clock, on: date
) -> dict[str, TableDigest]:
    """Make the file of a pack with its search index and return what its tables come to.

    Args:
        path: A file that is not there yet.
        selection: Its rows.
        clock: Tells the hour at which it is made.
        on: The day whose text in force is found by a search.
    """
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    try:
        with translated(path):
            create_fresh(engine, now=clock.now())
            _fill(engine, selection, on=on)
    finally:
        engine.dispose()
    with translated(path), closing(connect(path, access=Access.READ_WRITE)) as connection:
        return digest_tables(connection)


def seal_file(path: Path, manifest: str) -> None:
    """Put the manifest into a pack and close it for good: compact, no journal beside it."""
    with translated(path), closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("INSERT INTO store_meta VALUES (?, ?)", (MANIFEST, manifest))
        connection.execute(f"PRAGMA application_id={PACK_ID}")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute(f"PRAGMA page_size={_PAGE}")
        connection.execute("VACUUM")


def _fill(engine: Engine, selection: Selection, *, on: date) -> None:
    with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            rows = list(selection.rows.get(table.name, {}).values())
            if rows:
                connection.exec_driver_sql(_insertion(table), [tuple(row.values()) for row in rows])
        rebuild(connection, today=on)
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO store_meta VALUES ('search_day', ?)", (on.isoformat(),)
        )


def _insertion(table: Any) -> str:
    named = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({named}) VALUES ({", ".join("?" * len(table.columns))})'
