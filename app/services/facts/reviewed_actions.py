"""The action items of earlier meetings as the minutes of this one list them, a line per meeting."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from app.documents.facts import ActionFacts, ActionReportFacts, PartyFacts, ReviewedActionFacts
from app.domain.action import UNFINISHED, ActionItem, ActionUpdate, MeetingAction
from app.domain.meeting import HELD, Meeting
from app.domain.names import in_language
from app.services.facts.meetings import party_facts
from app.services.facts.names import tell
from app.services.facts.names_of_the_day import party_on
from app.store.queries.actions import ActionRow, list_for_body
from app.store.queries.follow_up import lines_by_action
from app.store.reader import Reader

_SEVERAL = 2


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
    found = _Found(reader, meeting)
    rows = {
        row.id: row
        for row in list_for_body(reader, body_id=meeting.body_id, language=language, today=today)
    }
    together = "All sides" if len(parties) > _SEVERAL else "Both sides"
    return tuple(
        ReviewedActionFacts(
            action=action_facts(reader, row, language, meeting.first_day, together),
            status=found.status(row.id),
            reports=tuple(found.reports(row.id, language)),
        )
        for row in rows.values()
        if found.has(row.id)
    )


def action_facts(
    reader: Reader, row: ActionRow, language: str, day: date | None, together: str
) -> ActionFacts:
    """Return an action item under the names of a day; ``together`` stands for all sides."""
    party = party_facts(party_on(reader, row.side.id, day), language) if row.side else None
    side = f"{party.adjective or party.heading} side" if party else together
    return ActionFacts(
        id=str(row.id),
        code=row.code,
        text=row.text,
        responsible=f"{side} ({row.organisation})" if row.organisation else side,
        due_on=row.due_on,
        due_words=tell(row.due_words, language),
        is_joint=row.side is None,
        side=party,
        organisation=row.organisation or None,
    )


class _Found:
    """What a meeting found of the action items of its body."""

    def __init__(self, reader: Reader, meeting: Meeting) -> None:
        assert meeting.body_id is not None
        self._meeting = meeting
        self._actions = {row.id: row for row in reader.find(ActionItem, body_id=meeting.body_id)}
        self._lines = lines_by_action(reader, body_id=meeting.body_id)
        self._meetings = {row.id: row for row in reader.find(Meeting, body_id=meeting.body_id)}
        self._standings = {
            row.action_id: row for row in reader.find(MeetingAction, meeting_id=meeting.id)
        }

    def has(self, key: UUID) -> bool:
        """Say whether an item does not come from this meeting or a later one, and was before it."""
        action = self._actions[key]
        origin = self._meetings.get(action.origin_meeting_id) if action.origin_meeting_id else None
        if origin is not None and not self._is_before(origin):
            return False
        heard = any(line.meeting_id == self._meeting.id for line in self._lines.get(key, ()))
        awaits = self._meeting.status not in HELD and action.status in UNFINISHED
        return heard or awaits or key in self._standings

    def status(self, key: UUID) -> str:
        """Return where the meeting left an item."""
        standing = self._standings.get(key)
        if standing is not None and standing.status_after is not None:
            return standing.status_after.value
        told = [line for line in self._lines.get(key, ()) if line.meeting_id == self._meeting.id]
        if told:
            return told[-1].status_after.value
        return (standing.status_before if standing else self._actions[key].status).value

    def reports(self, key: UUID, language: str) -> Iterable[ActionReportFacts]:
        """Yield the last line of each meeting up to this one."""
        latest: dict[UUID, ActionUpdate] = {}
        for line in self._lines.get(key, ()):
            if line.meeting_id is not None:
                latest[line.meeting_id] = line
        for meeting_id, line in latest.items():
            meeting = self._meetings[meeting_id]
            if meeting.id == self._meeting.id or self._is_before(meeting):
                yield ActionReportFacts(
                    meeting=meeting.code or in_language(meeting.titles, language),
                    status=line.status_after.value,
                    text=in_language(line.texts, language) or None,
                )

    def _is_before(self, other: Meeting) -> bool:
        return other.id != self._meeting.id and _when(other) < _when(self._meeting)


def _when(meeting: Meeting) -> tuple[date, int]:
    return meeting.first_day or date.max, meeting.ordinal or 0
