"""Verbs that make a document of records: of a meeting, of a body, of a decision."""

from uuid import UUID

from app.documents.facts import Facts, MinutesFacts
from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.party import Party
from app.services.composing import USUAL, Finish, composed
from app.services.facts.alternat import open_for
from app.services.facts.circulars import circular_facts
from app.services.facts.decisions import decision_facts
from app.services.facts.gathering import facts_of_body, facts_of_meeting, is_draft
from app.services.rule_documents import compose_latest
from app.services.word_files import ComposedDocument
from app.store.reader import Reader
from app.store.workspace import Workspace


class NotMadeOf(Misfortune):
    """A document was asked for of records that it is not made of."""

    def __init__(self, kind: DocumentKind, records: str) -> None:
        super().__init__(
            f"A document of the kind “{kind.words}” is not made of {records}.",
            "See which kinds are offered there.",
        )
        self.kind = kind


def compose_for_meeting(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    original_of: UUID | None = None,
    beside: str | None = None,
    language: str = "en",
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Make a document of a meeting's records; what is not yet agreed comes out as a draft.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        kind: Which document; for the rules, the latest text of the meeting's body.
        original_of: The party whose original it is: named first, signs on the left, sends the note.
        beside: The second language of rules in two columns.
        language: The language of the document.
        finish: What is left out, and whether a draft goes round for comments.

    Raises:
        NoMinutes, NoTextOf, NoBody: if the records are not enough for it.
        NoOriginalFor: if the party has no seat in the body.
        NotMadeOf: if no meeting gives such a document.
    """
    kind = DocumentKind(kind)
    if kind in {DocumentKind.DECISION, DocumentKind.CIRCULAR}:
        raise NotMadeOf(kind, "a meeting")
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if kind in {DocumentKind.RULES, DocumentKind.BILINGUAL_RULES}:
            return compose_latest(
                workspace,
                reader,
                meeting,
                kind=kind,
                beside=beside,
                language=language,
                finish=finish,
            )
        code = reader.get(Party, original_of).code if original_of else None
        facts = _facts(reader, workspace, meeting, code, kind, language)
        draft = is_draft(reader, meeting, kind, language)
        name = meeting.code or in_language(meeting.titles, language)
    return composed(
        workspace,
        kind,
        facts,
        name,
        language=language,
        original_of=code,
        draft=draft,
        finish=finish,
    )


def _facts(
    reader: Reader,
    workspace: Workspace,
    meeting: Meeting,
    holder: str | None,
    kind: DocumentKind,
    language: str,
) -> Facts:
    """Return what a document of a meeting says; minutes open as the original of ``holder`` does."""
    facts = facts_of_meeting(reader, workspace, meeting_id=meeting.id, kind=kind, language=language)
    if holder is None or not isinstance(facts, MinutesFacts):
        return facts
    return open_for(reader, workspace, facts, meeting=meeting, holder=holder, language=language)


def compose_for_body(
    workspace: Workspace,
    *,
    body_id: UUID,
    kind: DocumentKind,
    language: str = "en",
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Make a document of a body's records: its register of decisions, its lists between meetings.

    Raises:
        NotMadeOf: if no body gives such a document.
    """
    kind = DocumentKind(kind)
    if kind not in {
        DocumentKind.DECISION_REGISTER,
        DocumentKind.ACTION_LIST,
        DocumentKind.PROJECT_REVIEW,
        DocumentKind.REMINDER,
    }:
        raise NotMadeOf(kind, "a body")
    with workspace.read() as reader:
        code = reader.get(Body, body_id).code
        facts = facts_of_body(reader, workspace, body_id=body_id, kind=kind, language=language)
    return composed(workspace, kind, facts, code, language=language, draft=False, finish=finish)


def compose_decision(
    workspace: Workspace,
    *,
    decision_id: UUID,
    kind: DocumentKind = DocumentKind.DECISION,
    original_of: UUID | None = None,
    language: str = "en",
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Make a decision as a document of its own, or the circular by which it is sought.

    Raises:
        NoProcedure: if a circular is asked for, and the decision is not sought in writing.
        NoOriginalFor: if the party has no seat in the body.
        NotMadeOf: if no decision gives such a document.
    """
    kind = DocumentKind(kind)
    if kind not in {DocumentKind.DECISION, DocumentKind.CIRCULAR}:
        raise NotMadeOf(kind, "a decision")
    with workspace.read() as reader:
        decision = reader.get(Decision, decision_id)
        code = reader.get(Party, original_of).code if original_of else None
        collect = decision_facts if kind is DocumentKind.DECISION else circular_facts
        facts = collect(reader, decision_id=decision_id, language=language)
    draft = kind is DocumentKind.DECISION and decision.status not in ADOPTED_DECISIONS
    name = decision.symbol or decision.temporary_symbol
    return composed(
        workspace,
        kind,
        facts,
        name,
        language=language,
        original_of=code,
        draft=draft,
        finish=finish,
    )
