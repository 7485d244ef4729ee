"""Writes the body of a redline: both texts in one reading order, on the pages of the new one."""

from collections.abc import Iterable
from itertools import groupby

from app.documents.word.anchors import Anchors
from app.documents.word.body import SPACER
from app.documents.word.contents import list_entries, write_contents
from app.documents.word.furniture import write_section
from app.documents.word.house import House
from app.documents.word.redline_marks import Mark, Marks
from app.documents.word.redline_moves import number_moves
from app.documents.word.redline_paragraphs import RedlineParagraphs
from app.documents.word.redline_runs import RedlineRuns
from app.documents.word.redline_tables import RedlineTables
from app.texts.blocks import Contents, Control, Document, Signatures, Table
from app.texts.outcomes import Comparison, Entry, Side
from app.texts.walking import walk


class RedlineBody:
    """Writes the entries of one comparison."""

    def __init__(
        self,
        document: Document,
        comparison: Comparison,
        *,
        house: House,
        anchors: Anchors,
        marks: Marks,
        runs: RedlineRuns,
        paragraphs: RedlineParagraphs,
        tables: RedlineTables,
    ) -> None:
        self._document = document
        self._comparison = comparison
        self._house = house
        self._anchors = anchors
        self._marks = marks
        self._runs = runs
        self._paragraphs = paragraphs
        self._tables = tables
        self._moves = number_moves(comparison.units)

    def write(self) -> str:
        """Return the body, section by section."""
        written = []
        sections = self._document.sections
        entries = self._by_section()
        for position, section in enumerate(sections):
            width = self._house.page.text_width(landscape=section.landscape)
            written.append(self._entries(entries[position], width))
            properties = write_section(section, document=self._document, house=self._house)
            if position < len(sections) - 1:
                properties = SPACER.replace("</w:pPr>", f"{properties}</w:pPr>")
            elif entries[position] and entries[position][-1].side is not Side.BOTH:
                # The last paragraph of a text cannot go away; let it be one of nobody's.
                properties = SPACER + properties
            written.append(properties)
        return "".join(written)

    def _by_section(self) -> list[list[Entry]]:
        """Return the entries of each section of the new text; what is gone stays where it was."""
        ends: list[int] = []
        for section in self._document.sections:
            units = sum(not isinstance(block, Control) for block in walk(section.blocks))
            ends.append((ends[-1] if ends else 0) + units)
        divided: list[list[Entry]] = [[] for _ in ends]
        current = 0
        for entry in self._comparison.entries:
            new = entry.comparison.new
            if entry.side is not Side.OLD and new is not None:
                while new.place >= ends[current]:
                    current += 1
            divided[current].append(entry)
        return divided

    def _entries(self, entries: Iterable[Entry], width: int) -> str:
        written = []
        for move, group in groupby(entries, key=self._move_of):
            content = "".join([self._entry(entry, width) for entry in group])
            if move is not None:
                mark, number = move
                content = self._marks.move_range(mark, content, name=f"move{number}")
            written.append(content)
        return "".join(written)

    def _entry(self, entry: Entry, width: int) -> str:
        comparison = entry.comparison
        block = entry.unit.block
        mark = self._mark_of(entry)
        if isinstance(block, Contents):
            return "" if entry.side is Side.OLD else self._contents(block)
        if isinstance(block, Table | Signatures):
            if mark is None:
                return self._tables.kept(comparison, width=width)
            return self._tables.whole(block, mark, width=width)
        if mark is None:
            return self._paragraphs.kept(comparison)
        return self._paragraphs.whole(entry.unit, mark)

    def _mark_of(self, entry: Entry) -> Mark | None:
        if entry.side is Side.BOTH:
            return None
        move = self._move_of(entry)
        if move is not None:
            return move[0]
        return Mark.DELETED if entry.side is Side.OLD else Mark.INSERTED

    def _move_of(self, entry: Entry) -> tuple[Mark, int] | None:
        new = entry.comparison.new
        number = self._moves.get(new.place) if new is not None else None
        if number is None or entry.side is Side.BOTH:
            return None
        return (Mark.MOVED_FROM if entry.side is Side.OLD else Mark.MOVED_TO), number

    def _contents(self, block: Contents) -> str:
        numbering = self._comparison.new_numbering
        entries = list_entries(self._document, numbering=numbering, levels=block.levels)
        title = self._runs.plain(block.title)
        return write_contents(block, entries, title=title, house=self._house, anchors=self._anchors)
