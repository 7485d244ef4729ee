"""What the lists between meetings say: action items by side, and the projects reviewed."""

from dataclasses import dataclass
from datetime import date

from app.documents.facts import Facts, MeetingFacts, PartyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntryFacts:
    """An action item as it stands.

    Attributes:
        meeting: The code of the meeting that it comes from.
        item: The number of the agenda item there.
        decision: The number of the decision that it follows from.
        days_late: How many days it is overdue; ``None`` if it is not.
        reported: What was last reported on it.
    """

    id: str
    code: str
    text: str
    status: str
    organisation: str | None = None
    meeting: str | None = None
    item: str | None = None
    decision: str | None = None
    due_on: date | None = None
    due_words: str | None = None
    days_late: int | None = None
    reported: str | None = None
    reported_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionGroupFacts:
    """The action items of one side; no party stands for all of them together."""

    party: PartyFacts | None
    actions: tuple[ActionEntryFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionListFacts(Facts):
    """The action items of a meeting, or of a body, on a day.

    Attributes:
        open: How many are still owed.
        late: How many of them are overdue.
    """

    as_of: date
    groups: tuple[ActionGroupFacts, ...]
    meeting: MeetingFacts | None = None
    late: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """What a meeting found about a project."""

    reviewed_on: date
    progress: int | None = None
    rating: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """A project, or as many as ``count`` says where no more is known of each.

    Attributes:
        proposer: The side that proposed it.
        quantities: Figures in the words of their sources.
        decision: The number of the decision that registered it.
        reviews: What meetings found, the latest first.
    """

    id: str
    code: str
    title: str
    status: str
    count: int = 1
    proposer: PartyFacts | None = None
    parties: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    phase: str | None = None
    starts: str | None = None
    ends: str | None = None
    quantities: tuple[str, ...] = ()
    decision: str | None = None
    reviews: tuple[ReviewFacts, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectReviewFacts(Facts):
    """The projects of a body, for the meeting that reviews them or on a day between meetings."""

    as_of: date
    projects: tuple[ProjectFacts, ...]
    meeting: MeetingFacts | None = None
