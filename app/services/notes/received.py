"""Verbs for notes that came back: read them beside the rules, answer, resolve, make a proposal."""

from uuid import UUID

from app.domain.checked import kind_of
from app.domain.errors import NotFound
from app.domain.names import Names, in_language
from app.domain.pack import Annotation
from app.domain.pack_note import LONGEST_NOTE
from app.domain.party import Party
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.services.drafting import draft_proposals
from app.services.drafting.refusals import NotThere
from app.services.notes.inbox import (
    AnswerRow,
    NoteRow,
    NoteState,
    count_notes,
    list_notes,
    target_of,
)
from app.services.notes.placing import Placer
from app.services.notes.refusals import (
    AlreadyProposed,
    NoDraftYet,
    NoSideToPropose,
    NoteEmpty,
    NoteTooLong,
)
from app.services.notes.rows import Placing
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["AnswerRow", "NoteRow", "NoteState", "count_notes", "list_notes"]


def answer(workspace: Workspace, *, note_id: UUID, text: str) -> ChangeSet:
    """Answer a note; ``subject`` is the key of the answer.

    Raises:
        NoteEmpty, NoteTooLong: The answer says nothing, or far too much.
    """
    said = _checked(text)
    with workspace.write("Answer note") as work:
        note = _note(work, note_id)
        made = work.add(
            Annotation(
                author=workspace.actor,
                parent_id=note.id,
                document_id=note.document_id,
                target_code=note.target_code,
                target_eid=note.target_eid,
                target_version=note.target_version,
                language=note.language,
                target_sha256=note.target_sha256,
                text=said,
            )
        )
        return work.commit(subject=made.id)


def change_answer(workspace: Workspace, *, answer_id: UUID, text: str) -> ChangeSet:
    """Change what was answered.

    Raises:
        NoteEmpty, NoteTooLong: The answer says nothing, or far too much.
    """
    said = _checked(text)
    with workspace.write("Change answer to note") as work:
        _answer(work, answer_id).text = said
        return work.commit(subject=answer_id)


def delete_answer(workspace: Workspace, *, answer_id: UUID) -> ChangeSet:
    """Take an answer back."""
    with workspace.write("Delete answer to note") as work:
        work.delete(_answer(work, answer_id))
        return work.commit(subject=answer_id)


def resolve(workspace: Workspace, *, note_ids: tuple[UUID, ...]) -> ChangeSet:
    """Put notes aside as dealt with."""
    with workspace.write("Resolve notes" if len(note_ids) > 1 else "Resolve note") as work:
        return _settle(work, note_ids, resolved=True)


def reopen(workspace: Workspace, *, note_ids: tuple[UUID, ...]) -> ChangeSet:
    """Put notes on the table again."""
    with workspace.write("Reopen notes" if len(note_ids) > 1 else "Reopen note") as work:
        return _settle(work, note_ids, resolved=False)


def look_for_draft(workspace: Workspace, *, note_id: UUID) -> UUID | None:
    """Return the open draft that a proposal made of a note would be for, if there is one."""
    with workspace.read() as reader:
        draft = _draft(reader, _note(reader, note_id))
        return draft.id if draft else None


def propose(
    workspace: Workspace,
    *,
    note_id: UUID,
    texts: Names | None = None,
    party_id: UUID | None = None,
) -> ChangeSet:
    """Turn a note into a proposal for the open draft; ``subject`` is the key of the proposal.

    Args:
        workspace: The workspace.
        note_id: The note, which the proposal names as its reason.
        texts: The wording that is proposed, if it is known already.
        party_id: Who proposes it; by default the side of the note.

    Raises:
        NoDraftYet: No draft of these rules is open.
        NoSideToPropose: Nobody said for which side the note is.
        NotThere: The provision does not stand in the draft.
        AlreadyProposed: It has become a proposal for this draft before.
    """
    with workspace.write("Turn note into proposal") as work:
        note = _note(work, note_id)
        version = _draft(work, note)
        if version is None:
            raise NoDraftYet(_title(work, note))
        if _is_proposed(work, note, version):
            raise AlreadyProposed
        side = party_id or note.party_id
        if side is None:
            raise NoSideToPropose(note.author)
        numbers = {version.document_id: version.number}
        placed = Placer(work, language="en", numbers=numbers).place(target_of(note))
        if placed.placing is Placing.PROVISION_GONE:
            raise NotThere(placed.place.name)
        draft = ProvisionProposal(
            version_id=version.id,
            provision_id=0,
            party_id=side,
            texts=texts or {},
            reason=_reason(work, note),
        )
        made = draft_proposals.propose(workspace, draft, eid=placed.place.eid)
        assert isinstance(made.subject, UUID)
        note.proposal_id = made.subject
        return work.commit(subject=made.subject)


def _settle(work: UnitOfWork, note_ids: tuple[UUID, ...], *, resolved: bool) -> ChangeSet:
    for note_id in note_ids:
        _note(work, note_id).resolved = resolved
    return work.commit(subject=note_ids[0])


def _note(reader: Reader, note_id: UUID) -> Annotation:
    """Return a note; an answer is none."""
    note = reader.get(Annotation, note_id)
    if note.parent_id is not None:
        raise NotFound(kind_of(Annotation), note_id)
    return note


def _answer(reader: Reader, answer_id: UUID) -> Annotation:
    """Return an answer; what a delegate wrote is none, and is never changed here."""
    row = reader.get(Annotation, answer_id)
    if row.parent_id is None:
        raise NotFound("answer", answer_id)
    return row


def _checked(text: str) -> str:
    said = text.strip()
    if not said:
        raise NoteEmpty
    if len(said) > LONGEST_NOTE:
        raise NoteTooLong(LONGEST_NOTE)
    return said


def _draft(reader: Reader, note: Annotation) -> RuleVersion | None:
    return reader.first(RuleVersion, document_id=note.document_id, status=VersionStatus.DRAFT)


def _is_proposed(reader: Reader, note: Annotation, version: RuleVersion) -> bool:
    """Return whether a note is a proposal for this draft; one for an earlier draft is over."""
    if note.proposal_id is None:
        return False
    return reader.get(ProvisionProposal, note.proposal_id).version_id == version.id


def _title(reader: Reader, note: Annotation) -> str:
    document = reader.first(RuleDocument, id=note.document_id)
    return in_language(document.titles, "en") if document else note.target_code


def _reason(reader: Reader, note: Annotation) -> str:
    """Return why a proposal is made: what the note says, and whose it is."""
    side = reader.first(Party, id=note.party_id) if note.party_id else None
    day = note.written_at.date().isoformat() if note.written_at else ""
    whose = ", ".join(
        filter(None, (note.author, in_language(side.names, "en") if side else "", day))
    )
    quoted = f"On “{note.quote}”: " if note.quote else ""
    return f"{quoted}{note.text}\n(Note of {whose})"
