"""Verbs that take the notes of delegates into the workspace: look at a file first, then merge it.

A note has one name for ever. What came before is not taken in twice, what was revised takes the
place of what it said, and what the secretariat answered stays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.domain.body import Body
from app.domain.names import in_language
from app.domain.pack import Annotation, Pack
from app.domain.pack_note import NotesLetter, SentNote
from app.domain.party import Party
from app.exchange.notes.refusals import NotesRefused
from app.services.notes.added_rows import complete
from app.services.notes.arriving_files import ArrivedFile, read_file
from app.services.notes.notebook import target_of
from app.services.notes.placing import Placer
from app.services.notes.refusals import (
    NoteOfAnother,
    NotesOfAnotherBody,
    UnknownRules,
    UnknownSide,
)
from app.services.notes.rows import Place, Placing
from app.store.change_set import ChangeSet
from app.store.queries.annotations import find_by_uids
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["NotesRefused"]


class Arrival(StrEnum):
    """What a note that comes is to the workspace."""

    NEW = "new"
    REVISED = "revised"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A note of a file.

    Attributes:
        placing: Where it belongs in the latest text.
        was_text: What it said before, if it was revised.
    """

    uid: UUID
    arrival: Arrival
    place: Place
    quote: str
    text: str
    author: str
    side: str
    placing: Placing
    was_text: str


@dataclass(frozen=True)
class NotesPreview:
    """What a file of notes holds, and what merging it would do.

    Attributes:
        pack_known: Whether the pack was made from this workspace.
        counts: How many notes are new, revised, or here already.
        reopened: How many were resolved and would be open again, as they were revised.
    """

    file_name: str
    author_names: tuple[str, ...]
    sides: tuple[str, ...]
    body_name: str
    pack_title: str
    pack_on: date | None
    pack_known: bool
    written_at: datetime
    rows: tuple[PreviewRow, ...]
    counts: Mapping[Arrival, int]
    reopened: int


@dataclass(frozen=True)
class Merged:
    """What merging a file of notes did; ``change`` is ``None`` where there was nothing to do."""

    change: ChangeSet | None
    new: int
    revised: int
    here: int


@dataclass(frozen=True)
class _Arriving:
    """A note that comes, with what the workspace knows of it."""

    sent: SentNote
    document_id: UUID
    party: Party | None
    there: Annotation | None

    @property
    def arrival(self) -> Arrival:
        """What it is to the workspace."""
        if self.there is None:
            return Arrival.NEW
        is_revised = self.there.revision < self.sent.note.revision
        return Arrival.REVISED if is_revised else Arrival.HERE


def look(workspace: Workspace, *, path: Path, language: str = "en") -> NotesPreview:
    """Return what a file of notes holds, and what merging it would do.

    Raises:
        FileNotRead: It cannot be read.
        NotesRefused, WordFileRefused: It holds no notes, or not as they were written.
        NotesOfAnotherBody, UnknownRules, UnknownSide: It speaks of what is not here.
        NoteOfAnother: It changes what somebody of another side wrote.
    """
    arrived = read_file(path)
    letter = arrived.letter
    with workspace.read() as reader:
        placer = Placer(reader, language=language)
        arriving = _match(reader, placer, arrived)
        told = [(each, placer.place(target_of(each.sent.note))) for each in arriving]
        body = _body(reader, letter, path.name)
        sides = {each.party.id: each.party for each in arriving if each.party}
        return NotesPreview(
            file_name=path.name,
            author_names=tuple(dict.fromkeys(each.sent.author for each in arriving)),
            sides=tuple(in_language(party.names, language) for party in sides.values()),
            body_name=in_language(body.names, language),
            pack_title=letter.pack_title,
            pack_on=date.fromisoformat(letter.pack_on) if letter.pack_on else None,
            pack_known=_pack(reader, letter) is not None,
            written_at=letter.written_at,
            rows=tuple(
                PreviewRow(
                    uid=each.sent.note.uid,
                    arrival=each.arrival,
                    place=placed.place,
                    quote=each.sent.note.quote,
                    text=each.sent.note.text,
                    author=each.sent.author,
                    side=in_language(each.party.names, language) if each.party else "",
                    placing=placed.placing,
                    was_text=_was(each),
                )
                for each, placed in sorted(told, key=lambda pair: pair[1].rank)
            ),
            counts=_counts(arriving),
            reopened=sum(_is_reopened(each) for each in arriving),
        )


def merge(workspace: Workspace, *, path: Path) -> Merged:
    """Take the notes of a file into the workspace, all of them or none.

    Raises:
        FileNotRead, NotesRefused, WordFileRefused, NotesOfAnotherBody, UnknownRules, UnknownSide,
            NoteOfAnother: as ``look``.
        OpenedReadOnly: The workspace cannot be written.
    """
    arrived = read_file(path)
    letter = arrived.letter
    with workspace.write("Bring in notes") as work:
        arriving = _match(work, Placer(work, language="en"), arrived)
        counts = _counts(arriving)
        pack = _pack(work, letter)
        for each in arriving:
            _take(work, each, pack.id if pack else None)
        change = None
        if counts[Arrival.NEW] or counts[Arrival.REVISED]:
            change = work.commit(subject=_body(work, letter, path.name).id)
    return Merged(change, counts[Arrival.NEW], counts[Arrival.REVISED], counts[Arrival.HERE])


def _match(reader: Reader, placer: Placer, arrived: ArrivedFile) -> list[_Arriving]:
    """Return every note with what it speaks of here; where one thing is not here, none."""
    name = arrived.name
    body = _body(reader, arrived.letter, name)
    notes = complete(arrived, placer)
    known = find_by_uids(reader, [sent.note.uid for sent in notes])
    parties = reader.find(Party)
    by_id, by_code = {row.id: row for row in parties}, {row.code: row for row in parties}
    arriving = []
    for sent in notes:
        document = placer.document(sent.note.document_id, sent.note.document)
        if document is None or document.body_id not in {None, body.id}:
            raise UnknownRules(name, sent.note.document)
        party = by_id.get(sent.side_id) if sent.side_id else None
        party = party or by_code.get(sent.side)
        if sent.side and party is None:
            raise UnknownSide(name, sent.side)
        there = known.get(sent.note.uid)
        if there is not None and party and there.party_id not in {None, party.id}:
            raise NoteOfAnother(name, there.author)
        arriving.append(_Arriving(sent, document.id, party, there))
    return arriving


def _body(reader: Reader, letter: NotesLetter, name: str) -> Body:
    found = reader.first(Body, id=letter.body_id) or reader.first(Body, code=letter.body)
    if found is None:
        raise NotesOfAnotherBody(name, letter.body_name or letter.body)
    return found


def _pack(reader: Reader, letter: NotesLetter) -> Pack | None:
    return reader.first(Pack, content_root=letter.pack_root) if letter.pack_root else None


def _take(work: UnitOfWork, arriving: _Arriving, pack_id: UUID | None) -> None:
    note, there = arriving.sent.note, arriving.there
    if arriving.arrival is Arrival.HERE:
        return
    if there is not None:
        there.revision = note.revision
        there.resolved = False
        there.text = note.text
        if there.party_id is None and arriving.party is not None:
            there.party_id = arriving.party.id
        return
    work.add(
        Annotation(
            uid=note.uid,
            revision=note.revision,
            author=arriving.sent.author,
            party_id=arriving.party.id if arriving.party else None,
            document_id=arriving.document_id,
            target_code=note.document,
            target_eid=note.eid,
            target_version=note.version,
            language=note.language,
            target_sha256=note.sha256,
            quote=note.quote,
            before=note.before,
            after=note.after,
            start=note.start,
            text=note.text,
            written_at=note.written_at,
            pack_id=pack_id,
        )
    )


def _is_reopened(arriving: _Arriving) -> bool:
    there = arriving.there
    return arriving.arrival is Arrival.REVISED and there is not None and there.resolved


def _was(arriving: _Arriving) -> str:
    there = arriving.there
    return there.text if there is not None and arriving.arrival is Arrival.REVISED else ""


def _counts(arriving: Iterable[_Arriving]) -> dict[Arrival, int]:
    found = Counter(each.arrival for each in arriving)
    return {arrival: found[arrival] for arrival in Arrival}
