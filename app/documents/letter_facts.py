"""What letters between the sides say: invitations, notes verbales, circulars, press releases."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from app.documents.facts import (
    DelegateFacts,
    DelegationFacts,
    Facts,
    InstrumentFacts,
    MeetingFacts,
    NextMeetingFacts,
    PartyFacts,
    SourceFacts,
)
from app.texts.letterhead import Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadFacts:
    """What a party prints at the head of its letters; it never passes through a template."""

    party: PartyFacts
    letterhead: Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts(Facts):
    """A letter; the first party sends it, unless it is said who else does.

    Attributes:
        letterheads: Those of the parties that have one.
        sender: Who sends what is not the original of any side.
    """

    letterheads: tuple[LetterheadFacts, ...] = ()
    sender: PartyFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFacts:
    """A side as it writes and is written to.

    Attributes:
        party: Whose side it is.
        office: The ministry or secretariat that writes for it.
        person: Who is written to, or signs: its head of delegation or its secretary.
    """

    party: PartyFacts
    office: str | None = None
    person: DelegateFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """One instant as the clock of one place shows it.

    Attributes:
        city: As in “Ulaanbaatar time”.
        other_day: Whether the day there is not that of the clock named first.
        is_end_of_day: It is midnight, with which this day ends.
    """

    city: str
    day: date
    hour: time
    other_day: bool = False
    is_end_of_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """Something that the other side is asked for, and the day by which.

    Attributes:
        matter: What every meeting needs; ``None`` where ``words`` say what this one does.
    """

    matter: Literal["agenda", "composition", "practical", "papers"] | None = None
    words: str | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts(LetterFacts):
    """A notice of a meeting, from the host to the other parties.

    Attributes:
        sides: One for each party; the host's writes.
        host: The party that invites.
        starts: The opening hour, first at the place and then in every other capital.
        zones: The cities whose clocks count, where the hour is not known yet.
        requests: What is asked of the other side, in the order of the days.
        items: The titles of the agenda items proposed.
        number: The number of the letter.
    """

    meeting: MeetingFacts
    sides: tuple[SideFacts, ...]
    host: PartyFacts | None = None
    dated_on: date | None = None
    number: str | None = None
    starts: tuple[ClockFacts, ...] = ()
    zones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    requests: tuple[RequestFacts, ...] = ()
    items: tuple[str, ...] = ()
    basis: InstrumentFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVerbaleFacts(LetterFacts):
    """A note verbale: the first party sends it; a host invites, every side names its delegation."""

    meeting: MeetingFacts
    sides: tuple[SideFacts, ...]
    delegations: tuple[DelegationFacts, ...] = ()
    host: PartyFacts | None = None
    dated_on: date | None = None
    number: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRuleFacts:
    """How the period for objections is counted, and where that is laid down.

    Attributes:
        days: How many.
        counts: Which days count.
        starts: What sets the clock running.
        quote: The words of the rule.
        source: The text they stand in.
    """

    days: int
    counts: Literal["calendar", "working"]
    starts: Literal["dispatch", "receipt"]
    quote: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularFacts(LetterFacts):
    """A decision sought in writing: the text, why, how and by when to object, what silence means.

    Attributes:
        decision: The number that the draft bears until it is adopted, or the decision's own.
        proposed: The paragraphs of the text.
        justification: Why it is proposed.
        circulated: The instant of dispatch, in each capital.
        deadline: The last instant for objections, in each capital.
        affirmation_required: Whether silence alone is not enough.
        sides: Where objections are sent: the secretariat of each side.
        illustrative: No such decision was ever sought.
    """

    title: str | None
    decision: str | None
    proposed: tuple[str, ...]
    sides: tuple[SideFacts, ...]
    rule: ClockRuleFacts
    justification: str | None = None
    circulated: tuple[ClockFacts, ...] = ()
    deadline: tuple[ClockFacts, ...] = ()
    affirmation_required: bool = False
    effective_on: date | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PressReleaseFacts(LetterFacts):
    """A joint press release: the shorter text, for the public.

    Attributes:
        topics: What was on the agenda.
        paragraphs: What the record says, in its order.
        decisions: The titles of what was decided.
        outcome: What came of the meeting, where no minutes say it.
        contact: Whom the press may ask.
    """

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    basis: InstrumentFacts | None = None
    topics: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    outcome: str | None = None
    next_meeting: NextMeetingFacts | None = None
    contact: str | None = None
    reconstructed_from: SourceFacts | None = None
