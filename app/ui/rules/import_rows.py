"""Holds the provisions of a text that is brought in, for the list that shows them as a tree."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.rules import import_words as words

_INDENT = "\u2003"
_SHOWN = 90


class ImportRows(QAbstractTableModel):
    """One line for each provision, as deep as it stands; thousands cost nothing until seen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Any, ...] = ()
        self._kinds = dict(words.kinds())

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show other provisions."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> Any:
        """Return a provision."""
        return self._rows[place]

    def place_of_line(self, line: int) -> int:
        """Return the place of the provision that a line of the source belongs to."""
        place = 0
        for at, row in enumerate(self._rows):
            if row.line > line:
                break
            place = at
        return place

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many provisions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return what a column is called."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (words.say("Provision"), words.say("What it is"))[section]
        return None

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a line says."""
        row = self._rows[index.row()]
        said = self._said(row) if index.column() == 0 else self._kind(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_INDENT * row.depth}{said}" if index.column() == 0 else said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            level = words.say("level {number}").format(number=row.depth + 1)
            return f"{said}, {level}" if index.column() == 0 else said
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return row.text[:600] or said
        return None

    def _said(self, row: Any) -> str:
        parts = (row.label, row.heading or row.text.replace("\n", " "))
        told = "  ".join(part for part in parts if part)
        return told if len(told) <= _SHOWN else f"{told[: _SHOWN - 1]}…"

    def _kind(self, row: Any) -> str:
        return words.say("Before the rules") if row.is_front else self._kinds[row.kind.value]
