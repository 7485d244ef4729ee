"""Writes tables, signature blocks and framed paragraphs for the preview."""

from dataclasses import replace
from itertools import groupby

from app.documents.preview import sheet
from app.documents.preview.sheet import Face, Sheet
from app.documents.preview.wording import Wording, mark_unit
from app.texts.blocks import Break, Cell, Form, Inline, Row, Signatory, Signatures, Table, Text

_PLAIN = 'width="100%" cellspacing="0" cellpadding="0" border="0"'


def write_paragraph(face: Face, content: str, *, on: Sheet, label: str = "") -> str:
    """Return one paragraph, with its number before it if it has one."""
    above = on.space(face.before, face.after)
    left = on.length(face.left + face.hanging)
    first = f"text-indent:-{on.length(face.hanging)}px;" if face.hanging else ""
    tab = "\t" if label else ""
    return (
        f'<p align="{face.align}" style="margin:{above}px 0 0 {left}px;{first}'
        f'white-space:pre-wrap;{on.letters(face)}">{label}{tab}{content}</p>'
    )


def write_beside(face: Face, label: str, content: str, *, on: Sheet, column: int) -> str:
    """Return a line whose number, however wide, stands in a ``column`` of its own."""
    above = on.space(face.before, face.after)
    return (
        f'<table {_PLAIN} style="margin-top:{above}px;"><tr>'
        f'<td width="{on.length(column)}">{write_inside(face, label, on=on)}</td>'
        f"<td>{write_inside(face, content, on=on)}</td></tr></table>"
    )


def write_inside(face: Face, content: str, *, on: Sheet, align: str = "") -> str:
    """Return a paragraph in a cell, which brings the space around it."""
    return (
        f'<p align="{align or face.align}" style="margin:0 0 0 {on.length(face.left)}px;'
        f'{on.letters(face)}">{content}</p>'
        if content
        else ""
    )


def write_rule(*, on: Sheet) -> str:
    """Return the short rule above the footnotes."""
    rule = f"border-top:1px solid {sheet.RULE};"
    above = on.space(24, 4)
    return (
        f'<table width="34%" cellspacing="0" cellpadding="0" style="margin-top:{above}px;">'
        f'<tr><td style="{rule}"></td></tr></table>'
    )


def write_notice(content: str, *, on: Sheet, face: Face) -> str:
    """Return a paragraph in a frame."""
    frame = f"border:1px solid {sheet.RULE};background-color:{sheet.NOTICE};"
    padding = f"padding:{on.length(8)}px {on.length(11)}px;"
    margin = f"margin-top:{on.space(face.before, face.after)}px;"
    return _box(
        write_inside(replace(face, left=0), content, on=on), table=margin, cell=frame + padding
    )


def write_barred(content: str, *, on: Sheet, face: Face) -> str:
    """Return a paragraph with a bar at its left, as decisions have."""
    above = on.space(face.before, face.after)
    margin = f"margin-left:{on.length(face.left)}px;margin-top:{above}px;"
    bar = f"border-left:{on.length(3)}px solid {sheet.INK};padding-left:{on.length(12)}px;"
    return _box(write_inside(replace(face, left=0), content, on=on), table=margin, cell=bar)


def write_ends(left: str, right: str, *, on: Sheet, side: str) -> str:
    """Return one line with words at both ends and a rule at its ``side``: a header or a footer."""
    rule = f"border-{side}:1px solid {sheet.RULE};padding-{side}:{on.length(5)}px;"
    above = on.space(*((26, 0) if side == "top" else (0, 26)))
    first = write_inside(sheet.FURNITURE, left, on=on)
    last = write_inside(sheet.FURNITURE, right, on=on, align="right")
    return (
        f'<table {_PLAIN} style="margin-top:{above}px;"><tr>'
        f'<td width="65%" style="{rule}">{first}</td>'
        f'<td width="35%" style="{rule}">{last}</td></tr></table>'
    )


def _box(inside: str, *, table: str = "", cell: str) -> str:
    return f'<table {_PLAIN} style="{table}"><tr><td style="{cell}">{inside}</td></tr></table>'


class Tables:
    """Writes the tables of one document."""

    def __init__(self, wording: Wording, *, on: Sheet) -> None:
        self._wording = wording
        self._sheet = on

    def write(self, table: Table) -> str:
        """Return a table; its head is repeated where pages are printed."""
        if table.form in {Form.PLATES, Form.BADGES}:
            return self._write_cards(table)
        total = sum(table.widths)
        widths = [f"{width * 100 / total:.2f}%" for width in table.widths]
        ruled = table.form is Form.RULED
        head = "".join(self._row(row, widths, head=True) for row in table.head)
        rows = "".join(
            self._row(row, widths, ruled=ruled, last=row is table.rows[-1]) for row in table.rows
        )
        margin = f"margin-top:{self._sheet.space(5, 14)}px;"
        opening = f'<table {_PLAIN} style="border-collapse:collapse;{margin}">'
        return f"{opening}<thead>{head}</thead>{rows}</table>"

    def write_signatures(self, signatures: Signatures) -> str:
        """Return the signature blocks, two to a row: the first party signs on the left."""
        on = self._sheet
        rows = ""
        signatories = signatures.signatories
        for first in range(0, len(signatories), 2):
            left, right = (*map(self._signatory, signatories[first : first + 2]), "")[:2]
            rows += (
                f'<tr><td width="46%">{left}</td><td width="8%"></td>'
                f'<td width="46%">{right}</td></tr>'
            )
        return f'<table {_PLAIN} style="margin-top:{on.space(0, 18)}px;">{rows}</table>'

    def _signatory(self, signatory: Signatory) -> str:
        on = self._sheet
        rule = f"border-top:1px solid {sheet.INK};padding-top:{on.length(6)}px;"
        room = f"margin-top:{on.length(52)}px;"
        name = self._line(sheet.SIGNER, signatory.name) + self._line(sheet.POST, signatory.post)
        return self._line(sheet.CAPACITY, signatory.capacity) + _box(name, table=room, cell=rule)

    def _line(self, face: Face, inlines: tuple[Inline, ...]) -> str:
        return write_inside(face, self._wording.write(inlines), on=self._sheet)

    def _row(
        self,
        row: Row,
        widths: list[str],
        *,
        head: bool = False,
        ruled: bool = True,
        last: bool = False,
    ) -> str:
        on = self._sheet
        face = sheet.TABLE_HEAD if head else sheet.TABLE_TEXT
        rules = f"border-bottom:1px solid {sheet.INK if head or last else sheet.HAIR};"
        if head:
            rules += f"border-top:1px solid {sheet.INK};background-color:{sheet.HEAD};"
        space = f"padding:{on.length(5)}px {on.length(7)}px;"
        cells = [
            self._line(replace(face, left=cell.depth * sheet.TAB_STOP // 2), cell.inlines)
            for cell in row.cells
        ]
        cells[0] = mark_unit(row.id) + cells[0]
        style = (rules if ruled else "") + space
        written = "".join(
            f'<td width="{width}" style="{style}">{cell}</td>'
            for width, cell in zip(widths, cells, strict=True)
        )
        return f"<tr>{written}</tr>"

    def _write_cards(self, table: Table) -> str:
        """Return plates or badges, each in the lines along which it is cut or folded."""
        on = self._sheet
        plates = table.form is Form.PLATES
        name = sheet.PLATE_NAME if plates else sheet.BADGE_NAME
        width = 100 // len(table.widths)
        room = on.length(90 if plates else 40)
        line = f"border:1px dashed {sheet.RULE};padding:{room}px {on.length(12)}px;"
        rows = ""
        for row in table.rows:
            cells = [
                f'<td width="{width}%" style="{line}">{self._card(cell, name)}</td>'
                for cell in row.cells
            ]
            rows += f"<tr>{''.join(cells)}</tr>"
        return f'<table {_PLAIN} style="margin-top:{on.space(10, 14)}px;">{rows}</table>'

    def _card(self, cell: Cell, name: Face) -> str:
        written = ""
        for is_break, line in groupby(cell.inlines, key=lambda each: isinstance(each, Break)):
            inlines = tuple(line)
            named = all(isinstance(each, Text) and each.bold for each in inlines)
            if not is_break:
                written += self._line(name if named else sheet.CARD, inlines)
        return written
