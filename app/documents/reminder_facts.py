"""What a reminder of action items says: who writes to which side, and what is still owed."""

from dataclasses import dataclass
from datetime import date

from app.documents.facts import MeetingFacts
from app.documents.follow_up_facts import ActionEntryFacts
from app.documents.letter_facts import LetterFacts, SideFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderFacts(LetterFacts):
    """A letter or message that reminds a side of what it has promised.

    Attributes:
        writer: Who writes; ``None`` where it was never said whose workspace it is.
        addressed: Who is reminded; the same party as the writer's for its own ministries.
        actions: What is still owed, what is due first comes first.
        next_meeting: The meeting before which it is wanted, where one is planned.
    """

    writer: SideFacts | None
    addressed: SideFacts | None
    as_of: date
    actions: tuple[ActionEntryFacts, ...]
    next_meeting: MeetingFacts | None = None
