"""Looks a document of a meeting through before it is signed."""

from collections.abc import Callable
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.domain.meeting import Meeting
from app.domain.party import Party
from app.services import record_documents
from app.services.checks.annexes import check_annexes
from app.services.checks.case import Case
from app.services.checks.decisions import check_decisions
from app.services.checks.languages import check_languages
from app.services.checks.names import check_names
from app.services.checks.order import check_party_order
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge, pass_over
from app.services.composing import Finish
from app.store.workspace import Workspace
from app.texts.blocks import Document
from app.texts.walking import missing_facts


def check(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    original_of: UUID | None = None,
    language: str = "en",
    omitted: frozenset[OptionalSection] = frozenset(),
) -> tuple[Check, ...]:
    """Return what is in order and what is not, one result for each ``CheckKey`` in their order.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        kind: Which document.
        original_of: The party whose original it is.
        language: The language of the document.
        omitted: What is left out of it.

    Raises:
        Misfortune: The document cannot be made at all; as ``record_documents.compose_for_meeting``.
    """
    made = record_documents.compose_for_meeting(
        workspace,
        meeting_id=meeting_id,
        kind=kind,
        original_of=original_of,
        language=language,
        finish=Finish(omitted=omitted),
    )
    return check_document(
        workspace, made.document, meeting_id=meeting_id, kind=kind, original_of=original_of
    )


def check_document(
    workspace: Workspace,
    document: Document,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    original_of: UUID | None,
) -> tuple[Check, ...]:
    """Return the same of a document that is made already."""
    with workspace.read() as reader:
        holder = reader.get(Party, original_of) if original_of else None
        case = Case(reader, reader.get(Meeting, meeting_id), DocumentKind(kind), document, holder)
        return tuple(look(case) for look in _CHECKS)


def check_facts(document: Document) -> Check:
    """Return whether anything in ``document`` is still to be confirmed."""
    missing = missing_facts(document)
    findings = tuple(Finding(Problem.MISSING, what) for what in missing)
    return judge(CheckKey.FACTS, findings, total=len(findings))


def _check_confirmed(case: Case) -> Check:
    if not case.paragraphs:
        return pass_over(CheckKey.CONFIRMED)
    findings = tuple(
        Finding(Problem.NOT_CONFIRMED, str(place), subject=paragraph.id)
        for place, paragraph in enumerate(case.paragraphs, start=1)
        if not paragraph.confirmed
    )
    return judge(CheckKey.CONFIRMED, findings, total=len(case.paragraphs))


_CHECKS: tuple[Callable[[Case], Check], ...] = (
    lambda case: check_facts(case.document),
    check_names,
    check_party_order,
    check_decisions,
    check_annexes,
    _check_confirmed,
    check_languages,
)
