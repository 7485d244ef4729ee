"""Reads the sheets of an Excel workbook as text, and never works out a formula."""

import warnings
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.exchange.delimited import MOST_COLUMNS, clear_cell, trimmed
from app.exchange.refusals import Damaged, EmptyTable
from app.exchange.tables import Sheet, SheetRow, SourceKind, Table

_HIGHEST_MERGE = 2_000


def read_workbook(data: bytes, *, name: str) -> Table:
    """Return the sheets of a workbook that hold something, the visible ones first.

    Of a formula the value is read that the workbook has stored, as Excel last showed it; where it
    has stored none, nothing is read. ``data`` must have passed ``file_gate.look_at``.

    Raises:
        Damaged: if it cannot be read as a workbook.
        EmptyTable: if no sheet holds anything.
    """
    shown = _load(data, name=name, values=True)
    written = _load(data, name=name, values=False) if b"<f" in _raw_sheets(data) else None
    sheets = [
        _read_sheet(sheet, written[sheet.title] if written is not None else None)
        for sheet in shown.worksheets
    ]
    filled = sorted((sheet for sheet in sheets if sheet.rows), key=lambda sheet: sheet.is_hidden)
    if not filled:
        raise EmptyTable(name)
    return Table(SourceKind.WORKBOOK, tuple(filled))


def _load(data: bytes, *, name: str, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep (rules for entry, pictures) is not what is read here.
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(data), data_only=values, keep_links=False)
    except Exception as error:  # a damaged workbook breaks the library in ways without number
        raise Damaged(name) from error


def _raw_sheets(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [each for each in archive.namelist() if each.startswith("xl/worksheets/")]
        return b"".join(archive.read(part) for part in parts if part.endswith(".xml"))


def _read_sheet(sheet: Worksheet, written: Any) -> Sheet:
    above, lost = _merged(sheet), 0
    rows = []
    filled_cells = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS)), 1):
        told = [_say(cell) for cell in cells]
        for place, cell in enumerate(cells):
            if (source := above.get((number, place + 1))) is not None:
                told[place] = _say(sheet.cell(*source))
                filled_cells += bool(told[place])
            elif not told[place] and written is not None and _is_formula(written, cell):
                lost += 1
        row = SheetRow(number, trimmed(told), is_hidden=_is_hidden(sheet, number))
        if not row.is_empty:
            rows.append(row)
    return Sheet(
        name=str(sheet.title),
        rows=tuple(rows),
        is_hidden=sheet.sheet_state != "visible",
        filled_cells=filled_cells,
        lost_formulas=lost,
    )


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell below the first of a merged area where its value stands.

    Only downwards: a ministry that is written once beside five names belongs to each of them, a
    title across the page belongs to no second column.
    """
    above = {}
    for area in sheet.merged_cells.ranges:
        last = min(area.max_row, area.min_row + _HIGHEST_MERGE)
        for row in range(area.min_row + 1, last + 1):
            above[row, area.min_col] = (area.min_row, area.min_col)
    return above


def _is_formula(written: Worksheet, cell: Any) -> bool:
    return bool(written.cell(cell.row, cell.column).data_type == "f")


def _is_hidden(sheet: Worksheet, number: int) -> bool:
    return number in sheet.row_dimensions and bool(sheet.row_dimensions[number].hidden)


def _say(cell: Cell | Any) -> str:
    """Return what a cell shows, as far as it can be said without the formats of Excel."""
    value = cell.value
    if value is None or getattr(cell, "data_type", "") == "e":
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return clear_cell(str(value))
