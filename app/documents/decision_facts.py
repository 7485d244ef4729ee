"""What a decision says, and what the register says of all decisions of a body."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.documents.facts import Facts, InstrumentFacts, MeetingFacts, PartyFacts, SourceFacts

Relation = Literal["amends", "supersedes", "confirms", "implements"]
Position = Literal["for", "against", "abstain", "reservation", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFacts:
    """What a decision does to another one; ``title`` is the other's."""

    relation: Relation
    symbol: str | None
    title: str | None = None
    taken_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFacts:
    """Where one party stood, if it did not simply agree."""

    party: PartyFacts
    position: Position
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairFacts:
    """Who signs a decision for one party."""

    party: PartyFacts
    name: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPaperFacts(Facts):
    """A decision as a document of its own.

    Attributes:
        operative: The paragraphs of its text.
        adopted: Whether it was taken; a draft is not yet.
        chairs: Who signs it.
        place: Where it was done.
        reconstructed_from: What it was reconstructed from, if its text is not the agreed one.
        illustrative: It was never taken.
        note: A further sentence for the notice.
    """

    title: str | None
    operative: tuple[str, ...]
    channel: Literal["meeting", "electronic"]
    adopted: bool
    chairs: tuple[ChairFacts, ...] = ()
    meeting: MeetingFacts | None = None
    basis: InstrumentFacts | None = None
    relations: tuple[RelationFacts, ...] = ()
    positions: tuple[PositionFacts, ...] = ()
    taken_on: date | None = None
    effective_on: date | None = None
    place: str | None = None
    ad_referendum: bool = False
    confirmed_on: date | None = None
    conditions: str | None = None
    reconstructed_from: SourceFacts | None = None
    illustrative: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntryFacts:
    """One line of the register.

    Attributes:
        status: The one it has today.
        adopts: The rules that it adopted, with their version.
    """

    id: str
    symbol: str | None
    title: str | None
    status: str
    channel: Literal["meeting", "electronic"]
    meeting: MeetingFacts | None = None
    taken_on: date | None = None
    effective_on: date | None = None
    adopts: str | None = None
    relations: tuple[RelationFacts, ...] = ()
    provenance: Literal["original", "reconstructed", "illustrative"] = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRegisterFacts(Facts):
    """Every decision of a body, in meetings and in writing, by day."""

    as_of: date
    decisions: tuple[DecisionEntryFacts, ...] = ()
