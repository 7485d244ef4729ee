"""Grows the tree of provisions line by line; the open lists say where an entry belongs."""

from dataclasses import dataclass, field

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral
from app.texts.reading.outcome import Doubt, ReadUnit, Remark
from app.texts.reading.recognising import HeadingLine, MarkerLine

_K = ProvisionKind
_RANKS = {_K.ANNEX: 0, _K.PART: 1, _K.CHAPTER: 2, _K.SECTION: 3, _K.ARTICLE: 4}
_BELOW = {_K.PARAGRAPH: _K.ITEM, _K.ITEM: _K.SUBITEM, _K.SUBITEM: _K.SUBITEM}
_BULLET = "bullet"
_FEW = 4


@dataclass(slots=True)
class OpenList:
    """A list that may go on: its markers, and the number of its last entry."""

    form: str
    numeral: Numeral | None
    last: int
    parent: ReadUnit | None
    entry: ReadUnit
    rank: int


@dataclass(slots=True)
class Tree:
    """The tree so far, with the units and lists that are open at its end."""

    roots: list[ReadUnit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _containers: list[ReadUnit] = field(default_factory=list)
    _lists: list[OpenList] = field(default_factory=list)
    _running: dict[tuple[str, Numeral | None], int] = field(default_factory=dict)
    _counted: dict[ProvisionKind, int] = field(default_factory=dict)
    _annexes: int = 0
    _tail: ReadUnit | None = None

    @property
    def last(self) -> ReadUnit | None:
        """The unit to which the next words belong."""
        if self._tail is not None:
            return self._tail
        if self._lists:
            return self._lists[-1].entry
        return self._containers[-1] if self._containers else None

    @property
    def in_list(self) -> bool:
        """Whether the last unit is an entry of a list."""
        return bool(self._lists) and self._tail is None

    def expected(self, kind: ProvisionKind) -> int:
        """Return the number that the next unit of a kind should bear."""
        return (self._annexes if kind is _K.ANNEX else self._counted.get(kind, 0)) + 1

    def open_heading(self, found: HeadingLine, *, line: int) -> ReadUnit:
        """Open a part, a chapter, an article or an annex."""
        self._tail = None
        expected = self.expected(found.kind)
        value = expected if expected in found.values else found.value
        unit = ReadUnit(
            kind=found.kind,
            label=found.label,
            value=value,
            line=line,
            inserted=found.inserted,
            heading=found.heading,
            text=found.text,
            opening=found.opening,
        )
        if found.counted and found.value is not None:
            self._count(unit)
        if found.kind is _K.ANNEX:
            self._annexes = value or self._annexes + 1
            self._running.clear()
            self._counted.clear()
        self._place_container(unit)
        return unit

    def open_titled(self, found: MarkerLine, kind: ProvisionKind, *, line: int) -> ReadUnit:
        """Open a chapter or section that is numbered as a list is: ``IV. Co-Chairs``."""
        self._tail = None
        value = self._best_title(found, kind)
        unit = ReadUnit(kind, found.label, value, line, heading=found.text)
        unit.opening = f"{found.label} {found.text}"
        last = self._counted.get(kind, 0)
        if value not in {1, last + 1}:
            self.remark(_order(value, last), line, found=found.label, expected=str(last + 1))
        self._counted[kind] = value
        if kind is _K.CHAPTER:
            self._counted.pop(_K.SECTION, None)
        self._place_container(unit)
        return unit

    def titled_kind(self, found: MarkerLine) -> ProvisionKind | None:
        """Return what a titled entry would open, where its number fits there."""
        for numeral, value in found.values:
            kind = _opens(numeral)
            if kind is not None and (value in {1, self.expected(kind)} or self._skips(kind, value)):
                return kind
        return None

    def _skips(self, kind: ProvisionKind, value: int) -> bool:
        """Say whether a title bears the number of the one before it, or leaves a few out."""
        last = self._counted.get(kind, 0)
        return last > 0 and 0 <= value - last <= _FEW

    def is_next(self, found: MarkerLine) -> bool:
        """Say whether an entry bears the next number of an open list."""
        return self._going_on(found) is not None

    def would_go_on(self, found: MarkerLine) -> bool:
        """Say whether an entry bears the next number of an open list, or the first of a new one."""
        return self.is_next(found) or any(value == 1 for _, value in found.values)

    def open_entry(self, found: MarkerLine, *, line: int) -> ReadUnit:
        """Add an entry to the list it belongs to, or open a list below the last unit."""
        self._tail = None
        going_on = self._going_on(found)
        if going_on is not None:
            return self._next_entry(going_on, found, line=line)
        first = next((each for each in found.values if each[1] in {0, 1}), None)
        same = self._same_list(found)
        if same is not None and (first is None or same.numeral == first[0]):
            return self._odd_entry(same, found, line=line)
        return self._new_list(found, first or found.values[0], line=line)

    def close_list(self, words: str, *, line: int) -> None:
        """Put words that follow a list, and belong to none of its entries, after it."""
        while len(self._lists) > 1 and self._lists[-1].entry.kind is not _K.ITEM:
            self._lists.pop()
        closed = self._lists.pop()
        self._add_tail(closed.parent, closed.entry.kind, words, line=line)

    def set_apart(self, words: str, *, line: int, doubt: Doubt = Doubt.CLOSING_WORDS) -> None:
        """Put words that are no part of the last unit after it, as a paragraph of their own."""
        if self._tail is not None and doubt is Doubt.CLOSING_WORDS:
            self._tail.text = f"{self._tail.text}\n{words}"
            return
        above = self._lists[0].parent if self._lists else self.last
        self._lists.clear()
        self._add_tail(above, _K.PARAGRAPH, words, line=line, doubt=doubt)

    def close_text(self, words: str, *, line: int) -> None:
        """Put words after everything: who signed the text, and where."""
        annex = next((each for each in self._containers if each.kind is _K.ANNEX), None)
        self._containers = [annex] if annex is not None else []
        self._lists.clear()
        self._add_tail(annex, _K.PARAGRAPH, words, line=line)

    def add_after_children(self, words: str, *, line: int) -> None:
        """Put words after what already stands below the last unit."""
        above = self.last
        self._add_tail(above, self._kind_of_tail(above), words, line=line)

    def _add_tail(
        self,
        above: ReadUnit | None,
        kind: ProvisionKind,
        words: str,
        *,
        line: int,
        doubt: Doubt = Doubt.CLOSING_WORDS,
    ) -> None:
        unit = ReadUnit(kind=kind, label="", value=None, line=line, text=words)
        self._children(above).append(unit)
        self._tail = unit
        self.remark(doubt, line, found=words if len(words) <= 40 else f"{words[:39]}…")

    def _kind_of_tail(self, above: ReadUnit | None) -> ProvisionKind:
        return _BELOW.get(above.kind, _K.PARAGRAPH) if above is not None else _K.PARAGRAPH

    def remark(self, doubt: Doubt, line: int, *, found: str = "", expected: str = "") -> None:
        """Note something to be looked at."""
        self.remarks.append(Remark(doubt, line, found, expected))

    def _children(self, parent: ReadUnit | None) -> list[ReadUnit]:
        return self.roots if parent is None else parent.children

    def _place_container(self, unit: ReadUnit) -> None:
        rank = _RANKS[unit.kind]
        while self._containers and _RANKS[self._containers[-1].kind] >= rank:
            self._containers.pop()
        self._lists.clear()
        above = self._containers[-1] if self._containers else None
        self._children(above).append(unit)
        self._containers.append(unit)

    def _count(self, unit: ReadUnit) -> None:
        value, last = unit.value or 0, self._counted.get(unit.kind, 0)
        if unit.inserted:
            fits = value == last
        else:
            fits = value == last + 1
            self._counted[unit.kind] = value
        starts_again = value == 1 and unit.kind is not _K.ARTICLE
        if not fits and not starts_again and last:
            doubt = _order(value, last)
            self.remark(doubt, unit.line, found=unit.label, expected=str(last + 1))

    def _best_title(self, found: MarkerLine, kind: ProvisionKind) -> int:
        fitting = [value for numeral, value in found.values if _opens(numeral) is kind]
        expected = self.expected(kind)
        return expected if expected in fitting else fitting[0]

    def _going_on(self, found: MarkerLine) -> OpenList | None:
        """Return the innermost open list whose next number this entry bears."""
        return next(
            (
                each
                for each in reversed(self._lists)
                if each.form == found.form.name
                and ((each.numeral, each.last + 1) in found.values or each.form == _BULLET)
            ),
            None,
        )

    def _same_list(self, found: MarkerLine) -> OpenList | None:
        numerals = {numeral for numeral, _ in found.values}
        return next(
            (
                each
                for each in reversed(self._lists)
                if each.form == found.form.name and each.numeral in numerals
            ),
            None,
        )

    def _next_entry(self, into: OpenList, found: MarkerLine, *, line: int) -> ReadUnit:
        value = dict(found.values).get(into.numeral, 0)
        return self._add(into, found, value, line=line)

    def _odd_entry(self, into: OpenList, found: MarkerLine, *, line: int) -> ReadUnit:
        value = dict(found.values)[into.numeral]
        doubt = Doubt.STARTS_AGAIN if value == 1 else _order(value, into.last)
        self.remark(doubt, line, found=found.label, expected=str(into.last + 1))
        return self._add(into, found, value, line=line)

    def _new_list(
        self, found: MarkerLine, numbered: tuple[Numeral | None, int], *, line: int
    ) -> ReadUnit:
        running = next(
            (
                (numeral, value)
                for numeral, value in found.values
                if self._running.get((found.form.name, numeral)) == value - 1
            ),
            None,
        )
        if not self._awaits_list(numbered[1]):
            self._close_deeper(found.form.rank)
        runs_on = running is not None and not self._lists
        numeral, value = running if running is not None and runs_on else numbered
        if value > 1 and not runs_on and not self._follows_unnumbered_first(value):
            self.remark(Doubt.STARTS_LATE, line, found=found.label, expected="1")
        parent = self.last
        kind = self._kind_below(parent, found)
        entry = _entry(kind, found, value, line=line)
        self._children(parent).append(entry)
        self._lists.append(
            OpenList(found.form.name, numeral, value, parent, entry, found.form.rank)
        )
        self._note_running()
        return entry

    def _close_deeper(self, rank: int) -> None:
        """Close the lists that stand deeper than a new one usually does."""
        while self._lists and self._lists[-1].rank > rank:
            self._lists.pop()

    def _awaits_list(self, value: int) -> bool:
        """Say whether the last entry has said nothing yet, or announces what follows it."""
        last = self.last
        announces = last is not None and (not last.text or last.text.endswith((":", "：")))
        return announces and self.in_list and value <= 1

    def _follows_unnumbered_first(self, value: int) -> bool:
        """Say whether a list begins with 2 because its first paragraph bears no number."""
        above = self.last
        return value == 2 and above is not None and above.kind is _K.ARTICLE and bool(above.text)

    def _add(self, into: OpenList, found: MarkerLine, value: int, *, line: int) -> ReadUnit:
        while self._lists[-1] is not into:
            self._lists.pop()
        entry = _entry(into.entry.kind, found, value, line=line)
        self._children(into.parent).append(entry)
        into.last = value
        into.entry = entry
        self._note_running()
        return entry

    def _note_running(self) -> None:
        """Remember the number of a list that may run on through the chapters."""
        if len(self._lists) == 1:
            only = self._lists[0]
            self._running[only.form, only.numeral] = only.last

    def _kind_below(self, parent: ReadUnit | None, found: MarkerLine) -> ProvisionKind:
        if parent is None or parent.kind in _RANKS:
            is_open = found.form.rank == 4 and found.form.name != _BULLET and not _says(parent)
            numbers_paragraphs = found.form.rank < 4 or is_open
            return _K.PARAGRAPH if numbers_paragraphs else _K.ITEM
        return _BELOW[parent.kind]


_TITLED = {
    Numeral.UPPER_ROMAN: ProvisionKind.CHAPTER,
    Numeral.UPPER_LETTER: ProvisionKind.SECTION,
}


def _says(unit: ReadUnit | None) -> bool:
    return unit is not None and bool(unit.text)


def _entry(kind: ProvisionKind, found: MarkerLine, value: int, *, line: int) -> ReadUnit:
    return ReadUnit(kind, found.label, value or None, line, text=found.text, opening=found.label)


def _opens(numeral: Numeral | None) -> ProvisionKind | None:
    return _TITLED.get(numeral) if numeral is not None else None


def _order(value: int, last: int) -> Doubt:
    if value == last:
        return Doubt.DOUBLE
    return Doubt.GAP if value > last else Doubt.OUT_OF_ORDER
