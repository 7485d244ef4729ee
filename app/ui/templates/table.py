"""The list of the Templates page as Qt reads it: entries under the headings of their groups."""

from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.templates import words
from app.ui.templates.entries import Entry

AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a view may ask of an entry beside its text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class EntriesTable(QAbstractListModel):
    """Entries under headings; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._rows: tuple[Entry | str, ...] = ()
        self._words: tuple[str, ...] = ()

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these entries, in the order given."""
        self._all = entries
        self._fill()

    def filter(self, text: str) -> None:
        """Show only the entries that have all these words."""
        self._words = tuple(text.casefold().split())
        self._fill()

    def index_of(self, key: Any) -> QModelIndex:
        """Return where an entry stands; an invalid index if it does not."""
        for place, entry in enumerate(self._rows):
            if not isinstance(entry, str) and entry.key == key:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a row holds."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if isinstance(entry, str):
            shown = spoken or role == Qt.ItemDataRole.DisplayRole
            return words.heading(entry) if shown else None
        if spoken or role == Qt.ItemDataRole.ToolTipRole:
            return words.spoken(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            return words.title(entry)
        return entry if role == Role.ENTRY else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _fill(self) -> None:
        self.beginResetModel()
        rows: list[Entry | str] = []
        kept = (entry for entry in self._all if self._has_words(entry))
        for group, members in groupby(kept, key=lambda entry: entry.group):
            rows.append(group)
            rows.extend(members)
        self._rows = tuple(rows)
        self.endResetModel()

    def _has_words(self, entry: Entry) -> bool:
        told = f"{words.heading(entry.group)} {words.spoken(entry)}".casefold()
        return all(word in told for word in self._words)
