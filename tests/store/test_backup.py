from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.body import Body
from app.store.backup import (
    back_up,
    back_up_if_changed,
    copy_verified,
    describe,
    list_backups,
    remove_old,
)
from app.store.backup_folder import Reason, backup_files, backup_folder, backup_path
from app.store.engine import Access, connect
from app.store.faults import CannotWrite, WorkspaceDamaged
from app.store.workspace import Workspace

AddBody = Callable[..., Body]


def write_body(path: Path, clock: FixedClock, add_body: AddBody, code: str = "KM-JWG") -> None:
    opened = Workspace.open(path, clock=clock, actor="Сарнай")
    with opened.write("Set up a body") as work:
        add_body(work, code)
        work.commit()
    opened.close()


def test_a_backup_is_a_whole_workspace_beside_the_first(path: Path, clock: FixedClock) -> None:
    made = back_up(path, reason=Reason.ASKED, clock=clock)
    assert made.parent == path.parent / "Korea–Mongolia 50% backups"
    with (
        Workspace.open(made, clock=clock, actor="Bat", read_only=True) as copy,
        copy.read() as read,
    ):
        assert read.find(Body) == []
    with closing(connect(made, access=Access.IMMUTABLE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_keeps_what_marks_a_workspace(path: Path, clock: FixedClock) -> None:
    made = back_up(path, reason=Reason.ASKED, clock=clock)
    assert made.read_bytes()[60:72] == path.read_bytes()[60:72]


def test_closing_makes_a_backup_when_something_changed(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    write_body(path, clock, add_body)
    assert [file.reason for file in backup_files(path)] == [Reason.CLOSING]


def test_closing_makes_no_backup_when_nothing_changed(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    Workspace.open(path, clock=clock, actor="Bat").close()
    assert backup_files(path) == ()
    write_body(path, clock, add_body)
    Workspace.open(path, clock=clock, actor="Bat").close()
    assert len(backup_files(path)) == 1


def test_a_daily_backup_is_made_when_the_newest_is_a_day_old(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    write_body(path, clock, add_body)
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        with opened.write("Set up a body") as work:
            add_body(work, "JM-JC")
            work.commit()
        clock.instant += timedelta(hours=23)
        assert opened.back_up_if_due() is None
        clock.instant += timedelta(hours=1)
        assert opened.back_up_if_due() is not None
        clock.instant += timedelta(days=2)
        assert opened.back_up_if_due() is None  # nothing has changed since
    assert [file.reason for file in backup_files(path)] == [Reason.DAILY, Reason.CLOSING]


def test_the_list_says_what_each_backup_holds(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    write_body(path, clock, add_body, "KM-JWG")
    clock.instant += timedelta(days=1)
    write_body(path, clock, add_body, "JM-JC")
    newest, oldest = list_backups(path)
    assert (newest.counts["body"], oldest.counts["body"]) == (2, 1)
    assert newest.counts["meeting"] == 0
    assert newest.last_change_at == clock.instant
    assert (newest.last_change_by, newest.last_use_case) == ("Сарнай", "Set up a body")
    assert newest.last_change == oldest.last_change + 1
    assert newest.size == newest.path.stat().st_size
    assert newest.is_readable


def test_a_backup_that_cannot_be_read_is_listed_as_such(path: Path, clock: FixedClock) -> None:
    made = back_up(path, reason=Reason.ASKED, clock=clock)
    made.write_bytes(b"nothing of a database")
    (listed,) = list_backups(path)
    assert not listed.is_readable
    assert listed.counts == {}


def test_a_new_backup_is_due_when_the_newest_cannot_be_read(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    write_body(path, clock, add_body)
    backup_files(path)[0].path.write_bytes(b"")
    assert back_up_if_changed(path, reason=Reason.CLOSING, clock=clock) is not None


def test_files_of_ones_own_among_the_backups_are_left_alone(path: Path, clock: FixedClock) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    own = [
        folder / "notes.txt",
        folder / f"{path.stem} before the visit{path.suffix}",
        folder / f"{path.stem} 2026-99-02 12.00.00 asked{path.suffix}",
    ]
    for file in own:
        file.write_text("mine")
    back_up(path, reason=Reason.ASKED, clock=clock)
    remove_old(path, now=clock.now() + timedelta(days=400))
    assert all(file.read_text() == "mine" for file in own)
    assert len(backup_files(path)) == 1


def test_two_backups_within_a_second_are_both_kept(path: Path, clock: FixedClock) -> None:
    first = back_up(path, reason=Reason.ASKED, clock=clock)
    second = back_up(path, reason=Reason.ASKED, clock=clock)
    assert first != second
    assert {file.path for file in backup_files(path)} == {first, second}


def lay_down(path: Path, moments: list[tuple[datetime, Reason]]) -> None:
    backup_folder(path).mkdir(exist_ok=True)
    for at, reason in moments:
        backup_path(path, taken_at=at, reason=reason).write_bytes(b"")


def test_the_five_newest_and_one_a_day_for_fourteen_days_are_kept(
    path: Path, clock: FixedClock
) -> None:
    now = clock.now()
    hourly = [(now - timedelta(hours=hour), Reason.CLOSING) for hour in range(24 * 20)]
    lay_down(path, hourly)
    remove_old(path, now=now)
    kept = [file.taken_at for file in backup_files(path)]
    assert kept[:5] == [now - timedelta(hours=hour) for hour in range(5)]
    days = [at.date() for at in kept]
    assert (
        sorted(set(days), reverse=True)
        == [(now - timedelta(days=day)).date() for day in range(15)][: len(set(days))]
    )
    assert 14 <= len(set(days)) <= 15
    assert len(kept) == 4 + len(set(days))


def test_the_last_copies_before_a_migration_outlive_their_days(
    path: Path, clock: FixedClock
) -> None:
    now = clock.now()
    lay_down(path, [(now - timedelta(days=300), Reason.BEFORE_MIGRATION)])
    lay_down(path, [(now - timedelta(hours=hour), Reason.CLOSING) for hour in range(9)])
    remove_old(path, now=now)
    assert backup_files(path)[-1].reason is Reason.BEFORE_MIGRATION


def test_a_damaged_workspace_gives_no_backup(path: Path, clock: FixedClock) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xa7" * 4096 * 4
    path.write_bytes(bytes(content))
    with pytest.raises(WorkspaceDamaged):
        back_up(path, reason=Reason.ASKED, clock=clock)
    assert list(backup_folder(path).iterdir()) == []


def test_a_copy_never_writes_over_a_file(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "there.jwg"
    target.write_text("mine")
    with pytest.raises(CannotWrite, match="there"):
        copy_verified(path, target)
    assert target.read_text() == "mine"


def test_a_backup_is_made_while_others_read_and_write(
    workspace: Workspace, path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.flush()
        made = back_up(path, reason=Reason.ASKED, clock=clock)
        work.commit()
    (listed,) = list_backups(path)
    assert (listed.path, listed.counts["body"]) == (made, 0)


def test_describing_a_backup_writes_nothing_beside_it(path: Path, clock: FixedClock) -> None:
    back_up(path, reason=Reason.ASKED, clock=clock)
    before = sorted(file.name for file in backup_folder(path).iterdir())
    for file in backup_files(path):
        describe(file)
    assert sorted(file.name for file in backup_folder(path).iterdir()) == before
