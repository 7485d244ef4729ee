"""Keeps a reader's own notes in a small file beside no workspace: SQLite loses nothing in a crash.

Every change is one transaction, so that two windows on packs of the same body do not overwrite each
other's notes, and a power cut takes none of those written before.
"""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from pysqlite3 import dbapi2 as driver

from app.domain.errors import Misfortune
from app.domain.pack_note import PackNote
from app.store.engine import Access, connect

NOTEBOOK_ID = 0x4A57474E
"""“JWGN”: in the head of every file of notes."""

_VERSION = 1
_TABLES = (
    "CREATE TABLE note (uid TEXT PRIMARY KEY, told TEXT NOT NULL) STRICT",
    "CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    f"PRAGMA application_id={NOTEBOOK_ID}",
    f"PRAGMA user_version={_VERSION}",
)
_KEYS = ("uid", "document_id")
_INSTANTS = ("written_at", "changed_at")
_FIELDS = tuple(field.name for field in fields(PackNote))


class NotebookDamaged(Misfortune):
    """The file of notes is there and cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"Your notes in “{path}” cannot be read: {why}.",
            "Put a copy from a backup of this computer in its place, or move the file away to "
            "begin anew. The pack itself can be read.",
        )


class NotebookNotWritten(Misfortune):
    """The file of notes cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"The note could not be kept in “{path}”: {why}.",
            "Make room on the disk, or ask for the right to write in that folder, and try again.",
        )


class _BrokenNote(Exception):
    """A row that no note was written into."""


@dataclass(frozen=True)
class Notebook:
    """What a file of notes holds.

    Attributes:
        notes: All of them, the earliest first.
        facts: What else is kept, such as whose notes they are.
    """

    notes: tuple[PackNote, ...]
    facts: dict[str, str]


class NotebookPen:
    """Writes into a file of notes, within one transaction."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def find(self, uid: UUID) -> PackNote | None:
        """Return a note as it stands now."""
        row = self._connection.execute("SELECT told FROM note WHERE uid = ?", (uid.hex,)).fetchone()
        return _read_note(row[0]) if row else None

    def put(self, note: PackNote) -> None:
        """Write a note, over what it said before if it is there."""
        self._connection.execute(
            "INSERT INTO note VALUES (?, ?) ON CONFLICT (uid) DO UPDATE SET told = excluded.told",
            (note.uid.hex, _told(note)),
        )

    def remove(self, uid: UUID) -> bool:
        """Take a note out; return whether it was there."""
        done = self._connection.execute("DELETE FROM note WHERE uid = ?", (uid.hex,))
        return bool(done.rowcount)

    def say(self, key: str, value: str) -> None:
        """Keep a fact."""
        self._connection.execute(
            "INSERT INTO fact VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )


def read_notebook(path: Path) -> Notebook:
    """Return what a file of notes holds; nothing where there is none yet.

    Raises:
        NotebookDamaged: It is there and cannot be read.
    """
    if not path.exists():
        return Notebook((), {})
    with (
        _translated(path, unopened=NotebookDamaged),
        closing(connect(path, access=Access.READ_WRITE)) as connection,
    ):
        if _is_empty(connection):
            return Notebook((), {})
        _require_own(connection, path)
        rows = connection.execute("SELECT told FROM note").fetchall()
        facts = dict(connection.execute("SELECT key, value FROM fact").fetchall())
        notes = [_read_note(row[0]) for row in rows]
    return Notebook(tuple(sorted(notes, key=lambda each: (each.written_at, each.uid))), facts)


@contextmanager
def writing_notebook(path: Path) -> Iterator[NotebookPen]:
    """Write into a file of notes, which is made if need be: all of it or nothing.

    Raises:
        NotebookDamaged: It is there and cannot be read.
        NotebookNotWritten: It cannot be written, and why.
    """
    with _translated(path, unopened=NotebookNotWritten):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not path.exists()
        with closing(connect(path, access=Access.CREATE)) as connection:
            if is_new:
                os.chmod(path, 0o600)  # whoever else uses the computer does not read them
            connection.execute("BEGIN IMMEDIATE")
            try:
                if _is_empty(connection):
                    for statement in _TABLES:
                        connection.execute(statement)
                _require_own(connection, path)
                yield NotebookPen(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def _is_empty(connection: Any) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]


def _require_own(connection: Any, path: Path) -> None:
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if kind != NOTEBOOK_ID:
        raise NotebookDamaged(path, "it was made by another program")
    if version > _VERSION:
        raise NotebookDamaged(path, "it was written by a newer JWG Desk")


@contextmanager
def _translated(
    path: Path, *, unopened: type[NotebookDamaged] | type[NotebookNotWritten]
) -> Iterator[None]:
    try:
        yield
    except driver.OperationalError as error:
        raise unopened(path, _why(error)) from error
    except driver.DatabaseError as error:
        raise NotebookDamaged(path, "a part of the file is broken") from error
    except OSError as error:
        raise unopened(path, error.strerror or str(error)) from error
    except _BrokenNote as error:
        raise NotebookDamaged(path, "a note in it is not as it was written") from error


def _why(error: Exception) -> str:
    told = str(error)
    if "readonly" in told or "unable to open" in told:
        return "the folder cannot be written"
    if "full" in told:
        return "the disk is full"
    return "another program is using it" if "locked" in told else told


def _told(note: PackNote) -> str:
    values = asdict(note)
    for name in _KEYS:
        values[name] = values[name].hex
    for name in _INSTANTS:
        values[name] = values[name].isoformat()
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _read_note(told: str) -> PackNote:
    try:
        values = json.loads(told)
        for name in _KEYS:
            values[name] = UUID(values[name])
        for name in _INSTANTS:
            values[name] = datetime.fromisoformat(values[name])
        return PackNote(**{name: values[name] for name in _FIELDS})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _BrokenNote from error
