"""Reads a file of notes from outside: nothing in it is believed before all of it was looked at."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from app.domain.pack_note import NotesLetter, SentNote
from app.exchange.notes.parts import Part
from app.exchange.notes.refusals import BrokenNote, NotesRefused, NotesTooLarge, NotesTooNew
from app.exchange.notes.writing import FORMAT, MARK
from app.texts.characters import clean

LARGEST = 20_000_000
"""Bytes; 5,000 notes come to some 5 MB."""
MOST_NOTES = 20_000

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "it is an archive or a Word file, and notes are never packed"),
    (b"\x1f\x8b", "it is a packed file, and notes are never packed"),
    (b"BZh", "it is a packed file, and notes are never packed"),
    (b"\xfd7zXZ", "it is a packed file, and notes are never packed"),
    (b"7z\xbc\xaf", "it is a packed file, and notes are never packed"),
    (b"\x28\xb5\x2f\xfd", "it is a packed file, and notes are never packed"),
    (b"SQLite format 3\0", "it is a pack or a workspace, and no file of notes"),
    (b"age-encryption.org/", "it is encrypted"),
    (b"%PDF", "it is a PDF file"),
)


def read_letter(data: bytes, *, name: str) -> NotesLetter:
    """Return what a file of notes holds.

    Args:
        data: The file.
        name: What it is called, for the sentence that refuses it.

    Raises:
        NotesRefused: It is another file, cut short, or something in it is not as it was written.
    """
    values = _parse(_decoded(data, name), name)
    told = values.get(MARK)
    if told is None:
        raise NotesRefused(name, "it was made by another program")
    if type(told) is not int:
        raise NotesRefused(name, "it does not say in which format it is written")
    if told != FORMAT:
        raise NotesTooNew(name, told)
    try:
        return _letter(Part("the file", values))
    except BrokenNote as error:
        raise NotesRefused(name, str(error)) from error


def _decoded(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise NotesTooLarge(name, LARGEST)
    if not data.strip():
        raise NotesRefused(name, "it is empty")
    for head, what in _OTHERS:
        if data.startswith(head):
            raise NotesRefused(name, what)
    try:
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        cut = error.end >= len(data)
        what = "its end is missing" if cut else "it is not written in UTF-8, as notes are"
        raise NotesRefused(name, what) from error


def _parse(text: str, name: str) -> dict[str, Any]:
    if not text.startswith("{"):
        raise NotesRefused(name, "it was made by another program")
    if not text.endswith("}"):
        raise NotesRefused(name, "its end is missing")
    try:
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise NotesRefused(name, "it is nested deeper than notes are") from error
    except json.JSONDecodeError as error:
        what = f"its end is missing, or a sign in line {error.lineno} is wrong"
        raise NotesRefused(name, what) from error
    except BrokenNote as error:
        raise NotesRefused(name, str(error)) from error
    except ValueError as error:  # a number of thousands of digits
        raise NotesRefused(name, "a number in it is too long") from error
    return dict(values)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of the file; of two values of one name nobody knows which is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise BrokenNote(f"“{clean(twice[:40])}” is said twice in it")
    return found


def _no_number(told: str) -> NoReturn:
    raise BrokenNote(f"“{told}” in it is no number")


def _letter(file: Part) -> NotesLetter:
    body, pack = file.part("body"), file.part("pack")
    return NotesLetter(
        body_id=body.uuid("id"),
        body=body.name("code", most=60),
        body_name=body.words("name", most=2_000),
        pack_root=pack.sha256("root"),
        pack_title=pack.words("title", most=2_000),
        pack_on=pack.day("on"),
        written_at=file.instant("written_at"),
        notes=tuple(_notes(file.parts("notes", most=MOST_NOTES))),
    )


def _notes(parts: Iterable[Part]) -> Iterable[SentNote]:
    seen: dict[Any, str] = {}
    for part in parts:
        sent = part.note()
        other = seen.setdefault(sent.note.uid, part.where)
        if other != part.where:
            raise BrokenNote(f"{other} and {part.where} are one and the same by name")
        yield sent
