"""The list of meetings outside the window: copied as a table, and printed as one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui import dates, phrases
from app.ui.widgets.record_columns import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.meetings import MeetingRow


def copy_list(rows: "Sequence[MeetingRow]") -> None:
    """Copy meetings as a table, for Word and spreadsheets and as plain text."""
    from app.ui.widgets.record_sheet import copied

    QGuiApplication.clipboard().setMimeData(copied(columns(), rows))


def print_list(rows: "Sequence[MeetingRow]", *, parent: QWidget) -> None:
    """Show how meetings will be printed as a table, and let them be printed."""
    # Imported when asked for: printing would slow the start.
    from app.ui.widgets.print_preview import PrintPreview
    from app.ui.widgets.record_sheet import PRINT_EDGE, is_wide, make_pages

    title = _tr("Meetings")
    PrintPreview(
        partial(make_pages, title, columns(), rows),
        title=title,
        name="meetings_print_preview",
        landscape=is_wide(columns()),
        edge=PRINT_EDGE,
        parent=parent,
    ).open_next()


def columns() -> tuple[Column, ...]:
    """Return what is told of a meeting in the table."""
    return (
        Column("ordinal", _tr("Number"), _number, align_right=True),
        Column("code", _tr("Code"), lambda row: row.code),
        Column("title", _tr("Title"), lambda row: row.title),
        Column("days", _tr("Days"), _days),
        Column("place", _tr("Place"), lambda row: row.place),
        Column("host", _tr("Host"), lambda row: row.host.name if row.host else ""),
        Column("status", _tr("State"), lambda row: phrases.say("meeting status", row.status)),
    )


def _number(row: "MeetingRow") -> str:
    return str(row.ordinal) if row.ordinal is not None else ""


def _days(row: "MeetingRow") -> str:
    return dates.days(row.starts_on, row.ends_on) if row.starts_on else row.date_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingsTable", text)
