"""A name may be short enough for a file and too long for its backups; that is said in time."""

import shutil
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.store.backup import back_up
from app.store.backup_folder import Reason
from app.store.faults import CannotWrite, NameTooLong
from app.store.lock import WorkspaceLock
from app.store.workspace import Workspace, WorkspaceExists

LONG = "회" * 70 + ".jwg"
"""214 bytes: a file can be called so, a backup of it cannot."""


@pytest.fixture
def long_path(path: Path) -> Path:
    return Path(shutil.copyfile(path, path.with_name(LONG)))


def test_no_workspace_is_made_whose_backups_could_have_no_name(
    tmp_path: Path, clock: FixedClock
) -> None:
    for name in (LONG, "n" * 400):
        with pytest.raises(NameTooLong, match="too long") as refused:
            Workspace.create(tmp_path / name, clock=clock, actor="Bat")
        assert "shorter" in refused.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_with_such_a_name_is_opened_for_reading(
    long_path: Path, clock: FixedClock
) -> None:
    with Workspace.open(long_path, clock=clock, actor="Bat") as opened:
        assert opened.read_only
        assert "too long" in opened.why_read_only
        with pytest.raises(NameTooLong):
            opened.save_copy(long_path.with_name(f"2{LONG}"))
        opened.save_copy(long_path.with_name("short.jwg"))
    assert long_path.with_name("short.jwg").is_file()


def test_a_backup_that_could_have_no_name_is_refused(long_path: Path, clock: FixedClock) -> None:
    with pytest.raises(NameTooLong):
        back_up(long_path, reason=Reason.ASKED, clock=clock)
    assert sorted(file.name for file in long_path.parent.glob("*backups*")) == []


def test_a_workspace_that_somebody_just_made_is_not_taken_away(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Ours.jwg"
    take = WorkspaceLock.take

    def take_after_them(workspace: Path, **named: object) -> WorkspaceLock:
        monkeypatch.setattr(WorkspaceLock, "take", take)
        Workspace.create(path, clock=clock, actor="Cho").close()
        return take(workspace, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkspaceLock, "take", take_after_them)
    with pytest.raises(WorkspaceExists):
        Workspace.create(path, clock=clock, actor="Bat")
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert not opened.read_only


def test_what_cannot_be_written_is_told_apart_from_what_is_not_there_yet(tmp_path: Path) -> None:
    there = tmp_path / "there.jwg"
    there.write_bytes(b"")
    assert "Copy it" in CannotWrite(there).remedy
    new = CannotWrite(tmp_path / "new.jwg")
    assert f"“{tmp_path}”" in new.sentence
    assert "Choose a folder" in new.remedy
