"""Reads silence procedures: how far each has come, its deadline in every capital, what is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.names import in_language
from app.domain.objection_period import ends_with
from app.domain.party import Party
from app.domain.written_procedure import (
    DayKind,
    ProcedureStatus,
    WrittenProcedure,
    WrittenProcedureEvent,
    WrittenProcedureSide,
)
from app.domain.zones import is_zone
from app.services.parties import our_today_in
from app.services.register.clocks import free_days
from app.services.register.relations import name_of
from app.services.register.silence import is_open
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["ProcedureLine", "ProcedureSheet", "list_all", "list_next_meetings", "show"]

_OVER = frozenset({ProcedureStatus.RECORDED, ProcedureStatus.WITHDRAWN, ProcedureStatus.REFERRED})


@dataclass(frozen=True)
class ProcedureLine:
    """A silence procedure in the list."""

    id: UUID
    decision_id: UUID
    body: str
    symbol: str
    title: str
    status: str
    deadline_at: datetime | None
    zone: str
    received: int
    objections: int
    sides: int
    is_over: bool


@dataclass(frozen=True)
class CapitalTime:
    """A deadline as a clock in a capital shows it."""

    zone: str
    code: str
    local: datetime
    other_day: bool


@dataclass(frozen=True)
class SideLine:
    """What one side did so far.

    Attributes:
        is_late: It objected, but after the deadline.
        is_open: It objected in time and has not withdrawn that.
    """

    party: PartyChip
    dispatched_at: datetime | None
    received_at: datetime | None
    affirmed_at: datetime | None
    objected_at: datetime | None
    settled_at: datetime | None
    objection: str
    is_late: bool
    is_open: bool


@dataclass(frozen=True)
class EventLine:
    """Something that happened."""

    at: datetime
    kind: str
    party: PartyChip | None
    words: str
    until: datetime | None


@dataclass(frozen=True)
class ProcedureSheet:
    """Everything about a silence procedure.

    Attributes:
        left: How long the period still runs; nothing before it begins and once it is over.
        skipped: The holidays that the clock passes over, each with whose it is.
        waiting_for: Whose receipt or affirmation is still missing.
        recorded_in: The meetings whose minutes tell the decision.
    """

    line: ProcedureLine
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    days: int
    counts: str
    starts: str
    hour: time | None
    affirmation_required: bool
    rule_source: str
    circulated_at: datetime | None
    capitals: tuple[CapitalTime, ...]
    left: timedelta | None
    is_past: bool
    skipped: tuple[tuple[date, str], ...]
    sides: tuple[SideLine, ...]
    events: tuple[EventLine, ...]
    waiting_for: tuple[str, ...]
    published_on: date | None
    referred_to: str
    recorded_in: tuple[str, ...]
    body_id: UUID


def list_all(
    workspace: Workspace, *, body_id: UUID | None = None, language: str = "en"
) -> tuple[ProcedureLine, ...]:
    """Return the silence procedures of a body, or of all: what runs first, then the latest."""
    with workspace.read() as reader:
        lines = []
        for procedure in reader.find(WrittenProcedure):
            decision = reader.get(Decision, procedure.decision_id)
            if body_id is None or decision.body_id == body_id:
                lines.append(_line(reader, procedure, decision, language))
    return tuple(sorted(lines, key=lambda each: (each.is_over, each.symbol)))


def show(workspace: Workspace, *, procedure_id: UUID, language: str = "en") -> ProcedureSheet:
    """Return everything about a silence procedure.

    Raises:
        NotFound: if it is not there any more.
    """
    with workspace.read() as reader:
        procedure = reader.get(WrittenProcedure, procedure_id)
        decision = reader.get(Decision, procedure.decision_id)
        known = chips(reader, language=language, seats=seats_of(reader, body_id=decision.body_id))
        now = workspace.clock.now()
        until = procedure.deadline_at
        words = reader.find(DecisionText, decision_id=decision.id)
        sides = _sides(reader, procedure, known, language)
        runs = until is not None and now < until
        return ProcedureSheet(
            line=_line(reader, procedure, decision, language),
            titles={text.language: text.title for text in words},
            texts={text.language: text.text for text in words},
            days=procedure.clock_days,
            counts=procedure.clock_counts.value,
            starts=procedure.clock_starts.value,
            hour=procedure.hour,
            affirmation_required=procedure.affirmation_required,
            rule_source=procedure.rule_source,
            circulated_at=procedure.circulated_at,
            capitals=_capitals(reader, procedure, known),
            left=until - now if until is not None and runs else None,
            is_past=until is not None and not runs,
            skipped=_skipped(reader, procedure),
            sides=sides,
            events=_events(reader, procedure, known, language),
            waiting_for=_waiting_for(procedure, sides),
            published_on=decision.published_on,
            referred_to=_meeting(reader, decision.meeting_id, language),
            recorded_in=_recorded_in(reader, decision.id, language),
            body_id=decision.body_id,
        )


def list_next_meetings(
    workspace: Workspace, *, procedure_id: UUID, language: str = "en"
) -> tuple[tuple[UUID, str], ...]:
    """Return the meetings of the body that are still to come, the next one first."""
    with workspace.read() as reader:
        procedure = reader.get(WrittenProcedure, procedure_id)
        body_id = reader.get(Decision, procedure.decision_id).body_id
        today = our_today_in(reader, workspace)
        ahead = [
            each
            for each in reader.find(Meeting, body_id=body_id)
            if each.first_day is None or each.first_day >= today
        ]
        ahead.sort(key=lambda each: (each.first_day or date.max, each.ordinal or 0))
        return tuple((each.id, _meeting(reader, each.id, language)) for each in ahead)


def _line(
    reader: Reader, procedure: WrittenProcedure, decision: Decision, language: str
) -> ProcedureLine:
    words = reader.find(DecisionText, decision_id=decision.id)
    sides = reader.find(WrittenProcedureSide, procedure_id=procedure.id)
    body = reader.get(Body, decision.body_id)
    return ProcedureLine(
        id=procedure.id,
        decision_id=decision.id,
        body=in_language(body.short_names, language) or body.code,
        symbol=name_of(decision),
        title=in_language({text.language: text.title for text in words}, language),
        status=procedure.status.value,
        deadline_at=procedure.deadline_at,
        zone=procedure.zone or "UTC",
        received=sum(side.received_at is not None for side in sides),
        objections=sum(is_open(side, procedure) for side in sides),
        sides=len(sides),
        is_over=procedure.status in _OVER,
    )


def _sides(
    reader: Reader, procedure: WrittenProcedure, known: Mapping[UUID, PartyChip], language: str
) -> tuple[SideLine, ...]:
    until = procedure.deadline_at
    lines = [
        SideLine(
            party=known[side.party_id],
            dispatched_at=side.dispatched_at,
            received_at=side.received_at,
            affirmed_at=side.affirmed_at,
            objected_at=side.objected_at,
            settled_at=side.settled_at,
            objection=in_language(side.objections, language),
            is_late=bool(until and side.objected_at and side.objected_at > until),
            is_open=is_open(side, procedure),
        )
        for side in reader.find(WrittenProcedureSide, procedure_id=procedure.id)
    ]
    return tuple(sorted(lines, key=lambda line: line.party.seat))


def _capitals(
    reader: Reader, procedure: WrittenProcedure, known: Mapping[UUID, PartyChip]
) -> tuple[CapitalTime, ...]:
    """Return the deadline in the zone of the rule, then in every side's where the clock differs."""
    until = procedure.deadline_at
    if until is None:
        return ()
    zones = {procedure.zone: ""} if is_zone(procedure.zone) else {}
    for side in reader.find(WrittenProcedureSide, procedure_id=procedure.id):
        party = reader.get(Party, side.party_id)
        if is_zone(party.time_zone):
            zones[party.time_zone] = known[party.id].code
    shown = [(zone, code, until.astimezone(ZoneInfo(zone))) for zone, code in zones.items()]
    return tuple(
        CapitalTime(zone, code, local, ends_with(local) != ends_with(shown[0][2]))
        for zone, code, local in shown
    )


def _skipped(reader: Reader, procedure: WrittenProcedure) -> tuple[tuple[date, str], ...]:
    start, until = procedure.circulated_at, procedure.deadline_at
    if procedure.clock_counts is not DayKind.WORKING or start is None or until is None:
        return ()
    weekend, holidays = free_days(reader, procedure, start.date())
    return tuple(
        (day, ", ".join(codes))
        for day, codes in sorted(holidays.items())
        if start.date() < day <= until.date() and day.isoweekday() not in weekend
    )


def _events(
    reader: Reader, procedure: WrittenProcedure, known: Mapping[UUID, PartyChip], language: str
) -> tuple[EventLine, ...]:
    found = reader.find(WrittenProcedureEvent, procedure_id=procedure.id)
    return tuple(
        EventLine(
            at=event.at,
            kind=event.kind.value,
            party=known.get(event.party_id) if event.party_id else None,
            words=in_language(event.words, language),
            until=event.until,
        )
        for event in sorted(found, key=lambda each: (each.at, each.id))
    )


def _waiting_for(procedure: WrittenProcedure, sides: tuple[SideLine, ...]) -> tuple[str, ...]:
    if procedure.status is not ProcedureStatus.CIRCULATED:
        return ()
    return tuple(
        side.party.name
        for side in sides
        if side.received_at is None or (procedure.affirmation_required and side.affirmed_at is None)
    )


def _meeting(reader: Reader, meeting_id: UUID | None, language: str) -> str:
    if meeting_id is None:
        return ""
    meeting = reader.get(Meeting, meeting_id)
    title = in_language(meeting.titles, language)
    return f"{meeting.code} · {title}" if meeting.code and title else meeting.code or title


def _recorded_in(reader: Reader, decision_id: UUID, language: str) -> tuple[str, ...]:
    meetings = dict.fromkeys(
        reader.get(Minutes, each.minutes_id).meeting_id
        for each in reader.find(MinutesParagraph, decision_id=decision_id)
    )
    return tuple(_meeting(reader, each, language) for each in meetings)
