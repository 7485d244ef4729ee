"""Reads what a delegate sent: a file of notes, or the Word comment sheet that was made with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.pack_note import LONGEST_NOTE, NotesLetter, SentNote
from app.exchange.notes.enclosure import read_enclosed
from app.exchange.notes.reading import LARGEST, read_letter
from app.exchange.notes.refusals import NotesRefused, NotesTooLarge
from app.services import disk
from app.services.disk import FileNotRead
from app.texts.characters import clean

if TYPE_CHECKING:
    from app.documents.incoming.returned_sheet import AddedComment

_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True)
class ArrivedFile:
    """What was sent.

    Attributes:
        name: What the file is called.
        letter: The notes in it.
        added: Of a comment sheet, the rows that were put in, each with a note on the same rules.
    """

    name: str
    letter: NotesLetter
    added: tuple[tuple[SentNote, "AddedComment"], ...] = ()


def read_file(path: Path) -> ArrivedFile:
    """Return the notes that a file holds, looked through before any of it is believed.

    Raises:
        FileNotRead: It cannot be read.
        NotesRefused: It holds no notes, or not as they were written.
        WordFileRefused: It is a Word file that is not let in.
    """
    try:
        size = path.stat().st_size if path.is_file() else 0
    except OSError as error:
        raise FileNotRead(path, error.strerror or str(error)) from error
    if size > LARGEST:
        raise NotesTooLarge(path.name, LARGEST)
    content = disk.read_file(path)
    if path.suffix.lower() == ".docx" and content.startswith(_ARCHIVE):
        return _read_sheet(content, path.name)
    return ArrivedFile(path.name, read_letter(content, name=path.name))


def tidied(told: str, *, most: int, name: str) -> str:
    """Return words out of a Word file as a note holds them.

    Raises:
        NotesRefused: They are longer than any note.
    """
    words = "\n".join(clean(line).strip() for line in told.splitlines()).strip()
    if len(words) > most:
        raise NotesRefused(name, f"a comment in it is longer than {most:,} characters")
    return words


def _read_sheet(content: bytes, name: str) -> ArrivedFile:
    from app.documents.incoming.returned_sheet import read_sheet

    sheet = read_sheet(content, name=name)
    if sheet is None:
        raise NotesRefused(
            name,
            "it is a Word file, and no comment sheet that JWG Desk wrote",
            "Ask for the file of notes, which ends in .jwgn, or for the comment sheet itself.",
        )
    letter = read_enclosed(sheet.enclosed, name=name)
    standing = replace(letter, notes=tuple(_as_they_stand(letter, sheet.comments, name)))
    known = {sent.note.uid.hex: sent for sent in letter.notes}
    added = tuple((known[each.beside], each) for each in sheet.added if each.beside in known)
    return ArrivedFile(name, standing, added)


def _as_they_stand(
    letter: NotesLetter, comments: Mapping[str, str], name: str
) -> Iterator[SentNote]:
    """Yield the notes with the words that the sheet has now; a row that was taken out is none.

    Where words were changed in Word, the note is revised: once, however often it is read.
    """
    for sent in letter.notes:
        words = tidied(comments.get(sent.note.uid.hex, ""), most=LONGEST_NOTE, name=name)
        if not words:
            continue
        if words.split() == sent.note.text.split():
            yield sent
            continue
        revised = replace(sent.note, text=words, revision=sent.note.revision + 1)
        yield replace(sent, note=revised)
