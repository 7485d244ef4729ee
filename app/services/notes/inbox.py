"""Reads the notes that came back, each beside the provision to which it belongs now."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.names import in_language
from app.domain.pack import Annotation
from app.domain.party import Party
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.services.notes.placing import Placer, Target
from app.services.notes.rows import Place, Placed, Placing, Span
from app.store.queries import annotations as queries
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.quotations import Quotation


class NoteState(StrEnum):
    """What came of a note."""

    OPEN = "open"
    ANSWERED = "answered"
    PROPOSED = "proposed"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What the secretariat said to a note."""

    id: UUID
    author: str
    text: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note of a delegate.

    Attributes:
        side_id, side: The party that the author speaks for, if that was said.
        written_at: When it was written, and ``came_at`` when it was taken in.
        proposal_id: The proposal that was made of it, and ``version_id`` the draft of that.
    """

    id: UUID
    place: Place
    quote: str
    text: str
    author: str
    side_id: UUID | None
    side: str
    written_at: datetime | None
    came_at: datetime | None
    revision: int
    state: NoteState
    placing: Placing
    heading_span: Span | None
    text_span: Span | None
    answers: tuple[AnswerRow, ...]
    proposal_id: UUID | None
    version_id: UUID | None


def list_notes(
    workspace: Workspace,
    *,
    body_id: UUID | None = None,
    document_id: UUID | None = None,
    eid: str | None = None,
    language: str = "en",
) -> tuple[NoteRow, ...]:
    """Return the notes on rules in the order of reading, each where its words stand now.

    Args:
        workspace: The workspace.
        body_id: The body whose rules they are on; all bodies by default.
        document_id: The rules that they are on, instead.
        eid: Only those that belong to this provision now.
        language: In which rules, provisions and sides are named.
    """
    with workspace.read() as reader:
        notes = queries.list_notes(reader, document_ids=_documents(reader, body_id, document_id))
        placer = Placer(reader, language=language)
        placed = [(note, placer.place(target_of(note))) for note in notes]
        wanted = [pair for pair in placed if eid is None or pair[1].place.eid == eid]
        wanted.sort(key=lambda pair: (pair[1].rank, pair[0].id))
        answers = queries.list_answers(reader, note_ids=[note.id for note, _ in wanted])
        sides = {row.id: in_language(row.names, language) for row in reader.find(Party)}
        drafts = _drafts(reader, {note.proposal_id for note, _ in wanted if note.proposal_id})
        return tuple(
            _row(note, where, answers.get(note.id, []), sides, drafts) for note, where in wanted
        )


def count_notes(workspace: Workspace, *, document_id: UUID) -> Mapping[str, int]:
    """Return how many notes wait, by the provision to which they belong now."""
    with workspace.read() as reader:
        placer = Placer(reader, language="en")
        notes = queries.list_notes(reader, document_ids=[document_id])
        waiting = (note for note in notes if not note.resolved)
        return Counter(placer.place(target_of(note)).place.eid for note in waiting)


def target_of(note: Annotation) -> Target:
    """Return what a note speaks of."""
    return Target(
        document_id=note.document_id,
        code=note.target_code,
        title="",
        eid=note.target_eid,
        name="",
        version=note.target_version,
        language=note.language,
        quotation=Quotation(note.quote, note.before, note.after, note.start),
    )


def _documents(reader: Reader, body_id: UUID | None, document_id: UUID | None) -> list[UUID]:
    if document_id is not None:
        return [document_id]
    wanted = {"body_id": body_id} if body_id else {}
    return [row.id for row in reader.find(RuleDocument, **wanted)]


def _row(
    note: Annotation,
    placed: Placed,
    answers: list[Annotation],
    sides: Mapping[UUID, str],
    drafts: Mapping[UUID, UUID],
) -> NoteRow:
    proposal_id = note.proposal_id if note.proposal_id in drafts else None
    return NoteRow(
        id=note.id,
        place=placed.place,
        quote=note.quote,
        text=note.text,
        author=note.author,
        side_id=note.party_id,
        side=sides.get(note.party_id, "") if note.party_id else "",
        written_at=note.written_at,
        came_at=note.created_at,
        revision=note.revision,
        state=_state(note, is_proposed=proposal_id is not None, has_answers=bool(answers)),
        placing=placed.placing,
        heading_span=placed.heading_span,
        text_span=placed.text_span,
        answers=tuple(AnswerRow(row.id, row.author, row.text, row.created_at) for row in answers),
        proposal_id=proposal_id,
        version_id=drafts[proposal_id] if proposal_id else None,
    )


def _drafts(reader: Reader, proposal_ids: set[UUID]) -> dict[UUID, UUID]:
    """Return the version that each proposal is for; a draft that was withdrawn is none."""
    found = {}
    for key in proposal_ids:
        version = reader.get(RuleVersion, reader.get(ProvisionProposal, key).version_id)
        if version.status is not VersionStatus.WITHDRAWN:
            found[key] = version.id
    return found


def _state(note: Annotation, *, is_proposed: bool, has_answers: bool) -> NoteState:
    if note.resolved:
        return NoteState.RESOLVED
    if is_proposed:
        return NoteState.PROPOSED
    return NoteState.ANSWERED if has_answers else NoteState.OPEN
