"""What a pack for delegates shall hold: whose, as of which day, for which meeting, which parts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class PackPart(StrEnum):
    """What can be put into a pack or left out of it."""

    RULES = "rules"
    DECISIONS = "decisions"
    AGENDA = "agenda"
    PAPERS = "papers"
    MINUTES = "minutes"
    PARTICIPANTS = "participants"


ALL_PARTS = frozenset(PackPart)
OF_A_MEETING = frozenset({PackPart.AGENDA, PackPart.PAPERS, PackPart.PARTICIPANTS})
"""The parts that only a pack for a meeting can have."""


def spell_key(key_id: str) -> str:
    """Return the short name of a key in groups of four, as people compare it."""
    return " ".join(key_id[at : at + 4] for at in range(0, len(key_id), 4))


@dataclass(frozen=True)
class PackScope:
    """What goes into a pack.

    Attributes:
        body_id: The body whose rules, decisions and meetings they are.
        on: The day as of which it stands; what was adopted later stays out.
        meeting_id: The meeting that it is for, if it is for one.
        parts: What of all this it shall hold.
        document_ids: The rule documents; all of the body where none is named.
    """

    body_id: UUID
    on: date
    meeting_id: UUID | None = None
    parts: frozenset[PackPart] = ALL_PARTS
    document_ids: frozenset[UUID] = frozenset()
