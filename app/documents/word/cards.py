"""Writes name plates and badges: sheets to be folded or cut, with names as large as they can be."""

import unicodedata
from dataclasses import dataclass
from itertools import groupby

from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.house import House
from app.documents.word.runs import Runs
from app.texts.blocks import Break, Cell, Form, Inline, Row, Table, Text
from app.texts.walking import plain_text

_SLACK = 240  # what follows the table must find room on its last sheet


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of card is cut and written; sizes in points."""

    to_a_sheet: int
    name: str
    line: str
    largest: int
    smallest: int
    room: int
    directions: tuple[str, ...] = ()


# On a plate the tops of the letters point to the fold, so that both faces stand when it is folded.
_KINDS = {
    Form.PLATES: _Kind(
        to_a_sheet=1,
        name=styles.PLATE_NAME,
        line=styles.PLATE,
        largest=60,
        smallest=26,
        room=620,
        directions=("tbRl", "btLr"),
    ),
    Form.BADGES: _Kind(
        to_a_sheet=4,
        name=styles.BADGE_NAME,
        line=styles.BADGE,
        largest=19,
        smallest=11,
        room=205,
    ),
}


class Cards:
    """Writes the cards of one document; a line that is bold throughout is a name."""

    def __init__(self, house: House, *, runs: Runs, anchors: Anchors) -> None:
        self._house = house
        self._runs = runs
        self._anchors = anchors

    def write(self, table: Table, *, width: int) -> str:
        """Return the cards of ``table``, each row as high as its part of the sheet."""
        kind = _KINDS[table.form]
        page = self._house.page
        height = (page.height - page.top - page.bottom - _SLACK) // kind.to_a_sheet
        wide = width // len(table.widths)
        rows = "".join(self._row(row, kind, height=height, width=wide) for row in table.rows)
        grid = f'<w:gridCol w:w="{wide}"/>' * len(table.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{wide * len(table.widths)}" w:type="dxa"/>'
            f"<w:tblBorders>{_borders(table.form)}</w:tblBorders>"
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: Row, kind: _Kind, *, height: int, width: int) -> str:
        cells = "".join(
            self._cell(cell, kind, place=place, width=width) for place, cell in enumerate(row.cells)
        )
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            f"{cells}</w:tr>"
        )

    def _cell(self, cell: Cell, kind: _Kind, *, place: int, width: int) -> str:
        turned = ""
        if kind.directions:
            direction = kind.directions[place % len(kind.directions)]
            turned = f'<w:textDirection w:val="{direction}"/>'
        split = _lines(cell.inlines)
        # Two names, one in each script, share the height of the card.
        largest = kind.largest if sum(map(_is_name, split)) < 2 else kind.largest * 2 // 3
        lines = "".join(self._line(line, kind, largest) for line in split)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{turned}'
            f'<w:vAlign w:val="center"/></w:tcPr>{lines or "<w:p/>"}</w:tc>'
        )

    def _line(self, inlines: tuple[Inline, ...], kind: _Kind, largest: int) -> str:
        named = _is_name(inlines)
        style = self._house.style(kind.name if named else kind.line)
        # A bookmark is not in the way of the size: that is the paragraph's own style, made smaller.
        content = self._anchors.mark_plain(self._runs.write(inlines), inlines)
        if named:
            content = _resize(content, min(_fit(plain_text(inlines), kind), largest))
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _lines(inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """Return what stands between the breaks."""
    grouped = groupby(inlines, key=lambda inline: isinstance(inline, Break))
    return [tuple(line) for is_break, line in grouped if not is_break]


def _is_name(inlines: tuple[Inline, ...]) -> bool:
    return all(isinstance(inline, Text) and inline.bold for inline in inlines)


def _fit(words: str, kind: _Kind) -> int:
    """Return the size in points at which ``words`` fill one line, within reason."""
    wide = sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.58 for sign in words)
    return max(kind.smallest, min(kind.largest, int(kind.room / max(wide, 1))))


def _resize(content: str, points: int) -> str:
    size = f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'
    return content.replace("<w:b/>", f"<w:b/>{size}")


def _borders(form: Form) -> str:
    """Return the lines to fold or to cut along, in the order that Word expects."""
    line = 'w:val="dashed" w:sz="4" w:space="0" w:color="8A94A0"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = ("insideV",) if form is Form.PLATES else sides
    return "".join(f"<w:{side} {line}" for side in sides if side in drawn)
