"""The list of bodies as Qt reads it."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from app.services.bodies import BodyRow

AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a view may ask of a body beside its name."""

    ROW_ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2


class BodiesTable(QAbstractListModel):
    """Bodies in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BodyRow, ...] = ()

    def set_rows(self, rows: "tuple[BodyRow, ...]") -> None:
        """Show these bodies."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, body_id: UUID | None) -> QModelIndex:
        """Return where a body stands; an invalid index if it does not."""
        for place, row in enumerate(self._rows):
            if row.id == body_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of an entry holds."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.name, parties(row)) if part)
        if role == Role.ROW_ID:
            return row.id
        return row if role == Role.ROW else None


def parties(row: "BodyRow") -> str:
    """Return the names of a body's parties in the order of their seats."""
    return " – ".join(party.name for party in row.parties)
