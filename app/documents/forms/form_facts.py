"""Everything that a ministry's own Word form may print: one record, whichever letter it is.

A form writes these names as its fields: ``{{ meeting.title }}``, ``{{ host.name }}``.
"""

from dataclasses import dataclass
from datetime import date, time

from app.documents.facts import (
    ActionFacts,
    BodyFacts,
    DecisionFacts,
    DelegateFacts,
    DelegationFacts,
    InstrumentFacts,
    NextMeetingFacts,
    PartyFacts,
)
from app.documents.meeting_facts import PaperFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMeetingFacts:
    """A meeting as a letter speaks of it.

    Attributes:
        title: As it stands in a sentence: “First Meeting”, or the title that it was given.
        number: What the body counts it by: “JWG-1”.
        dates: Its days as the language of the form writes them: “12–13 May 2026”.
        starts_at: The hour at which it begins, by the clock of its place.
        chair: Who is in the chair.
        languages: What is spoken in it.
    """

    title: str
    number: str | None = None
    ordinal: int | None = None
    dates: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    starts_at: time | None = None
    place: str | None = None
    venue: str | None = None
    chair: str | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSideFacts:
    """A side: the party, the office that writes for it, and the head of its delegation."""

    party: PartyFacts
    office: str | None = None
    head: DelegateFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItemFacts:
    """An agenda item, with its number as the agenda prints it."""

    number: str
    title: str
    annotation: str | None = None
    lead: PartyFacts | None = None
    starts_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """What a form may print.

    Attributes:
        today: The day on which it is filled.
        our_side: The side of whoever keeps this workspace.
        other_sides: Every other side.
        sides: All of them, in the order of their seats.
        host: The party that hosts the meeting.
        basis: The agreement that the body rests on.
    """

    today: date
    meeting: FormMeetingFacts
    body: BodyFacts
    host: PartyFacts | None = None
    our_side: FormSideFacts | None = None
    other_sides: tuple[FormSideFacts, ...] = ()
    sides: tuple[FormSideFacts, ...] = ()
    parties: tuple[PartyFacts, ...] = ()
    delegations: tuple[DelegationFacts, ...] = ()
    agenda: tuple[FormItemFacts, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    papers: tuple[PaperFacts, ...] = ()
    next_meeting: NextMeetingFacts | None = None
    basis: InstrumentFacts | None = None
