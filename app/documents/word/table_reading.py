"""Reads the tables of a Word file: ruled ones, plain ones, signature blocks, plates and badges."""

from collections.abc import Iterator

from lxml import etree

from app.documents.word import styles
from app.documents.word.line_reading import PARAGRAPH, Lines
from app.documents.word.revision_marks import w
from app.texts.blocks import Break, Cell, Form, Inline, Row, Signatory, Signatures, Table

_STEP_IN = 284
_ROW, _CELL = w("tr"), w("tc")
_FORMS = {
    styles.PLATE: Form.PLATES,
    styles.PLATE_NAME: Form.PLATES,
    styles.BADGE: Form.BADGES,
    styles.BADGE_NAME: Form.BADGES,
}


def read_table(table: etree._Element, lines: Lines) -> Table | Signatures | None:
    """Return what a table says; nothing where it has no words."""
    used = {lines.style_of(paragraph) for paragraph in table.iter(PARAGRAPH)}
    if styles.SIGNATURE_CAPACITY in used:
        return Signatures(tuple(_signatories(table, lines)))
    rows = [(_row(row, lines), _is_head(row)) for row in table.iter(_ROW) if _is_own(row, table)]
    if not any(cell.inlines for row, _ in rows for cell in row.cells):
        return None
    count = max(len(row.cells) for row, _ in rows)
    widths = _widths(table, count)
    filled = [(_fill(row, count), is_head) for row, is_head in rows]
    heads = next((place for place, (_, is_head) in enumerate(filled) if not is_head), len(filled))
    form = next((_FORMS[name] for name in used if name in _FORMS), None)
    return Table(
        widths,
        tuple(row for row, _ in filled[heads:]),
        head=tuple(row for row, _ in filled[:heads]),
        form=form or _form(table, lines),
    )


def _form(table: etree._Element, lines: Lines) -> Form:
    style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    name = "" if style is None else lines.style_names.get(style.get(w("val"), ""), "")
    return Form.PARTICULARS if style is None or name != styles.TABLE else Form.RULED


def _is_own(element: etree._Element, table: etree._Element) -> bool:
    return next(element.iterancestors(w("tbl"))) is table


def _is_head(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _row(row: etree._Element, lines: Lines) -> Row:
    cells: list[Cell] = []
    for cell in row.iter(_CELL):
        if next(cell.iterancestors(_ROW)) is row:
            cells.append(_cell(cell, lines))
            cells += [Cell(())] * (_span(cell) - 1)
    return Row(tuple(cells))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    told = "1" if span is None else span.get(w("val"), "1")
    return min(int(told), 63) if told.isdigit() and told != "0" else 1


def _cell(cell: etree._Element, lines: Lines) -> Cell:
    inlines: list[Inline] = []
    depth = 0
    for paragraph in cell.iter(PARAGRAPH):
        words = lines.read(paragraph)
        if words and inlines:
            inlines.append(Break())
        inlines += words
        depth = depth or _depth(paragraph)
    return Cell(tuple(inlines), depth=depth)


def _depth(paragraph: etree._Element) -> int:
    indent = paragraph.find(f"{w('pPr')}/{w('ind')}")
    told = "0" if indent is None else indent.get(w("left"), "0")
    return min(int(told) // _STEP_IN, 9) if told.isdigit() else 0


def _fill(row: Row, count: int) -> Row:
    return Row(row.cells + (Cell(()),) * (count - len(row.cells)))


def _widths(table: etree._Element, count: int) -> tuple[int, ...]:
    grid = [column.get(w("w"), "1") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    widths = [max(int(told), 1) if told.isdigit() else 1 for told in grid]
    return tuple(widths) if len(widths) == count else (1,) * count


def _signatories(table: etree._Element, lines: Lines) -> Iterator[Signatory]:
    for cell in table.iter(_CELL):
        told: dict[str, tuple[Inline, ...]] = {}
        for paragraph in cell.iter(PARAGRAPH):
            words = lines.read(paragraph)
            style = lines.style_of(paragraph)
            if words:
                told[style] = (*told[style], Break(), *words) if style in told else words
        known = (styles.SIGNATURE_CAPACITY, styles.SIGNATURE_NAME, styles.SIGNATURE_POST)
        others = [words for style, words in told.items() if style not in known]
        if told:
            capacity, name, post = (told.get(style, ()) for style in known)
            for words in others:  # written in by hand, in a style of its own
                post = (*post, Break(), *words) if post else words
            yield Signatory("", capacity, name, post)
