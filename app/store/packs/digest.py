"""Hashes the rows of a pack, table by table, so that one changed sign shows, and shows where."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.sealing import merkle_root
from app.domain.tables import METADATA
from app.store.packs.contents import PACKED

SEARCH = "search"
"""The search index as a whole, among the tables."""

_WITH_FILES = frozenset({SEARCH, "attachment_blob"})
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex)
"""A hash stands in hexadecimal among the values, however the file keeps it."""


@dataclass(frozen=True)
class TableDigest:
    """What one table holds.

    Attributes:
        rows: How many rows it has.
        root: The Merkle root over them in hexadecimal, in the order of their keys.
    """

    rows: int
    root: str


def digest_tables(connection: Any) -> dict[str, TableDigest]:
    """Return the digest of every table of an open pack.

    Args:
        connection: A connection of the driver, to a file whose schema was checked.
    """
    found = {}
    for name in sorted(PACKED):
        # An earlier version may lack a column, or the whole table.
        there = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        if there:
            columns = ", ".join(f'"{row[1]}"' for row in there)
            keys = ", ".join(f'"{column.name}"' for column in METADATA.tables[name].primary_key)
            rows = connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY {keys}')
            found[name] = _digest(name, rows)
    found[SEARCH] = _digest(SEARCH, _index_rows(connection))
    return found


def content_root(tables: dict[str, TableDigest]) -> str:
    """Return the root over the tables, which is what a signature is given for."""
    return merkle_root(
        [f"{name}:{tables[name].rows}:{tables[name].root}".encode() for name in sorted(tables)]
    )


def _digest(name: str, rows: Iterable[Sequence[Any]]) -> TableDigest:
    write = _ENCODER.encode
    if name in _WITH_FILES:
        rows = ([_told(value) for value in row] for row in rows)
    leaves = [write([name, *row]).encode("utf-8", "surrogatepass") for row in rows]
    return TableDigest(len(leaves), merkle_root(leaves))


def _index_rows(connection: Any) -> Iterator[Sequence[Any]]:
    """Return what the search index consists of: its entries, and what FTS5 keeps for each table."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    names = sorted(
        name
        for name, sql in rows.fetchall()
        if name.startswith("search_") and not sql.upper().startswith("CREATE VIRTUAL")
    )
    for name in names:
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY 1'):
            yield (name, *row)


def _told(value: Any) -> Any:
    # A file may be large; its hash stands for it.
    return {"sha256": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value
