"""Works out which days a calendar shows, and how one turns to others."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet, DayOff, Deadline, MeetingRow

WEEKS = 6
WEEKDAYS = 7
YEARS = 4


class Mode(StrEnum):
    """How much is looked at."""

    MONTH = "month"
    YEAR = "year"
    TIMELINE = "timeline"


@dataclass(frozen=True)
class DayEntries:
    """What stands on one day."""

    day: date
    meetings: "tuple[MeetingRow, ...]" = ()
    deadlines: "tuple[Deadline, ...]" = ()
    days_off: "tuple[DayOff, ...]" = ()


def shown_days(mode: Mode, day: date) -> tuple[date, date]:
    """Return the first and the last day that are shown around a day."""
    if mode is Mode.MONTH:
        first = first_of_grid(day)
        return first, first + timedelta(days=WEEKS * WEEKDAYS - 1)
    if mode is Mode.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    first_year = max(1, min(day.year - 1, 9999 - YEARS))
    return date(first_year, 1, 1), date(first_year + YEARS - 1, 12, 31)


def first_of_grid(day: date) -> date:
    """Return the Monday with which the page of a month begins."""
    first = day.replace(day=1)
    return first - timedelta(days=first.isoweekday() - 1)


def turned(mode: Mode, day: date, step: int) -> date:
    """Return the day that lies a page on, or back; no further than calendars go."""
    months = step if mode is Mode.MONTH else 12 * step
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1900 <= year <= 2200:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def entries_on(sheet: "CalendarSheet", day: date) -> DayEntries:
    """Return what stands on a day."""
    return DayEntries(
        day,
        tuple(row for row in sheet.meetings if day in days_of(row)),
        tuple(each for each in sheet.deadlines if each.day == day),
        tuple(each for each in sheet.days_off if each.day == day),
    )


def days_of(row: "MeetingRow") -> frozenset[date]:
    """Return the days of a meeting."""
    if row.starts_on is None:
        return frozenset()
    return frozenset(_stretch(row.starts_on, row.ends_on or row.starts_on))


def _stretch(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)
