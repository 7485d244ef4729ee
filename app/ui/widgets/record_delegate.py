"""Draws the cells of a table of records: words, an icon or a chip, and the chosen rows as bars."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted
from app.ui.widgets.record_model import Role

PADDING = 10
_ICON = 16
_STEP = 22


class RecordDelegate(QStyledItemDelegate):
    """Paints the cells of a view; ``hovered`` tells over which row the pointer is, or -1."""

    def __init__(self, view: QTableView, *, hovered: Callable[[], int]) -> None:
        super().__init__(view)
        self._view = view
        self._hovered = hovered

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        face = font("chip" if index.data(Role.CHIP) else "body")
        width = QFontMetricsF(face).horizontalAdvance(str(index.data() or "")) + 2 * PADDING
        width += scaled(_ICON) + 6 if index.data(Role.ICON) else 0
        width += 16 if index.data(Role.CHIP) else 0
        return QSize(round(width) + scaled(_STEP) * int(index.data(Role.DEPTH) or 0), scaled(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        area = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        area.setLeft(area.left() + scaled(_STEP) * int(index.data(Role.DEPTH) or 0))
        picture = index.data(Role.ICON)
        if picture is not None:
            size = scaled(_ICON)
            middle = area.center().y() - size / 2
            icons.paint(painter, picture[0], picture[1], QRectF(area.left(), middle, size, size))
            area.setLeft(area.left() + size + 6)
        self._paint_words(painter, area, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = str(index.data() or "")
        hue = index.data(Role.CHIP)
        if hue and words:
            face = QFontMetricsF(font("chip"))
            shown = face.elidedText(words, Qt.TextElideMode.ElideRight, area.width() - 16)
            top = area.center().y() - painted.chip_height() / 2
            painted.chip(painter, QPointF(area.left(), top), shown, hue)
            return
        face = QFontMetricsF(font("body"))
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        first = words.partition("\n")[0]
        shown = face.elidedText(first, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("selection"))
        elif index.row() == self._hovered():
            painter.fillRect(area, colour("hover"))
        bottom = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(bottom, colour("border"))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._paint_ring(painter, area, index.column())

    def _paint_ring(self, painter: QPainter, area: QRectF, column: int) -> None:
        """Draw this cell's part of the ring around the row that has the keyboard."""
        ink = colour("focus")
        left, top, width, height = area.left(), area.top(), area.width(), area.height()
        painter.fillRect(QRectF(left, top, width, 2), ink)
        painter.fillRect(QRectF(left, top + height - 2, width, 2), ink)
        header = self._view.horizontalHeader()
        place = header.visualIndex(column)
        if place == 0:
            painter.fillRect(QRectF(left, top, 2, height), ink)
        if place == header.count() - 1:
            painter.fillRect(QRectF(left + width - 2, top, 2, height), ink)
