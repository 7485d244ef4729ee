"""Time zones by their names, and instants from the hours that clocks show there."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def is_zone(name: str) -> bool:
    """Return whether there is a time zone of this name, such as ``Asia/Seoul``."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is no zone
        return False
    return True


def instant(day: date, hour: time, zone: str) -> datetime:
    """Return the instant, in UTC, at which clocks in a zone show an hour of a day."""
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def hour_exists(day: date, hour: time, zone: str) -> bool:
    """Return whether clocks show the hour at all: some are passed over when summer time begins."""
    shown = instant(day, hour, zone).astimezone(ZoneInfo(zone))
    return (shown.date(), shown.time()) == (day, hour)


def hour_at(moment: datetime, zone: str) -> time:
    """Return the hour that clocks in a zone show at an instant; without one, those of UTC."""
    return moment.astimezone(ZoneInfo(zone) if zone else UTC).time()
