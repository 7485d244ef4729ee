"""The editor of a template's source: line numbers, marks in colour, and the line of an error."""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.appearance import colour, scaled

_SIZE = 13
_MARKS = (
    (re.compile(r"\{#.*?#\}"), "text3"),
    (re.compile(r"\{%.*?%\}"), "violet"),
    (re.compile(r"\{\{.*?\}\}"), "accent"),
    (re.compile(r"</?[A-Za-z][^<>{}]*/?>?"), "text3"),
)


class SourceEditor(QPlainTextEdit):
    """Plain text in a fixed width; the Tab key goes on to the next control, as everywhere."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Source of the template"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._wrong = 0
        self._margin = _Margin(self)
        self._marks = _Marks(self.document())
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._take_size()

    def mark_wrong(self, line: int) -> None:
        """Mark a line as wrong and go there; none at 0."""
        self._wrong = line if 0 < line <= self.blockCount() else 0
        self.setExtraSelections([self._selection()] if self._wrong else [])
        if self._wrong:
            cursor = QTextCursor(self.document().findBlockByNumber(self._wrong - 1))
            self.setTextCursor(cursor)
            self.centerCursor()
        self._margin.update()

    def wrong_line(self) -> int:
        """Return the line that is marked; 0 if none is."""
        return self._wrong

    def put_in(self, text: str) -> None:
        """Put a text in at the cursor, in one step of Undo."""
        self.textCursor().insertText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def margin_width(self) -> int:
        """Return the room that the line numbers take."""
        digits = max(3, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + scaled(18)

    def paint_margin(self, event: QPaintEvent) -> None:
        """Draw the line numbers."""
        painter = QPainter(self._margin)
        painter.fillRect(event.rect(), colour("pane"))
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        top = self.blockBoundingGeometry(block).translated(offset).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible() and top + height >= event.rect().top():
                wrong = block.blockNumber() + 1 == self._wrong
                area = QRect(0, round(top), self._margin.width() - scaled(10), round(height))
                if wrong:
                    painter.fillRect(0, round(top), scaled(4), round(height), colour("bad"))
                painter.setPen(colour("bad" if wrong else "text3"))
                number = str(block.blockNumber() + 1)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), number)
            top += height
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers as tall as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(
            QRect(inside.left(), inside.top(), self.margin_width(), inside.height())
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes and colours of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marks"):
            self._take_size()
            self._marks.rehighlight()
            self.mark_wrong(self._wrong) if self._wrong else None

    def _take_size(self) -> None:
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setStyleHint(QFont.StyleHint.Monospace)
        face.setPixelSize(scaled(_SIZE))
        if face != self.font():
            self.setFont(face)
        self._make_room()

    def _make_room(self, _count: int = 0) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)

    def _follow(self, area: QRect, down: int) -> None:
        if down:
            self._margin.scroll(0, down)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())

    def _selection(self) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format.setBackground(colour("bad_soft"))
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
        selection.cursor = QTextCursor(self.document().findBlockByNumber(self._wrong - 1))
        return selection


class _Margin(QWidget):
    """The strip with the line numbers."""

    def __init__(self, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_margin(event)


class _Marks(QSyntaxHighlighter):
    """Sets fields, instructions and tags off from the words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        for pattern, token in reversed(_MARKS):
            form = QTextCharFormat()
            form.setForeground(colour(token))
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), form)
