"""A line to filter a list by, which waits until one has stopped typing for a moment."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import icons

_PATIENCE_MILLISECONDS = 120


class FilterLine(QLineEdit):
    """A filter.

    Signals:
        filtered: The words that the list shall be filtered by.
        left_down: The user wants to go into the list.
    """

    filtered = Signal(str)
    left_down = Signal()

    def __init__(self, spoken: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(self.tr("Filter"))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape empty the line, and Down and Enter lead into the list."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._patience.stop()
            self._tell()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        self._patience.start()

    def _tell(self) -> None:
        self.filtered.emit(self.text())
