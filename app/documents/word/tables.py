"""Writes tables and signature blocks; every cell is anchored, heads repeat, rows stay whole."""

from collections.abc import Iterable

from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.cards import Cards
from app.documents.word.characters import write_attribute
from app.documents.word.house import House
from app.documents.word.runs import Runs
from app.documents.word.together import is_short
from app.texts.blocks import Cell, Form, Inline, Row, Signatory, Signatures, Table

_KEPT = "<w:keepNext/>"
_COLUMNS_OF_SIGNATURES = (46, 8, 46)
_STEP_IN = 284


class Tables:
    """Writes the tables of one document."""

    def __init__(self, house: House, *, runs: Runs, anchors: Anchors) -> None:
        self._house = house
        self._runs = runs
        self._anchors = anchors
        self._cards = Cards(house, runs=runs, anchors=anchors)

    def write(self, table: Table, *, width: int, keep: bool = False) -> str:
        """Return ``table`` at ``width``; ``keep`` it with what follows, if it is short."""
        if table.form in {Form.PLATES, Form.BADGES}:
            return self._cards.write(table, width=width)
        columns = _share(width, table.widths)
        ruled = table.form is Form.RULED
        properties = f'<w:tblStyle w:val="{self._house.style(styles.TABLE)}"/>' if ruled else ""
        properties += f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        properties += (
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        )
        if table.caption:
            properties += f"<w:tblCaption w:val={write_attribute(table.caption)}/>"
        rows = "".join(self._row(row, columns, head=True) for row in table.head)
        last = len(table.rows) - 1
        whole = is_short(table)
        rows += "".join(
            self._row(row, columns, head=False, keep=whole and (place < last or keep))
            for place, row in enumerate(table.rows)
        )
        return _table(properties, columns, rows)

    def write_signatures(self, signatures: Signatures, *, width: int) -> str:
        """Return the signature blocks, two to a row: the first party signs on the left."""
        columns = _share(width, _COLUMNS_OF_SIGNATURES)
        signatories = signatures.signatories
        rows = ""
        for first in range(0, len(signatories), 2):
            # The rows are kept together, so that no page has a signature without the others.
            keep = first + 2 < len(signatories)
            left = self._signatory(signatories[first], keep=keep)
            right = (
                self._signatory(signatories[first + 1], keep=keep)
                if first + 1 < len(signatories)
                else "<w:p/>"
            )
            cells = zip(columns, (left, "<w:p/>", right), strict=True)
            written = "".join(_cell(content, wide) for wide, content in cells)
            rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"
        properties = f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        properties += (
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
            '</w:tblCellMar><w:tblLook w:val="0000"/>'
        )
        return _table(properties, columns, rows)

    def _signatory(self, signatory: Signatory, *, keep: bool) -> str:
        lines = self._line(styles.SIGNATURE_CAPACITY, signatory.capacity)
        # The rule to sign on is the upper border of this style, so the line is never left out.
        lines += self._line(styles.SIGNATURE_NAME, signatory.name)
        if signatory.post:
            lines += self._line(styles.SIGNATURE_POST, signatory.post, keep=keep)
        return lines

    def _line(self, style: str, inlines: tuple[Inline, ...], *, keep: bool = False) -> str:
        content = self._anchors.mark_plain(self._runs.write(inlines), inlines)
        return _paragraph(self._house.style(style), content, direct=_KEPT if keep else "")

    def _row(self, row: Row, columns: Iterable[int], *, head: bool, keep: bool = False) -> str:
        cells = zip(columns, row.cells, strict=True)
        keep = keep or row.heads
        written = "".join(
            _cell(self._cell_content(cell, row, number, head=head, keep=keep), wide)
            for number, (wide, cell) in enumerate(cells)
        )
        repeated = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{written}</w:tr>"

    def _cell_content(self, cell: Cell, row: Row, number: int, *, head: bool, keep: bool) -> str:
        content = self._runs.write(cell.inlines)
        if row.id:
            content = self._anchors.mark_record(
                content, cell.inlines, identifier=row.id, place=f"C{number}"
            )
        else:
            content = self._anchors.mark_plain(content, cell.inlines)
        style = styles.TABLE_HEAD if head else styles.TABLE_TEXT
        direct = _KEPT if keep else ""
        if cell.depth:
            direct += f'<w:ind w:left="{cell.depth * _STEP_IN}"/>'
        return _paragraph(self._house.style(style), content, direct=direct)


def _share(width: int, parts: tuple[int, ...]) -> list[int]:
    """Divide ``width`` into ``parts`` without losing a twentieth of a point."""
    total = sum(parts)
    shares = [width * part // total for part in parts]
    shares[-1] += width - sum(shares)
    return shares


def _table(properties: str, columns: Iterable[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _cell(content: str, wide: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _paragraph(style: str, content: str, *, direct: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'
