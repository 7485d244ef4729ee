"""Finds provisions by their numbers: what “Article 7(2)” is in a text as it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.rules import ProvisionKind
from app.texts.label_numbers import LabelNumber, read_number

_K = ProvisionKind
RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            _K.ANNEX,
            _K.PART,
            _K.CHAPTER,
            _K.SECTION,
            _K.ARTICLE,
            _K.PARAGRAPH,
            _K.ITEM,
            _K.SUBITEM,
        )
    )
}
"""How high each kind stands; nothing stands below its like but items."""

COUNTED_THROUGH = frozenset({_K.PART, _K.CHAPTER, _K.ARTICLE})
"""What is counted through the whole text, and anew in each annex."""


@dataclass(frozen=True, slots=True)
class PlacedProvision:
    """A provision in its place in a text.

    Attributes:
        parent: What it stands in; ``None`` at the top.
    """

    eid: str
    kind: ProvisionKind
    label: str
    parent: str | None = None


class ProvisionIndex:
    """A text as an outline, given in reading order."""

    def __init__(self, provisions: Iterable[PlacedProvision]) -> None:
        self.provisions = {each.eid: each for each in provisions}
        self._children: dict[str | None, list[str]] = defaultdict(list)
        for each in self.provisions.values():
            self._children[each.parent].append(each.eid)

    def __contains__(self, eid: object) -> bool:
        return eid in self.provisions

    def children(self, eid: str | None) -> tuple[str, ...]:
        """Return what stands directly in a provision; at the top for ``None``."""
        return tuple(self._children.get(eid, ()))

    def parent(self, eid: str) -> str | None:
        """Return what a provision stands in."""
        return self.provisions[eid].parent

    def ancestors(self, eid: str) -> Iterator[str]:
        """Yield a provision and what it stands in, the nearest first."""
        here: str | None = eid
        while here is not None and here in self.provisions:
            yield here
            here = self.provisions[here].parent

    def enclosing(self, eid: str, *kinds: ProvisionKind) -> str | None:
        """Return the nearest of some kinds that a provision is or stands in."""
        return next((each for each in self.ancestors(eid) if self.kind(each) in kinds), None)

    def family(self, eid: str) -> list[str]:
        """Return a provision and everything in it, in reading order."""
        found = [eid]
        for child in self._children.get(eid, ()):
            found += self.family(child)
        return found

    def kind(self, eid: str) -> ProvisionKind:
        """Return what a provision is."""
        return self.provisions[eid].kind

    def name(self, eid: str) -> str:
        """Return what a provision is called: “Article 7(2)(a)”; empty for one without a number."""
        chain = [eid]
        for above in list(self.ancestors(eid))[1:]:
            if RANKS[self.kind(chain[-1])] <= RANKS[_K.ARTICLE]:
                break
            if RANKS[self.kind(above)] >= RANKS[_K.ARTICLE]:
                chain.append(above)
        first, *rest = [self.provisions[each].label.rstrip(".") for each in reversed(chain)]
        inner = (f"({label.strip('()')})" for label in rest if label)
        return first + "".join(inner) if first else " ".join(label for label in rest if label)

    def number(self, eid: str) -> LabelNumber | None:
        """Return the number that a provision bears."""
        return self._numbers[eid]

    def sequence(self, eid: str) -> tuple[str | None, ProvisionKind]:
        """Return with what a provision is counted: the same key for all that count together."""
        kind = self.kind(eid)
        annex = self.enclosing(eid, _K.ANNEX) if kind is not _K.ANNEX else None
        if kind in COUNTED_THROUGH or (kind is _K.PARAGRAPH and self._runs_on(eid)):
            return annex, kind
        return self.parent(eid), kind

    def counted(self, kind: ProvisionKind, *, annex: str | None) -> tuple[str, ...]:
        """Return the provisions of a kind that are counted through a text, or through an annex."""
        return self._counted.get((annex, kind), ())

    def bearing(
        self, kind: ProvisionKind, numbers: Iterable[int], *, annex: str | None
    ) -> tuple[str, ...]:
        """Return those of a kind, counted through a text or an annex, that bear any of numbers."""
        found = (self._bearing.get((annex, kind, number), ()) for number in numbers)
        return tuple(dict.fromkeys(eid for eids in found for eid in eids))

    @cached_property
    def _bearing(self) -> dict[tuple[str | None, ProvisionKind, int], list[str]]:
        found: dict[tuple[str | None, ProvisionKind, int], list[str]] = defaultdict(list)
        for eid, number in self._numbers.items():
            if number is not None:
                key, kind = self.sequence(eid)
                found[key, kind, number.value].append(eid)
        return found

    def _runs_on(self, eid: str) -> bool:
        """Say whether a paragraph is counted through all the chapters of its text or annex."""
        parent = self.parent(eid)
        annex = self.enclosing(eid, _K.ANNEX)
        return annex in self._running and parent in self._loose_paragraphs

    @cached_property
    def _running(self) -> frozenset[str | None]:
        """The annexes, and ``None`` for the text, whose paragraphs do not begin anew."""
        begun: dict[str | None, list[int]] = defaultdict(list)
        for parent, own in self._loose_paragraphs.items():
            annex = self.enclosing(parent, _K.ANNEX) if parent is not None else None
            numbers = (self._raw_number(each) for each in own)
            first = next((number.value for number in numbers if number is not None), None)
            if first is not None:
                begun[annex].append(first)
        return frozenset(
            annex for annex, values in begun.items() if any(value != 1 for value in values[1:])
        )

    @cached_property
    def _loose_paragraphs(self) -> dict[str | None, list[str]]:
        """The paragraphs that stand in no article, by what they stand in, in reading order."""
        found: dict[str | None, list[str]] = {}
        for eid, each in self.provisions.items():
            inside = each.parent is not None and self.kind(each.parent)
            if each.kind is _K.PARAGRAPH and (not inside or RANKS[inside] < RANKS[_K.ARTICLE]):
                found.setdefault(each.parent, []).append(eid)
        return found

    def _raw_number(self, eid: str) -> LabelNumber | None:
        each = self.provisions[eid]
        return read_number(each.label, each.kind, 0) if each.label else None

    @cached_property
    def _numbers(self) -> dict[str, LabelNumber | None]:
        last: dict[tuple[str | None, ProvisionKind], int] = {}
        found: dict[str, LabelNumber | None] = {}
        for eid, each in self.provisions.items():
            key = self.sequence(eid)
            number = read_number(each.label, each.kind, last.get(key, 0)) if each.label else None
            found[eid] = number
            if number is not None:
                last[key] = number.value
        return found

    @cached_property
    def _counted(self) -> dict[tuple[str | None, ProvisionKind], tuple[str, ...]]:
        found: dict[tuple[str | None, ProvisionKind], list[str]] = defaultdict(list)
        for eid in self.provisions:
            found[self.sequence(eid)].append(eid)
        return {key: tuple(eids) for key, eids in found.items()}
