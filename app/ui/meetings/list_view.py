"""The list of meetings itself: one of them is shown, and several can be chosen to be copied."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

_Command = QItemSelectionModel.SelectionFlag


class MeetingsList(QListView):
    """A list in which there is always a meeting chosen, and with Ctrl or Shift several.

    Signals:
        copy_wanted: The keys for copying were pressed; Qt's own answer is the titles alone.
    """

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def chosen_places(self) -> list[int]:
        """Return the places of what is chosen, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave the choice as it is where nothing would be chosen by a click."""
        command = super().selectionCommand(index, event)
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return _Command.NoUpdate
        only = self.chosen_places() == [index.row()]
        return _Command.NoUpdate if only and command & _Command.Toggle else command
