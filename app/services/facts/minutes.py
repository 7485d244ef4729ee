"""The facts of agreed minutes and of a list of participants."""

from itertools import groupby
from typing import Literal, cast
from uuid import UUID

from app.documents.facts import (
    ActionFacts,
    DecisionFacts,
    MinutesFacts,
    MinutesItemFacts,
    MinutesParagraphFacts,
    NextMeetingFacts,
    ParticipantsFacts,
)
from app.domain.errors import Misfortune
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import in_language
from app.domain.party import Party
from app.services.facts.agenda import agenda_items
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    party_facts,
    source_of,
)
from app.services.facts.names import tell
from app.store.queries.actions import ActionRow, list_for_meeting
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.decisions import DecisionRow
from app.store.queries.decisions import list_for_meeting as decisions_of
from app.store.queries.minutes import MinutesRow, ParagraphRow, latest_minutes
from app.store.reader import Reader
from app.store.workspace import Workspace

_LANGUAGES = {"en": "English", "ko": "Korean", "mn": "Mongolian", "ja": "Japanese"}


class NoMinutes(Misfortune):
    """Minutes were asked for of a meeting that has none yet."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” has no minutes yet.", "Minutes can be saved once they are drafted."
        )


def minutes_facts(
    reader: Reader, workspace: Workspace, *, meeting_id: UUID, language: str
) -> MinutesFacts:
    """Return everything that the minutes of a meeting say.

    Raises:
        NoMinutes: if they are not drafted yet.
    """
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    minutes = latest_minutes(reader, meeting_id=meeting_id, language=language)
    if minutes is None:
        raise NoMinutes(in_language(meeting.titles, language))
    actions = list_for_meeting(
        reader, meeting_id=meeting_id, language=language, today=workspace.today()
    )
    signed = [signature for signature in minutes.signatures if signature.signed_on]
    return MinutesFacts(
        id=str(minutes.id),
        symbol=minutes.symbol or (f"{meeting.code}/MIN" if meeting.code else None),
        body=body_facts(body, language),
        meeting=meeting_facts(meeting, language),
        parties=parties_of(reader, meeting, language),
        delegations=delegations_of(reader, meeting, language),
        basis=basis_of(reader, body, language),
        items=minutes_items(reader, minutes, meeting_id=meeting_id, language=language),
        actions=tuple(_action(reader, action, language) for action in actions),
        agenda=agenda_items(reader, meeting_id=meeting_id, language=language),
        agenda_adopted=meeting.agenda_status in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED},
        next_meeting=_next_meeting(minutes),
        languages=tuple(_LANGUAGES.get(tag, tag) for tag in meeting.languages or ["en"]),
        language_tags=tuple(meeting.languages or ["en"]),
        signed_at=tell(signed[0].place, language) if signed else None,
        signed_on=signed[0].signed_on if signed else None,
        reconstructed_from=source_of(
            reader,
            provenance=minutes.provenance,
            entity="minutes",
            key=minutes.id,
            language=language,
        ),
    )


def participants_facts(reader: Reader, *, meeting_id: UUID, language: str) -> ParticipantsFacts:
    """Return everything that the list of participants of a meeting says."""
    meeting = reader.get(Meeting, meeting_id)
    return ParticipantsFacts(
        id=f"participants-{meeting_id}",
        symbol=f"{meeting.code}/LIST" if meeting.code else None,
        body=body_facts(body_of(reader, meeting), language),
        meeting=meeting_facts(meeting, language),
        parties=parties_of(reader, meeting, language),
        delegations=delegations_of(reader, meeting, language),
        reconstructed_from=source_of(
            reader,
            provenance=meeting.provenance,
            entity="meeting",
            key=meeting_id,
            language=language,
        ),
    )


def minutes_items(
    reader: Reader, minutes: MinutesRow, *, meeting_id: UUID, language: str
) -> tuple[MinutesItemFacts, ...]:
    """Return the paragraphs under the agenda items they belong to, in their own order."""
    agenda = {row.id: row for row in list_agenda(reader, meeting_id=meeting_id, language=language)}
    decisions = {
        row.id: row for row in decisions_of(reader, meeting_id=meeting_id, language=language)
    }
    grouped = groupby(minutes.paragraphs, key=lambda row: _top(agenda, row.agenda_item_id))
    return tuple(
        MinutesItemFacts(
            heading=item.title if item else "",
            agenda_item=str(item.id) if item else None,
            paragraphs=tuple(_paragraph(paragraph, decisions) for paragraph in paragraphs),
        )
        for item, paragraphs in grouped
    )


def _top(agenda: dict[UUID, AgendaRow], item_id: UUID | None) -> AgendaRow | None:
    """Return the top-level item above an item: its title is the heading in the minutes."""
    item = agenda.get(item_id) if item_id else None
    while item is not None and item.parent_id is not None:
        item = agenda[item.parent_id]
    return item


def _paragraph(row: ParagraphRow, decisions: dict[UUID, DecisionRow]) -> MinutesParagraphFacts:
    taken = [decisions[row.decision_id]] if row.decision_id in decisions else []
    return MinutesParagraphFacts(
        id=str(row.id),
        text=row.text,
        grade=cast('Literal["both-sides", "one-side", "noted"]', row.grade),
        decisions=tuple(
            DecisionFacts(
                id=str(decision.id),
                symbol=decision.symbol or None,
                title=decision.title or None,
                text=decision.text or None,
            )
            for decision in taken
        ),
        confirmed=row.confirmed,
    )


def _action(reader: Reader, row: ActionRow, language: str) -> ActionFacts:
    side = f"{row.side.adjective} side" if row.side else "Both sides"
    return ActionFacts(
        id=str(row.id),
        code=row.code,
        text=row.text,
        responsible=f"{side} ({row.organisation})" if row.organisation else side,
        due_on=row.due_on,
        due_words=tell(row.due_words, language),
        is_joint=row.side is None,
        side=party_facts(reader.get(Party, row.side.id), language) if row.side else None,
        organisation=row.organisation or None,
    )


def _next_meeting(minutes: MinutesRow) -> NextMeetingFacts | None:
    return NextMeetingFacts(date_words=minutes.next_meeting) if minutes.next_meeting else None
