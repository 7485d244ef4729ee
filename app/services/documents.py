"""Verbs for documents: what can be made of which records, composing it, saving it as Word."""

from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection, sections_of
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.delegation import Delegation
from app.domain.meeting import Meeting
from app.domain.written_procedure import WrittenProcedure
from app.services import issuing, own_templates
from app.services.composing import NoOriginalFor, can_circulate
from app.services.facts.gathering import kinds_of_body, kinds_of_meeting
from app.services.record_documents import (
    NotMadeOf,
    compose_decision,
    compose_for_body,
    compose_for_meeting,
)
from app.services.rule_documents import (
    NoSecondLanguage,
    NoSuchVersion,
    NoTextOf,
    NotInForce,
    compose_rules,
    compose_version,
    find_version,
    kinds_of_rules,
    latest_text,
    list_kinds_of_rules,
    list_languages_of_rules,
)
from app.services.word_files import ComposedDocument, FileNotWritten
from app.store.workspace import Workspace

__all__ = [
    "ComposedDocument",
    "DocumentKind",
    "FileNotWritten",
    "NoOriginalFor",
    "NoSecondLanguage",
    "NoSuchVersion",
    "NoTextOf",
    "NotInForce",
    "NotMadeOf",
    "OptionalSection",
    "can_circulate",
    "compose_decision",
    "compose_for_body",
    "compose_for_meeting",
    "compose_rules",
    "compose_version",
    "find_version",
    "list_kinds",
    "list_kinds_of_body",
    "list_kinds_of_decision",
    "list_kinds_of_rules",
    "list_languages_of_kind",
    "list_languages_of_rules",
    "list_originals",
    "list_sections",
    "save_all",
    "save_as_word",
]


def list_kinds(workspace: Workspace, *, meeting_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a meeting are enough for."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if meeting.body_id is None:  # of a summit there is at least the list of who came
            came = reader.first(Delegation, meeting_id=meeting_id) is not None
            return (DocumentKind.PARTICIPANTS,) if came else ()
        there = kinds_of_meeting(reader, workspace, meeting)
        version = latest_text(reader, meeting.body_id)
        if version is not None:
            there.update(kinds_of_rules(reader, version.document_id))
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
    wanted = issuing.Wanted(meeting_id=meeting_id, kind=DocumentKind(kind))
    return tuple(each.original_of for each in issuing.list_originals(workspace, wanted))


def list_sections(*, kind: DocumentKind) -> tuple[OptionalSection, ...]:
    """Return what can be left out of a document of this kind, in the order of its pages."""
    return sections_of(kind)


def list_languages_of_kind(
    *, kind: DocumentKind, workspace: Workspace | None = None, body_id: UUID | None = None
) -> tuple[str, ...]:
    """Return the languages in which a document can be made, because there is a template.

    Args:
        kind: Which document.
        workspace: The workspace whose own templates count too.
        body_id: The body whose templates count too; those of another never do.
    """
    from app.documents.templates import shipped_templates

    shipped = shipped_templates().list_languages(DocumentKind(kind))
    if workspace is None:
        return shipped
    codes = {""}
    if body_id is not None:
        with workspace.read() as reader:
            codes.add(reader.get(Body, body_id).code)
    own = {
        row.language
        for row in own_templates.list_templates(workspace)
        if row.kind == kind and row.body_code in codes
    }
    return tuple(sorted({*shipped, *own}))


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
