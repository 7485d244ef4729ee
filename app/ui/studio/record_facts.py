"""What the records say that documents are made of, and which record says it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.decisions import DecisionRow
    from app.services.delegations import DelegateRow, DelegationRow
    from app.services.meetings import MeetingDetail
    from app.services.parties import PartyChip
    from app.services.rules import RuleDocumentRow, VersionRow
    from app.services.written_procedures import ProcedureRow

_HEAD = "head"


class Field(StrEnum):
    """What is known, or is not."""

    TITLE = "title"
    DAYS = "days"
    PLACE = "place"
    CHAIR = "chair"
    HEAD = "head"
    NUMBER = "number"
    TAKEN_ON = "taken-on"
    DEADLINE = "deadline"
    VERSION = "version"
    IN_FORCE = "in-force"
    ADOPTED_BY = "adopted-by"


class Origin(StrEnum):
    """Which record says it; the kind of record that the window opens."""

    MEETING = "meeting"
    DELEGATION = "delegate"
    DECISION = "decision"
    PROCEDURE = "procedure"
    RULES = "rules"


@dataclass(frozen=True)
class Fact:
    """One value, and the record that it comes from.

    Attributes:
        field: What it is.
        origin: Which record says it.
        words: The value where it is words; empty where nobody knows it yet.
        days: The value where it is days: the first and the last.
        party: The side whose head of delegation it is.
        leads: Whether the window has a page for the record.
    """

    field: Field
    origin: Origin
    words: str = ""
    days: tuple[date | None, date | None] = (None, None)
    party: "PartyChip | None" = None
    leads: bool = True

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return bool(self.words) or self.days[0] is not None


def of_meeting(
    detail: "MeetingDetail", delegations: "tuple[DelegationRow, ...]"
) -> tuple[Fact, ...]:
    """Return what the records of a meeting say, in the order in which it is shown."""
    row = detail.row
    # Few documents name who was in the chair, so that nobody need be asked for it.
    chair = (Fact(Field.CHAIR, Origin.MEETING, detail.chair),) if detail.chair else ()
    return (
        Fact(Field.TITLE, Origin.MEETING, row.title),
        Fact(Field.DAYS, Origin.MEETING, row.date_words, (row.starts_on, row.ends_on)),
        Fact(Field.PLACE, Origin.MEETING, ", ".join(filter(None, (detail.venue, row.place)))),
        *chair,
        *(
            Fact(Field.HEAD, Origin.DELEGATION, _head(opened), party=opened.party)
            for opened in delegations
        ),
    )


def of_decision(row: "DecisionRow", procedure: "ProcedureRow | None" = None) -> tuple[Fact, ...]:
    """Return what the records of a decision say, and of the procedure by which it is sought."""
    leads = row.meeting_id is not None
    facts = (
        Fact(Field.TITLE, Origin.DECISION, row.title, leads=leads),
        Fact(Field.NUMBER, Origin.DECISION, row.symbol, leads=leads),
        Fact(Field.TAKEN_ON, Origin.DECISION, days=(row.taken_on, row.taken_on), leads=leads),
    )
    if procedure is None:
        return facts
    day = _day_of(procedure.deadline_at)
    deadline = Fact(Field.DEADLINE, Origin.PROCEDURE, days=(day, day), leads=False)
    # A decision that is still sought has neither number nor day.
    return (*(fact for fact in facts if fact.is_known), deadline)


def of_rules(row: "RuleDocumentRow", version: "VersionRow | None") -> tuple[Fact, ...]:
    """Return what the records of rules say, and of one version of them."""
    title = Fact(Field.TITLE, Origin.RULES, row.title, leads=False)
    if version is None:
        return (title,)
    begins = (version.in_force_from, version.in_force_from)
    return (
        title,
        Fact(Field.VERSION, Origin.RULES, version.label, leads=False),
        Fact(Field.ADOPTED_BY, Origin.RULES, version.decision, leads=False),
        Fact(Field.IN_FORCE, Origin.RULES, days=begins, leads=False),
    )


def _day_of(instant: datetime | None) -> date | None:
    return instant.date() if instant is not None else None


def _head(opened: "DelegationRow") -> str:
    heads = (_named(delegate) for delegate in opened.delegates if delegate.role == _HEAD)
    return next(heads, "")


def _named(delegate: "DelegateRow") -> str:
    return ", ".join(filter(None, (delegate.name, delegate.post)))
