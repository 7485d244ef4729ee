"""Verbs for written procedures: circulate a draft, count the period, take objections, conclude."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.errors import Misfortune
from app.domain.party import Party
from app.domain.written_procedure import (
    PROCEDURE_LIFE,
    ClockStart,
    ProcedureEventKind,
    ProcedureStatus,
    WrittenProcedure,
    WrittenProcedureSide,
)
from app.services.meetings import UnknownZone
from app.services.register.clocks import count_deadline, note_event, side_of
from app.store.change_set import ChangeSet
from app.store.queries.bodies import seats_on
from app.store.queries.written_procedures import ProcedureRow, procedure_of
from app.store.workspace import Workspace

__all__ = [
    "ProcedureRow",
    "affirm",
    "change_status",
    "circulate",
    "conclude",
    "confirm_receipt",
    "find_for_decision",
    "object_to",
    "prepare",
]


_DISPUTED = frozenset({ProcedureStatus.OBJECTED, ProcedureStatus.CONSULTATION})


class PeriodRunning(Misfortune):
    """A procedure was to be concluded before its period had ended."""

    def __init__(self, deadline_at: datetime | None) -> None:
        until = f"runs until {deadline_at:%Y-%m-%d %H:%M} UTC" if deadline_at else "has not begun"
        super().__init__(
            f"The period for objections {until}.", "Silence counts only when it has ended."
        )
        self.deadline_at = deadline_at


class AffirmationMissing(Misfortune):
    """A procedure was to be concluded that not every side has affirmed."""

    def __init__(self, parties: tuple[str, ...]) -> None:
        super().__init__(
            f"Silence is not enough here, and {', '.join(parties)} has not affirmed the decision.",
            "Record the affirmation when it has arrived.",
        )
        self.parties = parties


class DecisionNotAdopted(Misfortune):
    """A procedure was to be marked as adopted while its decision is not."""

    def __init__(self) -> None:
        super().__init__(
            "The decision of this procedure is not adopted yet.",
            "Adopt the decision under its number first.",
        )


def find_for_decision(workspace: Workspace, *, decision_id: UUID) -> ProcedureRow | None:
    """Return the written procedure by which a decision is sought, or ``None``."""
    with workspace.read() as reader:
        return procedure_of(reader, decision_id=decision_id)


def prepare(workspace: Workspace, draft: WrittenProcedure) -> ChangeSet:
    """Prepare a written procedure for a decision, with the clock as the body's rule has it.

    Raises:
        UnknownZone: if the time zone does not exist.
        RuleBroken: if the decision has a procedure already.
    """
    _require_zone(draft.zone)
    with workspace.write("Prepare written procedure") as work:
        work.get(Decision, draft.decision_id)
        procedure = draft.copied()
        procedure.status = ProcedureStatus.PREPARED
        work.add(procedure)
        return work.commit(subject=procedure.id)


def circulate(workspace: Workspace, *, procedure_id: UUID, at: datetime) -> ChangeSet:
    """Send the draft to every side; where dispatch sets the clock running, the period begins.

    Raises:
        UnlawfulTransition: if it was circulated before.
    """
    with workspace.write("Circulate draft decision") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, ProcedureStatus.CIRCULATED)
        body_id = work.get(Decision, procedure.decision_id).body_id
        for seat in seats_on(work, body_id=body_id, day=at.date()):
            work.add(
                WrittenProcedureSide(
                    procedure_id=procedure_id, party_id=seat.party_id, dispatched_at=at
                )
            )
        procedure.status = ProcedureStatus.CIRCULATED
        procedure.circulated_at = at
        if procedure.clock_starts is ClockStart.DISPATCH:
            procedure.deadline_at = count_deadline(work, procedure, at)
        note_event(work, procedure_id, ProcedureEventKind.CIRCULATED, at)
        return work.commit(subject=procedure_id)


def confirm_receipt(
    workspace: Workspace, *, procedure_id: UUID, party_id: UUID, at: datetime
) -> ChangeSet:
    """Record that a side has the draft; the last receipt may set the clock running.

    Raises:
        NotYetCirculated: if it was not sent to that side.
    """
    with workspace.write("Confirm receipt of draft decision") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        side_of(work, procedure_id, party_id).received_at = at
        work.flush()
        received = [
            side.received_at for side in work.find(WrittenProcedureSide, procedure_id=procedure_id)
        ]
        times = [instant for instant in received if instant is not None]
        if procedure.clock_starts is ClockStart.RECEIPT and len(times) == len(received):
            procedure.deadline_at = count_deadline(work, procedure, max(times))
        note_event(work, procedure_id, ProcedureEventKind.RECEIVED, at, party_id=party_id)
        return work.commit(subject=procedure_id)


def affirm(workspace: Workspace, *, procedure_id: UUID, party_id: UUID, at: datetime) -> ChangeSet:
    """Record that a side affirms the draft.

    Raises:
        NotYetCirculated: if it was not sent to that side.
    """
    with workspace.write("Affirm draft decision") as work:
        work.get(WrittenProcedure, procedure_id)
        side_of(work, procedure_id, party_id).affirmed_at = at
        note_event(work, procedure_id, ProcedureEventKind.AFFIRMED, at, party_id=party_id)
        return work.commit(subject=procedure_id)


def object_to(
    workspace: Workspace,
    *,
    procedure_id: UUID,
    party_id: UUID,
    at: datetime,
    objections: Mapping[str, str],
) -> ChangeSet:
    """Record an objection, with its words by language; the draft is not adopted by silence.

    One that comes after the deadline is recorded as late, and stops nothing.

    Raises:
        NotYetCirculated: if the draft was not sent to that side.
        UnlawfulTransition: if the procedure is not open to objections.
    """
    with workspace.write("Object to draft decision") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        side = side_of(work, procedure_id, party_id)
        is_late = procedure.deadline_at is not None and at > procedure.deadline_at
        if not is_late and procedure.status not in _DISPUTED:
            PROCEDURE_LIFE.require(procedure.status, ProcedureStatus.OBJECTED)
            procedure.status = ProcedureStatus.OBJECTED
        side.objected_at, side.settled_at = at, None
        side.objections = dict(objections)
        kind = ProcedureEventKind.LATE_OBJECTION if is_late else ProcedureEventKind.OBJECTION
        note_event(work, procedure_id, kind, at, party_id=party_id, words=objections)
        return work.commit(subject=procedure_id)


def conclude(workspace: Workspace, *, procedure_id: UUID, at: datetime) -> ChangeSet:
    """Record that the period has ended and no side has objected.

    Raises:
        PeriodRunning: if the period has not ended.
        AffirmationMissing: if silence is not enough, and a side has not affirmed.
        UnlawfulTransition: if a side has objected.
    """
    with workspace.write("Conclude written procedure") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, ProcedureStatus.NO_OBJECTION)
        if procedure.deadline_at is None or at < procedure.deadline_at:
            raise PeriodRunning(procedure.deadline_at)
        silent = tuple(
            work.get(Party, side.party_id).code
            for side in work.find(WrittenProcedureSide, procedure_id=procedure_id)
            if side.affirmed_at is None
        )
        if procedure.affirmation_required and silent:
            raise AffirmationMissing(silent)
        procedure.status = ProcedureStatus.NO_OBJECTION
        note_event(work, procedure_id, ProcedureEventKind.NO_OBJECTION, at)
        return work.commit(subject=procedure_id)


def change_status(
    workspace: Workspace, *, procedure_id: UUID, status: ProcedureStatus, result: str = ""
) -> ChangeSet:
    """Take a procedure a lawful step on: consult, withdraw, refer, adopt, announce, record.

    Raises:
        UnlawfulTransition: if the step does not follow from where it stands.
        DecisionNotAdopted: if it is to count as adopted while its decision is not.
    """
    with workspace.write(f"Mark written procedure as {status.value}") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, status)
        decision = work.get(Decision, procedure.decision_id)
        if status is ProcedureStatus.ADOPTED and decision.status not in ADOPTED_DECISIONS:
            raise DecisionNotAdopted
        procedure.status = status
        procedure.result = result or procedure.result
        return work.commit(subject=procedure_id)


def _require_zone(zone: str) -> None:
    try:
        ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(zone) from None
