from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.services import bodies, persons, workspaces
from app.store.health import NotAWorkspace, WorkspaceMissing
from app.store.lock import WorkspaceInUse
from app.store.restore import BackupDamaged
from app.store.workspace import OpenedReadOnly, Workspace, WorkspaceExists
from tests.builders import World, a_body, a_person, adopt_rules, an_article
from tests.services.conftest import NOW


def test_a_new_workspace_is_empty_and_gets_its_ending(tmp_path: Path, clock: FixedClock) -> None:
    with workspaces.create(tmp_path / "Хурал 1.2", clock=clock, actor="Bat") as made:
        assert made.path == tmp_path / "Хурал 1.2.jwg"
        summary = workspaces.summarise(made)
    assert (summary.bodies, summary.meetings, summary.decisions) == (0, 0, 0)
    assert (summary.rule_documents, summary.persons) == (0, 0)
    assert not summary.read_only


def test_an_ending_that_is_there_is_not_doubled(tmp_path: Path, clock: FixedClock) -> None:
    with workspaces.create(tmp_path / "A.jwg", clock=clock, actor="Bat") as made:
        assert made.path.name == "A.jwg"


def test_a_file_that_is_there_is_not_replaced_by_a_new_one(
    tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "A.jwg").write_text("somebody's")
    with pytest.raises(WorkspaceExists):
        workspaces.create(tmp_path / "A", clock=clock, actor="Bat")
    assert (tmp_path / "A.jwg").read_text() == "somebody's"


def test_a_workspace_tells_what_it_holds(workspace: Workspace, world: World) -> None:
    persons.register(workspace, a_person())
    adopt_rules(workspace, world.body, an_article(1))
    summary = workspaces.summarise(workspace)
    assert summary.path == workspace.path
    assert (summary.bodies, summary.meetings, summary.persons) == (1, 1, 1)
    assert (summary.decisions, summary.rule_documents) == (1, 1)


def test_a_second_opening_reads_and_says_who_writes(
    workspace: Workspace, world: World, clock: FixedClock
) -> None:
    with workspaces.open(workspace.path, clock=clock, actor="Cho") as second:
        summary = workspaces.summarise(second)
        assert summary.read_only
        assert "Bat" in summary.why_read_only
        assert summary.bodies == 1
        with pytest.raises(OpenedReadOnly, match="was not saved"):
            bodies.establish(second, a_body(code="X"))
    assert bodies.find_by_code(workspace, code="X") is None
    assert world.body


def test_a_copy_is_whole_and_a_file_that_is_there_is_kept(
    workspace: Workspace, world: World, tmp_path: Path, clock: FixedClock
) -> None:
    copy = workspaces.save_copy(workspace, path=tmp_path / "Copy")
    assert copy == tmp_path / "Copy.jwg"
    with workspaces.open(copy, clock=clock, actor="Cho", read_only=True) as opened:
        assert [row.id for row in bodies.list_all(opened)] == [world.body]
    with pytest.raises(WorkspaceExists):
        workspaces.save_copy(workspace, path=tmp_path / "Copy.jwg")


def test_a_backup_is_listed_with_what_it_holds(
    workspace: Workspace, world: World, clock: FixedClock
) -> None:
    assert workspaces.last_backup(workspace.path) is None
    path = workspaces.back_up(workspace.path, clock=clock)
    (backup,) = workspaces.list_backups(workspace.path)
    assert (backup.path, backup.taken_at, backup.is_readable) == (path, NOW, True)
    assert (backup.counts["body"], backup.counts["meeting"]) == (1, 1)
    assert backup.last_use_case == "Open delegation"
    assert backup.last_change_by == "Bat"
    assert workspaces.last_backup(workspace.path) == NOW
    assert world.body


def test_a_workspace_goes_back_to_a_backup_and_the_present_one_is_kept(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "A.jwg"
    with workspaces.create(path, clock=clock, actor="Bat") as opened:
        bodies.establish(opened, a_body())
    (backup,) = workspaces.list_backups(path)
    clock.instant += timedelta(hours=1)
    with workspaces.open(path, clock=clock, actor="Bat") as opened:
        bodies.establish(opened, a_body(code="SECOND"))
        with pytest.raises(WorkspaceInUse):
            workspaces.restore(path, backup=backup.path, actor="Bat", clock=clock)
    done = workspaces.restore(path, backup=backup.path, actor="Bat", clock=clock)
    with workspaces.open(path, clock=clock, actor="Bat", read_only=True) as opened:
        assert [row.code for row in bodies.list_all(opened)] == ["KM-JWG"]
    assert done.kept_aside is not None
    with workspaces.open(done.kept_aside, clock=clock, actor="Bat", read_only=True) as kept:
        assert len(bodies.list_all(kept)) == 2


def test_a_damaged_backup_is_not_restored(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "A.jwg"
    with workspaces.create(path, clock=clock, actor="Bat") as opened:
        bodies.establish(opened, a_body())
    (backup,) = workspaces.list_backups(path)
    content = backup.path.read_bytes()
    backup.path.write_bytes(content[: len(content) // 2])
    before = path.read_bytes()
    with pytest.raises(BackupDamaged):
        workspaces.restore(path, backup=backup.path, actor="Bat", clock=clock)
    assert path.read_bytes() == before


def test_a_sound_workspace_has_no_findings(workspace: Workspace, world: World) -> None:
    assert workspaces.verify(workspace.path) == ()
    assert world.body


def test_a_missing_workspace_cannot_be_opened_verified_or_backed_up(
    tmp_path: Path, clock: FixedClock
) -> None:
    missing = tmp_path / "Missing.jwg"
    with pytest.raises(WorkspaceMissing):
        workspaces.open(missing, clock=clock, actor="Bat")
    with pytest.raises(WorkspaceMissing):
        workspaces.verify(missing)
    with pytest.raises(WorkspaceMissing):
        workspaces.back_up(missing, clock=clock)
    assert workspaces.list_backups(missing) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_workspace_is_refused_by_name(tmp_path: Path, clock: FixedClock) -> None:
    letter = tmp_path / "Letter.jwg"
    letter.write_text("Dear colleagues")
    for attempt in (
        lambda: workspaces.open(letter, clock=clock, actor="Bat"),
        lambda: workspaces.verify(letter),
        lambda: workspaces.back_up(letter, clock=clock),
    ):
        with pytest.raises(NotAWorkspace, match=r"Letter\.jwg") as caught:
            attempt()
        assert isinstance(caught.value, Misfortune)
        assert caught.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["Letter.jwg"]
