"""The small editor of one paragraph in one language: as tall as its words, plain, safe to type in.

Nothing here takes a letter from an input method: while something is being composed no key means
anything else, and no text is put in from outside.
"""

import unicodedata
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from app.texts.paragraph_cutting import paragraphs_of
from app.ui.appearance import scaled
from app.ui.fonts import INTERFACE_FAMILY, TEXT_FAMILY

_EAST_ASIAN = frozenset({"ko", "ja", "zh"})
_SIZE = 15
_LEADING = {True: 150.0, False: 122.0}
_MARGIN = 6
_BORDER = 2


class BlockEditor(QTextEdit):
    """Edits the words of a paragraph.

    Signals:
        typed: What it says now, after the user has changed it.
        entered: The place at which Enter was pressed.
        joined: Backspace was pressed at the very beginning.
        pasted: The lines after the first of a text that was pasted.
        levelled: Tab (1) or Shift+Tab (-1).
        shifted: Alt+Shift with the up (-1) or down (1) arrow.
        left_by: The arrows left it upwards (-1) or downwards (1).
        confirmed: Ctrl+Enter.
        came: The keyboard came into it.
        gone: The keyboard left it.
        composed: What was being composed is written or given up.
        menu_wanted: A menu to be filled further before it opens, and the word under the mouse.
    """

    typed = Signal(str)
    entered = Signal(int)
    joined = Signal()
    pasted = Signal(tuple)
    levelled = Signal(int)
    shifted = Signal(int)
    left_by = Signal(int)
    confirmed = Signal()
    came = Signal()
    gone = Signal()
    composed = Signal()
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = ""
        self._is_being_set = False
        self._is_composing = False
        self.setProperty("cls", "paragraph")
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._tell)

    @property
    def language(self) -> str:
        """The language that is written here."""
        return self._language

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        return self._is_composing

    def words(self) -> str:
        """Return the words, composed as the record has them; what is being composed is not in."""
        return unicodedata.normalize("NFC", self.toPlainText())

    def show_words(self, words: str, language: str) -> None:
        """Show words, unless they are shown already or something is being composed."""
        if language != self._language:
            self._language = language
            self._dress()
        if self._is_composing or words == self.words():
            return
        place = self.textCursor().position()
        self._is_being_set = True
        try:
            self.setPlainText(words)
            self._lead()
        finally:
            self._is_being_set = False
        if self.hasFocus():
            self.put_cursor(place)

    def put_cursor(self, at: int, length: int = 0) -> None:
        """Put the cursor at a place, or choose so many letters from there."""
        cursor = self.textCursor()
        most = len(self.toPlainText())
        cursor.setPosition(min(at, most))
        if length:
            cursor.setPosition(min(at + length, most), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insert(self, words: str) -> None:
        """Put words in at the cursor, as one step that can be undone."""
        self.textCursor().insertText(words)

    def chosen_words(self) -> str:
        """Return the words that are selected."""
        return self.textCursor().selectedText().replace("\u2029", "\n").strip()

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        height = self.document().documentLayout().documentSize().height()
        least = scaled(_SIZE + 8) + 2 * _MARGIN
        return QSize(200, max(round(height), least) + 2 * _BORDER)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a few keys lead from paragraph to paragraph; every letter goes to the text."""
        if self._is_composing or not self._obey(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep in mind whether something is being composed."""
        was = self._is_composing
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self._is_composing:
            self.composed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put pasted text in as plain words; each further line is a paragraph of its own."""
        lines = paragraphs_of(source.text()) if source.hasText() else ()
        if not lines:
            return
        self.insert(lines[0])
        if len(lines) > 1:
            self.pasted.emit(lines[1:])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu with what the page adds to it."""
        menu: QMenu = self.createStandardContextMenu()
        menu.setObjectName("paragraph_menu")
        at = self.cursorForPosition(event.pos())
        at.select(QTextCursor.SelectionType.WordUnderCursor)
        self.menu_wanted.emit(menu, at)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it; what was being composed is written by then, or lost to the input method."""
        super().focusOutEvent(event)
        self._is_composing = False
        self.gone.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._language:
            self._dress()

    def _obey(self, event: QKeyEvent) -> bool:
        """Do what a key means between paragraphs; say whether it meant anything."""
        key, held = event.key(), event.modifiers()
        plain = held & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._obey_enter(plain)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._obey_arrow(-1 if key == Qt.Key.Key_Up else 1, plain)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._obey_tab(key, plain)
        if key == Qt.Key.Key_Backspace and self._is_at_start() and not self.isReadOnly():
            self.joined.emit()
            return True
        return False

    def _obey_enter(self, held: Qt.KeyboardModifier) -> bool:
        if held == Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
            return True
        if held == Qt.KeyboardModifier.NoModifier and not self.isReadOnly():
            cursor = self.textCursor()
            if cursor.hasSelection():
                cursor.removeSelectedText()
                self.setTextCursor(cursor)
            self.entered.emit(self.textCursor().position())
            return True
        return held == Qt.KeyboardModifier.NoModifier

    def _obey_arrow(self, step: int, held: Qt.KeyboardModifier) -> bool:
        alt_shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if held == alt_shift:
            self.shifted.emit(step)
            return True
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        if cursor.movePosition(way):
            return False
        self.left_by.emit(step)
        return True

    def _obey_tab(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if held & ~Qt.KeyboardModifier.ShiftModifier or self.isReadOnly():
            return False
        self.levelled.emit(-1 if key == Qt.Key.Key_Backtab else 1)
        return True

    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _dress(self) -> None:
        """Wear the typeface of the language."""
        east = self._language.partition("-")[0] in _EAST_ASIAN
        face = QFont(INTERFACE_FAMILY if east else TEXT_FAMILY)
        face.setPixelSize(scaled(_SIZE))
        self.setFont(face)
        self.document().setDefaultFont(face)
        self._lead()
        self._grow()

    def _lead(self) -> None:
        east = self._language.partition("-")[0] in _EAST_ASIAN
        lines = QTextBlockFormat()
        kind: Any = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        lines.setLineHeight(_LEADING[east], kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        was = self._is_being_set
        self._is_being_set = True
        self.document().setUndoRedoEnabled(False)  # nobody wants to undo the leading
        cursor.mergeBlockFormat(lines)
        self.document().setUndoRedoEnabled(True)
        self._is_being_set = was

    def _tell(self) -> None:
        if not self._is_being_set:
            self.typed.emit(self.words())

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
