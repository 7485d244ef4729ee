"""Counts a period for objections as its rule has it: which days, from when, to which hour where."""

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.written_procedure import DayKind

WEEKEND = frozenset({6, 7})
"""Saturday and Sunday, counted from Monday as 1."""


def last_day(
    first: date,
    *,
    days: int,
    counts: DayKind,
    holidays: Set[date] = frozenset(),
    weekend: Set[int] = WEEKEND,
) -> date:
    """Return the last day of a period that is counted from the day after ``first``.

    Args:
        first: The day of dispatch or receipt; it does not count.
        days: How many days the period has.
        counts: Calendar days, or working days.
        holidays: Days that are no working days besides.
        weekend: The weekdays that are free; one of the seven at least must not be.
    """
    if counts is DayKind.CALENDAR:
        return first + timedelta(days=days)
    day = first
    left = days
    while left:
        day += timedelta(days=1)
        if day.isoweekday() not in weekend and day not in holidays:
            left -= 1
    return day


def ends_with(local: datetime) -> date:
    """Return the day with which a period is over: midnight is the end of the day before."""
    return (local - timedelta(microseconds=1)).date()


def is_end_of_day(local: datetime) -> bool:
    """Return whether a period ends with the day, and not at an hour of it."""
    return local.time() == time()


def deadline(
    start: datetime,
    *,
    days: int,
    counts: DayKind,
    hour: time | None,
    zone: str,
    holidays: Set[date] = frozenset(),
    weekend: Set[int] = WEEKEND,
) -> datetime:
    """Return the instant at which a period for objections ends.

    Args:
        start: The instant of dispatch or receipt.
        days: How many days the period has.
        counts: Which days count.
        hour: The hour of the last day; its end where no hour is given.
        zone: The zone in which days and the hour are meant.
        holidays: Days that are no working days besides.
        weekend: The weekdays that are free.
    """
    place = ZoneInfo(zone)
    first = start.astimezone(place).date()
    last = last_day(first, days=days, counts=counts, holidays=holidays, weekend=weekend)
    if hour is None:
        return datetime.combine(last + timedelta(days=1), time(), tzinfo=place)
    return datetime.combine(last, hour, tzinfo=place)
