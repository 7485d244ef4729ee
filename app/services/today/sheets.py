"""Reads what the start page shows of a body: what is next, what waits, what is begun."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.action import UNFINISHED
from app.domain.body import Body
from app.domain.names import in_language
from app.services.parties import our_side_in, our_today_in
from app.store.queries.bodies import seats_of, seats_on
from app.store.queries.calendar_days import Deadline, DeadlineKind, list_deadlines
from app.store.queries.follow_up import FollowUpRow, list_follow_up
from app.store.queries.meetings import MeetingRow, list_meetings
from app.store.queries.parties import PartyChip, chips
from app.store.queries.preparation import TaskRow, list_tasks
from app.store.queries.work_in_hand import Done, Unfinished, list_done, list_unfinished
from app.store.workspace import Workspace

__all__ = ["Deadline", "Done", "FollowUpRow", "MeetingRow", "TodaySheet", "Unfinished", "read"]

AHEAD = timedelta(days=60)
_RECENT = 12
_OWED = (DeadlineKind.PREPARATION, DeadlineKind.ACTION)
_OPEN = frozenset(UNFINISHED)
_OFF = ("cancelled", "postponed")


@dataclass(frozen=True)
class TodaySheet:
    """What the start page shows of a body.

    Attributes:
        ours: Our side, if it is known and sits in the body.
        next_meeting: The next one, or the one that is on.
        done, total: How many steps of its preparation are taken.
        for_us: What our side owes, or both sides do, late or in the next sixty days; without a
            side of our own, whatever anybody owes.
        for_others: What the other side owes.
        undated_for_us, undated_for_others: Action items that are owed without a day.
        terms: Terms that run out: for objections, and of instruments.
        unfinished: What is begun, the one that was changed last first.
        recent: What was done last in the workspace.
    """

    today: date
    body: str
    ours: PartyChip | None
    next_meeting: MeetingRow | None
    done: int
    total: int
    for_us: tuple[Deadline, ...]
    for_others: tuple[Deadline, ...]
    undated_for_us: tuple[FollowUpRow, ...]
    undated_for_others: tuple[FollowUpRow, ...]
    terms: tuple[Deadline, ...]
    unfinished: tuple[Unfinished, ...]
    recent: tuple[Done, ...]


def read(workspace: Workspace, *, body_id: UUID, language: str = "en") -> TodaySheet:
    """Return what the start page shows of a body."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        body = reader.get(Body, body_id)
        known = chips(reader, language=language, seats=seats_of(reader, body_id=body_id))
        seated = {seat.party_id for seat in seats_on(reader, body_id=body_id, day=today)}
        side = our_side_in(reader)
        ours = known.get(side) if side in seated and side is not None else None
        deadlines = list_deadlines(
            reader, body_id=body_id, known=known, language=language, today=today
        )
        rows = list_meetings(reader, body_id=body_id, language=language, today=today)
        meeting = _next(rows, today)
        tasks: tuple[TaskRow, ...] = ()
        if meeting is not None:
            tasks = list_tasks(reader, meeting_id=meeting.id, language=language, today=today)
        undated = [
            row
            for row in list_follow_up(reader, body_id=body_id, language=language, today=today)
            if row.closed_on is None and row.last_day is None and row.status in _OPEN
        ]

        def is_ours(side: UUID | None) -> bool:
            return ours is None or side in (None, ours.id)

        def is_theirs(side: UUID | None) -> bool:
            return not is_ours(side)

        return TodaySheet(
            today=today,
            body=in_language(body.short_names or body.names, language),
            ours=ours,
            next_meeting=meeting,
            done=sum(task.done_on is not None for task in tasks),
            total=len(tasks),
            for_us=_owed(deadlines, today, is_ours),
            for_others=_owed(deadlines, today, is_theirs),
            undated_for_us=tuple(row for row in undated if is_ours(_key(row.side))),
            undated_for_others=tuple(row for row in undated if is_theirs(_key(row.side))),
            terms=tuple(each for each in _near(deadlines, today) if each.kind not in _OWED),
            unfinished=list_unfinished(reader, body_id=body_id, language=language),
            recent=list_done(reader, at_most=_RECENT),
        )


def _key(side: PartyChip | None) -> UUID | None:
    return side.id if side is not None else None


def _next(rows: tuple[MeetingRow, ...], today: date) -> MeetingRow | None:
    """Return the meeting that is on, or the first that comes."""
    ahead = [
        row
        for row in rows
        if row.starts_on is not None
        and (row.ends_on or row.starts_on) >= today
        and row.status not in _OFF
    ]
    return min(ahead, key=lambda row: row.starts_on or today, default=None)


def _owed(
    deadlines: tuple[Deadline, ...], today: date, is_owed_by: Callable[[UUID | None], bool]
) -> tuple[Deadline, ...]:
    return tuple(
        each
        for each in _near(deadlines, today)
        if each.kind in _OWED and is_owed_by(_key(each.side))
    )


def _near(deadlines: tuple[Deadline, ...], today: date) -> list[Deadline]:
    return [
        each
        for each in deadlines
        if not each.is_done and (each.is_late or today <= each.day <= today + AHEAD)
    ]
