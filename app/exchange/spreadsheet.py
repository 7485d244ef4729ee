"""Writes lists as an Excel workbook: text cells, real widths, and the same bytes every time."""

import re
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.texts.characters import clean

_NARROWEST, _WIDEST = 6, 48
_LONGEST_CELL = 32_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LINE = Side(style="thin", color="FFCDD2DA")


@dataclass(frozen=True)
class WrittenSheet:
    """A sheet to write.

    Attributes:
        title: Its name; what a sheet cannot be called is made so that it can.
        headings: What stands over the columns, and again on every printed page.
        rows: One tuple of texts for each row.
        caption: What is printed over the sheet.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


def write_workbook(sheets: Sequence[WrittenSheet], *, title: str, at: datetime) -> bytes:
    """Return an Excel workbook; ``at`` is when its facts were collected, in place of the clock.

    Every cell is text: what begins like a formula stays what it is.
    """
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    taken: set[str] = set()
    for written in sheets:
        _fill(book.create_sheet(_sheet_title(written.title, taken)), written)
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.title = clean(title)
    book.properties.creator = "JWG Desk"
    book.properties.created = moment
    packed = BytesIO()
    book.save(packed)
    return _repack(packed.getvalue(), moment)


def _fill(sheet: Worksheet, written: WrittenSheet) -> None:
    for place, heading in enumerate(written.headings, 1):
        _head(_write(sheet, 1, place, heading))
    for number, row in enumerate(written.rows, 2):
        for place, text in enumerate(row, 1):
            _write(sheet, number, place, text).alignment = Alignment(vertical="top", wrap_text=True)
    for place in range(1, len(written.headings) + 1):
        column = [written.headings[place - 1], *(row[place - 1] for row in written.rows)]
        sheet.column_dimensions[get_column_letter(place)].width = _width(column)
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(written.headings))
    sheet.auto_filter.ref = f"A1:{last}{len(written.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    # In headers an ampersand begins a code; two of them print one.
    sheet.oddHeader.left.text = clean(written.caption).replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    words = clean(text)[:_LONGEST_CELL]
    if words:
        cell.value = words
        cell.data_type = "s"
        cell.number_format = "@"
        # Otherwise Excel would make a formula of it when somebody goes through the cell.
        cell.quotePrefix = words.startswith(_FORMULA)
    return cell


def _head(cell: Cell) -> None:
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFEDF0F4")
    cell.border = Border(bottom=_LINE)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _width(column: Sequence[str]) -> float:
    """Return the width that shows most cells whole; a Hangul syllable is as wide as two letters."""
    widths = sorted(max(map(_letters, text.split("\n")), default=0) for text in column)
    most = widths[min(len(widths) - 1, round(len(widths) * 0.95))]
    return float(min(max(most + 2, _letters(column[0]) + 4, _NARROWEST), _WIDEST))


def _letters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _sheet_title(title: str, taken: set[str]) -> str:
    """Return a title that Excel takes: short, without its signs, and used once."""
    plain = _FORBIDDEN_IN_TITLE.sub("-", clean(title)).strip("' ")[:31] or "Sheet"
    chosen, number = plain, 2
    while chosen.casefold() in taken:
        ending = f" ({number})"
        chosen, number = plain[: 31 - len(ending)] + ending, number + 1
    taken.add(chosen.casefold())
    return chosen


def _repack(data: bytes, moment: datetime) -> bytes:
    """Return the same workbook without the times at which it was packed."""
    written = f"{moment.isoformat()}Z".encode()
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + written + rb"\g<2>", content)
            entry = zipfile.ZipInfo(part.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return target.getvalue()
