"""The facts of a reminder: what a side still owes, who writes and who is written to."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.documents.follow_up_facts import ActionEntryFacts
from app.documents.letter_facts import SideFacts
from app.documents.reminder_facts import ReminderFacts
from app.domain.action import BoardColumn
from app.domain.body import Body
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.party import Party
from app.services.facts.decisions import seated_parties
from app.services.facts.letterheads import letterheads_of, our_side
from app.services.facts.meetings import body_facts, delegations_of, meeting_facts
from app.services.facts.sides import sides_of
from app.store.queries.follow_up import FollowUpRow
from app.store.reader import Reader

_AHEAD = frozenset({MeetingStatus.PROPOSED, MeetingStatus.DATES_AGREED, MeetingStatus.CONVENED})


def reminder_facts(
    reader: Reader,
    *,
    body_id: UUID,
    party_id: UUID | None,
    rows: Sequence[FollowUpRow],
    language: str,
    today: date,
) -> ReminderFacts:
    """Return what a side is reminded of; no party stands for all sides together."""
    body = reader.get(Body, body_id)
    parties = seated_parties(reader, body_id=body_id, day=None, language=language)
    ours = our_side(reader, parties)
    last, following = _meetings(reader, body_id)
    sides = {
        side.party.code: side
        for side in sides_of(
            reader,
            body_id=body_id,
            parties=parties,
            delegations=delegations_of(reader, last, language) if last else (),
            meeting_id=last.id if last else None,
            language=language,
        )
    }
    code = reader.get(Party, party_id).code if party_id else ""
    addressed = sides.get(code)
    if addressed is not None and ours is not None and addressed.party.code == ours.code:
        addressed = SideFacts(party=addressed.party)  # its own ministries, and not its own head
    return ReminderFacts(
        id=f"reminder-{party_id or body_id}",
        symbol=None,
        body=body_facts(body, language),
        parties=parties,
        letterheads=letterheads_of(reader, body_id=body_id, parties=parties, language=language),
        sender=ours,
        writer=sides.get(ours.code) if ours else None,
        addressed=addressed,
        as_of=today,
        actions=tuple(_entry(row) for row in rows),
        next_meeting=meeting_facts(following, language) if following else None,
    )


def _meetings(reader: Reader, body_id: UUID) -> tuple[Meeting | None, Meeting | None]:
    """Return the last meeting that was held, and the next one ahead."""
    meetings = reader.find(Meeting, body_id=body_id)
    held = [meeting for meeting in meetings if meeting.starts_on is not None]
    ahead = [meeting for meeting in meetings if meeting.status in _AHEAD]
    return (
        max(held, key=lambda meeting: meeting.starts_on or date.min, default=None),
        min(ahead, key=lambda meeting: meeting.first_day or date.max, default=None),
    )


def _entry(row: FollowUpRow) -> ActionEntryFacts:
    waits = row.column is BoardColumn.WITH_OTHER
    return ActionEntryFacts(
        id=str(row.id),
        code=row.code,
        text=row.text,
        status="with-other" if waits else row.status,
        organisation=row.responsible or None,
        meeting=row.meeting or None,
        item=row.item or None,
        decision=row.decision or None,
        due_on=None if row.due_words else row.last_day,
        due_words=row.due_words or None,
        days_late=row.days_late or None,
        reported=row.last or None,
        reported_on=row.last_on,
    )
