"""The editor of one wording: as tall as its words, plain, and safe to compose syllables in."""

import unicodedata

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFont, QInputMethodEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.ui.appearance import scaled
from app.ui.fonts import INTERFACE_FAMILY, TEXT_FAMILY

_EAST_ASIAN = frozenset({"ko", "ja", "zh"})
_EDGES = 18
_LEAST = 2
_MOST = 24


class ProvisionEditor(QPlainTextEdit):
    """Edits the words of a provision in one language.

    Signals:
        typed: What it says now, after the user has changed it.
        left: The keyboard left it.
        composed: What was being composed is written or given up.
    """

    typed = Signal(str)
    left = Signal()
    composed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._is_being_set = False
        self._is_composing = False
        self.setProperty("cls", "field")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._tell)
        self._dress()

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        return self._is_composing

    def words(self) -> str:
        """Return the words, composed as the record has them; what is being composed is not in."""
        return unicodedata.normalize("NFC", self.toPlainText())

    def show_words(self, words: str) -> None:
        """Show words, unless they are shown already or something is being composed."""
        if self._is_composing or words == self.words():
            return
        place = self.textCursor().position()
        self._is_being_set = True
        try:
            self.setPlainText(words)
        finally:
            self._is_being_set = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)

    def selection(self) -> tuple[int, int]:
        """Return where the chosen words begin and end; of none, the word at the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectionStart(), cursor.selectionEnd()

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        needed = round(self.document().documentLayout().documentSize().height())
        lines = max(_LEAST, min(needed, _MOST))
        height = lines * self.fontMetrics().lineSpacing() + _EDGES
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(80, self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep in mind whether something is being composed."""
        was = self._is_composing
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self._is_composing:
            self.composed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it; what was being composed is written by then."""
        super().focusOutEvent(event)
        self._is_composing = False
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        """Wear the typeface of the language."""
        east = self._language.partition("-")[0] in _EAST_ASIAN
        face = QFont(INTERFACE_FAMILY if east else TEXT_FAMILY)
        face.setPixelSize(scaled(15))
        if self.font() != face:
            self.setFont(face)
            self.document().setDefaultFont(face)
        self._grow()

    def _tell(self) -> None:
        if not self._is_being_set:
            self.typed.emit(self.words())

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
