"""Notes travel to the secretariat: private ones never, the others once, and nothing half-way."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Misfortune
from app.domain.pack import Annotation
from app.exchange.notes.reading import LARGEST, read_letter
from app.exchange.notes.refusals import NotesRefused
from app.exchange.notes.writing import write_letter
from app.services import history
from app.services.disk import FileNotRead
from app.services.notes import notebook, notes_in, notes_out, received
from app.services.notes.notebook import NoteDraft
from app.services.notes.notes_in import Arrival
from app.services.notes.received import NoteState
from app.services.notes.refusals import (
    NoteOfAnother,
    NotesOfAnotherBody,
    NothingToSend,
    UnknownRules,
    UnknownSide,
)
from app.services.notes.rows import Placing
from app.store.workspace import Workspace
from tests.builders import World
from tests.documents.test_comment_sheet import changed
from tests.services.conftest import Unchanged
from tests.services.notes.conftest import MOVED, SHARES, Office, made


def write(pack: Workspace, office: Office, text: str, **fields: Any) -> UUID:
    told = {"eid": "art_1", "number": 1, "language": "en", "for_secretariat": True}
    draft = NoteDraft(document_id=office.rules, text=text, **(told | fields))
    return notebook.add(pack, draft).uid


@pytest.fixture
def sent(pack: Workspace, office: Office, world: World, tmp_path: Path) -> Path:
    """What Dulam of Mongolia sends: three notes of four."""
    notebook.say_writer(pack, author="D. Dulam", side_id=world.mongolia)
    write(pack, office, "Why two?", quote="two per cent")
    write(pack, office, "Move it to the end.", eid="art_2", quote=MOVED)
    write(pack, office, "Kept apart by whom?", quote="It is kept apart.")
    write(pack, office, "They will never agree to this.", for_secretariat=False)
    return notes_out.write_file(pack, folder_or_path=tmp_path).path


def edited(path: Path, change: Callable[[dict[str, Any]], Any]) -> Path:
    told = json.loads(path.read_text("utf-8"))
    change(told)
    other = path.with_name("edited.jwgn")
    other.write_text(json.dumps(told), "utf-8")
    return other


def annotations(workspace: Workspace) -> list[Annotation]:
    with workspace.read() as reader:
        return reader.find(Annotation)


def test_only_notes_for_the_secretariat_leave_the_computer(
    pack: Workspace, office: Office, tmp_path: Path, sent: Path
) -> None:
    assert sent.name == "Notes KM-JWG D. Dulam 2026-03-02.jwgn"
    content = sent.read_text("utf-8")
    assert "Why two?" in content
    assert "never agree" not in content
    assert notes_out.count(pack) == notes_out.OutCount(for_secretariat=3, private=1)
    again = notes_out.write_file(pack, folder_or_path=tmp_path)
    assert (again.count, again.kept_private) == (3, 1)
    assert again.path != sent
    assert again.path.read_bytes() == sent.read_bytes()


def test_private_notes_alone_are_nothing_to_send(
    pack: Workspace, office: Office, tmp_path: Path
) -> None:
    write(pack, office, "Ours alone.", for_secretariat=False)
    with pytest.raises(NothingToSend):
        notes_out.write_file(pack, folder_or_path=tmp_path)
    assert not list(tmp_path.glob("*.jwgn"))


def test_what_comes_is_shown_before_it_is_taken_in(
    workspace: Workspace, sent: Path, unchanged: Unchanged
) -> None:
    with unchanged():
        shown = notes_in.look(workspace, path=sent)
    assert shown.counts == {Arrival.NEW: 3, Arrival.REVISED: 0, Arrival.HERE: 0}
    assert (shown.author_names, shown.sides) == (("D. Dulam",), ("Mongolia",))
    assert (shown.pack_title, shown.pack_on, shown.pack_known) == (
        "First",
        date(2026, 3, 2),
        True,
    )
    assert [(row.text, row.placing, row.place.eid) for row in shown.rows] == [
        ("Why two?", Placing.IN_PLACE, "art_1"),
        ("Move it to the end.", Placing.MOVED, "art_3"),
        ("Kept apart by whom?", Placing.WORDS_GONE, "art_1"),
    ]


def test_notes_stand_beside_the_provision_they_speak_of_with_author_and_side(
    workspace: Workspace, office: Office, world: World, sent: Path
) -> None:
    merged = notes_in.merge(workspace, path=sent)
    assert (merged.new, merged.revised, merged.here) == (3, 0, 0)
    rows = received.list_notes(workspace, body_id=world.body)
    assert [(row.author, row.side, row.side_id) for row in rows] == [
        ("D. Dulam", "Mongolia", world.mongolia)
    ] * 3
    by_text = {row.text: row for row in rows}
    assert by_text["Move it to the end."].place.name == "Article 3"
    assert by_text["Kept apart by whom?"].placing is Placing.WORDS_GONE
    assert by_text["Kept apart by whom?"].quote == "It is kept apart."
    assert {row.state for row in rows} == {NoteState.OPEN}
    assert received.count_notes(workspace, document_id=office.rules) == {"art_1": 2, "art_3": 1}
    (third,) = received.list_notes(workspace, document_id=office.rules, eid="art_3")
    assert third.text == "Move it to the end."


def test_a_second_merge_brings_nothing_and_changes_nothing(
    workspace: Workspace, sent: Path, unchanged: Unchanged
) -> None:
    notes_in.merge(workspace, path=sent)
    with unchanged():
        again = notes_in.merge(workspace, path=sent)
    assert (again.change, again.new, again.revised, again.here) == (None, 0, 0, 3)


def test_a_revised_note_says_the_new_words_and_keeps_what_was_answered(
    pack: Workspace, workspace: Workspace, office: Office, sent: Path, tmp_path: Path
) -> None:
    notes_in.merge(workspace, path=sent)
    note = next(row for row in received.list_notes(workspace) if row.text == "Why two?")
    received.answer(workspace, note_id=note.id, text="As agreed in May.")
    received.resolve(workspace, note_ids=(note.id,))
    own = next(row for row in notebook.list_notes(pack) if row.text == "Why two?")
    notebook.change(pack, uid=own.uid, text="Why not three?")
    later = notes_out.write_file(pack, folder_or_path=tmp_path).path

    shown = notes_in.look(workspace, path=later)
    assert (shown.counts[Arrival.REVISED], shown.counts[Arrival.HERE], shown.reopened) == (1, 2, 1)
    (revised,) = (row for row in shown.rows if row.arrival is Arrival.REVISED)
    assert (revised.was_text, revised.text) == ("Why two?", "Why not three?")
    merged = notes_in.merge(workspace, path=later)
    assert (merged.new, merged.revised, merged.here) == (0, 1, 2)
    (row,) = (row for row in received.list_notes(workspace) if row.id == note.id)
    assert (row.text, row.revision, row.state) == ("Why not three?", 2, NoteState.ANSWERED)
    assert [each.text for each in row.answers] == ["As agreed in May."]

    older = notes_in.merge(workspace, path=sent)
    assert (older.change, older.here) == (None, 3)
    assert "Why not three?" in {each.text for each in received.list_notes(workspace)}


def test_merging_is_one_step_that_can_be_undone(workspace: Workspace, sent: Path) -> None:
    notes_in.merge(workspace, path=sent)
    upcoming = history.next_undo(workspace)
    assert upcoming is not None
    assert upcoming.use_case == "Bring in notes"
    history.undo(workspace)
    assert annotations(workspace) == []
    history.redo(workspace)
    assert len(annotations(workspace)) == 3


@pytest.mark.parametrize(
    ("change", "refusal", "named"),
    [
        (
            lambda told: told["body"].update(id="0" * 32, code="JCM", name="Joint Committee"),
            NotesOfAnotherBody,
            "Joint Committee",
        ),
        (
            lambda told: told["notes"][2].update(document="OTHER", document_id="0" * 32),
            UnknownRules,
            "OTHER",
        ),
        (
            lambda told: told["notes"][1].update(side={"id": "0" * 32, "code": "XX"}),
            UnknownSide,
            "XX",
        ),
        (lambda told: told["notes"][2].update(text="a\0b"), NotesRefused, "note 3"),
        (
            lambda told: told["notes"][2].update(author="<img src=x onerror=alert(1)>"),
            NotesRefused,
            "no name has",
        ),
    ],
)
def test_where_one_note_is_refused_none_is_taken_in(
    workspace: Workspace,
    sent: Path,
    unchanged: Unchanged,
    change: Callable[[dict[str, Any]], Any],
    refusal: type[Misfortune],
    named: str,
) -> None:
    path = edited(sent, change)
    for act in (notes_in.look, notes_in.merge):
        with unchanged(), pytest.raises(refusal) as caught:
            act(workspace, path=path)
        assert named in caught.value.sentence
        assert caught.value.remedy


def test_files_that_are_none_are_refused_before_they_are_read(
    workspace: Workspace, office: Office, tmp_path: Path, unchanged: Unchanged
) -> None:
    large = tmp_path / "large.jwgn"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    assert large.stat().st_size > LARGEST
    for path, refusal in (
        (large, NotesRefused),
        (office.first, NotesRefused),
        (tmp_path / "missing.jwgn", FileNotRead),
        (tmp_path, FileNotRead),
    ):
        with unchanged(), pytest.raises(refusal):
            notes_in.merge(workspace, path=path)


def test_nobody_changes_a_note_of_another_side(
    workspace: Workspace, world: World, sent: Path, unchanged: Unchanged
) -> None:
    notes_in.merge(workspace, path=sent)
    letter = read_letter(sent.read_bytes(), name="n")
    first, *others = letter.notes
    stolen = replace(
        first, side_id=world.korea, side="KR", note=replace(first.note, revision=9, text="Agreed!")
    )
    path = sent.with_name("stolen.jwgn")
    path.write_bytes(write_letter(replace(letter, notes=(stolen, *others))))
    with unchanged(), pytest.raises(NoteOfAnother, match="Dulam"):
        notes_in.merge(workspace, path=path)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 5)), min_size=1, max_size=6))
def test_in_whatever_order_files_come_the_latest_words_stay_and_nothing_comes_twice(
    workspace: Workspace, sent: Path, arrivals: list[tuple[int, int]]
) -> None:
    letter = read_letter(sent.read_bytes(), name="n")
    path = sent.with_name("again.jwgn")
    before = {row.uid: row.revision for row in annotations(workspace)}
    for which, revision in arrivals:
        note = letter.notes[which].note
        told = replace(note, revision=revision, text=f"Words {revision}")
        one = replace(letter, notes=(replace(letter.notes[which], note=told),))
        path.write_bytes(write_letter(one))
        notes_in.merge(workspace, path=path)
        assert notes_in.merge(workspace, path=path).change is None
        before[note.uid] = max(before.get(note.uid, 0), revision)
    rows = annotations(workspace)
    assert {row.uid: row.revision for row in rows} == before
    assert all(row.text == f"Words {row.revision}" for row in rows)
    assert SHARES


def test_a_side_that_is_said_later_is_kept_with_the_revised_note(
    pack: Workspace, workspace: Workspace, office: Office, world: World, tmp_path: Path
) -> None:
    uid = write(pack, office, "First thought.")
    notes_in.merge(workspace, path=notes_out.write_file(pack, folder_or_path=tmp_path).path)
    assert [row.side for row in received.list_notes(workspace)] == [""]
    notebook.say_writer(pack, author="D. Dulam", side_id=world.mongolia)
    notebook.change(pack, uid=uid, text="Second thought.")
    notes_in.merge(workspace, path=notes_out.write_file(pack, folder_or_path=tmp_path).path)
    (row,) = received.list_notes(workspace)
    assert (row.text, row.author, row.side) == ("Second thought.", "Dulam", "Mongolia")


def test_a_comment_sheet_brings_the_same_notes_as_the_file(
    pack: Workspace, workspace: Workspace, sent: Path, tmp_path: Path
) -> None:
    saved = notes_out.write_sheet(pack, folder_or_path=tmp_path)
    assert saved.path.name == "Comments KM-JWG D. Dulam 2026-03-02.docx"
    assert (saved.count, saved.kept_private) == (3, 1)
    assert b"never agree" not in saved.path.read_bytes()
    first = notes_in.merge(workspace, path=saved.path)
    assert (first.new, first.here) == (3, 0)
    again = notes_in.merge(workspace, path=sent)
    assert (again.new, again.revised, again.here) == (0, 0, 3)


def test_rules_are_known_by_more_than_their_code(
    workspace: Workspace, office: Office, sent: Path
) -> None:
    renamed = edited(sent, lambda told: told["notes"][1].update(document="AS-IT-WAS-CALLED"))
    assert notes_in.merge(workspace, path=renamed).new == 3
    rows = received.list_notes(workspace, document_id=office.rules)
    assert {row.place.code for row in rows} == {"JWG-RULES"}


def test_what_was_changed_in_word_is_a_revision_and_a_row_that_was_taken_out_is_no_note(
    pack: Workspace, workspace: Workspace, sent: Path, tmp_path: Path
) -> None:
    notes_in.merge(workspace, path=sent)
    path = notes_out.write_sheet(pack, folder_or_path=tmp_path, language="ko").path
    path.write_bytes(
        changed(path.read_bytes(), ("Why two?", "Why not four?"), ("Kept apart by whom?", ""))
    )
    merged = notes_in.merge(workspace, path=path)
    assert (merged.new, merged.revised, merged.here) == (0, 1, 1)
    texts = {row.text for row in received.list_notes(workspace)}
    assert texts == {"Why not four?", "Move it to the end.", "Kept apart by whom?"}
    assert notes_in.merge(workspace, path=path).change is None


def with_row(path: Path, provision: str, words: str, comment: str) -> bytes:
    """Return a sheet with a row before the last, as somebody types it in Word."""
    with zipfile.ZipFile(path) as archive:
        rows = archive.read("word/document.xml").decode()
    last = rows[rows.rindex("<w:tr>") : rows.rindex("</w:tbl>")]
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{told}</w:t></w:r></w:p></w:tc>"
        for told in ("", provision, words, comment, "")
    )
    return changed(path.read_bytes(), (last, f"<w:tr>{cells}</w:tr>{last}"))


def test_a_row_that_was_added_in_word_is_a_note_too(
    pack: Workspace, workspace: Workspace, sent: Path, tmp_path: Path, unchanged: Unchanged
) -> None:
    path = notes_out.write_sheet(pack, folder_or_path=tmp_path).path
    wrong = path.with_name("wrong.docx")
    wrong.write_bytes(with_row(path, "Article 99", "", "On what?"))
    path.write_bytes(with_row(path, "article 3", "Nothing else", "Something else is."))
    merged = notes_in.merge(workspace, path=path)
    assert (merged.new, merged.here) == (4, 0)
    (added,) = (each for each in received.list_notes(workspace) if each.text.startswith("Some"))
    assert (added.author, added.side, added.quote) == ("D. Dulam", "Mongolia", "Nothing else")
    assert added.place.name == "Article 3"
    assert notes_in.merge(workspace, path=path).change is None
    with unchanged(), pytest.raises(NotesRefused, match="“Article 99”, which is no provision"):
        notes_in.merge(workspace, path=wrong)


def test_word_files_that_are_no_comment_sheets_are_refused(
    pack: Workspace, workspace: Workspace, tmp_path: Path, sent: Path, unchanged: Unchanged
) -> None:
    path = notes_out.write_sheet(pack, folder_or_path=tmp_path).path
    foreign = tmp_path / "foreign.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(foreign, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "customXml/item2.xml":
                part = part.replace(b"urn:jwg-desk:notes:1", b"urn:another:thing")
            new.writestr(name, part)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(path.read_bytes()[:3000])
    for each, named in ((foreign, "no comment sheet"), (broken, "damaged")):
        with unchanged(), pytest.raises(Misfortune, match=named):
            notes_in.merge(workspace, path=each)


def test_what_delegates_wrote_never_goes_into_a_pack(
    workspace: Workspace, world: World, sent: Path, tmp_path: Path
) -> None:
    notes_in.merge(workspace, path=sent)
    for row in received.list_notes(workspace):
        received.answer(workspace, note_id=row.id, text="Our answer to Dulam.")
    content = made(workspace, world, "Next", tmp_path).read_bytes()
    for said in ("Why two?", "Move it to the end.", "D. Dulam", "Our answer"):
        assert said.encode() not in content
