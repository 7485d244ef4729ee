"""What the documents around a meeting say: its summary record, the run sheet, plates and badges."""

from dataclasses import dataclass
from datetime import date, time

from app.documents.facts import (
    AgendaItemFacts,
    DecisionFacts,
    DelegationFacts,
    Facts,
    InstrumentFacts,
    MeetingFacts,
    MinutesParagraphFacts,
    NextMeetingFacts,
    PartyFacts,
    SourceFacts,
)
from app.documents.letter_facts import ClockFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """A paper that was before the meeting."""

    symbol: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterFacts:
    """What the summary record says on one agenda item; ``agenda_item`` is its id in the annex."""

    heading: str
    agenda_item: str | None = None
    documents: tuple[str, ...] = ()
    paragraphs: tuple[MinutesParagraphFacts, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRecordFacts(Facts):
    """A summary record.

    Attributes:
        planned_starts_on, planned_ends_on: The days planned, where they were others.
        decisions: What was decided, with the texts, for the annex.
        papers: What was before the meeting.
    """

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    chapters: tuple[ChapterFacts, ...] = ()
    planned_starts_on: date | None = None
    planned_ends_on: date | None = None
    host: PartyFacts | None = None
    chair: str | None = None
    basis: InstrumentFacts | None = None
    agenda: tuple[AgendaItemFacts, ...] = ()
    agenda_adopted: bool = False
    decisions: tuple[DecisionFacts, ...] = ()
    papers: tuple[PaperFacts, ...] = ()
    outcome: str | None = None
    next_meeting: NextMeetingFacts | None = None
    reconstructed_from: SourceFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetItemFacts:
    """An agenda item as the chair takes it; ``outcome`` is what shall come of it."""

    id: str
    number: str
    title: str
    below: bool = False
    lead: PartyFacts | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    minutes_planned: int | None = None
    papers: tuple[str, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetFacts(Facts):
    """What the chair has before them: the order of the sitting, with words to say."""

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    items: tuple[RunSheetItemFacts, ...] = ()
    starts: tuple[ClockFacts, ...] = ()
    host: PartyFacts | None = None
    chair: str | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """A name plate or badge.

    Attributes:
        name: As printed; ``None`` where only the organisation is known.
        own_name: The name in the person's own script, where it is known.
        own_language: The language of ``own_name``.
        capacity: Such as ``head``.
    """

    id: str
    party: PartyFacts
    name: str | None = None
    own_name: str | None = None
    own_language: str = ""
    organisation: str | None = None
    post: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsFacts(Facts):
    """The name plates or badges of a meeting."""

    meeting: MeetingFacts
    cards: tuple[CardFacts, ...] = ()
