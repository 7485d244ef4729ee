"""Opens connections to a workspace file in the one way that was shown to lose nothing.

The driver is the ``pysqlite3`` wheel, never the SQLite that this Python happens to ship: older ones
answer LIKE wrongly on some indexes and cannot delete from a contentless search table.
"""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pysqlite3 import dbapi2 as driver
from sqlalchemy import Engine, Numeric, create_engine, event
from sqlalchemy.pool import QueuePool

from app.domain.errors import Mistake
from app.store.sqlite_types import ExactDecimal

APPLICATION_ID = 0x4A574744
"""“JWGD”: written into the head of every workspace file, so that we know our own."""

OLDEST_SQLITE = (3, 43, 0)
"""Older ones have no ``contentless_delete``; in WAL mode, which we do not use, 3.51.3 is needed."""

PRAGMAS = (
    "busy_timeout=5000",
    "foreign_keys=ON",
    # TRUNCATE with FULL lost nothing in simulated power cuts, where SQLite's default did; and a
    # file that is copied by hand while it is open is whole, which a WAL file is not.
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "fullfsync=ON",  # macOS: fsync alone does not reach the disk there
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-16000",
)
"""What is set on every connection, before anything else."""


INDEXES = ("search_now", "search_rest", "search_misc")
"""The tables of the search index."""


class Access(StrEnum):
    """How a file is opened; the values are SQLite's URI parameters."""

    READ_WRITE = "mode=rw"
    CREATE = "mode=rwc"
    READ_ONLY = "mode=ro"
    IMMUTABLE = "mode=ro&immutable=1"
    """For files that nobody writes, such as backups: no locks, no journal beside the file."""


class Begin(StrEnum):
    """How a transaction begins."""

    WRITING = "BEGIN IMMEDIATE"
    """Takes the write lock at once: a read that turns into a write may be refused half-way."""
    READING = "BEGIN"


class SqliteTooOld(Mistake):
    """The SQLite inside the driver is older than the features that the workspace needs."""


def connect(path: Path, *, access: Access) -> Any:
    """Return a driver connection to ``path`` with every setting of ``PRAGMAS``."""
    require_sqlite(driver.sqlite_version_info)
    connection = driver.connect(
        f"{_uri(path)}?{access.value}",
        uri=True,
        isolation_level=None,  # we say BEGIN ourselves: DDL too must be rolled back
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except driver.Error:
        connection.close()
        raise
    return connection


def open_engine(path: Path, *, access: Access, begin: Begin) -> Engine:
    """Return an engine whose transactions begin as ``begin`` says."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(path, access=access),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
        json_serializer=_as_json,
    )
    engine.dialect.colspecs = {**engine.dialect.colspecs, Numeric: ExactDecimal}
    if begin is Begin.READING:
        event.listen(engine, "connect", _list_words)
        event.listen(engine, "connect", _forbid_writing)
    event.listen(engine, "begin", lambda connection: _begin(connection, begin))
    return engine


def require_sqlite(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that is too old for the workspace file.

    Raises:
        SqliteTooOld: naming both versions.
    """
    if tuple(version) < OLDEST_SQLITE:
        found = ".".join(map(str, version))
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise SqliteTooOld(f"This installation has SQLite {found}; JWG Desk needs {needed}.")


def _uri(path: Path) -> str:
    posix = path.absolute().as_posix()
    return "file://" + quote(posix if posix.startswith("/") else f"/{posix}")


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _list_words(connection: Any, _record: Any) -> None:
    """Let the words of the search index be listed; nothing is kept and nothing is read yet."""
    for index in INDEXES:
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.words_of_{index} USING fts5vocab(main, {index}, row)"
        )


def _forbid_writing(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")


def _begin(connection: Any, begin: Begin) -> None:
    connection.exec_driver_sql(begin.value)
    if begin is Begin.WRITING:
        # Records of one transaction may be written in any order; the commit still checks all.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
