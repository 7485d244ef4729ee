"""The rows of a table outside it: copied as a table, and printed as one."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData, QSizeF
from PySide6.QtGui import QFont, QTextDocument, QTextFrameFormat

from app.ui.widgets.record_columns import Column

PRINT_EDGE = 56
_AS_TEXT = "mso-number-format:'\\@'"
"""Without it a spreadsheet would compute a cell that begins with "="."""
_WIDE = 5


def copied(columns: Sequence[Column], rows: Sequence[Any]) -> QMimeData:
    """Return the rows as a table, for Word and spreadsheets and as plain text."""
    data = QMimeData()
    data.setText(as_text(columns, rows))
    data.setHtml(as_html(columns, rows))
    return data


def as_text(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """Return a line for each row under the headings, the cells separated by tabs."""
    lines = [[column.title for column in columns]]
    lines.extend([_one_line(column.text(row)) for column in columns] for row in rows)
    return "\n".join("\t".join(cells) for cells in lines)


def as_html(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """Return the rows as an HTML table under their headings."""
    head = "".join(f"<th{_side(column)}>{escape(column.title)}</th>" for column in columns)
    body = "".join(f"<tr>{_cells(columns, row)}</tr>" for row in rows)
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        "<table border='1' cellspacing='0' cellpadding='4' style='border-collapse:collapse'>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def is_wide(columns: Sequence[Column]) -> bool:
    """Say whether a table wants the paper lying on its side."""
    return len(columns) >= _WIDE


def make_pages(
    title: str, columns: Sequence[Column], rows: Sequence[Any], paper: QSizeF
) -> QTextDocument:
    """Return the table broken into pages of a size, its headings at the top of each."""
    document = QTextDocument()
    face = QFont(document.defaultFont())
    face.setPixelSize(12)
    document.setDefaultFont(face)
    document.setDefaultStyleSheet("th { background-color: #edf0f4; text-align: left; }")
    table = as_html(columns, rows).replace("<table ", "<table width='100%' ", 1)
    heading = f"<p style='font-size:16px; font-weight:600'>{escape(title)}</p>"
    document.setHtml(table.replace("<body>", f"<body>{heading}", 1))
    frame = QTextFrameFormat()
    frame.setMargin(PRINT_EDGE)
    document.rootFrame().setFrameFormat(frame)
    document.setPageSize(paper)
    return document


def _cells(columns: Sequence[Column], row: Any) -> str:
    told = (escape(column.text(row)).replace("\n", "<br>") for column in columns)
    return "".join(
        f'<td{_side(column)} style="{_AS_TEXT}">{words}</td>'
        for column, words in zip(columns, told, strict=True)
    )


def _side(column: Column) -> str:
    return " align='right'" if column.align_right else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
