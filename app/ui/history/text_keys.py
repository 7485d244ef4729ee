"""Lets Ctrl+Z undo typing in the field that has the keyboard, and the last change elsewhere.

Qt's fields take the keys for undoing even when they have nothing to undo. Then they are let through
to the menu.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class TextKeys(QObject):
    """Watches the one field that has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys from a field that could do nothing with them."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        if keys in _UNDO and not can_undo(watched):
            event.ignore()
            return True
        if keys in _REDO and not can_redo(watched):
            event.ignore()
            return True
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        for widget, watch in ((before, False), (now, True)):
            if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
                widget.installEventFilter(self) if watch else widget.removeEventFilter(self)


def can_undo(field: QObject) -> bool:
    """Say whether a field has typing to take back."""
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return not field.isReadOnly() and field.document().isUndoAvailable()
    return False


def can_redo(field: QObject) -> bool:
    """Say whether a field has typing to bring back."""
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return not field.isReadOnly() and field.document().isRedoAvailable()
    return False
