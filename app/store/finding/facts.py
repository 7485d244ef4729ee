"""What every kind of record has in common for whoever looks for it: a name, a body, a day, a state.

Each kind is one SELECT with the same columns, so that one condition is written once for all.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    Select,
    String,
    Subquery,
    Uuid,
    func,
    literal,
    null,
    select,
    type_coerce,
)
from sqlmodel import col

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem
from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.instrument import Instrument
from app.domain.issued import IssuedDocument
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.paper import Paper
from app.domain.person import Person
from app.domain.project import Project
from app.domain.rules import RuleDocument, RuleVersion
from app.texts.query.asked import Kind

_MEETING_DAY = func.coalesce(col(Meeting.starts_on), col(Meeting.planned_starts_on))


@cache
def subquery_of(kind: Kind) -> Subquery:
    """Return the facts of a kind: id, code, names, body, meeting, party, day, due, status."""
    return _FACTS[kind].subquery()


def _columns(
    key: Any,
    *,
    code: Any = None,
    names: Any = None,
    body: Any = None,
    meeting: Any = None,
    party: Any = None,
    day: Any = None,
    due: Any = None,
    status: Any = None,
) -> Select[Any]:
    """Return a SELECT of these; days are text, as they are stored, so that all compare alike."""
    return select(
        key.label("id"),
        _or_nothing(code, literal("")).label("code"),
        type_coerce(_or_nothing(names, literal("{}")), JSON).label("names"),
        type_coerce(_or_nothing(body), Uuid).label("body_id"),
        type_coerce(_or_nothing(meeting), Uuid).label("meeting_id"),
        type_coerce(_or_nothing(party), Uuid).label("party_id"),
        _as_day(day).label("day"),
        _as_day(due).label("due"),
        type_coerce(_or_nothing(status), String).label("status"),
    )


def _or_nothing(column: Any, nothing: Any = None) -> Any:
    if column is not None:
        return column
    return null() if nothing is None else nothing  # a column has no truth of its own


def _as_day(column: Any) -> Any:
    return null() if column is None else func.substr(type_coerce(column, String), 1, 10)


def _decision_titles() -> Any:
    texts = select(func.json_group_object(col(DecisionText.language), col(DecisionText.title)))
    return texts.where(col(DecisionText.decision_id) == col(Decision.id)).scalar_subquery()


def _latest_version(column: Any) -> Any:
    versions = select(column).where(col(RuleVersion.document_id) == col(RuleDocument.id))
    return versions.order_by(col(RuleVersion.number).desc()).limit(1).scalar_subquery()


def _first_body_on(instrument: Any) -> Any:
    bodies = select(col(Body.id)).where(col(Body.instrument_id) == instrument)
    return bodies.limit(1).scalar_subquery()


_FACTS: dict[Kind, Select[Any]] = {
    Kind.MEETING: _columns(
        col(Meeting.id),
        code=col(Meeting.code),
        names=col(Meeting.titles),
        body=col(Meeting.body_id),
        meeting=col(Meeting.id),
        party=col(Meeting.host_party_id),
        day=_MEETING_DAY,
        status=col(Meeting.status),
    ),
    Kind.AGENDA_ITEM: _columns(
        col(AgendaItem.id),
        code=col(AgendaItem.label),
        names=col(AgendaItem.titles),
        body=col(Meeting.body_id),
        meeting=col(Meeting.id),
        party=col(AgendaItem.lead_party_id),
        day=_MEETING_DAY,
        status=col(AgendaItem.status),
    ).join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id)),
    Kind.MINUTES_PARAGRAPH: _columns(
        col(MinutesParagraph.id),
        names=col(MinutesParagraph.texts),
        body=col(Meeting.body_id),
        meeting=col(Meeting.id),
        party=col(MinutesParagraph.party_id),
        day=_MEETING_DAY,
    )
    .join(Minutes, col(Minutes.id) == col(MinutesParagraph.minutes_id))
    .join(Meeting, col(Meeting.id) == col(Minutes.meeting_id)),
    Kind.PAPER: _columns(
        col(Paper.id),
        code=col(Paper.symbol),
        names=col(Paper.titles),
        body=col(Paper.body_id),
        meeting=col(Paper.meeting_id),
        party=col(Paper.submitted_by_id),
        day=col(Paper.issued_on),
        status=col(Paper.status),
    ),
    Kind.DECISION: _columns(
        col(Decision.id),
        code=func.coalesce(col(Decision.symbol), col(Decision.temporary_symbol)),
        names=_decision_titles(),
        body=col(Decision.body_id),
        meeting=col(Decision.meeting_id),
        day=col(Decision.taken_on),
        status=col(Decision.status),
    ),
    Kind.ACTION_ITEM: _columns(
        col(ActionItem.id),
        code=col(ActionItem.code),
        names=col(ActionItem.texts),
        body=col(ActionItem.body_id),
        meeting=col(ActionItem.origin_meeting_id),
        party=col(ActionItem.party_id),
        day=_MEETING_DAY,
        due=col(ActionItem.due_on),
        status=col(ActionItem.status),
    ).join(Meeting, col(Meeting.id) == col(ActionItem.origin_meeting_id), isouter=True),
    Kind.RULE_DOCUMENT: _columns(
        col(RuleDocument.id),
        code=col(RuleDocument.code),
        names=col(RuleDocument.titles),
        body=col(RuleDocument.body_id),
        day=_latest_version(col(RuleVersion.in_force_from)),
        status=_latest_version(col(RuleVersion.status)),
    ),
    Kind.PERSON: _columns(col(Person.id), code=col(Person.printed_name), names=col(Person.names)),
    Kind.PROJECT: _columns(
        col(Project.id),
        code=col(Project.code),
        names=col(Project.titles),
        body=col(Project.body_id),
        party=col(Project.proposer_party_id),
        day=col(Project.starts_on),
        status=col(Project.status),
    ),
    Kind.INSTRUMENT: _columns(
        col(Instrument.id),
        code=col(Instrument.code),
        names=col(Instrument.titles),
        body=_first_body_on(col(Instrument.id)),
        day=col(Instrument.signed_on),
        due=col(Instrument.in_force_to),
        status=col(Instrument.status),
    ),
    Kind.ISSUED_DOCUMENT: _columns(
        col(IssuedDocument.id),
        code=col(IssuedDocument.file_name),
        body=col(IssuedDocument.body_id),
        meeting=col(IssuedDocument.meeting_id),
        party=col(IssuedDocument.original_of_id),
        day=col(IssuedDocument.issued_at),
    ),
    Kind.BODY: _columns(
        col(Body.id),
        code=col(Body.code),
        names=col(Body.names),
        body=col(Body.id),
        status=col(Body.status),
    ),
}
