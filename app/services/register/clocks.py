"""Counts the clock of a written procedure in the calendars of all its sides; keeps its story."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from app.domain.decision import Decision
from app.domain.errors import Misfortune
from app.domain.holiday import Holiday
from app.domain.objection_period import deadline
from app.domain.party import Party
from app.domain.written_procedure import (
    DayKind,
    ProcedureEventKind,
    WrittenProcedure,
    WrittenProcedureEvent,
    WrittenProcedureSide,
)
from app.store.queries.bodies import seats_on
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork

_WHOLE_WEEK = 7
_LONGEST = 366


class NotYetCirculated(Misfortune):
    """A side was to answer a draft that was not sent round, or not to it."""

    def __init__(self) -> None:
        super().__init__(
            "The draft was not circulated to this side.", "Circulate it first, to every side."
        )


class NoCommonWorkingDay(Misfortune):
    """Working days were to be counted of sides that share none."""

    def __init__(self) -> None:
        super().__init__(
            "The sides have no weekday on which all of them work, so none can be counted.",
            "Count calendar days, or correct the free days under Body ▸ Holidays.",
            field="clock_counts",
        )


class PeriodTooLong(Misfortune):
    """A period was to be counted that no rule has."""

    def __init__(self, days: int) -> None:
        super().__init__(
            f"{days} days are more than a year.",
            "Enter the days of the rule, at most 366.",
            field="clock_days",
        )


def count_deadline(reader: Reader, procedure: WrittenProcedure, start: datetime) -> datetime:
    """Return when the period ends that begins at ``start``; a working day is one for all sides.

    Raises:
        NoCommonWorkingDay, PeriodTooLong: if it cannot be counted.
    """
    if procedure.clock_days > _LONGEST:
        raise PeriodTooLong(procedure.clock_days)
    weekend, holidays = free_days(reader, procedure, start.date())
    if procedure.clock_counts is DayKind.WORKING and len(weekend) >= _WHOLE_WEEK:
        raise NoCommonWorkingDay
    return deadline(
        start,
        days=procedure.clock_days,
        counts=procedure.clock_counts,
        hour=procedure.hour,
        zone=procedure.zone or "UTC",
        holidays=frozenset(holidays),
        weekend=weekend,
    )


def free_days(
    reader: Reader, procedure: WrittenProcedure, day: date
) -> tuple[frozenset[int], dict[date, tuple[str, ...]]]:
    """Return the free weekdays of any side, and the holidays with the codes of who has them."""
    body_id = reader.get(Decision, procedure.decision_id).body_id
    weekend: set[int] = set()
    holidays: dict[date, tuple[str, ...]] = {}
    for party_id in dict.fromkeys(
        seat.party_id for seat in seats_on(reader, body_id=body_id, day=day)
    ):
        party = reader.get(Party, party_id)
        weekend.update(party.weekend)
        for holiday in reader.find(Holiday, party_id=party_id):
            holidays[holiday.on] = (*holidays.get(holiday.on, ()), party.code)
    return frozenset(weekend) or frozenset({6, 7}), holidays


def side_of(work: UnitOfWork, procedure_id: UUID, party_id: UUID) -> WrittenProcedureSide:
    """Return what a side did so far.

    Raises:
        NotYetCirculated: if the draft was not sent to it.
    """
    work.get(Party, party_id)
    side = work.first(WrittenProcedureSide, procedure_id=procedure_id, party_id=party_id)
    if side is None:
        raise NotYetCirculated
    return side


def note_event(
    work: UnitOfWork,
    procedure_id: UUID,
    kind: ProcedureEventKind,
    at: datetime,
    *,
    party_id: UUID | None = None,
    words: Mapping[str, str] | None = None,
    until: datetime | None = None,
) -> None:
    """Add to the story of a procedure what has happened, within ``work``."""
    work.add(
        WrittenProcedureEvent(
            procedure_id=procedure_id,
            kind=kind,
            at=at,
            party_id=party_id,
            words=dict(words or {}),
            until=until,
        )
    )
