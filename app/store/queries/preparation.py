"""Preparation lists as the screens show them: what is due when, in the calendar of every side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app.domain.due_days import Closure, SideCalendar, closures_on, working_day_until
from app.domain.holiday import Holiday
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.names import Names, in_language
from app.domain.party import Party
from app.domain.preparation import OffsetAnchor, PreparationOffset, PreparationTask, TaskSide
from app.store.queries.bodies import seats_of, seats_on
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader

_NOBODY_WAITS = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})


@dataclass(frozen=True)
class OffsetRow:
    """A task that the body's meetings always need, with its term.

    Attributes:
        party: Whose task it is, where it is always the same one's.
    """

    id: UUID
    title: str
    titles: Names
    anchor: OffsetAnchor
    days: int
    side: TaskSide
    party: PartyChip | None
    precedent: str


@dataclass(frozen=True)
class TaskRow:
    """One task of a meeting's preparation.

    Attributes:
        side: Whose task it is; ``None`` for everybody's.
        anchor, days, precedent: The term it was worked from, where there is one.
        closures: The sides whose offices are closed on the day it is due, and why.
        working_day: The last day before on which all work, where the day itself is not one.
        days_late: By how many days it is overdue; 0 if it is not.
    """

    id: UUID
    title: str
    titles: Names
    side: PartyChip | None
    due_on: date | None
    is_fixed: bool
    anchor: OffsetAnchor | None
    days: int
    precedent: str
    closures: tuple[Closure, ...]
    working_day: date | None
    done_on: date | None
    done_by: str
    days_late: int
    note: str

    @property
    def is_late(self) -> bool:
        """Whether it should have been done by now."""
        return self.days_late > 0


@dataclass(frozen=True)
class TaskCount:
    """How far the preparation of one meeting is."""

    done: int = 0
    total: int = 0
    late: int = 0


NO_TASKS = TaskCount()


def list_offsets(reader: Reader, *, body_id: UUID, language: str) -> tuple[OffsetRow, ...]:
    """Return the tasks that a body's meetings always need, in their order."""
    known = chips(reader, language=language, seats=seats_of(reader, body_id=body_id))
    offsets = sorted(
        reader.find(PreparationOffset, body_id=body_id), key=lambda offset: offset.ordinal
    )
    return tuple(
        OffsetRow(
            id=offset.id,
            title=in_language(offset.titles, language),
            titles=dict(offset.titles),
            anchor=offset.anchor,
            days=offset.days,
            side=offset.side,
            party=known.get(offset.party_id) if offset.party_id else None,
            precedent=offset.precedent,
        )
        for offset in offsets
    )


def list_tasks(
    reader: Reader, *, meeting_id: UUID, language: str, today: date
) -> tuple[TaskRow, ...]:
    """Return the tasks of a meeting by the day they are due, those without a day last."""
    meeting = reader.get(Meeting, meeting_id)
    known = chips(reader, language=language, seats=seats_of(reader, body_id=meeting.body_id))
    calendars = calendars_of(reader, meeting, language=language)
    offsets = {
        offset.id: offset
        for offset in reader.find(PreparationOffset, body_id=meeting.body_id)
        if meeting.body_id is not None
    }
    waits = meeting.status not in _NOBODY_WAITS
    rows = [
        _task(
            task,
            offset=offsets.get(task.offset_id) if task.offset_id else None,
            side=known.get(task.party_id) if task.party_id else None,
            calendars=calendars,
            language=language,
            days_late=_days_late(task, today) if waits else 0,
        )
        for task in sorted(reader.find(PreparationTask, meeting_id=meeting_id), key=_order)
    ]
    return tuple(sorted(rows, key=lambda row: row.due_on or date.max))


def list_sides(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[PartyChip, ...]:
    """Return the parties that sit in the body on the day of a meeting, in order."""
    meeting = reader.get(Meeting, meeting_id)
    known = chips(reader, language=language, seats=seats_of(reader, body_id=meeting.body_id))
    seats = seats_on(reader, body_id=meeting.body_id, day=meeting.first_day)
    return tuple(known[seat.party_id] for seat in seats)


def calendars_of(reader: Reader, meeting: Meeting, *, language: str) -> tuple[SideCalendar, ...]:
    """Return when the offices of each side are closed, for the sides that sit on the day."""
    seats = seats_on(reader, body_id=meeting.body_id, day=meeting.first_day)
    return tuple(
        _calendar(reader, reader.get(Party, seat.party_id), language=language) for seat in seats
    )


def count_tasks(
    reader: Reader, meetings: Iterable[Meeting], *, today: date
) -> dict[UUID, TaskCount]:
    """Return how far the preparation of each meeting is; none that has no tasks."""
    status = {meeting.id: meeting.status for meeting in meetings}
    if not status:
        return {}
    wanted = col(PreparationTask.meeting_id).in_(list(status))
    rows = reader.execute(
        select(
            col(PreparationTask.meeting_id),
            col(PreparationTask.due_on),
            col(PreparationTask.done_on),
        ).where(wanted)
    )
    counts: dict[UUID, TaskCount] = {}
    for meeting_id, due_on, done_on in rows:
        before = counts.get(meeting_id, TaskCount())
        waits = status[meeting_id] not in _NOBODY_WAITS
        late = waits and done_on is None and due_on is not None and due_on < today
        counts[meeting_id] = TaskCount(
            done=before.done + (done_on is not None),
            total=before.total + 1,
            late=before.late + late,
        )
    return counts


def _calendar(reader: Reader, party: Party, *, language: str) -> SideCalendar:
    """Return a party's calendar; that of its state too, where it is a part of one."""
    weekend = frozenset(party.weekend)
    holidays: dict[date, str] = {}
    lineage = [party]
    while lineage[-1].parent_id is not None and len(lineage) < 8:
        lineage.append(reader.get(Party, lineage[-1].parent_id))
    for each in reversed(lineage):
        for holiday in reader.find(Holiday, party_id=each.id):
            holidays[holiday.on] = in_language(holiday.names, language)
    return SideCalendar(side=party.code, weekend=weekend, holidays=holidays)


def _task(
    task: PreparationTask,
    *,
    offset: PreparationOffset | None,
    side: PartyChip | None,
    calendars: Sequence[SideCalendar],
    language: str,
    days_late: int,
) -> TaskRow:
    closures = closures_on(task.due_on, calendars) if task.due_on else ()
    return TaskRow(
        id=task.id,
        title=in_language(task.titles, language),
        titles=dict(task.titles),
        side=side,
        due_on=task.due_on,
        is_fixed=task.is_fixed,
        anchor=offset.anchor if offset else None,
        days=offset.days if offset else 0,
        precedent=offset.precedent if offset else "",
        closures=closures,
        working_day=working_day_until(task.due_on, calendars) if task.due_on and closures else None,
        done_on=task.done_on,
        done_by=task.done_by,
        days_late=days_late,
        note=task.note,
    )


def _days_late(task: PreparationTask, today: date) -> int:
    if task.done_on is not None or task.due_on is None:
        return 0
    return max(0, (today - task.due_on).days)


def _order(task: PreparationTask) -> tuple[int, UUID]:
    return (task.ordinal, task.id)
