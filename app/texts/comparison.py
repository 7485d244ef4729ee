"""Compares two texts unit by unit: what was inserted, deleted, changed, moved or only renumbered.

Nothing that a version declares about itself is believed; every difference is found here. A number
that follows from counting is no difference, and neither is the number that a reference shows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from app.texts.alignment import Match, align, interleave
from app.texts.blocks import (
    Document,
    Inline,
    Provision,
    Reference,
    Section,
    Signatures,
    Table,
)
from app.texts.difference import Segment, find_differences
from app.texts.numbering import number
from app.texts.outcomes import Comparison, DanglingReference, Entry, Side, UnitComparison
from app.texts.outcomes import Outcome as Outcome
from app.texts.row_comparison import RowComparison, compare_rows
from app.texts.tokens import tokenize
from app.texts.units import Unit, list_units
from app.texts.walking import inlines_of

ComparedText = Document | tuple[Provision, ...]


def compare(
    old: ComparedText,
    new: ComparedText,
    *,
    by: Literal["id", "text"] = "id",
    language: str = "en",
    loosely: bool = False,
) -> Comparison:
    """Compare two texts.

    Args:
        old: The text before.
        new: The text after.
        by: ``id`` where both texts are ours, so that a unit keeps its identifier through every
            version; ``text`` where they come from elsewhere.
        language: The language whose numbers are printed, for texts that are not documents.
        loosely: Whether texts that were never one are compared, so that less in common suffices.
    """
    both = _document(old, language), _document(new, language)
    return _Comparer(*both, by_id=by == "id", loosely=loosely).compare()


def _document(text: ComparedText, language: str) -> Document:
    return text if isinstance(text, Document) else Document((Section(text),), language=language)


class _Comparer:
    def __init__(self, old: Document, new: Document, *, by_id: bool, loosely: bool = False) -> None:
        self._by_id = by_id
        self._old_numbering, self._new_numbering = number(old), number(new)
        self._old = list_units(old, numbering=self._old_numbering)
        self._new = list_units(new, numbering=self._new_numbering)
        self._matches = align(self._old, self._new, by_id=by_id, loosely=loosely)
        self._old_targets, self._new_targets = self._name_targets()

    def compare(self) -> Comparison:
        by_old = {match.old: self._pair(match) for match in self._matches}
        by_new = {match.new: by_old[match.old] for match in self._matches}
        for unit in self._old:
            if unit.place not in by_old:
                by_old[unit.place] = self._alone(unit, is_new=False)
        for unit in self._new:
            if unit.place not in by_new:
                by_new[unit.place] = self._alone(unit, is_new=True)
        # A parent stands before what is in it, so it is settled first.
        for place, one in by_old.items():
            if one.new is None or one.moved:
                settled = replace(one, follows_parent=_follows(one, by_old=by_old, by_new=by_new))
                by_old[place] = settled
                if one.new is not None:
                    by_new[one.new.place] = settled
        for place, one in by_new.items():
            if one.old is None:
                follows = _follows(one, by_old=by_old, by_new=by_new)
                by_new[place] = replace(one, follows_parent=follows)
        return Comparison(
            tuple(self._entries(by_old, by_new)),
            tuple(self._find_dangling()),
            self._old_numbering,
            self._new_numbering,
        )

    def _entries(
        self, by_old: Mapping[int, UnitComparison], by_new: Mapping[int, UnitComparison]
    ) -> Iterator[Entry]:
        counts = {"old_count": len(self._old), "new_count": len(self._new)}
        for old_place, new_place in interleave(self._matches, **counts):
            if new_place is not None:
                yield Entry(by_new[new_place], Side.NEW if old_place is None else Side.BOTH)
            elif old_place is not None:
                yield Entry(by_old[old_place], Side.OLD)

    def _name_targets(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return what references are compared by: the unit they lead to, in the new text.

        One that leads nowhere differs from one that leads somewhere, though it reads the same.
        """
        new_ids = {unit.id for unit in self._new if unit.label}
        old_ids = {unit.id for unit in self._old if unit.label}
        if self._by_id:
            kept = {identifier: identifier for identifier in old_ids}
        else:
            kept = {identifier: f"old {identifier}" for identifier in old_ids}
            pairs = ((self._old[match.old].id, self._new[match.new].id) for match in self._matches)
            kept.update((one, other) for one, other in pairs if one and other)
        return (
            {target: kept.get(target, f"nowhere {target}") for target in _targets(self._old)},
            {
                target: target if target in new_ids else f"nowhere {target}"
                for target in _targets(self._new)
            },
        )

    def _pair(self, match: Match) -> UnitComparison:
        old, new = self._old[match.old], self._new[match.new]
        if self._is_same(old, new):
            return UnitComparison(old, new, match.moved)
        if isinstance(new.block, Table | Signatures) and isinstance(old.block, Table | Signatures):
            return UnitComparison(old, new, match.moved, rows=self._rows(old.block, new.block))
        lines = tuple(map(self._line, old.lines, new.lines))
        return UnitComparison(old, new, match.moved, lines)

    def _is_same(self, old: Unit, new: Unit) -> bool:
        """Say at a glance that nothing differs, as in most of a text."""
        return old.lines == new.lines and all(
            self._old_targets[target] == self._new_targets[target] for target in _targets((new,))
        )

    def _line(self, old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Segment, ...]:
        return find_differences(
            tokenize(old, targets=self._old_targets), tokenize(new, targets=self._new_targets)
        )

    def _rows(
        self, old: Table | Signatures | None, new: Table | Signatures | None
    ) -> tuple[RowComparison, ...]:
        return compare_rows(old, new, compare_line=self._line, by_id=self._by_id)

    def _alone(self, unit: Unit, *, is_new: bool) -> UnitComparison:
        old, new = (None, unit) if is_new else (unit, None)
        if isinstance(unit.block, Table | Signatures):
            rows = self._rows(None, unit.block) if is_new else self._rows(unit.block, None)
            return UnitComparison(old, new, rows=rows)
        lines = tuple(
            self._line((), line) if is_new else self._line(line, ()) for line in unit.lines
        )
        return UnitComparison(old, new, lines=lines)

    def _find_dangling(self) -> Iterator[DanglingReference]:
        for unit in self._new:
            for target in dict.fromkeys(_targets((unit,))):
                if target not in self._new_numbering.labels:
                    name = ""
                    if target in self._old_numbering.labels:
                        name = self._old_numbering.spell(Reference(target))
                    yield DanglingReference(unit, target, name)


def _targets(units: Iterable[Unit]) -> Iterator[str]:
    for unit in units:
        for inline in inlines_of(unit.block):
            if isinstance(inline, Reference):
                yield inline.target


def _follows(
    one: UnitComparison,
    *,
    by_old: Mapping[int, UnitComparison],
    by_new: Mapping[int, UnitComparison],
) -> bool:
    """Say whether the unit ``one`` stands in had the same done to it as a whole."""
    above_old = by_old.get(one.old.parent) if one.old else None
    above_new = by_new.get(one.new.parent) if one.new else None
    if one.old is None:
        return above_new is not None and above_new.old is None
    if one.new is None:
        return above_old is not None and above_old.new is None
    if one.edited or above_old is None or above_new is None or not above_new.moved:
        return False
    return above_old.new is above_new.new
