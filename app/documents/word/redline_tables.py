"""Writes the tables of a redline: rows inserted and deleted as rows, other cells word by word."""

import re
from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from lxml import etree

from app.documents.word.anchors import Anchors
from app.documents.word.body import spacer_after
from app.documents.word.house import House
from app.documents.word.namespaces import DECLARATIONS
from app.documents.word.redline_marks import Mark, Marks
from app.documents.word.redline_runs import RedlineRuns
from app.documents.word.runs import Runs
from app.documents.word.tables import Tables
from app.domain.errors import Mistake
from app.texts.blocks import Form, Inline, Row, Signatures, Table, Text
from app.texts.outcomes import UnitComparison
from app.texts.row_comparison import RowComparison
from app.texts.units import Unit, rows_of

_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_BLANK: tuple[Inline, ...] = (Text("x"),)
"""Stands in a frame where the words will be; a signatory without a post has no line for it."""


@dataclass(frozen=True, slots=True)
class _FilledRow:
    """What goes into the lines of one row, and the mark on the row as a whole."""

    contents: tuple[str, ...]
    mark: Mark | None = None


class RedlineTables:
    """Writes the tables and signature blocks of one redline."""

    def __init__(
        self,
        house: House,
        *,
        anchors: Anchors,
        blank_runs: Runs,
        runs: RedlineRuns,
        marks: Marks,
        kept: frozenset[int],
    ) -> None:
        # The frames' own bookmarks go when the words come, so they are not the document's.
        self._frames = Tables(house, runs=blank_runs, anchors=Anchors())
        self._anchors = anchors
        self._runs = runs
        self._marks = marks
        self._stays = kept

    def kept(self, comparison: UnitComparison, *, width: int) -> str:
        """Return a table that stands in both texts, with the air after it."""
        old, new = _table(comparison.old), _table(comparison.new)
        rows = comparison.rows
        keep = id(new) in self._stays
        air = spacer_after(new, kept=keep)
        if not rows:
            unmarked = [self._row(new, place, None) for place in range(len(rows_of(new)))]
            return self._fill(new, unmarked, width=width, keep=keep) + air
        if isinstance(old, Table) and isinstance(new, Table) and len(old.widths) == len(new.widths):
            frame = _merge(old, new, rows)
            return self._fill(frame, self._compared(old, new, rows), width=width, keep=keep) + air
        paired = all(row.old is not None and row.new is not None for row in rows)
        if isinstance(old, Signatures) and isinstance(new, Signatures) and paired:
            return self._fill(new, self._compared(old, new, rows), width=width) + air
        before = self.whole(old, Mark.DELETED, width=width)
        return before + self.whole(new, Mark.INSERTED, width=width)

    def whole(self, block: Table | Signatures, mark: Mark, *, width: int) -> str:
        """Return all of a table with one mark, the air after it included."""
        rows = [self._row(block, place, mark) for place in range(len(rows_of(block)))]
        keep = id(block) in self._stays
        end = f"{self._marks.paragraph_end(mark)}</w:pPr>"
        air = spacer_after(block, kept=keep).replace("</w:pPr>", end)
        return self._fill(block, rows, width=width, keep=keep) + air

    def _compared(
        self, old: Table | Signatures, new: Table | Signatures, rows: tuple[RowComparison, ...]
    ) -> list[_FilledRow]:
        filled = []
        for row in rows:
            if row.new is None and row.old is not None:
                filled.append(self._row(old, row.old, Mark.DELETED))
            elif row.new is not None and row.old is None:
                filled.append(self._row(new, row.new, Mark.INSERTED))
            elif row.new is not None:
                lines = [self._runs.segments(line) for cell in row.cells for line in cell]
                filled.append(_FilledRow(self._anchored(lines, new, row.new)))
        return filled

    def _row(self, block: Table | Signatures, place: int, mark: Mark | None) -> _FilledRow:
        """Return the row at ``place`` with one mark on all of it, or none."""
        cells = rows_of(block)[place]
        lines = [
            self._runs.plain(line) if mark is None else self._runs.whole(line, mark)
            for cell in cells
            for line in cell
        ]
        if mark is Mark.DELETED:
            return _FilledRow(tuple(lines), mark)
        return _FilledRow(self._anchored(lines, block, place), mark)

    def _anchored(self, lines: list[str], block: Table | Signatures, place: int) -> tuple[str, ...]:
        """Return the ``lines`` of a row in the bookmarks that each cell has."""
        said = [line for cell in rows_of(block)[place] for line in cell]
        record = _rows(block)[place].id if isinstance(block, Table) else ""
        if not record:
            return tuple(map(self._anchors.mark_plain, lines, said))
        return tuple(
            self._anchors.mark_record(line, inlines, identifier=record, place=f"C{number}")
            for number, (line, inlines) in enumerate(zip(lines, said, strict=True))
        )

    def _fill(
        self,
        block: Table | Signatures,
        rows: list[_FilledRow],
        *,
        width: int,
        keep: bool = False,
    ) -> str:
        """Return the frame of ``block`` with the contents of ``rows`` in it."""
        written = self._frame(block, width, keep=keep)
        frame = etree.fromstring(f"<w:body {DECLARATIONS}>{written}</w:body>")
        contents = [line for row in rows for line in row.contents]
        wrapped = "".join(f"<w:p>{line}</w:p>" for line in contents)
        filling = etree.fromstring(f"<w:body {DECLARATIONS}>{wrapped}</w:body>")
        styled = [line for line in frame.iter(qn("w:p")) if len(line)]
        for line, filled in zip(styled, list(filling), strict=True):
            line[1:] = filled[:]
        self._mark_rows(frame, rows, is_whole=isinstance(block, Signatures))
        return _DECLARED.sub("", etree.tostring(frame[0], encoding="unicode"))

    def _frame(self, block: Table | Signatures, width: int, *, keep: bool) -> str:
        if isinstance(block, Table):
            blank = replace(
                block,
                head=tuple(map(_blank, block.head)),
                rows=tuple(map(_blank, block.rows)),
                # Cards are cut out, not negotiated; compared, they are a list of names.
                form=Form.RULED if block.form in {Form.PLATES, Form.BADGES} else block.form,
            )
            return self._frames.write(blank, width=width, keep=keep)
        signatories = tuple(
            replace(one, capacity=_BLANK, name=_BLANK, post=_BLANK if one.post else ())
            for one in block.signatories
        )
        return self._frames.write_signatures(Signatures(signatories), width=width)

    def _mark_rows(self, frame: etree._Element, rows: list[_FilledRow], *, is_whole: bool) -> None:
        # Two signatories share a row; they are inserted and deleted all together or not at all.
        marks = [row.mark for row in rows]
        for place, row in enumerate(frame.iter(qn("w:tr"))):
            mark = marks[0] if is_whole else marks[place]
            if mark is None:
                continue
            row.find(qn("w:trPr")).append(self._element(self._marks.flag(mark)))
            for line in row.iter(qn("w:p")):
                properties = line.find(qn("w:pPr"))
                if properties is None:
                    properties = etree.Element(qn("w:pPr"))
                    line.insert(0, properties)
                properties.append(self._element(self._marks.paragraph_end(mark)))

    def _element(self, written: str) -> etree._Element:
        return etree.fromstring(f"<w:body {DECLARATIONS}>{written}</w:body>")[0]


def _table(unit: Unit | None) -> Table | Signatures:
    block = None if unit is None else unit.block
    if not isinstance(block, Table | Signatures):
        raise Mistake("what was compared as a table is none")
    return block


def _rows(table: Table) -> tuple[Row, ...]:
    return table.head + table.rows


def _blank(row: Row) -> Row:
    cells = tuple(replace(cell, inlines=_BLANK) for cell in row.cells)
    return replace(row, cells=cells, record="", id="")


def _merge(old: Table, new: Table, rows: tuple[RowComparison, ...]) -> Table:
    """Return the new table with the rows of both, in one order."""
    merged = []
    in_head = 0
    for place, row in enumerate(rows):
        if row.new is not None:
            merged.append(_rows(new)[row.new])
            heads = row.new < len(new.head)
        elif row.old is not None:
            merged.append(_rows(old)[row.old])
            heads = row.old < len(old.head)
        # Only the first rows can be repeated on every page.
        in_head += heads and in_head == place
    return replace(new, head=tuple(merged[:in_head]), rows=tuple(merged[in_head:]))
