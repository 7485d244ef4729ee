"""The provisions of all rules that have the words that were looked for."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import font, hexadecimal, scaled
from app.ui.widgets import painted
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.rule_library.finding import Findings, FoundProvision

_FOUND = Qt.ItemDataRole.UserRole
_EDGE = 6
_LINES = 2


class FoundList(QWidget):
    """A list of places in rules.

    Signals:
        chosen: A FoundProvision that shall be read.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: QLabel = wrapped_label("", "small", name="rules_found_count")
        self._list = QListWidget()
        self._list.setObjectName("rules_found")
        self._list.setAccessibleName(self.tr("Places found in all rules"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.itemClicked.connect(self._tell)
        self._list.itemActivated.connect(self._tell)
        self.setFocusProxy(self._list)
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 0, 0, 0)
        down.setSpacing(6)
        down.addWidget(self._told)
        down.addWidget(self._list, 1)

    def show_found(self, found: "Findings", words: str) -> None:
        """Show what was found, the best first."""
        self._list.clear()
        for row in found.rows:
            item = QListWidgetItem(self._list)
            item.setData(_FOUND, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_where(row)}, {row.words}")
        if not words.strip():
            told = self.tr("Type words to find them in the rules of every body.")
        elif not found.rows:
            told = self.tr("No rules have “{words}”.").format(words=words)
        elif found.is_more:
            told = self.tr("The best {count} places").format(count=len(found.rows))
        else:
            told = self.tr("%n place(s)", "", len(found.rows))
        self._told.setText(told)

    def go_in(self) -> None:
        """Put the keyboard on the first place."""
        self._list.setFocus()
        if self._list.count() and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FOUND))


class _FoundDelegate(QStyledItemDelegate):
    """Paints a place: which provision of which rules, and the words around what was found."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of an entry."""
        lines = painted.line_height("medium") + painted.line_height("micro")
        return QSize(0, round(lines + _LINES * painted.line_height("small")) + scaled(20))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        row: FoundProvision = index.data(_FOUND)
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(0, 1, -8, -1))
        inner = area.adjusted(_EDGE, _EDGE, -_EDGE - 10, -_EDGE)
        title = " ".join(part for part in (row.label, row.heading) if part)
        for words, role, token in ((title, "medium", "text"), (_where(row), "micro", "text2")):
            height = painted.line_height(role)
            line = QRectF(inner.left(), inner.top(), inner.width(), height)
            painted.text(painter, line, words, role, token)
            inner.setTop(inner.top() + height + 1)
        _draw_words(painter, inner, row)
        painter.restore()


def _where(row: "FoundProvision") -> str:
    version = f"v{row.version}" if row.version[:1].isdigit() else row.version
    return " · ".join(part for part in (row.document, row.body, version) if part)


def _draw_words(painter: QPainter, where: QRectF, row: "FoundProvision") -> None:
    document = QTextDocument()
    document.setDefaultFont(font("small"))
    document.setDocumentMargin(0)
    document.setHtml(f'<span style="color: {hexadecimal("text2")}">{_marked(row)}</span>')
    document.setTextWidth(where.width())
    painter.translate(where.topLeft())
    painter.setClipRect(QRectF(0, 0, where.width(), _LINES * painted.line_height("small") + 2))
    document.drawContents(painter)


def _marked(row: "FoundProvision") -> str:
    strong = f'<b style="color: {hexadecimal("text")}">'
    pieces, at = [], 0
    for start, end in row.spans:
        pieces += [escape(row.words[at:start]), strong, escape(row.words[start:end]), "</b>"]
        at = end
    return "".join((*pieces, escape(row.words[at:])))
