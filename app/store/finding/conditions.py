"""Writes the conditions of a search as conditions on the facts of one kind of record."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
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
from app.store.finding.facts import subquery_of
from app.store.finding.scope import Scope
from app.texts.query.asked import Condition, Days, Field, Kind
from app.texts.query.vocabulary import CLOSED, LATE, OPEN, kinds_of

Keys = frozenset[UUID]

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


def allowed(
    kind: Kind, conditions: tuple[Condition, ...], scope: Scope, *, today: date
) -> Select[Any]:
    """Return the SELECT of the facts of a kind that meet every condition."""
    facts: Any = subquery_of(kind)
    written = [
        _negated(clause) if condition.is_not else clause
        for condition in conditions
        if condition.field is not Field.TYPE
        for clause in (_clause(kind, facts.c, condition, scope, today),)
    ]
    return select(facts).where(*written)


def of_bodies(keys: Keys, body: Any) -> ColumnElement[bool]:
    """Return whether one of the parties sits in a body."""
    seats = select(col(BodyParty.body_id)).where(col(BodyParty.party_id).in_(keys))
    clause: ColumnElement[bool] = body.in_(seats)
    return clause


def _negated(clause: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~func.coalesce(clause, false())


def _clause(
    kind: Kind, facts: Any, condition: Condition, scope: Scope, today: date
) -> ColumnElement[bool]:
    if condition.days is not None:
        column = facts.due if condition.field is Field.DUE else facts.day
        return _between(column, scope.days[condition])
    if condition.field is Field.STATUS:
        return _in_state(kind, facts, condition.value, today)
    keys = scope.keys[condition]
    if condition.field is Field.PARTY:
        return _of_parties(kind, facts, keys)
    if condition.field is Field.OWNER:
        return _owned(kind, facts, keys)
    if condition.field is Field.MEETING:
        return _at_meetings(kind, facts, keys)
    return _in_bodies(kind, facts, keys)


def _between(column: Any, days: Days) -> ColumnElement[bool]:
    bounds = [column.is_not(None)]
    if days.first is not None:
        bounds.append(column >= days.first.isoformat())
    if days.last is not None:
        bounds.append(column <= days.last.isoformat())
    return and_(*bounds)


def _in_state(kind: Kind, facts: Any, state: str, today: date) -> ColumnElement[bool]:
    if state == OPEN:
        return _one_of(facts.status, _OPEN.get(kind, frozenset()))
    if state == CLOSED:
        return _one_of(facts.status, _CLOSED.get(kind, frozenset()))
    if state == LATE:
        is_open = _one_of(facts.status, _OPEN.get(kind, frozenset()))
        return and_(is_open, facts.due < today.isoformat())
    return _one_of(facts.status, frozenset({state}))


def _one_of(column: Any, states: frozenset[str]) -> ColumnElement[bool]:
    clause: ColumnElement[bool] = column.in_([str(state) for state in sorted(states)])
    return clause


def _of_parties(kind: Kind, facts: Any, keys: Keys) -> ColumnElement[bool]:
    if kind in _OF_BODY:
        return of_bodies(keys, facts.body_id)
    if kind is Kind.ACTION_ITEM:  # one of no party is of all
        return or_(
            facts.party_id.in_(keys),
            and_(facts.party_id.is_(None), of_bodies(keys, facts.body_id)),
        )
    if kind is Kind.PERSON:
        return _person_of_parties(facts.id, keys)
    if kind is Kind.PROJECT:
        joined = select(col(ProjectParty.project_id)).where(col(ProjectParty.party_id).in_(keys))
        return or_(facts.party_id.in_(keys), facts.id.in_(joined))
    if kind is Kind.INSTRUMENT:
        signed = select(col(InstrumentParty.instrument_id)).where(
            col(InstrumentParty.party_id).in_(keys)
        )
        clause: ColumnElement[bool] = facts.id.in_(signed)
        return clause
    direct: ColumnElement[bool] = facts.party_id.in_(keys)
    return direct


def _person_of_parties(person: Any, keys: Keys) -> ColumnElement[bool]:
    seats = _delegates().where(col(Delegation.party_id).in_(keys))
    posts = select(col(Post.person_id)).where(col(Post.party_id).in_(keys))
    return or_(person.in_(seats), person.in_(posts))


def _owned(kind: Kind, facts: Any, keys: Keys) -> ColumnElement[bool]:
    if kind is not Kind.ACTION_ITEM:
        return false()
    action = ActionItem
    owned = select(col(action.id)).where(
        or_(
            col(action.party_id).in_(keys),
            col(action.organisation_id).in_(keys),
            col(action.person_id).in_(keys),
        )
    )
    clause: ColumnElement[bool] = facts.id.in_(owned)
    return clause


def _at_meetings(kind: Kind, facts: Any, keys: Keys) -> ColumnElement[bool]:
    clause: ColumnElement[bool] = facts.meeting_id.in_(keys)
    if kind is Kind.PERSON:
        clause = facts.id.in_(_delegates().where(col(Delegation.meeting_id).in_(keys)))
    if kind is Kind.RULE_DOCUMENT:
        clause = facts.id.in_(adopted_at(keys))
    return clause


def adopted_at(keys: Keys) -> Select[Any]:
    """Return the SELECT of the rule documents of which a version was adopted at meetings."""
    return (
        select(col(RuleVersion.document_id))
        .join(Decision, col(Decision.id) == col(RuleVersion.decision_id))
        .where(col(Decision.meeting_id).in_(keys))
    )


def _in_bodies(kind: Kind, facts: Any, keys: Keys) -> ColumnElement[bool]:
    clause: ColumnElement[bool] = facts.body_id.in_(keys)
    if kind is Kind.PERSON:
        met = select(col(Meeting.id)).where(col(Meeting.body_id).in_(keys))
        clause = facts.id.in_(_delegates().where(col(Delegation.meeting_id).in_(met)))
    return clause


def _delegates() -> Select[Any]:
    return (
        select(col(Delegate.person_id))
        .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
        .where(col(Delegate.person_id).is_not(None))
    )
