"""What is followed up in a body: its action items and their lines, as their page shows them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from app.domain.action import (
    ActionItem,
    ActionUpdate,
    BoardColumn,
    MeetingAction,
    column_of,
)
from app.domain.agenda import AgendaItem
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.organisation import Organisation
from app.domain.person import Person
from app.store.queries.action_limits import ActionLimits
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class FollowUpRow:
    """An action item as the board, the table and the view by meeting show it.

    Attributes:
        version: The number of what was read; a later change by another is not overwritten.
        side: Who does it; ``None`` stands for all sides together.
        responsible: The organisation or person of that side, where one is named.
        last_day: The last day in time, also where the limit is a meeting.
        due_words: What is written where there is no day.
        days_late: How many days it is overdue; 0 if it is not.
        with_other_since: Since when the other side has it.
        item, decision: The number of the agenda item, and of the decision, that it comes from.
        carries: How often a meeting has left it to the next.
        last, last_on: What was reported last, and when.
        lines: How many lines there are.
    """

    id: UUID
    version: int
    code: str
    text: str
    side: PartyChip | None
    responsible: str
    status: str
    column: BoardColumn
    last_day: date | None
    due_words: str
    is_late: bool
    days_late: int
    with_other_since: date | None
    closed_on: date | None
    meeting_id: UUID | None
    meeting: str
    item: str
    decision: str
    carries: int
    last: str
    last_on: date | None
    lines: int
    created_on: date | None


@dataclass(frozen=True)
class LineRow:
    """What was reported at one time; never changed."""

    id: UUID
    action_id: UUID
    reported_on: date
    meeting_id: UUID | None
    meeting: str
    side: PartyChip | None
    status: str
    with_other: bool
    due_after: date | None
    text: str
    actor: str


def list_follow_up(
    reader: Reader, *, body_id: UUID, language: str, today: date
) -> tuple[FollowUpRow, ...]:
    """Return all action items of a body: what is due first comes first, then by code."""
    actions = reader.find(ActionItem, body_id=body_id)
    if not actions:
        return ()
    about = _About(reader, body_id=body_id, language=language, today=today)
    rows = [about.row(action) for action in actions]
    return tuple(sorted(rows, key=lambda row: (row.last_day or date.max, row.code)))


def list_lines(reader: Reader, *, action_id: UUID, language: str) -> tuple[LineRow, ...]:
    """Return what was reported on an action item, the latest first."""
    body_id = reader.get(ActionItem, action_id).body_id
    updates = reader.find(ActionUpdate, action_id=action_id)
    ordered = sorted(updates, key=when, reverse=True)
    return line_rows(reader, ordered, body_id=body_id, language=language)


def line_rows(
    reader: Reader, updates: Sequence[ActionUpdate], *, body_id: UUID, language: str
) -> tuple[LineRow, ...]:
    """Return lines on action items of a body as they are shown, in the order given."""
    known = chips(reader, language=language, seats=seats_of(reader, body_id=body_id))
    meetings = {
        meeting.id: meeting.code or in_language(meeting.titles, language)
        for meeting in reader.find(Meeting, body_id=body_id)
    }
    return tuple(
        LineRow(
            id=update.id,
            action_id=update.action_id,
            reported_on=update.reported_on,
            meeting_id=update.meeting_id,
            meeting=meetings.get(update.meeting_id, "") if update.meeting_id else "",
            side=known.get(update.party_id) if update.party_id else None,
            status=update.status_after.value,
            with_other=update.with_other,
            due_after=update.due_after,
            text=in_language(update.texts, language),
            actor=update.actor,
        )
        for update in updates
    )


def lines_by_action(reader: Reader, *, body_id: UUID) -> Mapping[UUID, list[ActionUpdate]]:
    """Return all lines on the action items of a body, the earliest first."""
    mine = select(col(ActionItem.id)).where(col(ActionItem.body_id) == body_id).scalar_subquery()
    wanted = select(ActionUpdate).where(col(ActionUpdate.action_id).in_(mine))
    found: dict[UUID, list[ActionUpdate]] = defaultdict(list)
    for update in sorted(reader.scalars(wanted), key=when):
        found[update.action_id].append(update)
    return found


def count_late(reader: Reader, *, body_id: UUID, today: date) -> int:
    """Return how many action items of a body are overdue."""
    limits = ActionLimits(reader, body_id=body_id)
    actions = reader.find(ActionItem, body_id=body_id)
    return sum(limits.is_late(action, today) for action in actions)


def when(update: ActionUpdate) -> tuple[date, UUID]:
    """Return what lines are sorted by: the day, and what was entered first on it."""
    return update.reported_on, update.id


class _About:
    """Everything that the rows of a body need, read once."""

    def __init__(self, reader: Reader, *, body_id: UUID, language: str, today: date) -> None:
        self._language = language
        self._today = today
        self._limits = ActionLimits(reader, body_id=body_id)
        seats = seats_of(reader, body_id=body_id)
        self._parties = chips(reader, language=language, seats=seats)
        meetings = {meeting.id: meeting for meeting in reader.find(Meeting, body_id=body_id)}
        self._meetings = {
            key: meeting.code or in_language(meeting.titles, language)
            for key, meeting in meetings.items()
        }
        mine = (
            select(col(ActionItem.id)).where(col(ActionItem.body_id) == body_id).scalar_subquery()
        )
        self._updates = lines_by_action(reader, body_id=body_id)
        self._carries = _count_carries(
            reader.scalars(select(MeetingAction).where(col(MeetingAction.action_id).in_(mine)))
        )
        self._items = _labels(reader, body_id)
        self._decisions = {
            decision.id: decision.symbol or decision.temporary_symbol
            for decision in reader.find(Decision, body_id=body_id)
        }
        self._offices = {
            office.id: in_language(office.names, language) for office in reader.find(Organisation)
        }
        self._persons = {person.id: person.printed_name for person in reader.find(Person)}

    def row(self, action: ActionItem) -> FollowUpRow:
        """Return the row of one action item."""
        lines = self._updates.get(action.id, [])
        last = max(lines, key=when, default=None)
        day = self._limits.day(action)
        is_late = self._limits.is_late(action, self._today)
        origin = action.origin_meeting_id
        return FollowUpRow(
            id=action.id,
            version=action.row_version,
            code=action.code,
            text=in_language(action.texts, self._language),
            side=self._parties.get(action.party_id) if action.party_id else None,
            responsible=self._responsible(action),
            status=action.status.value,
            column=column_of(action.status, action.with_other_since),
            last_day=day,
            due_words=self._due_words(action),
            is_late=is_late,
            days_late=(self._today - day).days if is_late and day else 0,
            with_other_since=action.with_other_since,
            closed_on=action.closed_on,
            meeting_id=origin,
            meeting=self._meetings.get(origin, "") if origin else "",
            item=self._items.get(action.origin_agenda_id, "") if action.origin_agenda_id else "",
            decision=self._decisions.get(action.decision_id, "") if action.decision_id else "",
            carries=self._carries.get(action.id, 0),
            last=in_language(last.texts, self._language) if last else "",
            last_on=last.reported_on if last else None,
            lines=len(lines),
            created_on=action.created_at.date() if action.created_at else None,
        )

    def _responsible(self, action: ActionItem) -> str:
        person = self._persons.get(action.person_id, "") if action.person_id else ""
        office = self._offices.get(action.organisation_id, "") if action.organisation_id else ""
        return ", ".join(part for part in (person, office) if part)

    def _due_words(self, action: ActionItem) -> str:
        if action.due_meeting_id and action.due_meeting_id in self._meetings:
            return f"before {self._meetings[action.due_meeting_id]}"
        return action.due_words


def _count_carries(standings: Sequence[MeetingAction]) -> Mapping[UUID, int]:
    found: dict[UUID, int] = defaultdict(int)
    for standing in standings:
        found[standing.action_id] += standing.carried
    return found


def _labels(reader: Reader, body_id: UUID) -> Mapping[UUID, str]:
    """Return the numbers of the agenda items that action items come from."""
    named = (
        select(AgendaItem)
        .join(ActionItem, col(ActionItem.origin_agenda_id) == col(AgendaItem.id))
        .where(col(ActionItem.body_id) == body_id)
    )
    return {item.id: item.label for item in reader.scalars(named)}
