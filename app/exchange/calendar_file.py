"""Calendar files (RFC 5545): a meeting and its deadlines, as Outlook and others import them.

A deadline is written as an event of a whole day, not as a task (VTODO): of the calendar programs in
offices, Outlook on the web and Google Calendar pass over tasks in an imported file without a word,
while every one of them shows such an event. It is marked as free time, so that it blocks nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from app.texts.characters import clean

_PRODUCT = "-//JWG Desk//JWG Desk//EN"


class Standing(StrEnum):
    """How sure a date is."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class CalendarEntry:
    """One entry of a calendar.

    Attributes:
        uid: What a calendar knows it by; the same whenever it is written again.
        sequence: Counted up with every change, so that a calendar takes the newest.
        first_day, last_day: The days at the place.
        starts_at, ends_at: The instants, where the hours are known; else it lasts whole days.
        zone: The zone of the place; without one the hours are written in UTC.
        is_free: It blocks no time.
    """

    uid: str
    sequence: int
    summary: str
    first_day: date
    last_day: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str = ""
    location: str = ""
    description: str = ""
    standing: Standing = Standing.CONFIRMED
    is_free: bool = False


def write_calendar(entries: Sequence[CalendarEntry], *, name: str, stamp: datetime) -> bytes:
    """Return a calendar file; the same entries and stamp give the same bytes.

    Args:
        entries: What stands in it, in this order.
        name: What a program calls the calendar if it makes a new one.
        stamp: The instant at which it is written.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    for zone, first, last in _zones(entries):
        calendar.add_component(Timezone.from_tzid(zone, first_date=first, last_date=last))
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", _plain(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    for name, moment in _span(entry):
        event.add(name, moment)
    event.add("summary", _plain(entry.summary))
    for name, text in (("location", entry.location), ("description", entry.description)):
        if text:
            event.add(name, _plain(text))
    event.add("status", entry.standing.value)
    event.add("transp", "TRANSPARENT" if entry.is_free else "OPAQUE")
    return event


def _span(entry: CalendarEntry) -> tuple[tuple[str, date | datetime], ...]:
    """Return start and end; whole days end, as the standard has it, on the day after the last."""
    if entry.starts_at is None:
        ends = max(entry.first_day, entry.last_day) + timedelta(days=1)
        return (("dtstart", entry.first_day), ("dtend", ends))
    starts = ("dtstart", _at_place(entry.starts_at, entry.zone))
    if entry.ends_at is None or entry.ends_at <= entry.starts_at:
        return (starts,)
    return (starts, ("dtend", _at_place(entry.ends_at, entry.zone)))


def _at_place(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone) if _is_written(zone) else UTC).replace(microsecond=0)


def _is_written(zone: str) -> bool:
    """Return whether hours are written in a zone of their own; those of UTC end in a Z."""
    return zone not in {"", "UTC", "Etc/UTC"}


def _zones(entries: Sequence[CalendarEntry]) -> tuple[tuple[str, date, date], ...]:
    """Return the zones that hours are written in, each with the years that must be described."""
    years: dict[str, list[int]] = {}
    for entry in entries:
        if entry.starts_at is not None and _is_written(entry.zone):
            moments = (entry.starts_at, entry.ends_at or entry.starts_at)
            years.setdefault(entry.zone, []).extend(moment.year for moment in moments)
    return tuple(
        (zone, date(max(min(told) - 1, 1), 1, 1), date(min(max(told) + 1, 9999), 12, 31))
        for zone, told in sorted(years.items())
    )


def _plain(text: str) -> str:
    """Return a text in which a line break is one character, so that none can begin a new field."""
    return clean(text).replace("\r\n", "\n").replace("\r", "\n").strip()
