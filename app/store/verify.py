"""Looks through a whole workspace, as a person may ask for; deeper than the check on opening."""

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, Table, select
from sqlalchemy.exc import DBAPIError

from app.domain.tables import METADATA
from app.store.engine import Access, Begin, connect, open_engine
from app.store.faults import translated
from app.store.health import check_sound, read_head
from app.store.search_index import NOW, REST
from app.store.version import SCHEMA_VERSION


class Trouble(StrEnum):
    """What may be wrong with a workspace."""

    DAMAGED = "damaged"
    BROKEN_REFERENCE = "broken reference"
    SEARCH_INDEX = "search index"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, with SQLite's own words or the kinds of record concerned."""

    trouble: Trouble
    detail: str


def verify(path: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong with the workspace at ``path``; it is only read.

    Raises:
        Misfortune: if it cannot be opened at all.
    """
    is_older = read_head(path).version < SCHEMA_VERSION
    check_sound(path)
    with translated(path), closing(connect(path, access=Access.READ_ONLY)) as connection:
        found = (
            *_damage(connection),
            *_broken_references(connection),
            *_search_trouble(connection),
        )
    return (*found, *_unreadable_values(path, is_older=is_older))


def _damage(connection: Any) -> list[Finding]:
    rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    return [Finding(_trouble(row[0]), row[0]) for row in rows if row[0] != "ok"]


def _trouble(complaint: str) -> Trouble:
    return Trouble.SEARCH_INDEX if "fts5" in complaint.lower() else Trouble.DAMAGED


def _broken_references(connection: Any) -> list[Finding]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    kinds = sorted({f"{row[0]} → {row[2]}" for row in rows})
    return [Finding(Trouble.BROKEN_REFERENCE, kind) for kind in kinds]


def _unreadable_values(path: Path, *, is_older: bool) -> list[Finding]:
    """Read every row: the pages may be whole, and a date in them no date.

    A file of an older version is read as far as it goes: what it lacks comes when it is opened.
    """
    engine = open_engine(path, access=Access.READ_ONLY, begin=Begin.READING)
    try:
        with translated(path), engine.connect() as connection:
            return [
                Finding(Trouble.DAMAGED, f"{table.name}: a value cannot be read")
                for table in METADATA.sorted_tables
                if not _can_be_read(connection, _columns(connection, table, is_older=is_older))
            ]
    finally:
        engine.dispose()


def _columns(connection: Connection, table: Table, *, is_older: bool) -> list[Column[Any]]:
    """Return the columns to read; bytes are never unreadable."""
    columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    if not is_older:
        return columns
    there = connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")').all()
    names = {row[1] for row in there}
    return [column for column in columns if column.name in names]


def _can_be_read(connection: Connection, columns: list[Column[Any]]) -> bool:
    if not columns:
        return True
    try:
        for _row in connection.execute(select(*columns)):
            pass
    except (DBAPIError, ValueError, LookupError):
        return False
    return True


def _search_trouble(connection: Any) -> list[Finding]:
    """The index is in order if it holds exactly the texts that there are."""
    findings: list[Finding] = []
    for texts, tables in _indexes(connection).items():
        missing, surplus = _difference(connection, tables, texts)
        if missing or surplus:
            detail = f"{texts}: {missing} missing, {surplus} too many"
            findings.append(Finding(Trouble.SEARCH_INDEX, detail))
    return findings


def _indexes(connection: Any) -> dict[str, tuple[str, ...]]:
    """Return which tables of the index hold the texts of which table, each text once."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE name = 'search_all'")
    is_older = bool(found.fetchall())  # the first two versions held every text there
    return {
        "provision_text": ("search_all",) if is_older else (NOW, REST),
        "search_entry": ("search_misc",),
    }


def _difference(connection: Any, tables: tuple[str, ...], texts: str) -> tuple[int, int]:
    every = " UNION ALL ".join(f"SELECT id FROM {table}_docsize" for table in tables)
    indexed, there = f"SELECT id FROM ({every})", f"SELECT id FROM {texts}"
    count = "SELECT count(*) FROM ({} EXCEPT {})"
    missing = connection.execute(count.format(there, indexed)).fetchone()[0]
    surplus = connection.execute(count.format(indexed, there)).fetchone()[0]
    double = connection.execute(f"SELECT count(*) - count(DISTINCT id) FROM ({every})").fetchone()
    return int(missing), int(surplus) + int(double[0])
