"""What a meeting needs before it may take a step, beside the step being lawful."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.meeting import MeetingStatus

_S = MeetingStatus


class Hindrance(StrEnum):
    """What is still missing for a step."""

    DATES = "dates"
    PLACE = "place"
    FIRST_DAY = "first-day"
    ENDS_BEFORE_START = "ends-before-start"
    MINUTES = "minutes"
    MINUTES_NOT_AGREED = "minutes-not-agreed"


@dataclass(frozen=True)
class MeetingFacts:
    """What the guards look at.

    Attributes:
        first_day: The first day, or the planned one.
        starts_on: The day on which it was opened.
        has_place: Whether its place is known; for an online meeting, where it counts as held.
        has_minutes: Whether there is an edition of its minutes.
        minutes_agreed: Whether the latest edition was approved or signed.
    """

    first_day: date | None
    starts_on: date | None
    has_place: bool
    has_minutes: bool
    minutes_agreed: bool


def hindrances(
    facts: MeetingFacts, wanted: MeetingStatus, *, on: date | None = None
) -> tuple[Hindrance, ...]:
    """Return what a meeting still needs for a step; nothing if it may be taken.

    Args:
        facts: How the meeting stands.
        wanted: The state that the step leads to.
        on: The day of the step.
    """
    found: list[Hindrance] = []
    if wanted in {_S.DATES_AGREED, _S.CONVENED} and facts.first_day is None:
        found.append(Hindrance.DATES)
    if wanted is _S.CONVENED and not facts.has_place:
        found.append(Hindrance.PLACE)
    if wanted is _S.CLOSED:
        if facts.starts_on is None:
            found.append(Hindrance.FIRST_DAY)
        elif on is not None and on < facts.starts_on:
            found.append(Hindrance.ENDS_BEFORE_START)
    if wanted is _S.RECORD_AGREED and not facts.has_minutes:
        found.append(Hindrance.MINUTES)
    elif wanted is _S.RECORD_AGREED and not facts.minutes_agreed:
        found.append(Hindrance.MINUTES_NOT_AGREED)
    return tuple(found)


def needs_reason(state: MeetingStatus, wanted: MeetingStatus) -> bool:
    """Return whether a step is one that later readers will ask the reason of."""
    resumed = state is _S.SUSPENDED and wanted is _S.IN_SESSION
    return resumed or wanted in {_S.POSTPONED, _S.CANCELLED, _S.SUSPENDED}
