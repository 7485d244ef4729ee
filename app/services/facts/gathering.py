"""Knows for every document of a meeting who collects its facts, and whether it is still a draft."""

from collections.abc import Callable
from uuid import UUID

from app.documents.facts import Facts
from app.documents.kinds import DocumentKind
from app.domain.action import UNFINISHED
from app.domain.agenda import AgendaItem
from app.domain.decision import Decision
from app.domain.delegation import Delegation
from app.domain.meeting import HELD, AgendaStatus, Meeting
from app.domain.minutes import Minutes
from app.domain.project import Project
from app.services.facts.agenda import agenda_facts
from app.services.facts.cards import cards_facts
from app.services.facts.decisions import register_facts
from app.services.facts.follow_up import action_list_facts, project_review_facts
from app.services.facts.letters import invitation_facts, note_verbale_facts, press_release_facts
from app.services.facts.meetings import body_of
from app.services.facts.minutes import minutes_facts, participants_facts
from app.services.facts.reminders import reminder_facts
from app.services.facts.run_sheet import run_sheet_facts
from app.services.facts.summary_record import summary_record_facts
from app.store.queries.actions import list_for_body, list_for_meeting
from app.store.queries.follow_up import list_follow_up
from app.store.queries.minutes import latest_minutes
from app.store.reader import Reader
from app.store.workspace import Workspace

_AGREED = frozenset({"approved", "signed", "confirmed", "distributed", "published", "corrected"})
_RECORDS = frozenset(
    {DocumentKind.AGREED_MINUTES, DocumentKind.SUMMARY_RECORD, DocumentKind.PRESS_RELEASE}
)
_COLLECTORS: dict[DocumentKind, Callable[..., Facts]] = {
    DocumentKind.SUMMARY_RECORD: summary_record_facts,
    DocumentKind.PARTICIPANTS: participants_facts,
    DocumentKind.AGENDA: agenda_facts,
    DocumentKind.RUN_SHEET: run_sheet_facts,
    DocumentKind.INVITATION: invitation_facts,
    DocumentKind.NOTE_VERBALE: note_verbale_facts,
    DocumentKind.PRESS_RELEASE: press_release_facts,
    DocumentKind.NAME_PLATES: cards_facts,
    DocumentKind.BADGES: cards_facts,
}
_OF_BODIES: dict[DocumentKind, Callable[..., Facts]] = {
    DocumentKind.ACTION_LIST: action_list_facts,
    DocumentKind.PROJECT_REVIEW: project_review_facts,
}


def facts_of_meeting(
    reader: Reader, workspace: Workspace, *, meeting_id: UUID, kind: DocumentKind, language: str
) -> Facts:
    """Return everything that a document of a meeting says."""
    if kind is DocumentKind.AGREED_MINUTES:
        return minutes_facts(reader, workspace, meeting_id=meeting_id, language=language)
    if kind in _COLLECTORS:
        return _COLLECTORS[kind](reader, meeting_id=meeting_id, language=language)
    body = body_of(reader, reader.get(Meeting, meeting_id))
    return facts_of_body(
        reader, workspace, body_id=body.id, kind=kind, language=language, meeting_id=meeting_id
    )


def facts_of_body(
    reader: Reader,
    workspace: Workspace,
    *,
    body_id: UUID,
    kind: DocumentKind,
    language: str,
    meeting_id: UUID | None = None,
) -> Facts:
    """Return everything that a document of a body says, on the day of today."""
    today = workspace.today()
    if kind is DocumentKind.REMINDER:
        rows = list_follow_up(reader, body_id=body_id, language=language, today=today)
        owed = [row for row in rows if row.status in UNFINISHED]
        return reminder_facts(
            reader, body_id=body_id, party_id=None, rows=owed, language=language, today=today
        )
    if kind is DocumentKind.DECISION_REGISTER:
        return register_facts(reader, body_id=body_id, language=language, today=today)
    return _OF_BODIES[kind](
        reader, body_id=body_id, meeting_id=meeting_id, language=language, today=today
    )


def is_draft(reader: Reader, meeting: Meeting, kind: DocumentKind, language: str) -> bool:
    """Tell whether what a document records is not agreed yet."""
    if kind is DocumentKind.AGENDA:
        return meeting.agenda_status not in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED}
    if kind is DocumentKind.PARTICIPANTS:
        return meeting.starts_on is None
    if kind not in _RECORDS:
        return False
    minutes = latest_minutes(reader, meeting_id=meeting.id, language=language)
    return minutes is None or minutes.status not in _AGREED


def kinds_of_meeting(reader: Reader, workspace: Workspace, meeting: Meeting) -> set[DocumentKind]:
    """Return which documents the records of a meeting are enough for, but for its body's rules."""
    has_minutes = reader.first(Minutes, meeting_id=meeting.id) is not None
    was_held = meeting.status in HELD and bool(meeting.outcomes)
    has_agenda = reader.first(AgendaItem, meeting_id=meeting.id) is not None
    has_delegations = reader.first(Delegation, meeting_id=meeting.id) is not None
    actions = list_for_meeting(
        reader, meeting_id=meeting.id, language="en", today=workspace.today()
    )
    there = {
        DocumentKind.AGREED_MINUTES: has_minutes,
        DocumentKind.SUMMARY_RECORD: has_minutes or was_held,
        DocumentKind.PRESS_RELEASE: has_minutes or was_held,
        DocumentKind.AGENDA: has_agenda,
        DocumentKind.RUN_SHEET: has_agenda,
        DocumentKind.INVITATION: meeting.first_day is not None,
        DocumentKind.ACTION_LIST: bool(actions),
        DocumentKind.PROJECT_REVIEW: reader.first(Project, body_id=meeting.body_id) is not None,
        **dict.fromkeys(
            (
                DocumentKind.PARTICIPANTS,
                DocumentKind.NOTE_VERBALE,
                DocumentKind.NAME_PLATES,
                DocumentKind.BADGES,
            ),
            has_delegations,
        ),
    }
    return {kind for kind, is_there in there.items() if is_there}


def kinds_of_body(reader: Reader, workspace: Workspace, body_id: UUID) -> set[DocumentKind]:
    """Return which documents the records of a body are enough for, but for its rules."""
    actions = list_for_body(reader, body_id=body_id, language="en", today=workspace.today())
    there = {
        DocumentKind.DECISION_REGISTER: reader.first(Decision, body_id=body_id) is not None,
        DocumentKind.ACTION_LIST: bool(actions),
        DocumentKind.PROJECT_REVIEW: reader.first(Project, body_id=body_id) is not None,
        DocumentKind.REMINDER: any(action.status in UNFINISHED for action in actions),
    }
    return {kind for kind, is_there in there.items() if is_there}
