"""Tells which records meet the conditions of a search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlmodel import col

from app.domain.action import UNFINISHED, ActionItem, ActionStatus
from app.domain.agenda import ItemStatus
from app.domain.body import BodyParty
from app.domain.decision import ADOPTED_DECISIONS, Decision, DecisionStatus
from app.domain.delegation import Delegate, Delegation
from app.domain.instrument import InstrumentParty, InstrumentStatus
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.paper import PaperStatus
from app.domain.person import Post
from app.domain.project import ProjectParty, ProjectStatus
from app.domain.rules import RuleVersion
from app.store.finding.ground import Ground
from app.store.finding.scope import Scope
from app.store.reader import Reader
from app.texts.query.asked import Condition, Days, Field, Kind
from app.texts.query.vocabulary import CLOSED, LATE, OPEN, kinds_of

Keys = frozenset[UUID]
Met = Callable[[int], bool]
_MOST_KEPT = 16
_SOME_DAY, _NO_LATER = "0", ":"  # before every day that is one, and after every day

_OPEN: dict[Kind, frozenset[str]] = {
    Kind.ACTION_ITEM: frozenset(UNFINISHED),
    Kind.AGENDA_ITEM: frozenset(ItemStatus) - {ItemStatus.CONCLUDED, ItemStatus.WITHDRAWN},
    Kind.DECISION: frozenset(DecisionStatus) - ADOPTED_DECISIONS - {DecisionStatus.WITHDRAWN},
    Kind.MEETING: frozenset(MeetingStatus) - HELD - {MeetingStatus.CANCELLED},
    Kind.PAPER: frozenset({PaperStatus.DRAFT, PaperStatus.CIRCULATED}),
    Kind.PROJECT: frozenset(
        {ProjectStatus.PROPOSED, ProjectStatus.ACTIVE, ProjectStatus.SUSPENDED}
    ),
    Kind.INSTRUMENT: frozenset({InstrumentStatus.NEGOTIATED, InstrumentStatus.INITIALLED}),
}
_CLOSED: dict[Kind, frozenset[str]] = {
    Kind.ACTION_ITEM: frozenset(ActionStatus) - UNFINISHED,
    Kind.AGENDA_ITEM: frozenset({ItemStatus.CONCLUDED, ItemStatus.WITHDRAWN}),
    Kind.DECISION: frozenset({*ADOPTED_DECISIONS, DecisionStatus.WITHDRAWN}),
    Kind.MEETING: frozenset({*HELD, MeetingStatus.CANCELLED}),
    Kind.PAPER: frozenset({PaperStatus.FINAL, PaperStatus.WITHDRAWN}),
    Kind.PROJECT: frozenset({ProjectStatus.COMPLETED, ProjectStatus.CANCELLED}),
    Kind.INSTRUMENT: frozenset(
        {InstrumentStatus.EXPIRED, InstrumentStatus.REPLACED, InstrumentStatus.TERMINATED}
    ),
}
_MAY_MEET: dict[Field, frozenset[Kind]] = {
    Field.DUE: frozenset({Kind.ACTION_ITEM, Kind.INSTRUMENT}),
    Field.OWNER: frozenset({Kind.ACTION_ITEM}),
    Field.DAY: frozenset(Kind) - {Kind.PERSON, Kind.BODY},
    Field.MEETING: frozenset(Kind) - {Kind.PROJECT, Kind.INSTRUMENT, Kind.BODY},
}
_OF_BODY = frozenset({Kind.MEETING, Kind.DECISION, Kind.RULE_DOCUMENT, Kind.BODY})


def wanted_kinds(conditions: tuple[Condition, ...]) -> frozenset[Kind]:
    """Return the kinds that are looked for: all, if no condition names any."""
    kinds = frozenset(Kind)
    for condition in conditions:
        if condition.field is Field.TYPE:
            named = frozenset(kinds_of(condition.value))
            kinds = kinds - named if condition.is_not else kinds & named
    return kinds


def narrows(conditions: tuple[Condition, ...]) -> bool:
    """Return whether any condition is about more than the kind of record."""
    return any(condition.field is not Field.TYPE for condition in conditions)


def may_meet(kind: Kind, conditions: tuple[Condition, ...]) -> bool:
    """Return whether records of a kind can meet the conditions at all."""
    return all(
        condition.is_not or kind in _MAY_MEET.get(condition.field, frozenset(Kind))
        for condition in conditions
    )


def meeting(
    reader: Reader,
    ground: Ground,
    conditions: tuple[Condition, ...],
    scope: Scope,
    *,
    today: date,
) -> set[int]:
    """Return the places in the ground of the records that meet every condition."""
    asked = (conditions, tuple(scope.keys.items()), tuple(scope.days.items()), today)
    if asked not in ground.met:
        if len(ground.met) >= _MOST_KEPT:
            ground.met.clear()
        ground.met[asked] = _meeting(reader, ground, conditions, scope, today)
    return ground.met[asked]


def _meeting(
    reader: Reader,
    ground: Ground,
    conditions: tuple[Condition, ...],
    scope: Scope,
    today: date,
) -> set[int]:
    narrowing = [each for each in conditions if each.field is not Field.TYPE]
    found: set[int] = set()
    for kind in wanted_kinds(conditions) - {Kind.PROVISION}:
        if not may_meet(kind, conditions):
            continue
        places = ground.places[kind]
        for condition in narrowing:
            met = _met(_Asking(reader, ground, kind, scope, today), condition)
            places = [place for place in places if met(place) is not condition.is_not]
        found.update(places)
    return found


@dataclass(frozen=True)
class _Asking:
    """What a condition is asked of: the records of one kind."""

    reader: Reader
    ground: Ground
    kind: Kind
    scope: Scope
    today: date

    def any_of(self, column: Sequence[str], keys: Iterable[UUID]) -> Met:
        """Return whether the keys in a column are among these."""
        wanted = {key.hex for key in keys}
        return lambda place: column[place] in wanted

    def these(self, found: Select[Any]) -> Met:
        """Return whether records are among those that a SELECT gives."""
        wanted = {self.ground.place_of.get(key.hex) for key in self.reader.scalars(found)}
        return lambda place: place in wanted


def _met(asking: _Asking, condition: Condition) -> Met:
    """Return what tells whether a record meets a condition."""
    ground = asking.ground
    if condition.days is not None:
        column = ground.dues if condition.field is Field.DUE else ground.days
        return _between(column, asking.scope.days[condition])
    if condition.field is Field.STATUS:
        return _in_state(asking, condition.value)
    keys = asking.scope.keys[condition]
    if condition.field is Field.PARTY:
        return _of_parties(asking, keys)
    if condition.field is Field.OWNER:
        return _owned(asking, keys)
    if condition.field is Field.MEETING:
        return _at_meetings(asking, keys)
    return _in_bodies(asking, keys)


def _between(column: Sequence[str], days: Days) -> Met:
    first = days.first.isoformat() if days.first is not None else _SOME_DAY
    last = days.last.isoformat() if days.last is not None else _NO_LATER
    return lambda place: first <= column[place] <= last


def _in_state(asking: _Asking, state: str) -> Met:
    statuses, dues = asking.ground.statuses, asking.ground.dues
    if state not in (OPEN, CLOSED, LATE):
        return lambda place: statuses[place] == state
    states = (_CLOSED if state == CLOSED else _OPEN).get(asking.kind, frozenset())
    if state == LATE:
        today = asking.today.isoformat()
        return lambda place: statuses[place] in states and "" < dues[place] < today
    return lambda place: statuses[place] in states


def _of_parties(asking: _Asking, keys: Keys) -> Met:
    kind, ground = asking.kind, asking.ground
    if kind in _OF_BODY:
        return asking.any_of(ground.bodies, asking.reader.scalars(seated(keys)))
    if kind is Kind.PERSON:
        seats = _delegates().where(col(Delegation.party_id).in_(keys))
        posts = select(col(Post.person_id)).where(col(Post.party_id).in_(keys))
        return _either(asking.these(seats), asking.these(posts))
    if kind is Kind.INSTRUMENT:
        signed = col(InstrumentParty.party_id).in_(keys)
        return asking.these(select(col(InstrumentParty.instrument_id)).where(signed))
    direct = asking.any_of(ground.parties, keys)
    if kind is Kind.ACTION_ITEM:  # one of no party is of all
        parties = ground.parties
        of_body = asking.any_of(ground.bodies, asking.reader.scalars(seated(keys)))
        return _either(direct, lambda place: not parties[place] and of_body(place))
    if kind is Kind.PROJECT:
        joined = col(ProjectParty.party_id).in_(keys)
        return _either(direct, asking.these(select(col(ProjectParty.project_id)).where(joined)))
    return direct


def _either(one: Met, other: Met) -> Met:
    return lambda place: one(place) or other(place)


def _owned(asking: _Asking, keys: Keys) -> Met:
    if asking.kind is not Kind.ACTION_ITEM:
        return lambda place: False
    action = ActionItem
    owners = (col(action.party_id), col(action.organisation_id), col(action.person_id))
    owned = or_(*(owner.in_(keys) for owner in owners))
    return asking.these(select(col(action.id)).where(owned))


def _at_meetings(asking: _Asking, keys: Keys) -> Met:
    if asking.kind is Kind.PERSON:
        return asking.these(_delegates().where(col(Delegation.meeting_id).in_(keys)))
    if asking.kind is Kind.RULE_DOCUMENT:
        return asking.these(adopted_at(keys))
    return asking.any_of(asking.ground.meetings, keys)


def _in_bodies(asking: _Asking, keys: Keys) -> Met:
    if asking.kind is Kind.PERSON:
        met = select(col(Meeting.id)).where(col(Meeting.body_id).in_(keys))
        return asking.these(_delegates().where(col(Delegation.meeting_id).in_(met)))
    return asking.any_of(asking.ground.bodies, keys)


def seated(keys: Keys) -> Select[Any]:
    """Return the SELECT of the bodies in which one of the parties sits."""
    return select(col(BodyParty.body_id)).where(col(BodyParty.party_id).in_(keys))


def adopted_at(keys: Keys) -> Select[Any]:
    """Return the SELECT of the rule documents of which a version was adopted at meetings."""
    return (
        select(col(RuleVersion.document_id))
        .join(Decision, col(Decision.id) == col(RuleVersion.decision_id))
        .where(col(Decision.meeting_id).in_(keys))
    )


def _delegates() -> Select[Any]:
    return (
        select(col(Delegate.person_id))
        .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
        .where(col(Delegate.person_id).is_not(None))
    )
