"""What is proposed of old papers: each with its source, its certainty, and what is on record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.texts.past.evidence import Certainty, Quote
from app.texts.past.facts import FactField


class ProposalKind(StrEnum):
    """What a proposal would become."""

    FACT = "fact"
    PAPER = "paper"
    DECISION = "decision"
    ACTION = "action"
    DELEGATE = "delegate"
    RULES = "rules"


class Standing(StrEnum):
    """How a proposal stands to what is on record."""

    NEW = "new"
    FILLS = "fills"
    SAME = "same"
    DIFFERS = "differs"


class Use(StrEnum):
    """What shall become of a proposal: enter it, keep it as what a source says, or leave it."""

    ENTER = "enter"
    STATE = "state"
    LEAVE = "leave"


class Remark(StrEnum):
    """What must be known of a proposal."""

    CONTESTED = "contested"
    BACKWARDS = "backwards"
    TWICE = "twice"
    NO_SIDE = "no-side"
    NO_NUMBER = "no-number"
    YEAR_GUESSED = "year-guessed"
    LINES_TO_LOOK_AT = "lines-to-look-at"


_SEALED_WITH = {
    ProposalKind.DECISION: ("symbol", "taken_on"),
    ProposalKind.RULES: ("adopted_on", "in_force_from"),
}
HOST = "host"
SINGLE = frozenset(
    {
        FactField.ORDINAL.value,
        FactField.TITLE.value,
        FactField.DAYS.value,
        FactField.PLANNED_DAYS.value,
        FactField.PLACE.value,
        FactField.MODE.value,
        HOST,
    }
)
"""Facts of which a meeting has one, per language at most."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One thing that could be stored.

    Attributes:
        id: Its number in this reading.
        field: For facts, which; else empty.
        values: What would be stored, by name; a person may change it.
        on_record: What the record says instead, in words.
        use: What shall become of it.
        record_id: The record that is there already, if there is one.
    """

    id: int
    kind: ProposalKind
    field: str = ""
    values: Mapping[str, Any]
    quotes: tuple[Quote, ...]
    certainty: Certainty
    language: str = ""
    standing: Standing = Standing.NEW
    remarks: tuple[Remark, ...] = ()
    on_record: str = ""
    use: Use = Use.LEAVE
    record_id: UUID | None = None

    @property
    def is_rival_of(self) -> tuple[str, str]:
        """What it competes for with others: one field in one language."""
        return (self.field, self.language)

    @property
    def is_wanted(self) -> bool:
        """Whether something would be stored of it."""
        return self.use is not Use.LEAVE

    @property
    def becomes_sealed(self) -> bool:
        """Whether it would be entered as adopted: a decision, or rules, with all they need."""
        needed = _SEALED_WITH.get(self.kind, ())
        return bool(needed) and all(self.values.get(name) for name in needed)


@dataclass(frozen=True, kw_only=True)
class MeetingProposal:
    """A meeting, there already or new; or one paper that speaks of none.

    Attributes:
        id: Its number in this reading.
        meeting_id: The meeting on record.
        label: What that meeting is called.
        is_meeting: Whether the papers speak of a meeting at all.
        files: The names of the papers.
    """

    id: int
    meeting_id: UUID | None = None
    label: str = ""
    is_meeting: bool
    files: tuple[str, ...]
    proposals: tuple[Proposal, ...]

    def wanted(self, kind: ProposalKind, *, field: str = "") -> Iterator[Proposal]:
        """Yield what shall be stored of one kind, and of one field where one is named."""
        for each in self.proposals:
            if each.kind is kind and each.is_wanted and (not field or each.field == field):
                yield each

    def entered(self, field: str) -> Proposal | None:
        """Return the fact that shall be entered in a field, if there is one."""
        for each in self.proposals:
            if each.kind is ProposalKind.FACT and each.field == field and each.use is Use.ENTER:
                return each
        return None

    @property
    def ordinal(self) -> int | None:
        """The number of the meeting that is wanted, else the one that is proposed."""
        number: int | None = self._value(FactField.ORDINAL.value, "number")
        return number

    @property
    def first_day(self) -> date | None:
        """The first day that is wanted, else the one that is proposed."""
        day: date | None = self._value(FactField.DAYS.value, "first")
        return day or self._value(FactField.PLANNED_DAYS.value, "first")

    @property
    def is_wanted(self) -> bool:
        """Whether anything of it would be stored."""
        return any(each.is_wanted for each in self.proposals)

    def with_proposal(self, changed: Proposal) -> "MeetingProposal":
        """Return it with one proposal as it is now."""
        told = (changed if each.id == changed.id else each for each in self.proposals)
        return replace(self, proposals=tuple(told))

    def _value(self, field: str, name: str) -> Any:
        told = [
            each
            for each in self.proposals
            if each.kind is ProposalKind.FACT and each.field == field
        ]
        told.sort(key=lambda each: each.use is not Use.ENTER)
        return told[0].values.get(name) if told else None
