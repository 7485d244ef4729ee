"""Looks at a pack before anything in it is believed, and opens a copy of it for reading.

A pack comes from outside: its tables must be just those that this version writes, or an earlier one
wrote, with nothing beside them that SQLite would run by itself. What is proved of an earlier one is
proved of it as it came; only then is the copy brought up to date.
"""

import shutil
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver
from sqlalchemy.exc import DatabaseError

from app.domain.errors import Misfortune, Mistake
from app.store.engine import Access, Begin, connect, open_engine
from app.store.faults import translated
from app.store.packs.digest import TableDigest, digest_tables
from app.store.packs.writing import MANIFEST, PACK_ID
from app.store.schema import bring_up_to_date, create_as_of, create_fresh
from app.store.search_index import remake
from app.store.version import SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_HEAD = 100
_OLDEST = 2
"""The first version whose program made packs."""
LARGEST = 2_000_000_000
"""A pack of rules has some megabytes; what is larger than this is none that we wrote."""


class NotAPack(Misfortune):
    """The file is something else."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"“{path.name}” is not a pack: {what}.",
            "Choose a file whose name ends in .jwgx, or ask the secretariat for it again.",
        )


class PackTooNew(Misfortune):
    """The pack was made by a newer version."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            f"“{path.name}” was made by a newer JWG Desk (version {version} of the file; "
            f"this one reads {SCHEMA_VERSION}).",
            "Install the newest JWG Desk, or read the pack's page in a browser.",
        )


class PackDamaged(Misfortune):
    """The file is not as it was made, and so much so that it cannot be read."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"“{path.name}” is not as it was made: {what}. It was not opened.",
            "Ask the secretariat for the pack again.",
        )


class PackEncrypted(Misfortune):
    """The pack is for named recipients, or under a passphrase."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is encrypted.",
            "Open it with the passphrase or the key that it was encrypted for.",
            field="passphrase",
        )


class OpenedPack:
    """A copy of a pack that can be read; the copy goes when it is closed.

    Attributes:
        original: The file that was opened.
        path: The copy.
        manifest: What is said and signed of it, as it is written.
        tables: What its tables come to, counted anew.
    """

    def __init__(self, original: Path, *, copy: Path, folder: Any) -> None:
        self.original = original
        self.path = copy
        self._folder = folder
        with translated(copy), closing(connect(copy, access=Access.IMMUTABLE)) as connection:
            self.manifest = _read_manifest(connection)
            self.tables: dict[str, TableDigest] = digest_tables(connection)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            day = _read_fact(connection, "search_day")
        if version < SCHEMA_VERSION:
            self._bring_up_to_date(day)

    def _bring_up_to_date(self, day: str) -> None:
        """Give the copy the tables of today; its index is made anew as of the day it was made."""
        try:
            bring_up_to_date(self.path)
            self.remake_index(on=date.fromisoformat(day))
        except (Mistake, DatabaseError, ValueError) as error:
            raise PackDamaged(self.original, "a part of the file is broken") from error

    def remake_index(self, *, on: date) -> None:
        """Make the search index of the copy anew from its texts."""
        engine = open_engine(self.path, access=Access.READ_WRITE, begin=Begin.WRITING)
        try:
            with translated(self.path), engine.begin() as connection:
                remake(connection, today=on)
        finally:
            engine.dispose()

    def close(self) -> None:
        """Take the copy away."""
        self._folder.cleanup()


def open_pack(path: Path, *, original: Path | None = None) -> OpenedPack:
    """Return a pack, copied and looked through; the file itself is only read.

    Args:
        path: The file, not encrypted.
        original: The file that it was decrypted from, if it was.

    Raises:
        NotAPack: It is another file, or none.
        PackEncrypted: It must be decrypted first.
        PackTooNew: A newer JWG Desk made it.
        PackDamaged: It is cut short, or holds what no pack holds.
    """
    _require_head(path)
    folder = tempfile.TemporaryDirectory(prefix="jwg-pack-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / "pack.jwgx"
    try:
        with translated(path):
            shutil.copyfile(path, copy)
        _require_sound(path, copy)
        return OpenedPack(original or path, copy=copy, folder=folder)
    except BaseException:
        folder.cleanup()
        raise


def _require_head(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            length = file.seek(0, 2)
    except OSError as error:
        raise NotAPack(path, error.strerror or "it cannot be read") from error
    if head.startswith(b"age-encryption.org/"):
        raise PackEncrypted(path)
    if not head.startswith(_MAGIC) or len(head) < _HEAD:
        raise NotAPack(path, "it was made by another program" if head else "it is empty")
    if length > LARGEST:
        raise NotAPack(path, "it is far too large")
    if int.from_bytes(head[68:72], "big") != PACK_ID:
        raise NotAPack(path, "it is a database of another kind")
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if length < page * int.from_bytes(head[28:32], "big"):
        raise PackDamaged(path, "its end is missing")
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise PackTooNew(path, version)
    if version < _OLDEST:
        raise NotAPack(path, "there were no packs when its kind of file was made")


def _require_sound(path: Path, copy: Path) -> None:
    """Look at the copy as SQLite sees it, before a single row of it is believed."""
    try:
        with closing(connect(copy, access=Access.IMMUTABLE)) as connection:
            connection.execute("PRAGMA query_only=ON")
            foreign = _foreign_objects(connection)
            if foreign:
                raise PackDamaged(path, f"it holds {foreign[0]}, which no pack has")
            for (complaint,) in connection.execute("PRAGMA quick_check(1)"):
                if complaint != "ok" and "fts5" not in complaint.lower():
                    raise PackDamaged(path, "a part of the file is broken")
    except (driver.DatabaseError, UnicodeDecodeError, OverflowError) as error:
        raise PackDamaged(path, "a part of the file is broken") from error


def _foreign_objects(connection: Any) -> list[str]:
    """Return what stands in the file beside the tables that every pack has, or is not alike."""
    found = _schema_of(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    expected = _expected_schema(int(version))
    strange = [
        f"the {kind} “{name}”"
        for (kind, name), statement in found.items()
        if expected.get((kind, name)) != statement
    ]
    lacking = [f"no {kind} “{name}”" for kind, name in expected if (kind, name) not in found]
    return strange + lacking


@cache
def _expected_schema(version: int) -> dict[tuple[str, str], str]:
    """Return what stands in an empty file of a version."""
    with tempfile.TemporaryDirectory(prefix="jwg-pack-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "empty.jwgx"
        if version < SCHEMA_VERSION:
            create_as_of(path, version)
        else:
            _create_of_today(path)
        with closing(connect(path, access=Access.READ_ONLY)) as connection:
            return _schema_of(connection)


def _create_of_today(path: Path) -> None:
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    try:
        create_fresh(engine, now=datetime(2026, 1, 1, tzinfo=UTC))
    finally:
        engine.dispose()


def _schema_of(connection: Any) -> dict[tuple[str, str], str]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}


def _read_manifest(connection: Any) -> str:
    return _read_fact(connection, MANIFEST)


def _read_fact(connection: Any, key: str) -> str:
    row = connection.execute("SELECT value FROM store_meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""
