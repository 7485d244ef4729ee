"""Turns what SQLite and the disk report into misfortunes that say what to do; the only place to."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.domain.errors import Conflict, Misfortune
from app.store.broken_rules import explain

_NOT_ALLOWED = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EEXIST}
)
_NOTHING_LOST = "Nothing was lost: everything saved before is in the file."


class DiskFull(Misfortune):
    """The disk has no room for what was to be written."""

    def __init__(self, folder: Path, needed: int | None = None, free: int | None = None) -> None:
        room = ""
        if needed is not None and free is not None:
            room = f" It needs {_megabytes(needed)} and has {_megabytes(free)}."
        super().__init__(
            f"The disk that holds “{folder}” is full, so this was not saved.{room}",
            f"Make room on it and try again. {_NOTHING_LOST}",
        )
        self.folder = folder
        self.needed = needed
        self.free = free


class WorkspaceBusy(Misfortune):
    """Another connection kept the file locked for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is being used by another program, so this was not saved.",
            f"Try again in a moment. {_NOTHING_LOST}",
        )
        self.path = path


class DiskFailed(Misfortune):
    """The disk, or the network drive, did not do what it was asked."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"The disk did not answer while “{path.name}” was read or written ({detail}).",
            f"Check that the drive is connected, then open the workspace again. {_NOTHING_LOST}",
        )
        self.path = path
        self.detail = detail


class CannotWrite(Misfortune):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” cannot be written where it is ({path.parent}).",
            "Copy it to a folder of your own and open the copy, or ask for the right to write.",
        )
        self.path = path


class WorkspaceDamaged(Misfortune):
    """The content of the file does not hang together."""

    def __init__(self, path: Path, remedy: str = "", *, sentence: str = "") -> None:
        super().__init__(
            sentence or f"“{path.name}” is damaged and was not changed.",
            remedy or "Close it and open it again: JWG Desk then names the newest good backup.",
        )
        self.path = path


class SearchIndexDamaged(Misfortune):
    """The search index cannot be read; the records themselves are whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The search index of “{path.name}” is damaged; the records themselves are whole.",
            "Close the workspace and open it again: the index is then made anew.",
        )
        self.path = path


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what goes wrong inside as a misfortune about the workspace at ``path``.

    Raises:
        Misfortune: for a full or failing disk, a lock, a broken rule or a conflicting change.
    """
    try:
        yield
    except StaleDataError as error:
        raise _conflict(error) from error
    except (DBAPIError, driver.Error, OSError) as error:
        misfortune = as_misfortune(error, path)
        if misfortune is None:
            raise
        raise misfortune from error


def as_misfortune(error: Exception, path: Path) -> Misfortune | None:
    """Return the misfortune that ``error`` stands for; None if it is a mistake of ours."""
    if isinstance(error, OSError):
        return _of_system(error, path)
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_CONSTRAINT"):
        return explain(str(cause))
    if name.startswith("SQLITE_CORRUPT") and "fts5" in str(cause).lower():
        return SearchIndexDamaged(path)
    return _of_sqlite(name, path)


def _of_sqlite(name: str, path: Path) -> Misfortune | None:
    if name == "SQLITE_FULL":
        return DiskFull(path.parent)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return WorkspaceBusy(path)
    if name.startswith("SQLITE_IOERR"):
        return DiskFailed(path, name)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return CannotWrite(path)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return WorkspaceDamaged(path)
    return None


def _of_system(error: OSError, path: Path) -> Misfortune:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path.parent)
    if error.errno in _NOT_ALLOWED:
        return CannotWrite(path)
    return DiskFailed(path, error.strerror or type(error).__name__)


def _conflict(error: StaleDataError) -> Conflict:
    # “UPDATE statement on table 'meeting' expected to update 1 row(s); 0 were matched.”
    words = str(error).split("'")
    return Conflict(words[1] if len(words) > 1 else "record", None)


def _megabytes(size: int) -> str:
    return f"{max(size / 1_000_000, 0.1):,.1f} MB"
