"""Reads the calendar of a body: meetings, deadlines, days off, and whose turn it is to host."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import cast
from uuid import UUID

from app.domain.body import Body, MembershipRole
from app.domain.meeting import HELD, MeetingStatus
from app.domain.names import in_language
from app.domain.rotation import Hosting, Turn, propose_host
from app.services.parties import our_today_in
from app.store.queries.bodies import seats_of, seats_on
from app.store.queries.calendar_days import (
    DayOff,
    Deadline,
    DeadlineKind,
    list_days_off,
    list_deadlines,
)
from app.store.queries.meetings import MeetingRow, list_meetings
from app.store.queries.parties import PartyChip, chips
from app.store.queries.preparation import TaskRow, list_tasks
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "CalendarSheet",
    "DayOff",
    "Deadline",
    "DeadlineKind",
    "MeetingRow",
    "Outlook",
    "WhoseTurn",
    "read",
]

OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
_AHEAD = 4
_STEPS = 3
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class Outlook:
    """A meeting that nobody has planned yet, as the rotation and the usual interval have it."""

    year: int
    month: int
    host: PartyChip


@dataclass(frozen=True)
class WhoseTurn:
    """Whose turn it is to host the next meeting.

    Attributes:
        turn: What that is concluded from.
        meeting: The next meeting, if it is planned.
        last: The meeting on which the conclusion rests.
        done, total: How many steps of its preparation are taken.
        steps: The next of them.
    """

    host: PartyChip | None
    turn: Turn | None
    meeting: MeetingRow | None
    last: str = ""
    done: int = 0
    total: int = 0
    steps: tuple[TaskRow, ...] = ()


@dataclass(frozen=True)
class CalendarSheet:
    """The calendar of a body.

    Attributes:
        sides: The parties that sit there, in the order of their seats.
        weekends: Of each side, the days of the week on which its offices are closed.
    """

    today: date
    body_id: UUID
    body: str
    sides: tuple[PartyChip, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    turn: WhoseTurn = field(default_factory=lambda: WhoseTurn(None, None, None))


def read(
    workspace: Workspace, *, body_id: UUID, first: date, last: date, language: str = "en"
) -> CalendarSheet:
    """Return the calendar of a body; days off between two days, all else whole."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        body = reader.get(Body, body_id)
        known = chips(reader, language=language, seats=seats_of(reader, body_id=body_id))
        members = [
            seat
            for seat in seats_on(reader, body_id=body_id, day=today)
            if seat.role is MembershipRole.MEMBER
        ]
        sides = tuple(known[seat.party_id] for seat in members)
        rows = list_meetings(reader, body_id=body_id, language=language, today=today)
        meetings = tuple(
            sorted((row for row in rows if row.starts_on), key=lambda row: row.starts_on or today)
        )
        return CalendarSheet(
            today=today,
            body_id=body_id,
            body=in_language(body.short_names or body.names, language),
            sides=sides,
            meetings=meetings,
            deadlines=list_deadlines(
                reader, body_id=body_id, known=known, language=language, today=today
            ),
            days_off=list_days_off(
                reader,
                known={side.id: side for side in sides},
                first=first,
                last=last,
                language=language,
            ),
            outlook=_outlook(body.host_rotation.value, sides, meetings, today),
            turn=_whose_turn(reader, body, sides, meetings, rows, language, today),
        )


def _whose_turn(
    reader: Reader,
    body: Body,
    sides: tuple[PartyChip, ...],
    meetings: Sequence[MeetingRow],
    rows: Sequence[MeetingRow],
    language: str,
    today: date,
) -> WhoseTurn:
    ahead = [row for row in meetings if row.status not in HELD | OFF and _is_ahead(row, today)]
    undated = [row for row in rows if row.starts_on is None and row.status not in HELD | OFF]
    following = next(iter([*ahead, *undated]), None)
    before = [row for row in meetings if row.status not in OFF and row is not following]
    proposal = propose_host(
        body.host_rotation.value,
        seats=[side.id for side in sides],
        held=[_hosting(row) for row in before if not _is_ahead(row, today)],
        ordinal=following.ordinal if following else None,
    )
    known = {side.id: side for side in sides}
    host = following.host if following is not None and following.host is not None else None
    if host is None and proposal is not None:
        host = known.get(cast("UUID", proposal.host))
    tasks: tuple[TaskRow, ...] = ()
    if following is not None:
        tasks = list_tasks(reader, meeting_id=following.id, language=language, today=today)
    return WhoseTurn(
        host=host,
        turn=proposal.turn if proposal is not None else None,
        meeting=following,
        last=_named(before, proposal.last.day if proposal and proposal.last else None),
        done=sum(task.done_on is not None for task in tasks),
        total=len(tasks),
        steps=tuple(task for task in tasks if task.done_on is None)[:_STEPS],
    )


def _is_ahead(row: MeetingRow, today: date) -> bool:
    return row.starts_on is not None and (row.ends_on or row.starts_on) >= today


def _hosting(row: MeetingRow) -> Hosting:
    return Hosting(row.ordinal, row.starts_on, row.host.id if row.host else None)


def _named(rows: Sequence[MeetingRow], day: date | None) -> str:
    return next((row.code or row.title for row in rows if day and row.starts_on == day), "")


def _outlook(
    rotation: str, sides: tuple[PartyChip, ...], meetings: Sequence[MeetingRow], today: date
) -> tuple[Outlook, ...]:
    """Return the next hosts, if there is a rotation and meetings enough to tell the interval."""
    counted = [row for row in meetings if row.status not in OFF and row.kind == "ordinary"]
    days = [row.starts_on for row in counted if row.starts_on is not None]
    gaps = [(after - before).days for before, after in pairwise(days)]
    if rotation not in ("alternating", "rotating") or not gaps or not sides:
        return ()
    interval = timedelta(days=max(90, round(median(gaps))))
    known = {side.id: side for side in sides}
    held = [_hosting(row) for row in counted]
    day = days[-1]
    found: list[Outlook] = []
    while len(found) < _AHEAD:
        day += interval
        proposal = propose_host(rotation, seats=list(known), held=held)
        if proposal is None:
            break
        held.append(Hosting(None, day, proposal.host))
        if day > today:
            found.append(Outlook(day.year, day.month, known[cast("UUID", proposal.host)]))
        if len(held) > len(counted) + 10 * _AHEAD:
            break  # so long since the last meeting that a guess says nothing
    return tuple(found)
