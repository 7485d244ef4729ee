import os
import stat
from pathlib import Path
from uuid import UUID

import pytest

from app.services import papers, working_copies
from app.services.papers import PaperDraft
from app.services.working_copies import OpensAProgram, WorkingCopy
from app.store.workspace import Workspace
from tests.builders import World


def add(workspace: Workspace, world: World, path: Path) -> UUID:
    draft = PaperDraft(path=path, symbol="JWG.1/1", titles={"en": "Note"})
    papers.add_from_files(workspace, meeting_id=world.meeting, drafts=(draft,))
    return papers.list_details(workspace, meeting_id=world.meeting)[0].files[0].id


@pytest.fixture
def copy(workspace: Workspace, world: World, tmp_path: Path) -> WorkingCopy:
    path = tmp_path / "Note.docx"
    path.write_bytes(b"first")
    file_id = add(workspace, world, path)
    return working_copies.put_out(workspace, file_id=file_id, folder=tmp_path / "copies")


def change(copy: WorkingCopy, content: bytes) -> None:
    copy.path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    copy.path.write_bytes(content)


def test_a_copy_is_named_by_its_symbol_and_can_only_be_read(copy: WorkingCopy) -> None:
    assert copy.path.name == "JWG.1-1_EN.docx"
    assert copy.path.read_bytes() == b"first"
    assert not copy.path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert not working_copies.was_changed(copy)


def test_opening_twice_puts_out_one_copy(workspace: Workspace, copy: WorkingCopy) -> None:
    again = working_copies.put_out(workspace, file_id=copy.file_id, folder=copy.path.parent)
    assert again == copy
    assert len(list(copy.path.parent.iterdir())) == 1


def test_a_changed_copy_is_noticed_and_becomes_a_revision(
    workspace: Workspace, world: World, copy: WorkingCopy
) -> None:
    change(copy, b"second")
    assert working_copies.was_changed(copy)
    working_copies.take_back(workspace, copy)
    row = papers.list_details(workspace, meeting_id=world.meeting)[0]
    assert [file.revision for file in row.files] == [2, 1]


def test_a_copy_that_was_changed_is_not_replaced_by_opening_again(
    workspace: Workspace, copy: WorkingCopy
) -> None:
    change(copy, b"second")
    again = working_copies.put_out(workspace, file_id=copy.file_id, folder=copy.path.parent)
    assert again.path != copy.path
    assert copy.path.read_bytes() == b"second"


def test_a_copy_that_is_gone_or_being_emptied_is_nothing_to_offer(copy: WorkingCopy) -> None:
    change(copy, b"")
    assert not working_copies.was_changed(copy)
    copy.path.unlink()
    assert not working_copies.was_changed(copy)


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"x"), ("a.pdf", b"MZ\x90\x00")])
def test_a_program_is_not_opened(
    workspace: Workspace, world: World, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    file_id = add(workspace, world, path)
    with pytest.raises(OpensAProgram, match="opening it would run it"):
        working_copies.put_out(workspace, file_id=file_id, folder=tmp_path / "copies")
    assert not (tmp_path / "copies").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_folder_of_copies_is_private(copy: WorkingCopy) -> None:
    assert not copy.path.parent.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_copies_that_nobody_changed_are_cleared_away(copy: WorkingCopy) -> None:
    working_copies.clear_away((copy,))
    assert not copy.path.parent.exists()


def test_a_changed_copy_is_never_cleared_away(copy: WorkingCopy) -> None:
    change(copy, b"hours of work")
    working_copies.clear_away((copy,))
    assert copy.path.read_bytes() == b"hours of work"


def test_clearing_away_twice_does_no_harm(copy: WorkingCopy) -> None:
    for _ in range(2):
        working_copies.clear_away((copy,))
    assert not copy.path.exists()
