"""Cuts the power, in simulation, at random moments of writing with the settings that we use.

The disk below keeps what was synced. Of what was written since, a cut drops everything, or keeps a
random half; a file made or deleted with no sync after it may not have been. A block is written
whole or not at all. This is the harm that a kill cannot do, and that tells safe settings from
unsafe ones.
"""

import copy
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import apsw
import pytest

from app.store.engine import PRAGMAS

CUTS = 100
VFS = "power-cuts"
STORE = "store.jwg"
JOURNAL = f"{STORE}-journal"

Keep = Callable[[random.Random], bool]
KEEP: dict[str, Keep] = {
    "nothing unsynced is kept": lambda _chance: False,
    "half of the unsynced is kept": lambda chance: chance.random() < 0.5,
}


class PowerCut(Exception):
    pass


class StoredFile:
    """What is on the disk, and what only the system's memory holds."""

    def __init__(self, content: bytes = b"", *, has_name: bool = True) -> None:
        self.has_name = has_name
        self.durable = content
        self.live = bytearray(content)
        self.unsynced: list[tuple[int, bytes | None]] = []

    def write(self, offset: int, data: bytes) -> None:
        self.unsynced.append((offset, data))
        _put(self.live, offset, data)

    def truncate(self, size: int) -> None:
        self.unsynced.append((size, None))
        _put(self.live, size, None)

    def sync(self) -> None:
        self.durable = bytes(self.live)
        self.unsynced.clear()

    def after_cut(self, keep: Keep, chance: random.Random) -> bytes:
        content = bytearray(self.durable)
        for offset, data in self.unsynced:
            if keep(chance):
                _put(content, offset, data)
        return bytes(content)


def _put(content: bytearray, offset: int, data: bytes | None) -> None:
    """Write ``data`` at ``offset``; None cuts the content off there."""
    if data is None:
        del content[offset:]
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


class Disk:
    """Files by name, and how many steps are left until the power fails."""

    def __init__(self, files: dict[str, bytes], steps: int = 1 << 60) -> None:
        self.files = {name: StoredFile(content) for name, content in files.items()}
        self.deleted: dict[str, StoredFile] = {}
        self.steps = steps

    def step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise PowerCut

    def sync(self, name: str) -> None:
        self.step()
        self.files[name].sync()
        self.deleted.clear()  # the system writes its directories in order
        for file in self.files.values():
            file.has_name = True

    def delete(self, name: str, *, at_once: bool) -> None:
        self.step()
        gone = self.files.pop(name)
        if not at_once:
            self.deleted[name] = gone

    def after_cut(self, keep: Keep, chance: random.Random) -> dict[str, bytes]:
        undone = {name: file for name, file in self.deleted.items() if not keep(chance)}
        there = {name: file for name, file in self.files.items() if file.has_name or keep(chance)}
        return {name: file.after_cut(keep, chance) for name, file in (undone | there).items()}


class OpenFile:
    """A file as SQLite sees it."""

    def __init__(self, disk: Disk, name: str) -> None:
        self.disk = disk
        self.name = name
        disk.files.setdefault(name, StoredFile(has_name=False))

    def _file(self) -> StoredFile:
        return self.disk.files[self.name]

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._file().live[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.step()
        self._file().write(offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.step()
        self._file().truncate(size)

    def xSync(self, _flags: int) -> None:  # noqa: N802
        self.disk.sync(self.name)

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._file().live)

    def xClose(self) -> None:  # noqa: N802
        return

    def xLock(self, _level: int) -> None:  # noqa: N802
        return

    def xUnlock(self, _level: int) -> None:  # noqa: N802
        return

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, _operation: int, _pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return 4096

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0


class SimulatedDisks(apsw.VFS):
    """A file system for SQLite on the disk at hand."""

    def __init__(self) -> None:
        self.disk = Disk({})
        super().__init__(VFS, "")

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def xOpen(self, name: Any, flags: list[int]) -> OpenFile:  # noqa: N802
        flags[1] = flags[0]
        return OpenFile(self.disk, name if isinstance(name, str) else name.filename())

    def xAccess(self, name: str, _flags: int) -> bool:  # noqa: N802
        return name in self.disk.files

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self.disk.delete(name, at_once=sync)


DISKS = SimulatedDisks()  # registered under the name VFS for as long as it is referred to


def connect(disk: Disk, pragmas: Sequence[str]) -> apsw.Connection:
    DISKS.disk = disk
    connection = apsw.Connection(STORE, vfs=VFS)
    for pragma in pragmas:
        list(connection.execute(f"PRAGMA {pragma}"))
    return connection


def write(connection: apsw.Connection, number: int) -> None:
    """One transaction over four tables and the search index, as a unit of work writes it."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys=ON")
    connection.execute(
        "INSERT INTO change_set (id, at, actor, use_case) VALUES (?, '2026-03-02', 'Bat', 'Try')",
        (number,),
    )
    connection.execute(
        "INSERT INTO change (change_set_id, entity, pk, operation, after)"
        " VALUES (?, 'body', ?, 'insert', ?)",
        (number, f"B{number}", '{"note": "' + "x" * (number * 37 % 9000) + '"}'),
    )
    connection.execute(
        "INSERT INTO search_entry (id, entity, pk, language) VALUES (?, 'body', ?, 'mul')",
        (number, f"B{number}"),
    )
    connection.execute(
        "INSERT INTO search_misc (rowid, title, text) VALUES (?, ?, '위원 원회 회')",
        (number, f"body {number}"),
    )
    connection.execute("COMMIT")


def write_until_cut(disk: Disk, pragmas: Sequence[str]) -> tuple[int, Disk]:
    """Write until the power fails; return what was acknowledged and the disk as it was then."""
    acknowledged = 0
    connection = connect(disk, pragmas)
    try:
        for number in range(1, 1000):
            write(connection, number)
            acknowledged = number
    except PowerCut:
        cut = copy.deepcopy(disk)
    disk.steps = 1 << 60
    connection.close(force=True)  # on a disk that nobody looks at any more
    return acknowledged, cut


def harm(disk: Disk, acknowledged: int, pragmas: Sequence[str]) -> str:
    """Return what a cut did to the store; empty if nothing."""
    try:
        connection = connect(disk, pragmas)
        present = connection.execute("SELECT count(*), max(id) FROM change_set").fetchone()
        entries = connection.execute("SELECT count(*) FROM search_entry").fetchone()
        sound = connection.execute("PRAGMA integrity_check").fetchone()
        connection.close()
    except apsw.Error as error:
        return f"unreadable: {error}"
    if sound != ("ok",):
        return f"corrupt: {sound}"
    if present[0] < acknowledged:
        return f"lost {acknowledged - present[0]} of {acknowledged}"
    return "" if entries == (present[0],) else "half a transaction"


def cut_many_times(store: bytes, keep: Keep, pragmas: Sequence[str], cuts: int) -> list[str]:
    chance = random.Random()
    harms = []
    for _ in range(cuts):
        disk = Disk({STORE: store}, steps=chance.randint(60, 900))
        acknowledged, cut = write_until_cut(disk, pragmas)
        harms.append(harm(Disk(cut.after_cut(keep, chance)), acknowledged, pragmas))
    return [told for told in harms if told]


def with_pragma(setting: str) -> tuple[str, ...]:
    name = setting.partition("=")[0]
    others = tuple(pragma for pragma in PRAGMAS if not pragma.startswith(f"{name}="))
    assert len(others) == len(PRAGMAS) - 1
    return (*others, setting)


@pytest.fixture
def store(empty_workspace: Path) -> bytes:
    return empty_workspace.read_bytes()


@pytest.mark.parametrize("keep", KEEP.values(), ids=KEEP)
def test_no_power_cut_loses_an_acknowledged_transaction(store: bytes, keep: Keep) -> None:
    assert cut_many_times(store, keep, PRAGMAS, CUTS) == []


@pytest.mark.parametrize("keep", KEEP.values(), ids=KEEP)
def test_without_syncing_the_same_cuts_do_harm(store: bytes, keep: Keep) -> None:
    """Shows that the test above can fail."""
    assert cut_many_times(store, keep, with_pragma("synchronous=OFF"), 10) != []


def test_with_the_usual_journal_the_same_cuts_lose_transactions(store: bytes) -> None:
    """Shows why the journal is truncated and not deleted, which is what SQLite does by itself."""
    keep = KEEP["nothing unsynced is kept"]
    harms = cut_many_times(store, keep, with_pragma("journal_mode=DELETE"), CUTS)
    assert any(told.startswith("lost") for told in harms)
