"""Lays what papers say of a meeting beside the one on record: same, missing, or different."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.meeting import HELD, Meeting, MeetingMode
from app.services.past.on_record import NEAR, is_ordinary
from app.services.past.proposals import HOST, Standing
from app.texts.past.body_terms import BodyTerms, fold
from app.texts.past.evidence import Certainty
from app.texts.past.facts import Fact, FactField
from app.texts.past.gathering import Gathered

FIELDS: Mapping[str, str] = {
    FactField.ORDINAL.value: "ordinal",
    FactField.TITLE.value: "title",
    FactField.DAYS.value: "starts_on",
    FactField.PLANNED_DAYS.value: "planned_starts_on",
    FactField.PLACE.value: "place",
    FactField.MODE.value: "mode",
    FactField.HAPPENING.value: "status",
    FactField.NEXT.value: "next_meeting",
    HOST: "host_party_id",
}
"""What a fact is called in the statement of a source."""


def find_meeting(group: Gathered, meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the meeting on record that papers mean: of that number, or of those days."""
    known = [each for each in meetings if is_ordinary(each)]
    first = group.first_day
    numbers = group.of(FactField.ORDINAL)
    is_sure = any(fact.certainty is Certainty.CERTAIN for fact in numbers)
    for meeting in known:
        if group.ordinal is None or meeting.ordinal != group.ordinal:
            continue
        is_that_day = first is not None and first in _days(meeting)
        return meeting if is_that_day or (is_sure and _is_near(meeting, first)) else None
    for meeting in known:
        numbers_fit = group.ordinal is None or meeting.ordinal is None
        if numbers_fit and first is not None and first in _days(meeting):
            return meeting
    return None


def bears_number(number: int | None, meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the meeting on record that bears a number."""
    told = (each for each in meetings if is_ordinary(each) and number and each.ordinal == number)
    return next(told, None)


def values_of(fact: Fact, terms: BodyTerms) -> dict[str, Any]:
    """Return what would be stored of a fact, by name."""
    match fact.field:
        case FactField.ORDINAL:
            return {"number": fact.value}
        case FactField.DAYS | FactField.PLANNED_DAYS:
            return {"first": fact.value.first, "last": fact.value.last}
        case FactField.PLACE:
            return {"town": fact.value.town, "land": fact.value.land}
        case FactField.MODE | FactField.HAPPENING:
            return {"choice": str(fact.value)}
        case _:
            return {"text": fact.value}


def host_of(fact: Fact, terms: BodyTerms) -> UUID | None:
    """Return the side in whose country a place lies."""
    land = fold(fact.value.land)
    for side in terms.sides:
        if any(fold(name) == land for name in side.names if name):
            return UUID(side.key)
    return None


def standing_of(
    field: str, values: Mapping[str, Any], language: str, meeting: Meeting | None
) -> tuple[Standing, str]:
    """Return how a fact stands to the record, and what the record says instead."""
    if meeting is None:
        return Standing.NEW, ""
    told, recorded = _compared(field, values, language, meeting)
    if recorded in (None, "", (None, None)):
        return Standing.FILLS, ""
    if told == recorded:
        return Standing.SAME, ""
    return Standing.DIFFERS, _words(recorded)


def _compared(
    field: str, values: Mapping[str, Any], language: str, meeting: Meeting
) -> tuple[Any, Any]:
    """Return what a paper says and what the record says, in a form that can be compared."""
    match field:
        case FactField.ORDINAL.value:
            return values["number"], meeting.ordinal
        case FactField.DAYS.value:
            return _span(values), (meeting.starts_on, meeting.ends_on or meeting.starts_on)
        case FactField.PLANNED_DAYS.value:
            last = meeting.planned_ends_on or meeting.planned_starts_on
            return _span(values), (meeting.planned_starts_on, last)
        case FactField.TITLE.value:
            return _alike(values["text"], meeting.titles.get(language, ""))
        case FactField.PLACE.value:
            return _within(values["town"], meeting.places.get(language, ""))
        case FactField.MODE.value:
            is_known = meeting.mode is not MeetingMode.UNKNOWN
            return values["choice"], meeting.mode.value if is_known else None
        case FactField.HAPPENING.value:
            told = values["choice"]
            is_said = told == "ahead" or meeting.status in HELD  # held later is no contradiction
            return told, told if is_said else meeting.status.value
        case _:
            return values.get("party_id"), meeting.host_party_id if field == HOST else None


def _span(values: Mapping[str, Any]) -> tuple[date | None, date | None]:
    return values["first"], values["last"]


def _alike(told: str, recorded: str) -> tuple[str, str]:
    return (recorded, recorded) if fold(told) == fold(recorded) else (told, recorded)


def _within(told: str, recorded: str) -> tuple[str, str]:
    """Take “Seoul” and “Seoul, Republic of Korea” for one place."""
    one, other = fold(told).strip(), fold(recorded).strip()
    is_same = bool(one and other) and (one in other or other in one)
    return (recorded, recorded) if is_same else (told, recorded)


def _days(meeting: Meeting) -> tuple[date, ...]:
    told = (meeting.starts_on, meeting.planned_starts_on)
    return tuple(day for day in told if day is not None)


def _is_near(meeting: Meeting, first: date | None) -> bool:
    days = _days(meeting)
    return first is None or not days or min(abs((first - day).days) for day in days) <= NEAR


def _words(recorded: Any) -> str:
    if isinstance(recorded, tuple):
        days = dict.fromkeys(f"{day.day} {day:%B %Y}" for day in recorded if day is not None)
        return " – ".join(days)
    return "" if isinstance(recorded, UUID) else str(recorded)
