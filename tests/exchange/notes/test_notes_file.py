"""A file of notes is read as it was written; any other is refused in a sentence that says why."""

import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.identity import new_id
from app.domain.pack_note import NotesLetter, PackNote, SentNote
from app.exchange.notes.enclosure import enclose, read_enclosed
from app.exchange.notes.reading import LARGEST, read_letter
from app.exchange.notes.refusals import NotesRefused
from app.exchange.notes.writing import write_letter

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def a_note(**fields: Any) -> PackNote:
    told: dict[str, Any] = {
        "uid": new_id(),
        "document_id": new_id(),
        "document": "JWG-RULES",
        "title": "Detailed rules",
        "eid": "art_7__para_2",
        "name": "Article 7(2)",
        "version": 2,
        "language": "ko",
        "sha256": "ab" * 32,
        "quote": "매년",
        "before": "양측은 ",
        "after": " 보고한다.",
        "start": 4,
        "text": "Every year?\nOr every second one & <more>",
        "for_secretariat": True,
        "written_at": AT,
        "changed_at": AT,
    }
    return PackNote(**(told | fields))


def a_letter(*notes: PackNote) -> NotesLetter:
    sent = tuple(
        SentNote(note=note, author="D. Dulam", side_id=new_id(), side="MN")
        for note in notes or (a_note(),)
    )
    return NotesLetter(
        body_id=new_id(),
        body="KM-JWG",
        body_name="Joint Working Group",
        pack_root="cd" * 32,
        pack_title="Rules in force",
        pack_on="2026-03-02",
        written_at=AT,
        notes=sent,
    )


def changed(change: Callable[[dict[str, Any]], Any]) -> bytes:
    """Return a file in which something was changed by hand."""
    told = json.loads(write_letter(a_letter(a_note(), a_note())))
    change(told)
    return json.dumps(told).encode()


def in_note(**fields: Any) -> bytes:
    return changed(lambda told: told["notes"][1].update(fields))


def why(data: bytes) -> str:
    with pytest.raises(NotesRefused) as caught:
        read_letter(data, name="back.jwgn")
    assert caught.value.sentence.startswith("“back.jwgn” was not taken in: ")
    assert caught.value.remedy
    return caught.value.sentence


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(
            lambda told: told.strip() and "\ufffe" not in told and "\uffff" not in told
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_was_written_is_read(texts: list[str]) -> None:
    from app.texts.characters import clean

    letter = a_letter(*(a_note(text=clean(text) or "x") for text in texts))
    written = write_letter(letter)
    assert read_letter(written, name="n") == letter
    assert write_letter(read_letter(written, name="n")) == written


def test_a_note_without_a_side_and_a_file_with_a_mark_of_its_order_are_read() -> None:
    letter = a_letter()
    alone = replace(letter, notes=(replace(letter.notes[0], side_id=None, side=""),))
    assert read_letter(b"\xef\xbb\xbf" + write_letter(alone), name="n") == alone


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"hello", "made by another program"),
        (b"[]", "made by another program"),
        (b"{}", "made by another program"),
        (b'{"jwg_key": 1}', "made by another program"),
        (b"PK\x03\x04" + b"\0" * 50, "never packed"),
        (b"\x1f\x8b\x08" + b"\0" * 50, "never packed"),
        (b"SQLite format 3\0" + b"\0" * 100, "a pack or a workspace"),
        (b"age-encryption.org/v1", "encrypted"),
        (b"%PDF-1.7", "PDF"),
        (b'{"jwg_notes": 1, "a": "\xff\xfe"}', "UTF-8"),
        (b'{"jwg_notes": 2}', "format 2"),
        (b'{"jwg_notes": "1"}', "does not say in which format"),
        (b'{"jwg_notes": true}', "does not say in which format"),
        (b'{"jwg_notes": 1, "jwg_notes": 1}', "said twice"),
        (b'{"jwg_notes": 1, "x": NaN}', "is no number"),
        (b'{"jwg_notes": 1, "x": ' + b"9" * 9_000 + b"}", "too long"),
        (b'{"jwg_notes": 1, "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested deeper"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested deeper"),
        (b" " * (LARGEST + 1), "larger than 20 MB"),
        (b'{"jwg_notes": 1, "x" 1}', "a sign in line 1 is wrong"),
    ],
    ids=lambda told: told[:24] if isinstance(told, str) else "",
)
def test_what_is_no_file_of_notes_is_named(data: bytes, expected: str) -> None:
    assert expected in why(data)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short_says_so(share: float) -> None:
    written = write_letter(a_letter(a_note(), a_note(), a_note()))
    assert "end is missing" in why(written.rstrip()[: int(len(written) * share) - 1])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": "<script>alert(1)</script>"}, "signs that no name has"),
        ({"author": "Dulam\0"}, "control character U+0000"),
        ({"author": "Dulam\u202etxt.exe"}, "direction of writing"),
        ({"author": ""}, "says nothing"),
        ({"author": "x" * 121}, "longer than 120"),
        ({"author": ["Dulam"]}, "of another kind"),
        ({"text": "a\0b"}, "control character U+0000"),
        ({"text": "\ud800"}, "control character U+D800"),
        ({"text": " "}, "says nothing"),
        ({"text": "x" * 20_001}, "longer than 20,000"),
        ({"text": None}, "is missing"),
        ({"quote": {"a": 1}}, "of another kind"),
        ({"document": "../../etc/passwd"}, "is a path"),
        ({"document": "C:\\Windows"}, "is a path"),
        ({"provision": "/art_1"}, "is a path"),
        ({"provision": ".."}, "is a path"),
        ({"side": {"id": "x", "code": "MN"}}, "is no key"),
        ({"side": "MN"}, "of another kind"),
        ({"uid": "1"}, "is no key"),
        ({"uid": 7}, "is no key"),
        ({"revision": 0}, "not a number"),
        ({"revision": True}, "not a number"),
        ({"revision": 1.5}, "not a number"),
        ({"start": -1}, "not a number"),
        ({"version": 10**12}, "not a number"),
        ({"language": "'; DROP TABLE"}, "no language"),
        ({"sha256": "ZZ"}, "no hash"),
        ({"written_at": "yesterday"}, "no day and hour"),
        ({"written_at": "2026-03-02T12:00:00"}, "no day and hour"),
        ({"written_at": "0001-01-01T00:00:00+14:00"}, "no day and hour"),
    ],
    ids=str,
)
def test_a_note_that_is_not_as_we_write_it_is_named_by_its_number(
    fields: dict[str, Any], expected: str
) -> None:
    sentence = why(in_note(**fields))
    assert expected in sentence
    assert "note 2" in sentence


def test_two_notes_of_one_name_and_lists_of_other_things_are_refused() -> None:
    note = a_note()
    assert "note 1 and note 2 are one and the same" in why(write_letter(a_letter(note, note)))
    assert "note 1 is none" in why(changed(lambda told: told.update(notes=["x"])))
    assert "“notes” is missing" in why(changed(lambda told: told.update(notes={})))
    assert "“body” is missing" in why(changed(lambda told: told.pop("body")))
    assert "more than 20,000 notes" in why(changed(lambda told: told.update(notes=[1] * 20_001)))
    assert "is no day" in why(changed(lambda told: told["pack"].update(on="31.12.")))


def sentence_on(data: bytes) -> str:
    """Return why a file is refused; nothing if it is taken. Any other error fails the test."""
    try:
        read_letter(data, name="n")
    except NotesRefused as refused:
        return refused.sentence
    return ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_stands_in_the_place_of_a_value_is_taken_or_refused_in_a_sentence(
    data: st.DataObject,
) -> None:
    told = json.loads(write_letter(a_letter(a_note(), a_note())))
    part = data.draw(st.sampled_from([told, told["body"], told["pack"], told["notes"][1]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(JSON)
    sentence = sentence_on(json.dumps(told).encode())
    assert not sentence or sentence.startswith("“n” was not taken in: ")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(max_size=4))
def test_a_file_with_other_bytes_in_it_is_taken_or_refused_in_a_sentence(
    place: int, put: bytes
) -> None:
    written = write_letter(a_letter())
    at = place % len(written)
    assert "\0" not in sentence_on(written[:at] + put + written[at + 1 :])


def test_what_travels_in_a_sheet_is_read_and_never_swells() -> None:
    letter = a_letter(a_note(), a_note())
    assert read_enclosed(f"\n {enclose(letter)} ", name="n") == letter
    bomb = base64.b64encode(zlib.compress(b" " * 300_000_000, 9)).decode()
    for packed, expected in (
        (bomb, "larger than 20 MB"),
        ("???", "was changed"),
        (enclose(letter)[:200], "end is missing"),
        (base64.b64encode(b"plain").decode(), "was changed"),
        ("", "empty"),
    ):
        with pytest.raises(NotesRefused, match=expected):
            read_enclosed(packed, name="n")
