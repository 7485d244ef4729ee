"""The one place that asks what time it is, so that a test can answer instead."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the present instant, always aware and in UTC."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved, for tests."""

    instant: datetime

    def now(self) -> datetime:
        """Return the instant the clock was set to."""
        return self.instant


def today(clock: Clock, zone: str = "UTC") -> date:
    """Return the calendar day at ``zone`` (an IANA name such as ``Asia/Seoul``)."""
    return clock.now().astimezone(ZoneInfo(zone)).date()
