"""Writes the paragraphs of a redline: kept ones with marked words, and whole ones marked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.documents.word.anchors import Anchors
from app.documents.word.house import House
from app.documents.word.lists import Lists
from app.documents.word.redline_lines import (
    FULL_STOP,
    HEADING,
    Line,
    Part,
    has_text,
    lines_of,
    parts_of,
)
from app.documents.word.redline_marks import Mark, Marks
from app.documents.word.redline_runs import RedlineRuns
from app.texts.blocks import Level
from app.texts.numbering import Numbering
from app.texts.outcomes import UnitComparison
from app.texts.units import Unit

_BREAK = "<w:r><w:br/></w:r>"


@dataclass(frozen=True, slots=True)
class Edition:
    """What must be known of one of the two texts to write its units.

    Attributes:
        numbering: Its numbers.
        levels: The level of each of its numbered units.
        names: What its units are called in the redline, where not by their own identifier.
    """

    numbering: Numbering
    levels: Mapping[str, Level]
    names: Mapping[str, str]

    def name(self, identifier: str) -> str:
        """Return what the unit ``identifier`` is called in the redline."""
        return self.names.get(identifier, identifier)


class OwnLists:
    """Gives a number written by hand its list, the same one for both texts."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._numbers: dict[tuple[str, str], str] = {}

    def properties(self, unit: Unit, level: Level, edition: Edition) -> str:
        """Return what puts ``unit`` into a list of its own or its parent's, if it needs one."""
        labels = edition.numbering.labels
        chain = (unit.id, *reversed(labels[unit.id].chain))
        literal = next((one for one in chain if labels[one].literal), None)
        if literal is None:
            return ""
        key = (edition.name(literal), labels[literal].text)
        if key not in self._numbers:
            self._numbers[key] = self._lists.add_literal(edition.levels[literal], label=key[1])
        depth, number = self._lists.depth_of(level), self._numbers[key]
        return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


class RedlineParagraphs:
    """Writes the units of text of one redline."""

    def __init__(
        self,
        house: House,
        *,
        lists: OwnLists,
        anchors: Anchors,
        runs: RedlineRuns,
        marks: Marks,
        old: Edition,
        new: Edition,
        kept: frozenset[int],
    ) -> None:
        self._house = house
        self._lists = lists
        self._anchors = anchors
        self._runs = runs
        self._marks = marks
        self._old = old
        self._new = new
        self._stays = kept

    def kept(self, comparison: UnitComparison) -> str:
        """Return a unit that stands in both texts at the same place."""
        old, new = comparison.old, comparison.new
        if old is None or new is None:
            return self.whole(comparison.unit, Mark.DELETED if new is None else Mark.INSERTED)
        before = {line.place: line for line in lines_of(old)}
        after = {line.place: line for line in lines_of(new)}
        if any(before[place].holds != after[place].holds for place in before.keys() & after.keys()):
            return self.whole(old, Mark.DELETED) + self.whole(new, Mark.INSERTED)
        written = []
        for place in dict.fromkeys((*after, *before)):
            if place in before and place in after:
                written.append(self._kept_line(comparison, before[place], after[place]))
            elif place in after:
                written.append(self._whole_line(new, after[place], Mark.INSERTED))
            else:
                written.append(self._whole_line(old, before[place], Mark.DELETED))
        return "".join(written)

    def whole(self, unit: Unit, mark: Mark) -> str:
        """Return all of ``unit`` with one mark, the ends of its paragraphs included."""
        return "".join([self._whole_line(unit, line, mark) for line in lines_of(unit)])

    def _whole_line(self, unit: Unit, line: Line, mark: Mark) -> str:
        content = self._marks.runs(mark, _BREAK) if line.breaks and has_text(unit, line) else ""
        for part in parts_of(unit, line):
            content += self._runs.whole(part.inlines, mark, bold=part.bold)
        is_old = mark in (Mark.DELETED, Mark.MOVED_FROM)
        if not is_old:
            content = self._anchor(content, unit, line)
        elif mark is Mark.DELETED:
            content = self._anchor_old(content, unit, line)
        properties = self._properties(unit, line, self._old if is_old else self._new)
        return _paragraph(properties + self._marks.paragraph_end(mark), content)

    def _kept_line(self, comparison: UnitComparison, before: Line, after: Line) -> str:
        old, new = comparison.old, comparison.new
        if old is None or new is None:
            return ""
        # A unit may have become an annex, whose heading alone begins below its number.
        content = self._between(
            _BREAK,
            old=before.breaks and has_text(old, before),
            new=after.breaks and has_text(new, after),
        )
        for part in parts_of(new, after):
            content += self._kept_part(part, comparison, old)
        content = self._anchor(content, new, after)
        properties = self._properties(new, after, self._new)
        # That a list came or went below it is no change of this paragraph.
        before = replace(before, introduces=self._stays_with_next(new, after))
        past = self._properties(old, before, self._old)
        if past != properties:
            properties += self._marks.paragraph_before(past)
        return _paragraph(properties, content)

    def _kept_part(self, part: Part, comparison: UnitComparison, old: Unit) -> str:
        if part.line >= 0:
            if comparison.lines:
                return self._runs.segments(comparison.lines[part.line], bold=part.bold)
            return self._runs.plain(part.inlines, bold=part.bold)
        stop = self._runs.plain(FULL_STOP, bold=True)
        return self._between(stop, old=bool(old.lines[HEADING]), new=bool(part.inlines))

    def _between(self, runs: str, *, old: bool, new: bool) -> str:
        """Return ``runs`` that stand in the texts that need them."""
        if old and new:
            return runs
        if old or new:
            return self._marks.runs(Mark.DELETED if old else Mark.INSERTED, runs)
        return ""

    def _properties(self, unit: Unit, line: Line, edition: Edition) -> str:
        own = "" if line.level is None else self._lists.properties(unit, line.level, edition)
        keep = "<w:keepNext/>" if self._stays_with_next(unit, line) else ""
        return f'<w:pStyle w:val="{self._house.style(line.style)}"/>{keep}{own}'

    def _stays_with_next(self, unit: Unit, line: Line) -> bool:
        is_last = line.place is lines_of(unit)[-1].place
        return line.introduces or (is_last and id(unit.block) in self._stays)

    def _anchor(self, content: str, unit: Unit, line: Line) -> str:
        inlines = tuple(inline for part in parts_of(unit, line) for inline in part.inlines)
        if not unit.id:
            return self._anchors.mark_plain(content, inlines)
        return self._anchors.mark_record(
            content, inlines, identifier=unit.id, place=line.place.value
        )

    def _anchor_old(self, content: str, unit: Unit, line: Line) -> str:
        """Keep what references lead to, for whoever rejects the deletion."""
        name = self._old.name(unit.id)
        is_target = line.level is not None and name not in self._new.levels
        if not is_target:
            return content
        return self._marks.bookmark(content, name=self._anchors.reference_name(name))


def _paragraph(properties: str, content: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"
