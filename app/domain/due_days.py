"""When a task is due: counted from the meeting, and looked at in the calendar of every side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_LONGEST_CLOSURE = 60


class Anchor(StrEnum):
    """From which day of the meeting is counted; the values of ``OffsetAnchor``."""

    BEFORE_START = "before-start"
    DURING = "during"
    AFTER_END = "after-end"


class ClosedBy(StrEnum):
    """Why the offices of a side are closed."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class SideCalendar:
    """When the offices of a side are closed.

    Attributes:
        side: Whose calendar it is.
        weekend: The weekdays that are free, counted from Monday as 1.
        holidays: The other days that are free, each with its name, which may be empty.
    """

    side: str
    weekend: frozenset[int] = frozenset({6, 7})
    holidays: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Closure:
    """A side whose offices are closed on a day, and why."""

    side: str
    why: ClosedBy
    name: str = ""


def due_day(anchor: str, days: int, *, starts_on: date | None, ends_on: date | None) -> date | None:
    """Return the day that lies so many days before the start, or after the end, of a meeting.

    ``None`` where the meeting has no day yet, or where there is no such day.
    """
    if starts_on is None:
        return None
    try:
        if anchor == Anchor.BEFORE_START:
            return starts_on - timedelta(days=days)
        if anchor == Anchor.DURING:
            return starts_on + timedelta(days=days)
        return (ends_on or starts_on) + timedelta(days=days)
    except OverflowError:
        return None


def closures_on(day: date, calendars: Sequence[SideCalendar]) -> tuple[Closure, ...]:
    """Return which sides are closed on a day, and why; a holiday is named before a weekend."""
    found = []
    for calendar in calendars:
        if day in calendar.holidays:
            found.append(Closure(calendar.side, ClosedBy.HOLIDAY, calendar.holidays[day]))
        elif day.isoweekday() in calendar.weekend:
            found.append(Closure(calendar.side, ClosedBy.WEEKEND))
    return tuple(found)


def working_day_until(day: date, calendars: Sequence[SideCalendar]) -> date | None:
    """Return the last day, up to ``day``, on which every side works.

    ``None`` where there is none within two months: sides without a common working day.
    """
    for back in range(_LONGEST_CLOSURE + 1):
        try:
            wanted = day - timedelta(days=back)
        except OverflowError:
            return None
        if not closures_on(wanted, calendars):
            return wanted
    return None
