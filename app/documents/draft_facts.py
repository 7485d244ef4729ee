"""What minutes say before anybody has written them: each sentence by its sense, without wording."""

from dataclasses import dataclass
from enum import StrEnum

from app.documents.facts import (
    ActionFacts,
    DecisionFacts,
    DelegationFacts,
    Facts,
    InstrumentFacts,
    MeetingFacts,
    NextMeetingFacts,
    PartyFacts,
)


class Says(StrEnum):
    """What a drafted paragraph says; the templates know how."""

    OPENING = "opening"
    DELEGATIONS = "delegations"
    AGENDA_ADOPTED = "agenda-adopted"
    PREVIOUS_MINUTES = "previous-minutes"
    INTRODUCED = "introduced"
    VIEWS_EXCHANGED = "views-exchanged"
    ADOPTED = "adopted"
    ADOPTED_AS_AMENDED = "adopted-as-amended"
    AGREED = "agreed"
    NOTED = "noted"
    DEFERRED = "deferred"
    DECISION = "decision"
    ACTIONS_REVIEWED = "actions-reviewed"
    ACTION = "action"
    NOTHING_RAISED = "nothing-raised"
    NEXT_MEETING = "next-meeting"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPointFacts:
    """One paragraph to be worded.

    Attributes:
        id: By which its wording is found again.
        says: Its sense.
        item: The title of the agenda item that it speaks of.
        side: Whose word it is, if it is one side's.
    """

    id: str
    says: Says
    item: str | None = None
    side: PartyFacts | None = None
    decision: DecisionFacts | None = None
    action: ActionFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDraftFacts(Facts):
    """The paragraphs to be worded, and what they need to know of the meeting."""

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    points: tuple[DraftPointFacts, ...]
    basis: InstrumentFacts | None = None
    host: PartyFacts | None = None
    previous: MeetingFacts | None = None
    next_meeting: NextMeetingFacts | None = None
