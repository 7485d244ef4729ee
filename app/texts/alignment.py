"""Finds which unit of one text became which of another, and which of them changed places."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.texts.blocks import Block, Text
from app.texts.heaviest_chain import heaviest_chain
from app.texts.text_alignment import TextAlignment
from app.texts.units import Unit

__all__ = ["Match", "align", "heaviest_chain", "interleave"]


@dataclass(frozen=True, slots=True)
class Match:
    """Two units that are one.

    Attributes:
        old: Its place in the old text.
        new: Its place in the new text.
        moved: Whether it changed places with others.
    """

    old: int
    new: int
    moved: bool = False


def align(
    old: Sequence[Unit], new: Sequence[Unit], *, by_id: bool, loosely: bool = False
) -> tuple[Match, ...]:
    """Return the units that are one, in the order of the new text.

    Args:
        old: The units of the old text.
        new: The units of the new text.
        by_id: Units with an identifier are one if it is the same, and only then; units without
            one are found by their text.
        loosely: Less in common makes two units one: the texts were never the same.
    """
    pairs = _pairs_by_id(old, new) if by_id else []
    old_left = [unit for unit in old if not (by_id and unit.id)]
    new_left = [unit for unit in new if not (by_id and unit.id)]
    pairs += TextAlignment(old_left, new_left, loosely=loosely).pairs()
    weights = {pair: 1 + _size(new[pair[1]]) for pair in pairs}
    pairs.sort()
    staying = set(heaviest_chain(pairs, weights=[weights[pair] for pair in pairs]))
    matches = (Match(*pair, moved=pair not in staying) for pair in pairs)
    return tuple(sorted(matches, key=lambda match: match.new))


def _pairs_by_id(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    known: defaultdict[tuple[type[Block], str], deque[int]] = defaultdict(deque)
    for unit in old:
        known[unit.family, unit.id].append(unit.place)
    pairs = []
    for unit in new:
        places = known[unit.family, unit.id]
        if unit.id and places:
            pairs.append((places.popleft(), unit.place))
    return pairs


def interleave(
    matches: Sequence[Match], *, old_count: int, new_count: int
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the places of both texts in one reading order: what left, then what came.

    What moved is yielded twice, where it was and where it is.
    """
    old_at = new_at = 0
    staying = [(match.old, match.new) for match in matches if not match.moved]
    for old_place, new_place in (*staying, (old_count, new_count)):
        yield from ((place, None) for place in range(old_at, old_place))
        yield from ((None, place) for place in range(new_at, new_place))
        if old_place < old_count:
            yield old_place, new_place
        old_at, new_at = old_place + 1, new_place + 1


def _size(unit: Unit) -> int:
    return sum(
        len(inline.text) for line in unit.lines for inline in line if isinstance(inline, Text)
    )
