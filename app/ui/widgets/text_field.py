"""Fields for words: one line of them, or several."""

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.ui.widgets.field import Field, LineField

_EDGES = 18


class TextField(LineField):
    """One line of words.

    What is too long is not cut off but said: text that was pasted is never lost unseen.
    """

    def __init__(
        self, *, max_length: int = 0, is_secret: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            max_length: The longest that is right; 0 for any.
            is_secret: Show dots for what is typed, as for a passphrase.
            parent: The widget it stands in.
        """
        super().__init__(parent=parent)
        self._max_length = max_length
        if is_secret and isinstance(self.editor, QLineEdit):
            self.editor.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """Return the words, without blanks around them."""
        return self.text()

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        length = len(self.text())
        if not self._max_length or length <= self._max_length:
            return ""
        told = self.tr("At most {most} characters fit here; this has {length}.")
        return told.format(most=self._max_length, length=length)


class LongTextField(Field):
    """Several lines of words; it grows with them, up to a height.

    Tab leaves it, so that the keyboard gets out; Enter begins a new line.
    """

    def __init__(self, *, lines: int = 3, most: int = 10, parent: QWidget | None = None) -> None:
        self._text = _GrowingText(lines, most)
        super().__init__(self._text, parent)
        self._text.textChanged.connect(self._tell)
        self._text.left.connect(self._finish)

    def value(self) -> str:
        """Return the words, without blanks around them."""
        return self._text.toPlainText().strip()

    def set_placeholder(self, words: str) -> None:
        """Show words while the field is empty."""
        self._text.setPlaceholderText(words)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be seen only, or be changed again."""
        self._text.setReadOnly(read_only)

    def _show(self, value: Any) -> None:
        words = "" if value is None else str(value)
        if words != self._text.toPlainText():
            self._text.setPlainText(words)


class _GrowingText(QPlainTextEdit):
    """A text editor as tall as its text."""

    left = Signal()

    def __init__(self, lines: int, most: int) -> None:
        super().__init__()
        self._lines = lines
        self._most = most
        self.setProperty("cls", "field")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:
        needed = round(self.document().documentLayout().documentSize().height())
        lines = max(self._lines, min(needed, self._most))
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as the text is laid out
        return QSize(super().sizeHint().width(), lines * line + _EDGES)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _grow(self) -> None:
        self.updateGeometry()
