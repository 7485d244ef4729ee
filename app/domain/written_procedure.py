"""Written procedures: a decision sought by silence, with the clock as the body's rule has it."""

from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import choice, names_field, reference, table, text_field, unique
from app.domain.lifecycle import LifeCycle
from app.domain.names import Names


class ProcedureStatus(StrEnum):
    """How far a written procedure has come."""

    PREPARED = "prepared"
    CIRCULATED = "circulated"
    NO_OBJECTION = "no-objection"
    ADOPTED = "adopted"
    ANNOUNCED = "announced"
    RECORDED = "recorded"
    OBJECTED = "objected"
    CONSULTATION = "consultation"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"


_P = ProcedureStatus

PROCEDURE_LIFE = LifeCycle(
    kind="written procedure",
    start=(_P.PREPARED,),
    steps={
        _P.PREPARED: (_P.CIRCULATED, _P.WITHDRAWN),
        _P.CIRCULATED: (_P.NO_OBJECTION, _P.OBJECTED, _P.WITHDRAWN),
        _P.NO_OBJECTION: (_P.ADOPTED,),
        _P.ADOPTED: (_P.ANNOUNCED,),
        _P.ANNOUNCED: (_P.RECORDED,),
        _P.OBJECTED: (_P.CONSULTATION, _P.WITHDRAWN, _P.REFERRED),
        _P.CONSULTATION: (_P.NO_OBJECTION, _P.CIRCULATED, _P.WITHDRAWN, _P.REFERRED),
    },
)
"""DOMAIN §3, electronic decision; ``referred`` puts the matter on the next agenda.

Once every objection is withdrawn it is as it was when it went round, and the clock decides.
"""


class ProcedureEventKind(StrEnum):
    """What can happen in a written procedure."""

    CIRCULATED = "circulated"
    RECEIVED = "received"
    AFFIRMED = "affirmed"
    COMMENT = "comment"
    EXTENDED = "extended"
    OBJECTION = "objection"
    LATE_OBJECTION = "late-objection"
    CONSULTATION = "consultation"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    NO_OBJECTION = "no-objection"
    ADOPTED = "adopted"
    ANNOUNCED = "announced"
    RECORDED = "recorded"


class DayKind(StrEnum):
    """Which days a clock counts."""

    CALENDAR = "calendar"
    WORKING = "working"


class ClockStart(StrEnum):
    """What sets a clock running."""

    DISPATCH = "dispatch"
    RECEIPT = "receipt"


class WrittenProcedure(Record, table=True):
    """A decision sought in writing: the text sent round, and the clock as the body's rule has it.

    Attributes:
        hour, zone: The hour of the last day at which silence counts, and where.
        deadline_at: The instant that the rule comes to.
        rule_source: Where the rule that the clock follows is laid down.
    """

    __tablename__ = "written_procedure"
    __table_args__ = table(
        unique("decision_id", sentence="The decision has a procedure already.", field="decision_id")
    )
    decision_id: UUID = reference("decision.id", ondelete="CASCADE")
    status: ProcedureStatus = choice(ProcedureStatus, "status", default=ProcedureStatus.PREPARED)
    texts: Names = names_field()
    clock_days: int = Field(ge=1)
    clock_counts: DayKind = choice(DayKind, "clock_counts", default=DayKind.CALENDAR)
    clock_starts: ClockStart = choice(ClockStart, "clock_starts", default=ClockStart.DISPATCH)
    hour: time | None = None
    zone: str = ""
    affirmation_required: bool = False
    circulated_at: datetime | None = None
    deadline_at: datetime | None = None
    result: str = text_field()
    rule_source: str = text_field()


class WrittenProcedureSide(Checked, table=True):
    """What one side did in a written procedure, and when."""

    __tablename__ = "written_procedure_side"
    __table_args__ = table()
    procedure_id: UUID = reference("written_procedure.id", primary_key=True, ondelete="CASCADE")
    party_id: UUID = reference("party.id", primary_key=True)
    dispatched_at: datetime | None = None
    received_at: datetime | None = None
    affirmed_at: datetime | None = None
    objected_at: datetime | None = None
    objections: Names = names_field()
    settled_at: datetime | None = None


class WrittenProcedureEvent(Record, table=True):
    """Something that happened in a written procedure; it is added, and never changed.

    Attributes:
        until: The deadline that an extension led to.
    """

    __tablename__ = "written_procedure_event"
    __table_args__ = table()
    procedure_id: UUID = reference("written_procedure.id", ondelete="CASCADE")
    kind: ProcedureEventKind = choice(ProcedureEventKind, "kind")
    at: datetime
    party_id: UUID | None = reference("party.id", default=None)
    words: Names = names_field()
    until: datetime | None = None
