"""Looks at a file before it is opened as a workspace, and says what is wrong and what to do next.

The checks stand in the order in which they can be relied upon: that it exists and can be read, that
it is a database, that it is ours, that we know its version, that it is whole, that it is sound.
"""

import errno
import stat
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver

from app.domain.errors import Misfortune
from app.domain.tables import METADATA
from app.store.backup_folder import Reason, backup_files
from app.store.engine import APPLICATION_ID, Access, connect
from app.store.faults import NameTooLong, WorkspaceDamaged, as_misfortune, translated
from app.store.version import SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_HEAD_LENGTH = 100
_LOOK_AT = 5
"""How many backups are tried before a damaged file is refused without naming one."""


class Check(StrEnum):
    """How closely a file is looked at."""

    QUICK = "quick"
    FULL = "full"


class WorkspaceMissing(Misfortune):
    """There is no file where the workspace should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no workspace at “{path}”.",
            "Look whether it was moved or renamed, or whether its drive is connected.",
        )
        self.path = path


class WorkspaceUnreadable(Misfortune):
    """The file may not be read."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"“{path}” cannot be read ({detail}).",
            "Ask whoever keeps this folder for the right to read it.",
        )
        self.path = path


class NotAWorkspace(Misfortune):
    """The file is something else."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"“{path.name}” is not a JWG Desk workspace: {what}.",
            "Choose a file whose name ends in .jwg, or make a new workspace.",
        )
        self.path = path


class TooNew(Misfortune):
    """The file was written by a version of JWG Desk that is too far ahead of this one."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            f"“{path.name}” was written by a newer JWG Desk (file version {version}; "
            f"this one knows up to {SCHEMA_VERSION}) and cannot be read by this one.",
            "Install the newest JWG Desk, or ask for a copy made with an older one.",
        )
        self.path = path
        self.version = version


class WorkspaceCutShort(WorkspaceDamaged):
    """The file is shorter than its head says."""

    def __init__(self, path: Path, *, length: int, expected: int, remedy: str) -> None:
        super().__init__(
            path,
            remedy,
            sentence=f"“{path.name}” is incomplete: {length:,} of {expected:,} bytes are there. "
            "It was probably not copied to the end.",
        )
        self.length = length
        self.expected = expected


@dataclass(frozen=True)
class Head:
    """What the first hundred bytes of a workspace say."""

    version: int
    length: int
    expected_length: int


def read_head(path: Path) -> Head:
    """Return the head of the workspace at ``path``.

    Raises:
        WorkspaceMissing: if there is no file.
        WorkspaceUnreadable: if it may not be read.
        NotAWorkspace: if it is a folder, empty, no database, or another program's database.
        NameTooLong: if no file can have such a name.
    """
    _require_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_LENGTH)
            length = file.seek(0, 2)
    except OSError as error:
        raise WorkspaceUnreadable(path, error.strerror or "no reason given") from error
    if not head:
        raise NotAWorkspace(path, "it is empty")
    if not head.startswith(_MAGIC):
        raise NotAWorkspace(path, "it was made by another program")
    if len(head) < _HEAD_LENGTH:
        raise WorkspaceCutShort(path, length=length, expected=_HEAD_LENGTH, remedy=way_back(path))
    if _number(head, 68) != APPLICATION_ID:
        raise NotAWorkspace(path, "it is the database of another program")
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    return Head(_number(head, 60), length, page_size * _number(head, 28))


def check_sound(path: Path) -> None:
    """Check that the workspace is whole and hangs together; a few ms per ten megabytes.

    A write that a crash interrupted is rolled back first, as SQLite does on any opening.

    Raises:
        WorkspaceCutShort: if its end is missing.
        WorkspaceDamaged: naming the newest good backup.
    """
    _finish_interrupted_write(path)
    head = read_head(path)
    if head.length < head.expected_length:
        raise WorkspaceCutShort(
            path, length=head.length, expected=head.expected_length, remedy=way_back(path)
        )
    is_whole = passes(path, check=Check.QUICK, access=Access.READ_ONLY)
    if not is_whole or (head.version == SCHEMA_VERSION and _lacks_table(path)):
        raise WorkspaceDamaged(path, way_back(path))


def passes(path: Path, *, check: Check, access: Access) -> bool:
    """Return whether the records in the file pass SQLite's check.

    What is wrong with the search index alone is left out: it can be made anew from the records.
    """
    try:
        with closing(connect(path, access=access)) as connection:
            return not [line for line in _complaints(connection, check) if "fts5" not in line]
    except (driver.DatabaseError, UnicodeDecodeError) as error:
        misfortune = as_misfortune(error, path)
        if isinstance(misfortune, WorkspaceDamaged):
            return False
        raise (misfortune or error) from error


def way_back(path: Path) -> str:
    """Return the next step for a damaged workspace: the newest good backup, by name."""
    for backup in backup_files(path)[:_LOOK_AT]:
        if backup.reason is not Reason.REPLACED and _is_good(backup.path):
            return (
                f"Restore the newest good backup, “{backup.path.name}” in "
                f"“{backup.path.parent.name}”, taken {backup.taken_at:%Y-%m-%d %H:%M} UTC."
            )
    return "There is no good backup beside it: look for another copy of the file."


def remove_empty_journal(path: Path) -> None:
    """Take away the empty file that TRUNCATE leaves; the caller holds the lock."""
    journal = path.with_name(f"{path.name}-journal")
    with translated(path):
        if journal.exists() and journal.stat().st_size == 0:
            journal.unlink()


def _is_good(path: Path) -> bool:
    try:
        head = read_head(path)
    except Misfortune:
        return False
    whole = head.length >= head.expected_length
    return whole and passes(path, check=Check.QUICK, access=Access.IMMUTABLE)


def _complaints(connection: Any, check: Check) -> list[str]:
    if check is Check.FULL:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    else:
        # Table by table, as the whole check would go through the search index word by word, which
        # takes ten times as long as all the rest.
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        rows = [
            row
            for (name,) in (("sqlite_schema",), *tables)
            for row in connection.execute(f"PRAGMA quick_check('{name}')").fetchall()
        ]
    return [row[0].lower() for row in rows if row[0] != "ok"]


def _require_file(path: Path) -> None:
    try:
        kind = path.stat().st_mode
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            raise WorkspaceMissing(path) from error
        if error.errno == errno.ENAMETOOLONG:
            raise NameTooLong(path) from error
        raise WorkspaceUnreadable(path, error.strerror or "no reason given") from error
    if stat.S_ISDIR(kind):
        raise NotAWorkspace(path, "it is a folder")
    if not stat.S_ISREG(kind):  # reading from a pipe or a device might never end
        raise NotAWorkspace(path, "it is no file")


def _lacks_table(path: Path) -> bool:
    with translated(path), closing(connect(path, access=Access.READ_ONLY)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return not {name for (name,) in rows}.issuperset(METADATA.tables)


def _finish_interrupted_write(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    with translated(path):
        if not journal.exists() or journal.stat().st_size == 0:
            return
    try:
        with translated(path), closing(connect(path, access=Access.READ_WRITE)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except WorkspaceDamaged as damage:
        raise WorkspaceDamaged(path, way_back(path)) from damage


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
