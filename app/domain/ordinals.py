"""The numbers of meetings: entered by people, looked at for doubles, gaps and order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OrdinalRemark(StrEnum):
    """What there is to say about a number."""

    DOUBLE = "double"
    GAP = "gap"
    EARLIER_THAN_LOWER = "earlier-than-lower"
    LATER_THAN_HIGHER = "later-than-higher"


@dataclass(frozen=True)
class OrdinalFinding:
    """One remark on a number.

    Attributes:
        remark: What there is to say.
        numbers: The numbers that it speaks of: those that are missing, or the other meeting's.
    """

    remark: OrdinalRemark
    numbers: tuple[int, ...]


def suggest_ordinal(taken: Sequence[int]) -> int:
    """Return the number after the highest that is taken: a suggestion, which nobody must take."""
    return max(taken, default=0) + 1


def look_at_ordinal(
    ordinal: int, *, taken: Mapping[int, date | None], day: date | None = None
) -> tuple[OrdinalFinding, ...]:
    """Return what there is to say about a number, the gravest first; nothing if all is well.

    An earlier number than the highest is no remark: past meetings are entered afterwards.

    Args:
        ordinal: The number that was entered.
        taken: The numbers of the body's other meetings of the kind, with their first days.
        day: The first day of the meeting itself.
    """
    found: list[OrdinalFinding] = []
    if ordinal in taken:
        found.append(OrdinalFinding(OrdinalRemark.DOUBLE, (ordinal,)))
    highest = max(taken, default=ordinal)
    if ordinal > highest + 1:
        found.append(OrdinalFinding(OrdinalRemark.GAP, (highest + 1, ordinal - 1)))
    return (*found, *_out_of_order(ordinal, taken, day))


def _out_of_order(
    ordinal: int, taken: Mapping[int, date | None], day: date | None
) -> tuple[OrdinalFinding, ...]:
    if day is None:
        return ()
    dated = {number: other for number, other in taken.items() if other is not None}
    lower = [number for number, other in dated.items() if number < ordinal and other > day]
    higher = [number for number, other in dated.items() if number > ordinal and other < day]
    found = []
    if lower:
        found.append(OrdinalFinding(OrdinalRemark.EARLIER_THAN_LOWER, (max(lower),)))
    if higher:
        found.append(OrdinalFinding(OrdinalRemark.LATER_THAN_HIGHER, (min(higher),)))
    return tuple(found)
