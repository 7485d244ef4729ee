"""The cards of one column of the board, as a model that a list view shows and drags from."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.ui.actions import words

if TYPE_CHECKING:
    from app.services.follow_up.sheets import FollowUpRow

ROW = Qt.ItemDataRole.UserRole + 1
TODAY = Qt.ItemDataRole.UserRole + 2
MIME = "application/x-jwg-action"

_Index = QModelIndex | QPersistentModelIndex


class Cards(QAbstractListModel):
    """Rows in a column; what moves is changed in the workspace, and then shown anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FollowUpRow, ...] = ()
        self._today = date.min

    def show(self, rows: "Sequence[FollowUpRow]", today: date) -> None:
        """Show these cards."""
        self.beginResetModel()
        self._rows, self._today = tuple(rows), today
        self.endResetModel()

    def place_of(self, action_id: UUID) -> int:
        """Return the place of a card, or -1."""
        places = (place for place, row in enumerate(self._rows) if row.id == action_id)
        return next(places, -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of cards."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role asks of a card."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == TODAY:
            return self._today
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.code} {row.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken(row, self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (row.text, row.responsible, words.say_due(row), row.last)
            return "\n".join(part for part in told if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that cards can be chosen and dragged, and that something can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        """Return what is carried by a drag."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the card that is dragged."""
        carried = QMimeData()
        rows = [self._rows[index.row()] for index in indexes if index.isValid()]
        if rows:
            carried.setData(MIME, str(rows[0].id).encode())
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved."""
        return Qt.DropAction.MoveAction
