"""Verbs for the notes of whoever reads a pack: write, change, delete, find them again.

They lie in the reader's own folder and never in the pack; the next pack of the same body finds them
again, wherever the words that they speak of stand in it.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app import paths
from app.domain.body import Body
from app.domain.identity import new_id
from app.domain.names import in_language
from app.domain.pack_note import LONGEST_AUTHOR, LONGEST_NOTE, LONGEST_QUOTE, PackNote
from app.domain.party import Party
from app.domain.rules import RuleDocument
from app.services.notes.placing import Placer, Shown, Target
from app.services.notes.refusals import (
    AuthorUnnamed,
    NoteEmpty,
    NoteGone,
    NoteTooLong,
    WordsNotThere,
)
from app.services.notes.rows import OwnNote, Placing, SideRow, Writer
from app.store.notebooks import Notebook, read_notebook, writing_notebook
from app.store.queries.bodies import seats_on
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.characters import clean
from app.texts.invisible import clear_invisible
from app.texts.quotations import Quotation, find_quotation, quote

__all__ = ["OwnNote", "Placing", "SideRow", "Writer"]

_AUTHOR, _SIDE = "author", "side"


@dataclass(frozen=True)
class NoteDraft:
    """A note as it is written.

    Attributes:
        document_id, eid, number, language: The provision, and the text in which it was read.
        quote: The words that it speaks of; none for the whole provision.
        start: Where they begin in the text, as it is shown; ``None`` where that is not known.
        in_heading: Whether they stand in the heading instead.
    """

    document_id: UUID
    eid: str
    number: int
    language: str
    text: str
    quote: str = ""
    start: int | None = None
    in_heading: bool = False
    for_secretariat: bool = False


def list_notes(
    workspace: Workspace,
    *,
    languages: tuple[str, ...] = ("en",),
    document_id: UUID | None = None,
    number: int | None = None,
) -> tuple[OwnNote, ...]:
    """Return the notes on the packs of a body in the order of reading, what is gone last.

    Args:
        workspace: An opened pack.
        languages: In the first of them provisions are named.
        document_id: The rules; those of the body by default.
        number: The version on show, in which the notes are placed; by default the latest.

    Raises:
        NotebookDamaged: The file of notes cannot be read.
    """
    with workspace.read() as reader:
        notes = read_notebook(_path(reader)).notes
        numbers = {document_id: number} if document_id and number else None
        placer = Placer(reader, language=languages[0], numbers=numbers)
        rows = sorted((_row(placer, note) for note in notes), key=lambda told: told[0])
    found = (row for _, row in rows)
    return tuple(
        row for row in found if document_id is None or row.place.document_id == document_id
    )


def add(workspace: Workspace, draft: NoteDraft) -> OwnNote:
    """Write a note on a provision.

    Raises:
        NoteEmpty, NoteTooLong: It says nothing, or far too much.
        WordsNotThere: The provision does not have the words.
        NotebookDamaged, NotebookNotWritten: It cannot be kept.
    """
    text = _checked(draft.text)
    now = workspace.clock.now()
    with workspace.read() as reader:
        numbers = {draft.document_id: draft.number}
        placer = Placer(reader, language=draft.language, numbers=numbers)
        document = reader.get(RuleDocument, draft.document_id)
        shown, name = _provision(placer, draft)
        quotation = _quotation(shown, draft, name)
        note = PackNote(
            uid=new_id(),
            document_id=document.id,
            document=document.code,
            title=in_language(document.titles, draft.language),
            eid=draft.eid,
            name=name,
            version=draft.number,
            language=draft.language,
            sha256=shown.sha256,
            quote=quotation.words,
            before=quotation.before,
            after=quotation.after,
            start=quotation.start,
            text=text,
            for_secretariat=draft.for_secretariat,
            written_at=now,
            changed_at=now,
        )
        with writing_notebook(_path(reader)) as pen:
            pen.put(note)
        return _row(placer, note)[1]


def change(
    workspace: Workspace,
    *,
    uid: UUID,
    text: str | None = None,
    for_secretariat: bool | None = None,
) -> OwnNote:
    """Change what a note says, or who may read it.

    Raises:
        NoteEmpty, NoteTooLong: It says nothing, or far too much.
        NoteGone: It was deleted meanwhile.
        NotebookDamaged, NotebookNotWritten: It cannot be kept.
    """
    checked = None if text is None else _checked(text)
    with workspace.read() as reader:
        with writing_notebook(_path(reader)) as pen:
            note = pen.find(uid)
            if note is None:
                raise NoteGone
            if for_secretariat is not None:
                note = replace(note, for_secretariat=for_secretariat)
            if checked is not None and checked != note.text:
                now = workspace.clock.now()
                note = replace(note, text=checked, revision=note.revision + 1, changed_at=now)
            pen.put(note)
        return _row(Placer(reader, language=note.language), note)[1]


def delete(workspace: Workspace, *, uid: UUID) -> None:
    """Delete a note.

    Raises:
        NoteGone: It was deleted meanwhile.
        NotebookDamaged, NotebookNotWritten: The file of notes cannot be changed.
    """
    with workspace.read() as reader, writing_notebook(_path(reader)) as pen:
        if not pen.remove(uid):
            raise NoteGone


def show_writer(workspace: Workspace, *, language: str = "en") -> Writer:
    """Return whose notes they are: by default those of the user, for no side yet."""
    with workspace.read() as reader:
        kept = read_notebook(_path(reader))
        seats = seats_on(reader, body_id=_body(reader).id, day=None)
        sides = tuple(
            SideRow(seat.party_id, in_language(reader.get(Party, seat.party_id).names, language))
            for seat in {seat.party_id: seat for seat in seats}.values()
        )
    return Writer(
        author=author_of(kept, workspace.actor),
        side_id=next((side.id for side in sides if side.id.hex == kept.facts.get(_SIDE)), None),
        sides=sides,
    )


def say_writer(workspace: Workspace, *, author: str, side_id: UUID | None) -> None:
    """Say whose notes they are, and for which side they speak.

    Raises:
        AuthorUnnamed: There is no name, or none that a person has.
    """
    name = clear_invisible(author).replace("\n", " ")
    if not is_a_name(name):
        raise AuthorUnnamed
    with workspace.read() as reader, writing_notebook(_path(reader)) as pen:
        pen.say(_AUTHOR, name)
        pen.say(_SIDE, side_id.hex if side_id else "")


def author_of(kept: Notebook, actor: str) -> str:
    """Return the name under which notes are written."""
    return kept.facts.get(_AUTHOR) or actor


def side_of(kept: Notebook) -> UUID | None:
    """Return the side for which they speak, if that was said."""
    told = kept.facts.get(_SIDE, "")
    return UUID(told) if told else None


def is_a_name(name: str) -> bool:
    """Return whether somebody can be called so."""
    return bool(name) and len(name) <= LONGEST_AUTHOR and not set(name) & set("<>")


def notes_of(reader: Reader) -> Notebook:
    """Return the file of notes on the packs of the body that a pack is of."""
    return read_notebook(_path(reader))


def _path(reader: Reader) -> Path:
    return paths.notebook_file(_body(reader).id.hex)


def _body(reader: Reader) -> Body:
    return reader.find(Body)[0]


def _checked(text: str) -> str:
    """Return what a note says, without signs that no document can hold."""
    said = "\n".join(clean(line) for line in text.replace("\u2029", "\n").splitlines()).strip()
    if not said:
        raise NoteEmpty
    if len(said) > LONGEST_NOTE:
        raise NoteTooLong(LONGEST_NOTE)
    return said


def _provision(placer: Placer, draft: NoteDraft) -> tuple[Shown, str]:
    text = placer.text(draft.document_id, draft.language)
    if text is None or draft.eid not in text:
        raise WordsNotThere(draft.eid)
    return text.show(draft.eid), text.names.get(draft.eid, draft.eid)


def _quotation(shown: Shown, draft: NoteDraft, name: str) -> Quotation:
    """Return the chosen words with what stands around them, so that they are found again."""
    words = draft.quote.replace("\u2029", "\n").replace("\u2028", "\n").strip()
    if not words:
        return Quotation()
    blanks = len(draft.quote) - len(draft.quote.lstrip())
    offset = 0 if draft.in_heading else shown.text_start
    start = offset + (draft.start or 0) + blanks
    found = find_quotation(shown.whole, Quotation(words, start=start))
    if found is None or len(words) > LONGEST_QUOTE:
        raise WordsNotThere(name)
    return quote(shown.whole, found.start, found.end)


def _row(placer: Placer, note: PackNote) -> tuple[tuple[bool, str, int, int], OwnNote]:
    placed = placer.place(target_of(note))
    row = OwnNote(
        uid=note.uid,
        revision=note.revision,
        place=placed.place,
        quote=note.quote,
        text=note.text,
        for_secretariat=note.for_secretariat,
        written_at=note.written_at,
        changed_at=note.changed_at,
        placing=placed.placing,
        heading_span=placed.heading_span,
        text_span=placed.text_span,
    )
    return placed.rank, row


def target_of(note: PackNote) -> Target:
    """Return what a note speaks of."""
    return Target(
        document_id=note.document_id,
        code=note.document,
        title=note.title,
        eid=note.eid,
        name=note.name,
        version=note.version,
        language=note.language,
        quotation=Quotation(note.quote, note.before, note.after, note.start),
    )
