"""Draws each entry of a list on as many lines as its words take."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.appearance import colour, font
from app.ui.widgets import painted

_EDGE, _ABOVE, _MARGIN = 10, 8, 6
_TALLEST = 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class WrappedDelegate(QStyledItemDelegate):
    """Paints the words of the entries of a list view."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the words take at the width of the list."""
        width = self._view.viewport().width() - 2 * (_EDGE + _MARGIN)
        room = QRect(0, 0, width, _TALLEST)
        taken = QFontMetrics(font("body")).boundingRect(room, _WRAPPED, str(index.data()))
        return QSize(0, taken.height() + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(_MARGIN, 1, -_MARGIN, -1))
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        edge = _EDGE + _MARGIN
        painter.drawText(area.adjusted(edge, _ABOVE, -edge, 0), _WRAPPED, str(index.data()))
        painter.restore()
