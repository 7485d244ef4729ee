"""Verbs for documents: what can be made of which records, composing it, saving it as Word."""

from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.delegation import Delegation
from app.domain.meeting import Meeting
from app.domain.written_procedure import WrittenProcedure
from app.services import issuing
from app.services.composing import NoOriginalFor
from app.services.facts.gathering import kinds_of_body, kinds_of_meeting
from app.services.record_documents import (
    NotMadeOf,
    compose_decision,
    compose_for_body,
    compose_for_meeting,
)
from app.services.rule_documents import (
    NoSuchVersion,
    NoTextOf,
    NotInForce,
    compose_rules,
    latest_text,
    list_kinds_of_rules,
)
from app.services.word_files import ComposedDocument, FileNotWritten, write
from app.store.workspace import Workspace

__all__ = [
    "ComposedDocument",
    "DocumentKind",
    "FileNotWritten",
    "NoOriginalFor",
    "NoSuchVersion",
    "NoTextOf",
    "NotInForce",
    "NotMadeOf",
    "compose_decision",
    "compose_for_body",
    "compose_for_meeting",
    "compose_rules",
    "list_kinds",
    "list_kinds_of_body",
    "list_kinds_of_decision",
    "list_kinds_of_rules",
    "list_languages_of_kind",
    "list_originals",
    "save_all",
    "save_as_word",
    "write",
]

# Of these each side has its own: named first in it, and the one who writes a note.
_ONE_PER_SIDE = frozenset(
    {DocumentKind.AGREED_MINUTES, DocumentKind.NOTE_VERBALE, DocumentKind.PRESS_RELEASE}
)


def list_kinds(workspace: Workspace, *, meeting_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a meeting are enough for."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if meeting.body_id is None:
            return ()
        there = kinds_of_meeting(reader, workspace, meeting)
        if latest_text(reader, meeting.body_id) is not None:
            there.add(DocumentKind.RULES)
    return _in_order(there)


def list_kinds_of_body(workspace: Workspace, *, body_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a body are enough for."""
    with workspace.read() as reader:
        reader.get(Body, body_id)
        return _in_order(kinds_of_body(reader, workspace, body_id))


def list_kinds_of_decision(workspace: Workspace, *, decision_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents can be made of a decision; a circular where it is sought so."""
    with workspace.read() as reader:
        reader.get(Decision, decision_id)
        sought = reader.first(WrittenProcedure, decision_id=decision_id) is not None
    return (DocumentKind.DECISION, DocumentKind.CIRCULAR) if sought else (DocumentKind.DECISION,)


def list_originals(
    workspace: Workspace, *, meeting_id: UUID, kind: DocumentKind
) -> tuple[UUID | None, ...]:
    """Return whose originals there are: of minutes one for each side, else of nobody's."""
    if kind not in _ONE_PER_SIDE:
        return (None,)
    with workspace.read() as reader:
        opened = reader.find(Delegation, meeting_id=meeting_id)
    return tuple(row.party_id for row in sorted(opened, key=lambda row: row.seat)) or (None,)


def list_languages_of_kind(*, kind: DocumentKind) -> tuple[str, ...]:
    """Return the languages in which a document can be made, because there is a template."""
    from app.documents.templates import shipped_templates

    return shipped_templates().list_languages(DocumentKind(kind))


def save_as_word(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    folder_or_path: Path,
    original_of: UUID | None = None,
    language: str = "en",
) -> Path:
    """Write a document of a meeting as Word; return the path of the file.

    Into a folder it is written under a name that is still free; a path that names a file is the
    user's own choice and is replaced, in one step, so that no half-written file is ever left. Only
    what a person changed by hand since it was saved is never replaced without a word.

    Raises:
        FileNotWritten: naming the file and the reason.
        ChangedByHand: It was saved there before, and changed since.
    """
    wanted = issuing.Wanted(
        meeting_id=meeting_id, kind=kind, original_of=original_of, language=language
    )
    return issuing.save_where_chosen(workspace, wanted, folder_or_path=folder_or_path)


def save_all(workspace: Workspace, *, meeting_id: UUID, folder: Path) -> tuple[Path, ...]:
    """Write every document of a meeting, every original of its minutes, into a folder."""
    return tuple(
        save_as_word(
            workspace,
            meeting_id=meeting_id,
            kind=kind,
            original_of=party_id,
            folder_or_path=folder,
        )
        for kind in list_kinds(workspace, meeting_id=meeting_id)
        for party_id in list_originals(workspace, meeting_id=meeting_id, kind=kind)
    )


def _in_order(kinds: set[DocumentKind]) -> tuple[DocumentKind, ...]:
    return tuple(kind for kind in DocumentKind if kind in kinds)
