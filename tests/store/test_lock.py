import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.store.lock import (
    NOBODY_KNOWN,
    WorkspaceInUse,
    WorkspaceLock,
    lock_path,
    read_holder,
)

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.clock import FixedClock
from app.store.lock import WorkspaceLock
clock = FixedClock(datetime(2026, 3, 1, 8, 30, tzinfo=UTC))
lock = WorkspaceLock.take(Path(sys.argv[1]), user="Сарнай", clock=clock)
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Meetings.jwg"


def hold_elsewhere(file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def let_go(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=20)


def test_a_second_program_is_told_who_holds_the_workspace(file: Path, clock: FixedClock) -> None:
    process = hold_elsewhere(file)
    try:
        with pytest.raises(WorkspaceInUse) as refused:
            WorkspaceLock.take(file, user="Bat", clock=clock)
    finally:
        let_go(process)
    holder = refused.value.holder
    assert (holder.user, holder.pid) == ("Сарнай", process.pid)
    assert holder.since == datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    assert "Meetings.jwg" in refused.value.sentence
    assert "Сарнай" in refused.value.sentence


def test_the_lock_is_free_again_when_it_was_released(file: Path, clock: FixedClock) -> None:
    let_go(hold_elsewhere(file))
    assert not lock_path(file).exists()
    WorkspaceLock.take(file, user="Bat", clock=clock).release()
    assert not lock_path(file).exists()


def test_the_lock_of_a_program_that_was_killed_is_free(file: Path, clock: FixedClock) -> None:
    process = hold_elsewhere(file)
    process.kill()
    process.communicate(timeout=20)
    assert lock_path(file).exists()
    lock = WorkspaceLock.take(file, user="Bat", clock=clock)
    assert read_holder(file).user == "Bat"
    lock.release()


def test_the_same_program_cannot_take_the_lock_twice(file: Path, clock: FixedClock) -> None:
    lock = WorkspaceLock.take(file, user="Bat", clock=clock)
    with pytest.raises(WorkspaceInUse):
        WorkspaceLock.take(file, user="Bat", clock=clock)
    lock.release()


@pytest.mark.parametrize("told", ["", "{", '{"user": "x"}', "[]"])
def test_a_lock_file_that_says_nothing_names_nobody(file: Path, told: str) -> None:
    lock_path(file).write_text(told)
    assert read_holder(file) == NOBODY_KNOWN


def test_a_folder_that_is_none_is_not_a_lock_that_is_taken(
    tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        WorkspaceLock.take(tmp_path / "file" / "Meetings.jwg", user="Bat", clock=clock)
