"""The action items of earlier meetings as the minutes of this one list them, a line per meeting."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from app.documents.facts import ActionReportFacts, PartyFacts, ReviewedActionFacts
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.services.facts.actions import action_facts
from app.store.queries.actions import list_for_body
from app.store.queries.meeting_actions import ActionAtMeeting, list_at_meeting
from app.store.reader import Reader


def reviewed_actions(
    reader: Reader,
    meeting: Meeting,
    *,
    language: str,
    parties: Sequence[PartyFacts],
    today: date,
) -> tuple[ReviewedActionFacts, ...]:
    """Return what a meeting had before it from earlier ones, by the codes of the items.

    Nothing is told that came later than the meeting: its minutes read the same years afterwards.
    """
    if meeting.body_id is None:
        return ()
    earlier = _earlier(reader, meeting)
    found = {
        key: at
        for key, at in list_at_meeting(reader, meeting).items()
        if at.action.origin_meeting_id in {None, *earlier}
    }
    rows = list_for_body(reader, body_id=meeting.body_id, language=language, today=today)
    return tuple(
        ReviewedActionFacts(
            action=action_facts(
                reader, row, language=language, day=meeting.first_day, parties=parties
            ),
            status=found[row.id].left or found[row.id].found,
            reports=tuple(_reports(found[row.id], {**earlier, meeting.id: meeting}, language)),
        )
        for row in rows
        if row.id in found
    )


def _earlier(reader: Reader, meeting: Meeting) -> dict[UUID, Meeting]:
    every = reader.find(Meeting, body_id=meeting.body_id)
    return {each.id: each for each in every if _when(each) < _when(meeting)}


def _reports(
    at: ActionAtMeeting, meetings: dict[UUID, Meeting], language: str
) -> Iterator[ActionReportFacts]:
    """Yield the last line of each of some meetings."""
    latest = {line.meeting_id: line for line in at.lines if line.meeting_id in meetings}
    for meeting_id, line in latest.items():
        meeting = meetings[meeting_id]
        yield ActionReportFacts(
            meeting=meeting.code or in_language(meeting.titles, language),
            status=line.status_after.value,
            text=in_language(line.texts, language) or None,
        )


def _when(meeting: Meeting) -> tuple[date, int]:
    return meeting.first_day or date.max, meeting.ordinal or 0
