"""What was typed and not saved is found at the next opening."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.identity import new_id
from app.services import minutes_sheets, minutes_writing, unsaved_words
from app.services.unsaved_words import UnsavedWords
from app.store.workspace import Workspace
from tests.builders import World, open_minutes
from tests.services.conftest import NOW


@pytest.fixture
def entry(workspace: Workspace, world: World) -> UnsavedWords:
    open_minutes(workspace, world.meeting, "One.")
    paragraph = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs[0]
    return UnsavedWords(world.meeting, paragraph.id, "ko", "", "하나, 그리고", NOW)


def file_of(home: Path) -> Path:
    (path,) = (home / "drafts").iterdir()
    return path


def test_words_that_were_kept_are_found_with_what_is_stored(
    workspace: Workspace, entry: UnsavedWords
) -> None:
    unsaved_words.keep(workspace, [entry])
    (found,) = unsaved_words.find(workspace)
    assert (found.words, found.stored) == (entry, "")
    unsaved_words.discard(workspace)
    assert unsaved_words.find(workspace) == ()


def test_words_that_were_saved_after_all_are_not_offered(
    workspace: Workspace, entry: UnsavedWords
) -> None:
    unsaved_words.keep(workspace, [entry])
    minutes_writing.rewrite(
        workspace, paragraph_id=entry.paragraph_id, language="ko", words=entry.words
    )
    assert unsaved_words.find(workspace) == ()


def test_words_of_a_paragraph_that_is_gone_are_found_all_the_same(
    workspace: Workspace, entry: UnsavedWords
) -> None:
    unsaved_words.keep(workspace, [replace(entry, paragraph_id=new_id()), entry])
    stored = [each.stored for each in unsaved_words.find(workspace)]
    assert stored == [None, ""]


def test_nothing_is_left_where_nothing_is_kept(
    workspace: Workspace, entry: UnsavedWords, home: Path
) -> None:
    unsaved_words.keep(workspace, [entry])
    assert file_of(home).is_file()
    unsaved_words.keep(workspace, [])
    assert list((home / "drafts").iterdir()) == []
    unsaved_words.keep(workspace, [])


@pytest.mark.parametrize("content", [b"", b"[{", b"[1]", b"{}", b'[{"words": "x"}]', b"\xff\xfe"])
def test_a_damaged_file_tells_nothing(
    workspace: Workspace, entry: UnsavedWords, home: Path, content: bytes
) -> None:
    unsaved_words.keep(workspace, [entry])
    file_of(home).write_bytes(content)
    assert unsaved_words.find(workspace) == ()


def test_two_workspaces_do_not_share_their_words(
    workspace: Workspace, entry: UnsavedWords, tmp_path: Path
) -> None:
    unsaved_words.keep(workspace, [entry])
    other = tmp_path / "Other.jwg"
    workspace.save_copy(other)
    with Workspace.open(other, clock=workspace.clock, actor="Bat", read_only=True) as opened:
        assert unsaved_words.find(opened) == ()


def test_a_file_is_never_half_written(
    workspace: Workspace, entry: UnsavedWords, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    unsaved_words.keep(workspace, [entry])
    before = file_of(home).read_bytes()

    def fail(*_told: object, **_how: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        unsaved_words.keep(workspace, [replace(entry, words="more", meeting_id=UUID(int=1))])
    assert file_of(home).read_bytes() == before
