from collections.abc import Callable
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.body import Body
from app.store import restore as module
from app.store.backup import list_backups
from app.store.backup_folder import Reason, backup_files
from app.store.lock import WorkspaceInUse
from app.store.restore import BackupDamaged, restore
from app.store.workspace import Workspace

AddBody = Callable[..., Body]


def codes_in(path: Path, clock: FixedClock) -> list[str]:
    with (
        Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened,
        opened.read() as reader,
    ):
        return [body.code for body in reader.find(Body)]


def write_body(path: Path, clock: FixedClock, add_body: AddBody, code: str) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        add_body(work, code)
        work.commit()


@pytest.fixture
def backup(path: Path, clock: FixedClock, add_body: AddBody) -> Path:
    """A backup that holds one body; the workspace has two."""
    write_body(path, clock, add_body, "KM-JWG")
    backup = backup_files(path)[0].path
    clock.instant = clock.instant.replace(hour=14)
    write_body(path, clock, add_body, "JM-JC")
    return backup


def test_a_restore_brings_back_what_the_backup_holds(
    path: Path, clock: FixedClock, backup: Path
) -> None:
    restored = restore(path, backup=backup, user="Bat", clock=clock)
    assert codes_in(path, clock) == ["KM-JWG"]
    assert restored.kept_aside is not None
    assert codes_in(restored.kept_aside, clock) == ["KM-JWG", "JM-JC"]
    assert codes_in(backup, clock) == ["KM-JWG"]


def test_a_restore_can_be_taken_back(path: Path, clock: FixedClock, backup: Path) -> None:
    first = restore(path, backup=backup, user="Bat", clock=clock)
    assert first.kept_aside is not None
    restore(path, backup=first.kept_aside, user="Bat", clock=clock)
    assert codes_in(path, clock) == ["KM-JWG", "JM-JC"]


def test_a_workspace_that_is_open_is_not_replaced(
    path: Path, clock: FixedClock, backup: Path
) -> None:
    with Workspace.open(path, clock=clock, actor="Сарнай"), pytest.raises(WorkspaceInUse):
        restore(path, backup=backup, user="Bat", clock=clock)
    assert codes_in(path, clock) == ["KM-JWG", "JM-JC"]


def test_a_damaged_backup_changes_nothing(path: Path, clock: FixedClock, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-4096])
    before = path.read_bytes()
    with pytest.raises(BackupDamaged, match="nothing was changed"):
        restore(path, backup=backup, user="Bat", clock=clock)
    assert path.read_bytes() == before


def test_a_damaged_workspace_is_kept_as_it_was(path: Path, clock: FixedClock, backup: Path) -> None:
    ruin = path.read_bytes()[: 4096 * 5]
    path.write_bytes(ruin)
    restored = restore(path, backup=backup, user="Bat", clock=clock)
    assert codes_in(path, clock) == ["KM-JWG"]
    assert restored.kept_aside is not None
    assert restored.kept_aside.read_bytes() == ruin
    assert Reason.REPLACED in [file.reason for file in backup_files(path)]


def test_a_workspace_that_was_lost_altogether_comes_back(
    path: Path, clock: FixedClock, backup: Path
) -> None:
    path.unlink()
    assert restore(path, backup=backup, user="Bat", clock=clock).kept_aside is None
    assert codes_in(path, clock) == ["KM-JWG"]


def test_a_journal_left_by_a_crash_is_not_played_into_the_restored_file(
    path: Path, clock: FixedClock, backup: Path
) -> None:
    path.write_bytes(b"ruined")
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    restore(path, backup=backup, user="Bat", clock=clock)
    assert not journal.exists()
    assert codes_in(path, clock) == ["KM-JWG"]


def test_a_restore_that_fails_half_way_leaves_the_workspace(
    path: Path, clock: FixedClock, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "copy_verified", fail)
    with pytest.raises(OSError, match="No space"):
        restore(path, backup=backup, user="Bat", clock=clock)
    monkeypatch.undo()
    assert codes_in(path, clock) == ["KM-JWG", "JM-JC"]
    assert not list(path.parent.glob("*.arriving"))
    Workspace.open(path, clock=clock, actor="Bat").close()  # the lock was given back


def test_a_backup_of_the_workspace_made_by_hand_can_be_restored(
    path: Path, clock: FixedClock, backup: Path, tmp_path: Path
) -> None:
    by_hand = tmp_path / "on a stick.jwg"
    by_hand.write_bytes(backup.read_bytes())
    restore(path, backup=by_hand, user="Bat", clock=clock)
    assert codes_in(path, clock) == ["KM-JWG"]


def test_the_copy_kept_aside_is_a_checked_backup(
    path: Path, clock: FixedClock, backup: Path
) -> None:
    clock.instant = clock.instant.replace(hour=15)
    restore(path, backup=backup, user="Bat", clock=clock)
    assert backup_files(path)[0].reason is Reason.BEFORE_RESTORE
    assert list_backups(path)[0].counts["body"] == 2


def test_a_change_after_a_restore_is_backed_up_though_its_number_was_given_before(
    path: Path, clock: FixedClock, backup: Path, add_body: AddBody
) -> None:
    restore(path, backup=backup, user="Bat", clock=clock)
    clock.instant = clock.instant.replace(hour=15)
    write_body(path, clock, add_body, "CPTPP")
    newest = list_backups(path)[0]
    assert (newest.reason, newest.last_change_at) == (Reason.CLOSING, clock.instant)
