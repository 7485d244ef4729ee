"""A party's letterhead is kept with the workspace and heads the letters that it sends."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.documents.kinds import DocumentKind
from app.documents.pictures import PictureUnusable
from app.domain.attachment import AttachmentBlob
from app.domain.errors import NotFound
from app.domain.identity import new_id
from app.domain.workspace_facts import StoreMeta
from app.services import letterheads, previews
from app.services.disk import FileNotRead
from app.services.letterheads import LinesUnusable, NoLetterhead
from app.services.previews import Wanted
from app.services.wanted import compose
from app.store.workspace import Workspace
from app.texts.letterhead import Letterhead
from tests.builders import World, a_body, key_of, open_minutes
from tests.documents.letter_builders import SVG, a_jpeg, a_png
from tests.services.conftest import Unchanged

LINES = {"en": "Ministry of Foreign Affairs\n60 Sajik-ro 8-gil, Seoul", "ko": "외교부"}


def letter(workspace: Workspace, world: World, **asked: object) -> Letterhead | None:
    wanted = Wanted(kind=DocumentKind.NOTE_VERBALE, meeting_id=world.meeting)
    return compose(workspace, replace(wanted, **asked)).document.letterhead


def file_with(folder: Path, content: bytes, name: str = "logo.png") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def korean(workspace: Workspace, world: World) -> UUID:
    letterheads.save(workspace, party_id=world.korea, lines=LINES)
    return world.korea


def test_a_letter_of_the_side_bears_its_letterhead_and_that_of_the_other_does_not(
    workspace: Workspace, world: World, korean: UUID
) -> None:
    made = letter(workspace, world, original_of=korean)
    assert made == Letterhead(("Ministry of Foreign Affairs", "60 Sajik-ro 8-gil, Seoul"))
    assert letter(workspace, world, original_of=world.mongolia) is None


def test_a_logo_comes_with_it_as_it_was_and_can_be_taken_away(
    workspace: Workspace, world: World, korean: UUID, tmp_path: Path
) -> None:
    for content, name in ((a_png(), "arms.png"), (a_jpeg(), "arms.jpg")):
        letterheads.set_logo(workspace, party_id=korean, path=file_with(tmp_path, content, name))
        made = letter(workspace, world, original_of=korean)
        assert made is not None
        assert made.logo is not None
        assert (made.logo.content, made.logo.words) == (content, "Ministry of Foreign Affairs")
        shown = letterheads.show(workspace, party_id=korean)
        assert shown is not None
        assert shown.logo_name == name
        assert letterheads.read_logo(workspace, logo_id=shown.logo_id or new_id()) == content
    letterheads.set_logo(workspace, party_id=korean, path=None)
    made = letter(workspace, world, original_of=korean)
    assert made is not None
    assert made.logo is None


def test_the_lines_are_those_of_the_language_of_the_letter_or_of_another(
    workspace: Workspace, world: World
) -> None:
    letterheads.save(workspace, party_id=world.korea, lines={"ko": " 외교부 \n\n  서울 "})
    made = letter(workspace, world, original_of=world.korea)
    assert made is not None
    assert made.lines == ("외교부", "서울")


def test_a_body_may_have_a_letterhead_of_its_own_that_goes_before_the_general_one(
    workspace: Workspace, world: World, korean: UUID
) -> None:
    letterheads.save(
        workspace, party_id=korean, body_id=world.body, lines={"en": "Secretariat of the JWG"}
    )
    made = letter(workspace, world, original_of=korean)
    assert made is not None
    assert made.lines == ("Secretariat of the JWG",)
    other = key_of(_another_body(workspace))
    general = letterheads.show(workspace, party_id=korean, body_id=other)
    assert general is not None
    assert (general.body_id, general.lines) == (None, LINES)
    own = letterheads.show(workspace, party_id=korean, body_id=world.body)
    assert own is not None
    assert own.body_id == world.body
    assert len(letterheads.list_letterheads(workspace)) == 2


def _another_body(workspace: Workspace) -> object:
    from app.services import bodies

    return bodies.establish(workspace, a_body(code="OTHER"))


def test_saving_again_changes_the_lines_and_keeps_the_logo(
    workspace: Workspace, korean: UUID, tmp_path: Path
) -> None:
    letterheads.set_logo(workspace, party_id=korean, path=file_with(tmp_path, a_png()))
    letterheads.save(workspace, party_id=korean, lines={"en": "Ministry"})
    (row,) = letterheads.list_letterheads(workspace)
    assert (row.lines, row.logo_name) == ({"en": "Ministry"}, "logo.png")


def test_a_letterhead_that_is_taken_away_is_gone_from_the_next_letter(
    workspace: Workspace, world: World, korean: UUID
) -> None:
    letterheads.clear(workspace, party_id=korean)
    assert letterheads.show(workspace, party_id=korean) is None
    assert letter(workspace, world, original_of=korean) is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ({}, "has no lines"),
        ({"en": "  \n "}, "has no lines"),
        ({"en": "\n".join("abcdefghi")}, "has 9 lines"),
        ({"en": "x" * 201}, "more than 200 characters"),
    ],
)
def test_lines_that_are_none_or_too_many_are_refused(
    workspace: Workspace, world: World, unchanged: Unchanged, lines: dict[str, str], told: str
) -> None:
    with unchanged(), pytest.raises(LinesUnusable, match=told) as refused:
        letterheads.save(workspace, party_id=world.korea, lines=lines)
    assert refused.value.field == "lines"


@pytest.mark.parametrize("content", [SVG, b"", b"GIF89a", a_png()[:-9], b"x" * 2_000_001])
def test_what_is_no_picture_that_word_shows_is_refused_and_leaves_nothing_behind(
    workspace: Workspace, korean: UUID, unchanged: Unchanged, tmp_path: Path, content: bytes
) -> None:
    path = file_with(tmp_path, content)
    with unchanged(), pytest.raises(PictureUnusable):
        letterheads.set_logo(workspace, party_id=korean, path=path)
    with unchanged(), pytest.raises(FileNotRead):
        letterheads.set_logo(workspace, party_id=korean, path=tmp_path / "nowhere.png")


def test_a_logo_needs_a_letterhead_and_a_letterhead_its_party_and_body(
    workspace: Workspace, world: World, unchanged: Unchanged, tmp_path: Path
) -> None:
    path = file_with(tmp_path, a_png())
    with unchanged(), pytest.raises(NoLetterhead, match="Republic of Korea"):
        letterheads.set_logo(workspace, party_id=world.korea, path=path)
    with unchanged(), pytest.raises(NoLetterhead):
        letterheads.clear(workspace, party_id=world.korea)
    with unchanged(), pytest.raises(NotFound):
        letterheads.save(workspace, party_id=world.korea, body_id=new_id(), lines=LINES)


def test_the_preview_shows_it_and_plain_text_begins_with_it(
    workspace: Workspace, world: World, korean: UUID, tmp_path: Path
) -> None:
    letterheads.set_logo(workspace, party_id=korean, path=file_with(tmp_path, a_png()))
    wanted = Wanted(kind=DocumentKind.NOTE_VERBALE, meeting_id=world.meeting, original_of=korean)
    assert "data:image/png;base64," in previews.show(workspace, wanted).html
    words = previews.write_plain(workspace, wanted)
    assert words.startswith("Ministry of Foreign Affairs\n60 Sajik-ro 8-gil, Seoul\n")


def test_a_press_release_bears_the_letterhead_of_our_side_if_that_was_said(
    workspace: Workspace, world: World, korean: UUID
) -> None:
    open_minutes(workspace, world.meeting)
    asked = {"kind": DocumentKind.PRESS_RELEASE}
    assert letter(workspace, world, **asked) is None
    with workspace.write("Choose our side") as work:
        work.add(StoreMeta(key="our_side", value=str(korean)))
        work.commit()
    assert letter(workspace, world, **asked) is not None
    assert letter(workspace, world, original_of=world.mongolia, **asked) is None


def test_minutes_bear_none(workspace: Workspace, world: World, korean: UUID) -> None:
    open_minutes(workspace, world.meeting)
    asked = {"kind": DocumentKind.AGREED_MINUTES, "original_of": korean}
    assert letter(workspace, world, **asked) is None


def test_a_logo_that_was_changed_outside_is_noticed(
    workspace: Workspace, world: World, korean: UUID, tmp_path: Path
) -> None:
    from app.services.attachments import AttachmentDamaged

    letterheads.set_logo(workspace, party_id=korean, path=file_with(tmp_path, a_png()))
    with workspace.write("Tamper") as work:
        (blob,) = work.find(AttachmentBlob)
        blob.data = a_png(9, 9)
        work.commit()
    with pytest.raises(AttachmentDamaged):
        letter(workspace, world, original_of=korean)
