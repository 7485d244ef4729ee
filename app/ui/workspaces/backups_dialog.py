"""Lets one look at what each backup holds before going back to one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from app.ui import dates
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.room import fit
from app.ui.workspaces.backups_table import BackupsTable

if TYPE_CHECKING:
    from app.services.workspaces import Backup


class BackupsDialog(QDialog):
    """Backups on the left, what the chosen one holds on the right.

    Signals:
        restore_requested: The Backup that shall be restored.
    """

    restore_requested = Signal(object)

    def __init__(self, rows: "tuple[Backup, ...]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore a backup"))
        fit(self, 680, 420)
        self._table = BackupsTable(rows, self)
        self._list = self._make_list()
        self._holds = wrapped_label("", "", name="backup_contents")
        self._changed = wrapped_label("", "small")
        self._file = wrapped_label("", "small")
        self._restore = QPushButton(self.tr("Restore this one"))
        self._restore.setObjectName("restore_backup")
        self._restore.setProperty("kind", "primary")
        self._restore.clicked.connect(self._ask)
        self._lay_out()
        self._list.selectionModel().setCurrentIndex(
            self._table.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("backups_list")
        view.setAccessibleName(self.tr("Backups"))
        view.setModel(self._table)
        view.setSpacing(3)
        view.selectionModel().currentChanged.connect(self._show)
        return view

    def _lay_out(self) -> None:
        details = QVBoxLayout()
        details.setSpacing(8)
        details.addWidget(text_label(self.tr("This backup holds"), "h3"))
        details.addWidget(self._holds)
        details.addWidget(self._changed)
        details.addWidget(self._file)
        details.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self._list, 3)
        across.addLayout(details, 2)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel_restore")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._restore)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(16)
        down.addLayout(across, 1)
        down.addLayout(buttons)

    def _show(self, index: QModelIndex, before: QModelIndex) -> None:
        backup = self._table.backup(index)
        self._restore.setEnabled(backup.is_readable)
        self._holds.setText(contents(backup).replace(", ", "\n"))
        self._file.setText(str(backup.path.name))
        if backup.last_change_at is None:
            self._changed.setText("")
            return
        self._changed.setText(
            self.tr("Last change: {what}, {moment}, {who}").format(
                what=backup.last_use_case,
                moment=dates.moment(backup.last_change_at),
                who=backup.last_change_by,
            )
        )

    def _ask(self) -> None:
        backup = self._table.backup(self._list.currentIndex())
        self.accept()
        self.restore_requested.emit(backup)


def contents(backup: "Backup") -> str:
    """Return in words what a backup holds."""
    translate = QCoreApplication.translate
    if not backup.is_readable:
        return translate("Backups", "nothing that can be read")
    words = {
        "body": translate("Backups", "bodies: {n}"),
        "meeting": translate("Backups", "meetings: {n}"),
        "decision": translate("Backups", "decisions: {n}"),
        "rule_document": translate("Backups", "rule documents: {n}"),
        "action_item": translate("Backups", "action items: {n}"),
    }
    return ", ".join(
        words[kind].format(n=number) for kind, number in backup.counts.items() if kind in words
    )
