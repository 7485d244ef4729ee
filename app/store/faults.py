"""Turns what SQLite and the disk report into misfortunes that say what to do; the only place to."""

import errno
import os
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
_SHOWN = 40
"""How much of a name that is too long is shown."""
_UNREADABLE = ("Could not decode to UTF-8", "unsupported file format")
"""What is said of a damaged file without one of SQLite's codes for damage."""


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
        if os.path.lexists(path):
            where = f"where it is ({path.parent})"
            remedy = "Copy it to a folder of your own and open the copy"
        else:
            where = f"into the folder “{path.parent}”"
            remedy = "Choose a folder of your own"
        super().__init__(
            f"“{path.name}” cannot be written {where}.", f"{remedy}, or ask for the right to write."
        )
        self.path = path


class NameTooLong(Misfortune):
    """The name of a file, or of what must lie beside it, is longer than the disk allows."""

    def __init__(self, path: Path) -> None:
        shown = path.name if len(path.name) <= _SHOWN else f"{path.name[:_SHOWN]}…"
        super().__init__(
            f"The name “{shown}” is too long: it and its backups do not fit on a disk.",
            "Give the file a shorter name.",
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


class UnreadableValue(WorkspaceDamaged):
    """The file hangs together, but a value in it is not what was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "Restore a backup from before the damage; the list of backups shows what each holds.",
            sentence=f"“{path.name}” is damaged: it holds a value that cannot be read. "
            "It was not changed.",
        )


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
    except (DBAPIError, driver.Error, OSError, UnicodeDecodeError) as error:
        misfortune = as_misfortune(error, path)
        if misfortune is None:
            raise
        raise misfortune from error


def as_misfortune(error: Exception, path: Path) -> Misfortune | None:
    """Return the misfortune that ``error`` stands for; None if it is a mistake of ours."""
    if isinstance(error, OSError):
        return _of_system(error, path)
    if isinstance(error, UnicodeDecodeError):
        return WorkspaceDamaged(path)  # the driver could not read SQLite's complaint about it
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_CONSTRAINT"):
        return explain(str(cause))
    if name.startswith("SQLITE_CORRUPT") and "fts5" in str(cause).lower():
        return SearchIndexDamaged(path)
    if any(sign in str(cause) for sign in _UNREADABLE):
        return UnreadableValue(path)
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
    if error.errno == errno.ENAMETOOLONG:
        return NameTooLong(Path(max(path.parts, key=len)))
    return DiskFailed(path, error.strerror or type(error).__name__)


def _conflict(error: StaleDataError) -> Conflict:
    # “UPDATE statement on table 'meeting' expected to update 1 row(s); 0 were matched.”
    words = str(error).split("'")
    return Conflict(words[1] if len(words) > 1 else "record", None)


def _megabytes(size: int) -> str:
    return f"{max(size / 1_000_000, 0.1):,.1f} MB"
