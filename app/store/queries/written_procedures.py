"""Written procedures as a decision's page shows them, with what each side has done."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.decision import Decision
from app.domain.written_procedure import WrittenProcedure, WrittenProcedureSide
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class ProcedureSideRow:
    """What one side did, and when."""

    party: PartyChip
    dispatched_at: datetime | None
    received_at: datetime | None
    affirmed_at: datetime | None
    objected_at: datetime | None


@dataclass(frozen=True)
class ProcedureRow:
    """A written procedure; the deadline is an instant, ``zone`` the place whose hour it names."""

    id: UUID
    decision_id: UUID
    status: str
    clock_days: int
    clock_counts: str
    clock_starts: str
    zone: str
    affirmation_required: bool
    circulated_at: datetime | None
    deadline_at: datetime | None
    result: str
    sides: tuple[ProcedureSideRow, ...]


def procedure_of(reader: Reader, *, decision_id: UUID) -> ProcedureRow | None:
    """Return the procedure by which a decision is sought, or ``None``."""
    procedure = reader.first(WrittenProcedure, decision_id=decision_id)
    if procedure is None:
        return None
    body_id = reader.get(Decision, decision_id).body_id
    known = chips(reader, language="en", seats=seats_of(reader, body_id=body_id))
    sides = [
        ProcedureSideRow(
            party=known[side.party_id],
            dispatched_at=side.dispatched_at,
            received_at=side.received_at,
            affirmed_at=side.affirmed_at,
            objected_at=side.objected_at,
        )
        for side in reader.find(WrittenProcedureSide, procedure_id=procedure.id)
    ]
    return ProcedureRow(
        id=procedure.id,
        decision_id=decision_id,
        status=procedure.status.value,
        clock_days=procedure.clock_days,
        clock_counts=procedure.clock_counts.value,
        clock_starts=procedure.clock_starts.value,
        zone=procedure.zone,
        affirmation_required=procedure.affirmation_required,
        circulated_at=procedure.circulated_at,
        deadline_at=procedure.deadline_at,
        result=procedure.result,
        sides=tuple(sorted(sides, key=lambda side: side.party.seat)),
    )
