"""Turns the words of conditions into keys: which meeting, which party, which body is meant."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from app.domain.body import Body, BodyName
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.organisation import Organisation, OrganisationName
from app.domain.party import Party, PartyName
from app.domain.person import Person
from app.domain.workspace_facts import StoreMeta
from app.store.reader import Reader
from app.store.search_index import words_of
from app.texts.query.asked import Asked, Condition, Days, Field, NearMeeting, Problem
from app.texts.query.days import bounded
from app.texts.segments import fold

OUR_SIDE = "our_side"
_OURS = frozenset({"us", "me", "ours", "our-side"})
_THEIRS = frozenset({"them", "theirs", "other-side"})
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)


@dataclass(frozen=True)
class Scope:
    """The conditions of a search, each with the keys that it comes to.

    Attributes:
        keys: Of each condition that names records.
        days: Of each condition about days.
        problem: Why the conditions cannot be met at all.
    """

    keys: dict[Condition, frozenset[UUID]] = field(default_factory=dict)
    days: dict[Condition, Days] = field(default_factory=dict)
    problem: Problem | None = None


def resolve(reader: Reader, asked: Asked, *, body_id: UUID | None, today: date) -> Scope:
    """Return what the conditions of a search come to in this workspace."""
    scope = Scope()
    for condition in asked.conditions:
        if condition.days is not None:
            days = _days(reader, condition.days, body_id, today)
            if days is None:
                return Scope(problem=_no_meeting(condition))
            scope.days[condition] = days
        elif condition.field in _FINDERS:
            keys = _FINDERS[condition.field](reader, condition.value, body_id, today)
            if not keys and not condition.is_not:
                return Scope(problem=_nobody(condition))
            scope.keys[condition] = keys
    return scope


def _days(reader: Reader, days: Days, body_id: UUID | None, today: date) -> Days | None:
    if days.of_meeting is None:
        return days
    found = _near(reader, days.of_meeting, body_id, today)
    meeting = reader.get(Meeting, found) if found else None
    day = meeting.first_day if meeting else None
    if meeting is None or day is None:
        return None
    return bounded(days.comparison, (day, meeting.ends_on or day))


def _near(reader: Reader, which: NearMeeting, body_id: UUID | None, today: date) -> UUID | None:
    """Return the last meeting that was held, or the next that is planned."""
    day = func.coalesce(col(Meeting.starts_on), col(Meeting.planned_starts_on))
    wanted = select(col(Meeting.id)).where(day.is_not(None))
    if body_id is not None:
        wanted = wanted.where(col(Meeting.body_id) == body_id)
    if which is NearMeeting.LAST:
        is_over = or_(col(Meeting.status).in_(HELD), day < today)
        wanted = wanted.where(is_over, col(Meeting.status).not_in(_OFF)).order_by(day.desc())
    else:
        wanted = wanted.where(day >= today, col(Meeting.status).not_in((*HELD, *_OFF)))
        wanted = wanted.order_by(day)
    found: UUID | None = reader.scalar(wanted.limit(1))
    return found


def _meetings(reader: Reader, value: str, body_id: UUID | None, today: date) -> frozenset[UUID]:
    if value in ("last", "next"):
        found = _near(reader, NearMeeting(value), body_id, today)
        return frozenset({found} if found else ())
    rows = reader.execute(select(col(Meeting.id), col(Meeting.code), col(Meeting.ordinal)))
    number = int(value) if value.isdecimal() and len(value) < 6 else None
    return frozenset(
        row.id
        for row in rows
        if fold(row.code) == value or (number is not None and row.ordinal == number)
    )


def _parties(reader: Reader, value: str, body_id: UUID | None, today: date) -> frozenset[UUID]:
    ours = reader.first(StoreMeta, key=OUR_SIDE)
    our_id = UUID(ours.value) if ours is not None and ours.value else None
    if value in _OURS:
        return frozenset({our_id} if our_id else ())
    parties = reader.find(Party)
    if value in _THEIRS:
        return frozenset(party.id for party in parties if our_id and party.id != our_id)
    exact = frozenset(party.id for party in parties if fold(party.code) == value)
    if exact:
        return exact
    named = {party.id: words_of([party.names, party.formal_names]) for party in parties}
    return _called(named, ((row.party_id, row.text) for row in reader.find(PartyName)), value)


def _bodies(reader: Reader, value: str, body_id: UUID | None, today: date) -> frozenset[UUID]:
    bodies = reader.find(Body)
    exact = frozenset(body.id for body in bodies if fold(body.code) == value)
    if exact:
        return exact
    named = {body.id: words_of([body.code, body.names, body.short_names]) for body in bodies}
    return _called(named, ((row.body_id, row.text) for row in reader.find(BodyName)), value)


def _owners(reader: Reader, value: str, body_id: UUID | None, today: date) -> frozenset[UUID]:
    found = set(_parties(reader, value, body_id, today))
    organisations = {
        each.id: words_of([each.code, each.names]) for each in reader.find(Organisation)
    }
    further = ((row.organisation_id, row.text) for row in reader.find(OrganisationName))
    found |= _called(organisations, further, value)
    persons = reader.execute(select(col(Person.id), col(Person.printed_name), col(Person.names)))
    found |= _called(
        {row.id: words_of([row.printed_name, row.names]) for row in persons}, (), value
    )
    return frozenset(found)


def _called(named: dict[UUID, str], further: Any, value: str) -> frozenset[UUID]:
    """Return which of the named have a word, or words, in one of their names."""
    found = {key for key, words in named.items() if value in fold(words)}
    found |= {key for key, words in further if value in fold(words)}
    return frozenset(found)


_FINDERS = {
    Field.MEETING: _meetings,
    Field.PARTY: _parties,
    Field.BODY: _bodies,
    Field.OWNER: _owners,
}
_CALLED = {
    Field.MEETING: "meeting with the number or code",
    Field.PARTY: "party called",
    Field.BODY: "body called",
    Field.OWNER: "party, organisation or person called",
}


def _nobody(condition: Condition) -> Problem:
    return Problem(
        f"There is no {_CALLED[condition.field]} “{condition.value}” in this workspace.",
        "Look at how it is written there, or leave this condition out.",
    )


def _no_meeting(condition: Condition) -> Problem:
    return Problem(
        f"“{condition.value}” is no day yet: there is no such meeting with a date.",
        "Type the day itself, such as 2026-12-01.",
    )
