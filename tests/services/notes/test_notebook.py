"""A reader's notes stay on the reader's computer and are found again in the next pack."""

import os
import shutil
from pathlib import Path
from uuid import UUID

import pytest

from app import paths
from app.domain.identity import new_id
from app.services import rule_reading
from app.services.notes import notebook
from app.services.notes.notebook import NoteDraft, OwnNote, Placing
from app.services.notes.refusals import (
    AuthorUnnamed,
    NoteEmpty,
    NoteGone,
    NoteTooLong,
    WordsNotThere,
)
from app.store.notebooks import NotebookDamaged, NotebookNotWritten
from app.store.workspace import Workspace
from tests.builders import World
from tests.services.notes.conftest import MOVED, SHARES, Office, Opens


def draft(office: Office, text: str = "Why two?", **fields: object) -> NoteDraft:
    told: dict[str, object] = {
        "document_id": office.rules,
        "eid": "art_1",
        "number": 1,
        "language": "en",
        "text": text,
    }
    return NoteDraft(**(told | fields))  # type: ignore[arg-type]


def shown(pack: Workspace, rules: UUID, eid: str, language: str = "en") -> tuple[str, str]:
    """Return the heading and the text of a provision, as a page shows them."""
    read = rule_reading.read(pack, document_id=rules, languages=(language,))
    assert read is not None
    (provision,) = (each for each in read.provisions if each.eid == eid)
    wording = provision.wordings[0]
    return tuple("".join(piece.words for piece in each) for each in (wording.heading, wording.text))


def said(pack: Workspace, office: Office, note: OwnNote) -> str:
    """Return the words that a row says the note speaks of."""
    heading, text = shown(pack, office.rules, note.place.eid, note.place.language)
    parts = [heading[slice(*note.heading_span)]] if note.heading_span else []
    return "\n".join([*parts, *([text[slice(*note.text_span)]] if note.text_span else [])])


def test_a_note_is_found_again_beside_the_words_it_speaks_of(
    pack: Workspace, office: Office, opens: Opens
) -> None:
    heading, text = shown(pack, office.rules, "art_1")
    start = text.index("two per cent")
    made = notebook.add(pack, draft(office, quote="two per cent", start=start))

    with opens(office.first) as again:
        (note,) = notebook.list_notes(again)

    assert note == made
    assert (note.placing, note.place.name, note.revision) == (Placing.IN_PLACE, "Article 1", 1)
    assert note.text_span == (start, start + len("two per cent"))
    assert note.for_secretariat is False
    assert heading == "Heading 1"


def test_notes_are_kept_outside_the_pack_and_its_folder_need_not_be_writable(
    office: Office, opens: Opens, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = Path(shutil.copy(office.first, folder))
    before = path.read_bytes()
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with opens(path) as opened:
            notebook.add(opened, draft(office))
        assert path.read_bytes() == before
        assert os.listdir(folder) == [path.name]
    finally:
        folder.chmod(0o755)
    (kept,) = (paths.data_folder() / "notes").glob("*.notes")
    assert kept.stat().st_mode & 0o077 == 0


def test_the_next_pack_finds_each_note_where_its_words_stand_now(
    pack: Workspace, office: Office, opens: Opens
) -> None:
    for eid, words in (
        ("art_1", SHARES),
        ("art_1", "It is kept apart."),
        ("art_2", MOVED),
        ("art_2", ""),
    ):
        notebook.add(pack, draft(office, f"On “{words}”", eid=eid, quote=words))

    with opens(office.second) as later:
        notes = notebook.list_notes(later)
        placed = {note.quote: (note.placing, note.place.eid) for note in notes}
        assert placed == {
            SHARES: (Placing.MOVED, "art_1"),
            MOVED: (Placing.MOVED, "art_3"),
            "": (Placing.WHOLE, "art_2"),
            "It is kept apart.": (Placing.WORDS_GONE, "art_1"),
        }
        found = [note for note in notes if note.quote and not note.placing.is_orphan]
        assert [said(later, office, note) for note in found] == [SHARES, MOVED]
        assert notes[-1].placing is Placing.WORDS_GONE
        earlier = notebook.list_notes(later, document_id=office.rules, number=1)
    assert {note.placing for note in earlier} == {Placing.IN_PLACE, Placing.WHOLE}


def test_a_note_in_korean_speaks_of_the_korean_words(
    pack: Workspace, office: Office, opens: Opens
) -> None:
    notebook.add(pack, draft(office, "왜 2퍼센트인가", language="ko", quote="2퍼센트"))
    with opens(office.second) as later:
        (note,) = notebook.list_notes(later, languages=("ko",))
        assert said(later, office, note) == "2퍼센트"
    assert note.place.name == "제1조"


def test_words_in_the_heading_and_across_it_are_spoken_of_too(
    pack: Workspace, office: Office
) -> None:
    first = notebook.add(pack, draft(office, quote="Heading", start=0, in_heading=True))
    across = notebook.add(
        pack, draft(office, quote="Heading 1\u2029The share", start=0, in_heading=True)
    )
    assert (first.heading_span, first.text_span) == ((0, 7), None)
    assert (across.heading_span, across.text_span) == ((0, 9), (0, 9))
    assert said(pack, office, across) == "Heading 1\nThe share"


def test_of_equal_words_those_are_meant_that_were_chosen(pack: Workspace, office: Office) -> None:
    _, text = shown(pack, office.rules, "art_1")
    second = text.rindex("is")
    note = notebook.add(pack, draft(office, quote="is", start=second))
    assert note.text_span == (second, second + 2)
    assert notebook.list_notes(pack)[0].text_span == (second, second + 2)


def test_a_note_is_changed_and_deleted(pack: Workspace, office: Office) -> None:
    made = notebook.add(pack, draft(office))
    marked = notebook.change(pack, uid=made.uid, for_secretariat=True)
    assert (marked.for_secretariat, marked.revision) == (True, 1)
    changed = notebook.change(pack, uid=made.uid, text=" Why not three? ")
    assert (changed.text, changed.revision, changed.for_secretariat) == ("Why not three?", 2, True)
    assert notebook.change(pack, uid=made.uid, text="Why not three?").revision == 2
    notebook.delete(pack, uid=made.uid)
    assert notebook.list_notes(pack) == ()
    for late in (
        lambda: notebook.delete(pack, uid=made.uid),
        lambda: notebook.change(pack, uid=new_id(), text="x"),
    ):
        with pytest.raises(NoteGone):
            late()


def test_what_is_no_note_is_refused_beside_its_field(pack: Workspace, office: Office) -> None:
    for wrong, refusal, field in (
        (draft(office, " \n\0 "), NoteEmpty, "text"),
        (draft(office, "x" * 20_001), NoteTooLong, "text"),
        (draft(office, quote="words of nobody"), WordsNotThere, "quote"),
        (draft(office, eid="art_99"), WordsNotThere, "quote"),
    ):
        with pytest.raises(refusal) as caught:
            notebook.add(pack, wrong)
        assert caught.value.field == field
    assert notebook.list_notes(pack) == ()


def test_whose_notes_they_are_is_asked_once_for_each_body(
    pack: Workspace, office: Office, opens: Opens, world: World
) -> None:
    writer = notebook.show_writer(pack)
    assert (writer.author, writer.side_id) == ("Dulam", None)
    assert {side.name for side in writer.sides} == {"Republic of Korea", "Mongolia"}
    notebook.say_writer(pack, author=" D. Dulam ", side_id=world.mongolia)
    with opens(office.second) as later:
        writer = notebook.show_writer(later)
    assert (writer.author, writer.side_id) == ("D. Dulam", world.mongolia)
    for wrong in ("", "  ", "<b>Dulam</b>", "x" * 121):
        with pytest.raises(AuthorUnnamed):
            notebook.say_writer(pack, author=wrong, side_id=None)


def test_a_broken_file_of_notes_is_named_and_left_as_it_is(pack: Workspace, office: Office) -> None:
    notebook.add(pack, draft(office))
    (path,) = (paths.data_folder() / "notes").glob("*.notes")
    whole = path.read_bytes()
    for broken in (b"not a database at all" * 300, whole[:4096] + b"\xff" * (len(whole) - 4096)):
        path.write_bytes(broken)
        for act in (
            lambda: notebook.list_notes(pack),
            lambda: notebook.add(pack, draft(office)),
        ):
            with pytest.raises(NotebookDamaged, match="cannot be read"):
                act()
        assert path.read_bytes() == broken
    path.write_bytes(b"")
    assert notebook.list_notes(pack) == ()
    path.write_bytes(whole)
    assert len(notebook.list_notes(pack)) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights are not refused here")
def test_a_folder_that_cannot_be_written_is_named(pack: Workspace, office: Office) -> None:
    folder = paths.data_folder() / "notes"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        with pytest.raises(NotebookNotWritten):
            notebook.add(pack, draft(office))
    finally:
        folder.chmod(0o755)


def test_a_place_that_is_no_folder_is_named(pack: Workspace, office: Office) -> None:
    (paths.data_folder() / "notes").write_text("in the way")
    with pytest.raises(NotebookNotWritten, match="could not be kept"):
        notebook.add(pack, draft(office))
