import errno
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as driver

from app.domain.errors import Misfortune
from app.store.faults import (
    CannotWrite,
    DiskFailed,
    DiskFull,
    WorkspaceBusy,
    WorkspaceDamaged,
    as_misfortune,
    translated,
)

PATH = Path("/somewhere/Korea–Mongolia.jwg")


def reported(name: str) -> driver.Error:
    error = driver.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_BUSY", WorkspaceBusy),
        ("SQLITE_BUSY_SNAPSHOT", WorkspaceBusy),
        ("SQLITE_LOCKED", WorkspaceBusy),
        ("SQLITE_IOERR", DiskFailed),
        ("SQLITE_IOERR_FSYNC", DiskFailed),
        ("SQLITE_READONLY", CannotWrite),
        ("SQLITE_READONLY_DBMOVED", CannotWrite),
        ("SQLITE_CANTOPEN", CannotWrite),
        ("SQLITE_CORRUPT", WorkspaceDamaged),
        ("SQLITE_CORRUPT_VTAB", WorkspaceDamaged),
        ("SQLITE_NOTADB", WorkspaceDamaged),
    ],
)
def test_what_sqlite_reports_becomes_a_sentence_and_a_remedy(
    name: str, kind: type[Misfortune]
) -> None:
    misfortune = as_misfortune(reported(name), PATH)
    assert type(misfortune) is kind
    assert misfortune.sentence.endswith(".")
    assert misfortune.remedy.endswith(".")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, CannotWrite),
        (errno.EROFS, CannotWrite),
        (errno.EIO, DiskFailed),
    ],
)
def test_what_the_system_reports_becomes_one_too(number: int, kind: type[Misfortune]) -> None:
    with pytest.raises(kind), translated(PATH):
        raise OSError(number, "as the system says it")


def test_a_mistake_of_ours_is_not_explained_away() -> None:
    with pytest.raises(driver.OperationalError), translated(PATH):
        raise reported("SQLITE_ERROR")


def test_a_full_disk_says_what_it_needs() -> None:
    told = DiskFull(PATH.parent, needed=62_000_000, free=1_200_000)
    assert "62.0 MB" in told.sentence
    assert "1.2 MB" in told.sentence
    assert "Nothing was lost" in told.remedy
