"""The list of meetings as Qt reads it: newest first, with a heading for each year."""

from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.ui import dates, phrases

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow

AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a view may ask of an entry beside its text."""

    ROW_ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2


class MeetingsTable(QAbstractListModel):
    """Meetings under the headings of their years; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[MeetingRow | str, ...] = ()

    def set_rows(self, rows: "tuple[MeetingRow, ...]") -> None:
        """Show these meetings, in the order given."""
        self.beginResetModel()
        entries: list[MeetingRow | str] = []
        for year, group in groupby(rows, key=_year):
            entries.append(dates.year_heading(year))
            entries.extend(group)
        self._entries = tuple(entries)
        self.endResetModel()

    def meetings(self) -> "tuple[MeetingRow, ...]":
        """Return the meetings that are shown, without the headings."""
        return tuple(entry for entry in self._entries if not isinstance(entry, str))

    def index_of(self, meeting_id: UUID | None) -> QModelIndex:
        """Return where a meeting stands; an invalid index if it does not."""
        for place, entry in enumerate(self._entries):
            if not isinstance(entry, str) and entry.id == meeting_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of an entry holds."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, str):
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return entry if is_text else None
        answers = {
            Qt.ItemDataRole.DisplayRole: entry.title,
            Qt.ItemDataRole.ToolTipRole: entry.title,
            Role.ROW_ID: entry.id,
            Role.ROW: entry,
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return answers.get(role)  # type: ignore[call-overload]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with an entry."""
        if not index.isValid() or isinstance(self._entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def when_and_where(row: "MeetingRow") -> str:
    """Return the place and the days of a meeting in one line."""
    days = row.date_words
    if row.starts_on is not None:
        days = dates.days(row.starts_on, row.ends_on)
        if row.dates_are_planned:
            days = QCoreApplication.translate("MeetingsTable", "{days} (planned)").format(days=days)
    return " · ".join(part for part in (row.place, days) if part)


def counts(row: "MeetingRow") -> str:
    """Return how far its preparation is and what came of it, leaving out what is none."""
    parts = []
    if row.tasks.total and row.tasks.done < row.tasks.total:
        prepared = QCoreApplication.translate("MeetingsTable", "{done} of {total} prepared")
        parts.append(prepared.format(done=row.tasks.done, total=row.tasks.total))
    if row.tasks.late:
        parts.append(QCoreApplication.translate("MeetingsTable", "%n late", "", row.tasks.late))
    if row.decisions:
        parts.append(
            QCoreApplication.translate("MeetingsTable", "%n decision(s)", "", row.decisions)
        )
    if row.actions:
        parts.append(
            QCoreApplication.translate("MeetingsTable", "%n action item(s)", "", row.actions)
        )
    return " · ".join(parts)


def spoken(row: "MeetingRow") -> str:
    """Return what a screen reader says of a meeting."""
    status = phrases.say("meeting status", row.status)
    return ", ".join(part for part in (row.title, when_and_where(row), status, counts(row)) if part)


def _year(row: "MeetingRow") -> int | None:
    return row.starts_on.year if row.starts_on is not None else None
