"""Lays two texts that share no identifiers side by side: what stands beside what, and what differs.

Neither is the older one. So nothing is deleted or inserted here: each side keeps its own words and
its own numbers, and where two provisions are alike, what only one of them says is marked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.texts.blocks import Break, Inline, Placeholder, Provision, Reference, Text
from app.texts.comparison import compare
from app.texts.difference import Segment
from app.texts.numbering import Numbering
from app.texts.outcomes import Comparison, Entry, Outcome, Side, UnitComparison
from app.texts.tokens import join_tokens
from app.texts.units import Unit


class Likeness(StrEnum):
    """How two provisions that stand side by side agree."""

    SAME = "same"
    ALIKE = "alike"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on one side; ``own`` where the other side does not have them."""

    words: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class SideText:
    """A provision on one side.

    Attributes:
        eid: Its identity in its own text.
        label: Its number with those above it, as in ``Article 2(1)``.
        kind: Its level, such as ``article``.
    """

    eid: str
    label: str
    kind: str
    heading: tuple[Passage, ...]
    text: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CounterpartRow:
    """What stands side by side.

    Attributes:
        elsewhere: Whether the two stand in different places of their texts.
    """

    likeness: Likeness
    left: SideText | None
    right: SideText | None
    elsewhere: bool = False


def lay_side_by_side(
    left: tuple[Provision, ...], right: tuple[Provision, ...], *, language: str
) -> tuple[CounterpartRow, ...]:
    """Return both texts as rows, in the order of the left; what only the right has between."""
    comparison = compare(left, right, by="text", language=language, loosely=True)
    return tuple(_rows(comparison))


def _rows(comparison: Comparison) -> Iterator[CounterpartRow]:
    for entry in comparison.entries:
        if _is_told_elsewhere(entry):
            continue
        yield _row(entry.comparison, comparison)


def _is_told_elsewhere(entry: Entry) -> bool:
    """What stands in different places is told once: where the left text has it."""
    return entry.side is Side.NEW and entry.comparison.old is not None


def _row(pair: UnitComparison, whole: Comparison) -> CounterpartRow:
    left = _side(pair, pair.old, whole.old_numbering, is_left=True)
    right = _side(pair, pair.new, whole.new_numbering, is_left=False)
    if left is None:
        likeness = Likeness.ONLY_RIGHT
    elif right is None:
        likeness = Likeness.ONLY_LEFT
    else:
        likeness = Likeness.ALIKE if pair.edited else Likeness.SAME
    return CounterpartRow(likeness, left, right, elsewhere=pair.outcome is Outcome.MOVED)


def _side(
    pair: UnitComparison, unit: Unit | None, numbering: Numbering, *, is_left: bool
) -> SideText | None:
    if unit is None:
        return None
    both = pair.old is not None and pair.new is not None
    if both and pair.lines:
        lines = [tuple(_own(line, numbering, is_left=is_left)) for line in pair.lines]
    else:
        lines = [tuple(_spelled(line, numbering, own=False)) for line in unit.lines]
    heading, text = (*lines, (), ())[:2]
    kind = unit.block.level.value if isinstance(unit.block, Provision) else ""
    return SideText(unit.id, unit.name or unit.label, kind, heading, text)


def _own(segments: Iterable[Segment], numbering: Numbering, *, is_left: bool) -> Iterator[Passage]:
    for segment in segments:
        tokens = segment.old if is_left else segment.new
        yield from _spelled(join_tokens(tokens), numbering, own=not segment.kept)


def _spelled(inlines: Iterable[Inline], numbering: Numbering, *, own: bool) -> Iterator[Passage]:
    for inline in inlines:
        match inline:
            case Text():
                yield Passage(inline.text, own)
            case Reference(target):
                known = target in numbering.labels
                yield Passage(numbering.spell(inline) if known else target, own)
            case Break():
                yield Passage("\n", own)
            case Placeholder():
                yield Passage(f"[{inline.what}]", own)
