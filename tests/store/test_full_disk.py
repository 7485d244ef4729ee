import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from app.clock import FixedClock
from app.domain.body import Body
from app.store.backup import back_up
from app.store.backup_folder import Reason, backup_files, backup_folder
from app.store.engine import Access, connect
from app.store.faults import DiskFull
from app.store.space import require_space
from app.store.workspace import Workspace

AddBody = Callable[..., Body]
Usage = namedtuple("Usage", "total used free")


def write_bodies(
    workspace: Workspace, add_body: AddBody, *, note_size: int, written: list[str]
) -> None:
    for number in range(5000):
        with workspace.write("Set up a body") as work:
            add_body(work, f"B{number}", note="x" * note_size)
            work.commit()
        written.append(f"B{number}")


def fill(workspace: Workspace, add_body: AddBody, *, note_size: int) -> list[str]:
    """Write bodies until the disk is full; return the codes of those that were acknowledged."""
    written: list[str] = []
    with pytest.raises(DiskFull) as refused:
        write_bodies(workspace, add_body, note_size=note_size, written=written)
    assert "is full" in refused.value.sentence
    assert "Nothing was lost" in refused.value.remedy
    return written


def check_nothing_lost(path: Path, written: list[str]) -> None:
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        rows = connection.execute("SELECT code FROM body ORDER BY id").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [row[0] for row in rows] == written


def test_a_full_store_says_so_and_keeps_everything_saved_before(
    workspace: Workspace, path: Path, add_body: AddBody
) -> None:
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()

    def limit(connection, _record) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 60}")

    event.listen(workspace._writing, "connect", limit)
    workspace._writing.dispose()
    written = fill(workspace, add_body, note_size=20_000)
    assert len(written) > 2
    check_nothing_lost(path, written)
    event.remove(workspace._writing, "connect", limit)  # somebody makes room
    workspace._writing.dispose()
    with workspace.write("Set up a body") as work:
        add_body(work, "LATER")
        work.commit()
    check_nothing_lost(path, [*written, "LATER"])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of three megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("this machine does not let us mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_really_full_disk_says_so_and_keeps_everything_saved_before(
    small_disk: Path, empty_workspace: Path, clock: FixedClock, add_body: AddBody
) -> None:
    path = small_disk / "store.jwg"
    shutil.copyfile(empty_workspace, path)
    opened = Workspace.open(path, clock=clock, actor="Bat")
    written = fill(opened, add_body, note_size=60_000)
    assert len(written) > 2
    with pytest.raises(DiskFull) as refused:
        opened.close()  # no room for the backup: said, and the workspace is closed all the same
    assert refused.value.needed is not None
    check_nothing_lost(path, written)
    assert backup_files(path) == ()
    with (
        Workspace.open(path, clock=clock, actor="Bat", read_only=True) as again,
        again.read() as reader,
    ):
        assert len(reader.find(Body)) == len(written)


def test_no_backup_is_begun_without_room_for_it(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = path.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(0, 0, 2 * size - 1))
    with pytest.raises(DiskFull) as refused:
        back_up(path, reason=Reason.ASKED, clock=clock)
    assert (refused.value.needed, refused.value.free) == (2 * size, 2 * size - 1)
    assert list(backup_folder(path).iterdir()) == []
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(0, 0, 2 * size))
    assert back_up(path, reason=Reason.ASKED, clock=clock).is_file()


def test_room_for_what_comes_in_is_asked_for_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = path.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(0, 0, 2 * size + 999))
    require_space(path, folder=path.parent, beyond=999)
    with pytest.raises(DiskFull):
        require_space(path, folder=path.parent, beyond=1000)
