"""The list of backups as Qt reads it, newest first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.ui import dates

if TYPE_CHECKING:
    from app.services.workspaces import Backup

AnyIndex = QModelIndex | QPersistentModelIndex


class BackupsTable(QAbstractListModel):
    """Backups by the moment they were taken."""

    def __init__(self, rows: "tuple[Backup, ...]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def backup(self, index: AnyIndex) -> "Backup":
        """Return the backup of an entry."""
        return self._rows[index.row()]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of an entry holds."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._rows[index.row()]
            return f"{dates.moment(row.taken_at)} · {reason(row)}"
        return None


def reason(row: "Backup") -> str:
    """Return in words why a backup was made."""
    translate = QCoreApplication.translate
    words = {
        "closing": translate("Backups", "on closing"),
        "daily": translate("Backups", "daily"),
        "asked": translate("Backups", "asked for"),
        "before migration": translate("Backups", "before the file was brought up to date"),
        "before restore": translate("Backups", "before a restore"),
        "replaced as it was": translate("Backups", "the damaged file that was replaced"),
    }
    return words.get(str(row.reason.value), str(row.reason.value))
