"""What stands in a body's calendar: its deadlines, whatever rule they come from, and days off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from app.domain.action import UNFINISHED, ActionItem, ActionStatus
from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.holiday import Holiday
from app.domain.instrument import Instrument, InstrumentStatus
from app.domain.instrument_term import term_on
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.names import in_language
from app.domain.objection_period import ends_with
from app.domain.preparation import PreparationOffset, PreparationTask
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.domain.zones import is_zone
from app.store.queries.parties import PartyChip
from app.store.reader import Reader

_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
_RUNNING = frozenset({ProcedureStatus.CIRCULATED})
_LIVING = frozenset({InstrumentStatus.SIGNED, InstrumentStatus.IN_FORCE, InstrumentStatus.RENEWED})


class DeadlineKind(StrEnum):
    """What makes a day a deadline."""

    PREPARATION = "preparation"
    ACTION = "action"
    OBJECTION = "objection"
    INSTRUMENT_END = "instrument-end"
    NOTICE = "notice"


@dataclass(frozen=True)
class Deadline:
    """Something that is due on a day.

    Attributes:
        about: The code or number of what it belongs to.
        rule: Where the term is laid down, if it is known.
        side: Whose it is; ``None`` for everybody's.
        record: The kind and key of the record that it leads to.
        version: How often the record was changed, for calendar programs.
        key: What a calendar program knows it by.
    """

    day: date
    kind: DeadlineKind
    title: str
    about: str
    rule: str
    side: PartyChip | None
    record: tuple[str, UUID]
    key: str
    version: int = 0
    is_done: bool = False
    is_late: bool = False


@dataclass(frozen=True)
class DayOff:
    """A day on which the offices of a party are closed."""

    day: date
    party: PartyChip
    name: str


def list_deadlines(
    reader: Reader,
    *,
    body_id: UUID,
    known: Mapping[UUID, PartyChip],
    language: str,
    today: date,
) -> tuple[Deadline, ...]:
    """Return everything of a body that is due on a day, the earliest first."""
    found = [
        *_preparation(reader, body_id, known, language, today),
        *_actions(reader, body_id, known, language, today),
        *_objections(reader, body_id, language),
        *_instrument_ends(reader, body_id, language, today),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.kind, each.title)))


def list_days_off(
    reader: Reader, *, known: Mapping[UUID, PartyChip], first: date, last: date, language: str
) -> tuple[DayOff, ...]:
    """Return the holidays of some parties in a stretch of days."""
    rows = reader.execute(
        select(col(Holiday.party_id), col(Holiday.on), col(Holiday.names))
        .where(col(Holiday.party_id).in_(known), col(Holiday.on).between(first, last))
        .order_by(col(Holiday.on))
    )
    return tuple(
        DayOff(row.on, known[row.party_id], in_language(row.names, language)) for row in rows
    )


def _preparation(
    reader: Reader,
    body_id: UUID,
    known: Mapping[UUID, PartyChip],
    language: str,
    today: date,
) -> Iterator[Deadline]:
    meetings = {
        meeting.id: meeting
        for meeting in reader.find(Meeting, body_id=body_id)
        if meeting.status not in _OFF
    }
    terms = {each.id: each.precedent for each in reader.find(PreparationOffset, body_id=body_id)}
    tasks = select(PreparationTask).where(col(PreparationTask.meeting_id).in_(meetings))
    for task in reader.scalars(tasks):
        if task.due_on is not None:
            meeting = meetings[task.meeting_id]
            yield Deadline(
                day=task.due_on,
                kind=DeadlineKind.PREPARATION,
                title=in_language(task.titles, language),
                about=meeting.code or in_language(meeting.titles, language),
                rule=terms.get(task.offset_id, "") if task.offset_id else "",
                side=known.get(task.party_id) if task.party_id else None,
                record=("meeting", meeting.id),
                key=str(task.id),
                version=task.row_version - 1,
                is_done=task.done_on is not None,
                is_late=task.done_on is None and task.due_on < today,
            )


def _actions(
    reader: Reader,
    body_id: UUID,
    known: Mapping[UUID, PartyChip],
    language: str,
    today: date,
) -> Iterator[Deadline]:
    for action in reader.find(ActionItem, body_id=body_id):
        if action.due_on is None or action.status is ActionStatus.DROPPED:
            continue
        is_open = action.status in UNFINISHED
        yield Deadline(
            day=action.due_on,
            kind=DeadlineKind.ACTION,
            title=in_language(action.texts, language),
            about=action.code,
            rule="",
            side=known.get(action.party_id) if action.party_id else None,
            record=("action_item", action.id),
            key=str(action.id),
            version=action.row_version - 1,
            is_done=not is_open,
            is_late=is_open and action.due_on < today,
        )


def _objections(reader: Reader, body_id: UUID, language: str) -> Iterator[Deadline]:
    """The day on which silence counts, by the clock that the rule is meant in."""
    rows = reader.execute(
        select(WrittenProcedure, Decision)
        .join(Decision, col(Decision.id) == col(WrittenProcedure.decision_id))
        .where(col(Decision.body_id) == body_id, col(WrittenProcedure.deadline_at).is_not(None))
    )
    for procedure, decision in rows:
        texts = {
            each.language: each.title for each in reader.find(DecisionText, decision_id=decision.id)
        }
        zone = procedure.zone if procedure.zone and is_zone(procedure.zone) else "UTC"
        day = ends_with(procedure.deadline_at.astimezone(ZoneInfo(zone)))
        yield Deadline(
            day=day,
            kind=DeadlineKind.OBJECTION,
            title=in_language(texts, language),
            about=decision.symbol or decision.temporary_symbol,
            rule="",
            side=None,
            record=("decision", decision.id),
            key=str(procedure.id),
            version=procedure.row_version - 1,
            is_done=procedure.status not in _RUNNING,
        )


def _instrument_ends(
    reader: Reader, body_id: UUID, language: str, today: date
) -> Iterator[Deadline]:
    """The instrument that the body rests on and those below it: notice, and the end of the term."""
    rests_on = reader.get(Body, body_id).instrument_id
    if rests_on is None:
        return
    found = [*reader.find(Instrument, id=rests_on), *reader.find(Instrument, parent_id=rests_on)]
    for instrument in found:
        term = term_on(
            today,
            status=instrument.status,
            in_force_to=instrument.in_force_to,
            extends_by_months=instrument.extends_by_months,
            notice_months=instrument.notice_months,
        )
        for day, kind in (
            (term.notice_by, DeadlineKind.NOTICE),
            (term.ends_on, DeadlineKind.INSTRUMENT_END),
        ):
            if day is not None:
                yield Deadline(
                    day=day,
                    kind=kind,
                    title=in_language(instrument.titles, language),
                    about=instrument.code,
                    rule=instrument.renewal_rule,
                    side=None,
                    record=("instrument", instrument.id),
                    key=f"{instrument.id}-{kind.value}",
                    version=instrument.row_version - 1,
                    is_done=instrument.status not in _LIVING,
                )
