"""Tries a template or a form with one meeting, before anybody's document is made with it."""

from typing import TYPE_CHECKING
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.written_procedure import WrittenProcedure
from app.services import own_templates, previews
from app.services.facts.circulars import NoProcedure
from app.services.facts.meetings import NoBody
from app.services.facts.minutes import NoMinutes
from app.services.previews import Preview
from app.services.record_documents import NotMadeOf
from app.services.rule_documents import NoTextOf
from app.services.wanted import Wanted, compose, list_originals
from app.store.reader import Reader
from app.store.workspace import Workspace

if TYPE_CHECKING:
    from app.documents.insertable import Insertable

__all__ = ["NOT_THERE", "NothingToTryWith", "list_fields", "list_form_fields", "try_with_meeting"]

# Parts are no documents; each is tried with one that takes it in.
_WITH_PARTS = {
    "parts": DocumentKind.AGREED_MINUTES,
    "record_parts": DocumentKind.SUMMARY_RECORD,
    "letter_parts": DocumentKind.INVITATION,
}
_OF_DECISIONS = frozenset({DocumentKind.DECISION, DocumentKind.CIRCULAR})


class NothingToTryWith(Misfortune):
    """A meeting has nothing of which a document of the wanted kind could be made."""

    def __init__(self, meeting: str, kind: DocumentKind) -> None:
        super().__init__(
            f"“{meeting}” has nothing to try this template with: no {kind.words}.",
            "Choose another meeting.",
        )
        self.kind = kind


NOT_THERE = (NothingToTryWith, NoMinutes, NoTextOf, NoBody, NoProcedure, NotMadeOf)
"""What a meeting may lack; then a template can only be checked by itself."""


def try_with_meeting(
    workspace: Workspace, *, meeting_id: UUID, name: str, source: str, scale: float = 1.0
) -> Preview:
    """Return the page that a template would make of a meeting; nothing is kept of it.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        name: The name of the template.
        source: The template, as it stands in the editor.
        scale: How large the page is to be.

    Raises:
        NothingToTryWith: The meeting has no such document.
        TemplateError: The template cannot be used; the error names the line.
        MarkupError: What it writes is no document; the error names the line that wrote it.
    """
    wanted = _wanted(workspace, meeting_id=meeting_id, name=name)
    if workspace.read_only:
        return previews.show(workspace, wanted, scale=scale)
    found = _found_by(workspace, meeting_id, name)
    return previews.try_template(workspace, wanted, name=found, source=source, scale=scale)


def list_fields(workspace: Workspace, *, meeting_id: UUID, name: str) -> "tuple[Insertable, ...]":
    """Return what a template can print, with what a meeting says there.

    Raises:
        NothingToTryWith: The meeting has no such document.
    """
    from app.documents.insertable import list_insertable

    wanted = _wanted(workspace, meeting_id=meeting_id, name=name)
    return list_insertable(compose(workspace, wanted).facts)


def list_form_fields(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> "tuple[Insertable, ...]":
    """Return what a ministry's own Word form can print, with what a meeting says there.

    Raises:
        NoBody: The meeting belongs to no body.
    """
    from app.documents.insertable import list_insertable
    from app.services.facts.forms import form_facts

    with workspace.read() as reader:
        facts = form_facts(reader, workspace, meeting_id=meeting_id, language=language)
    return list_insertable(facts, root="")


def _wanted(workspace: Workspace, *, meeting_id: UUID, name: str) -> Wanted:
    """Return the document that shows what a template does."""
    kind, language = _document_of(name)
    with workspace.read() as reader:
        if kind in _OF_DECISIONS:
            decision = _decision_of(reader, meeting_id, kind)
            return Wanted(kind=kind, language=language, decision_id=decision)
    wanted = Wanted(kind=kind, language=language, meeting_id=meeting_id)
    return next(iter(list_originals(workspace, wanted)), wanted)


def _found_by(workspace: Workspace, meeting_id: UUID, name: str) -> str:
    """Return the name under which the documents of a meeting would find the template first.

    The body may have one of its own, which would be shown instead; or it is for another body.
    """
    general = name.rpartition("/")[2]
    with workspace.read() as reader:
        body_id = reader.get(Meeting, meeting_id).body_id
        own = f"bodies/{reader.get(Body, body_id).code}/{general}" if body_id else general
    meant_otherwise = name not in {general, own}
    return own if meant_otherwise or own in own_templates.carried(workspace) else name


def _document_of(name: str) -> tuple[DocumentKind, str]:
    """Return the document that a template makes, or that takes its parts in, and its language."""
    stem, _, rest = name.rpartition("/")[2].partition(".")
    language = rest.partition(".")[0]
    if stem in _WITH_PARTS:
        return _WITH_PARTS[stem], language
    try:
        return DocumentKind(stem.replace("_", "-")), language
    except ValueError as error:
        raise own_templates.NoTemplateName(name) from error


def _decision_of(reader: Reader, meeting_id: UUID, kind: DocumentKind) -> UUID:
    decisions = reader.find(Decision, meeting_id=meeting_id)
    if kind is DocumentKind.CIRCULAR:
        body_id = reader.get(Meeting, meeting_id).body_id
        decisions = [
            each
            for each in reader.find(Decision, body_id=body_id)
            if reader.first(WrittenProcedure, decision_id=each.id) is not None
        ]
    if not decisions:
        meeting = reader.get(Meeting, meeting_id)
        raise NothingToTryWith(meeting.code or in_language(meeting.titles, "en"), kind)
    return min(decisions, key=lambda each: (each.symbol, str(each.id))).id
