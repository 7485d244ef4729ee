"""Which action items are shown: those of a side, of a meeting, and with certain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.services.follow_up.sheets import FollowUpRow


class Whose(StrEnum):
    """Whose action items are shown, where it is not those of one side by name."""

    ALL = "all"
    OTHERS = "others"
    JOINT = "joint"


@dataclass(frozen=True)
class Narrowing:
    """What is left out.

    Attributes:
        side: A party, those of all parties but ours, those of all sides together, or everything.
        meeting_id: The meeting that they come from; ``None`` for all.
        words: What must stand somewhere in them.
        late_only: Only what is overdue.
    """

    side: UUID | Whose = Whose.ALL
    meeting_id: UUID | None = None
    words: str = ""
    late_only: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self != Narrowing()


def narrow(
    rows: "Sequence[FollowUpRow]", narrowing: Narrowing, *, ours: UUID | None
) -> "tuple[FollowUpRow, ...]":
    """Return the rows that are let through, in their order."""
    wanted = narrowing.words.casefold().split()
    return tuple(
        row
        for row in rows
        if _is_of(row, narrowing.side, ours)
        and narrowing.meeting_id in {None, row.meeting_id}
        and (row.is_late or not narrowing.late_only)
        and (not wanted or _has(row, wanted))
    )


def _is_of(row: "FollowUpRow", side: UUID | Whose, ours: UUID | None) -> bool:
    if side is Whose.ALL:
        return True
    if side is Whose.JOINT:
        return row.side is None
    if side is Whose.OTHERS:
        return row.side is not None and row.side.id != ours
    return row.side is not None and row.side.id == side


def _has(row: "FollowUpRow", wanted: Sequence[str]) -> bool:
    side = row.side.name if row.side else ""
    told = (row.code, row.text, side, row.responsible, row.meeting, row.decision, row.last)
    text = " ".join(told).casefold()
    return all(word in text for word in wanted)
