"""The line in which the title of an item is typed, in the list itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets import composing


class TitleEditor(QLineEdit):
    """Takes a title until Enter, Escape, or until the keyboard goes elsewhere.

    Signals:
        entered: The title, and whether Enter was pressed, so that a next one may follow.
        given_up: Escape was pressed; nothing is to be changed.
    """

    entered = Signal(str, bool)
    given_up = Signal()

    def __init__(self, title: str, *, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("agenda_title_editor")
        self.setAccessibleName(spoken)
        self.setProperty("cls", "incell")
        self._is_over = False
        self.selectAll()

    def finish(self, *, goes_on: bool = False) -> None:
        """Hand over what was typed, the syllable that is being composed with it; once."""
        if not self._is_over:
            composing.commit()
            self._is_over = True
            self.entered.emit(self.text().strip(), goes_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter or Escape; every other key is the line's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(goes_on=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._is_over = True
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the keyboard goes elsewhere, but not to a menu of its own."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.finish()
