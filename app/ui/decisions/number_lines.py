"""Numbers that no decision has, as lines of the register: kept free for one, or left out."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.decision import NumberState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.register.sheets import NumberRow, RegisterRow


@dataclass(frozen=True)
class NumberLine:
    """A number with the reason why no decision has it, in the columns of the register."""

    id: UUID
    symbol: str
    title: str
    standing: NumberState
    body: str = ""
    kind: str = ""
    channel: str = ""
    meeting: str = ""
    words: str = ""
    alias: str = ""
    taken_on: date | None = None
    effective_on: date | None = None
    year: int | None = None


def with_numbers(
    rows: "Sequence[RegisterRow]", numbers: "Sequence[NumberRow]"
) -> "tuple[RegisterRow | NumberLine, ...]":
    """Return the lines of the register: drafts, then the numbers nobody has, then the decisions."""
    drafts = sum(row.taken_on is None for row in rows)
    lines = (
        NumberLine(each.id, each.symbol, each.reason, NumberState(each.state)) for each in numbers
    )
    return (*rows[:drafts], *lines, *rows[drafts:])
