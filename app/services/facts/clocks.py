"""One instant as the clocks of several capitals show it: dates and hours are printed for all."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.documents.letter_facts import ClockFacts
from app.domain.meeting import Meeting
from app.domain.objection_period import ends_with, is_end_of_day
from app.domain.party import Party
from app.store.queries.bodies import seats_on
from app.store.reader import Reader


def clocks_at(
    instant: datetime | None, zones: tuple[str, ...], *, is_end: bool = False
) -> tuple[ClockFacts, ...]:
    """Return what the clocks of ``zones`` show at ``instant``, in the order of the zones.

    Args:
        instant: The instant; without one no clock shows anything.
        zones: The zones.
        is_end: Something ends then, so that midnight is the end of the day before.
    """
    if instant is None:
        return ()
    shown = [(zone, instant.astimezone(ZoneInfo(zone))) for zone in zones if is_zone(zone)]
    days = [ends_with(local) if is_end else local.date() for _zone, local in shown]
    return tuple(
        ClockFacts(
            city=city_of(zone),
            day=day,
            hour=local.time().replace(tzinfo=None),
            other_day=day != days[0],
            is_end_of_day=is_end and is_end_of_day(local),
        )
        for (zone, local), day in zip(shown, days, strict=True)
    )


def zones_of_meeting(reader: Reader, meeting: Meeting) -> tuple[str, ...]:
    """Return the zone of the place, then those of the parties where the clock is another."""
    known = zones_of_body(reader, body_id=meeting.body_id, day=meeting.first_day)
    first = (meeting.zone,) if is_zone(meeting.zone) else ()
    return tuple(dict.fromkeys(first + known))


def zones_of_body(reader: Reader, *, body_id: UUID | None, day: date | None) -> tuple[str, ...]:
    """Return the zones of the parties that sit in a body, in the order of their seats."""
    seats = seats_on(reader, body_id=body_id, day=day)
    zones = (reader.get(Party, seat.party_id).time_zone for seat in seats)
    return tuple(dict.fromkeys(zone for zone in zones if is_zone(zone)))


def city_of(zone: str) -> str:
    """Return the city that a zone is named after."""
    return zone.rpartition("/")[2].replace("_", " ")


def is_zone(zone: str) -> bool:
    """Tell whether there is a zone of that name."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(zone)
