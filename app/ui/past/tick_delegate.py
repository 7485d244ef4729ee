"""Paints the boxes of the list in the colours of the theme; Qt's own are lost on a dark ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import icons
from app.ui.appearance import colour, scaled

_ROW = 28
_FEATURE = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator


class TickDelegate(QStyledItemDelegate):
    """Draws a row as ever, and its box anew."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        told = super().sizeHint(option, index)
        return QSize(told.width(), max(told.height(), scaled(_ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if shown.features & _FEATURE:
            part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            style = shown.widget.style() if shown.widget is not None else QApplication.style()
            rect = style.subElementRect(part, shown, shown.widget)
            self._draw_box(painter, QRectF(rect), shown)

    def _draw_box(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        is_chosen = option.state & QStyle.StateFlag.State_Selected
        painter.save()
        painter.fillRect(
            rect.adjusted(-1, -1, 1, 1), colour("selection" if is_chosen else "surface")
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if option.checkState is Qt.CheckState.Unchecked:
            painter.setPen(QPen(colour("field"), 1))
            painter.setBrush(colour("surface"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
        painter.drawRoundedRect(box, 3, 3)
        if option.checkState is Qt.CheckState.Checked:
            icons.paint(painter, "check", "on_accent", box.adjusted(1, 1, -1, -1))
        elif option.checkState is Qt.CheckState.PartiallyChecked:
            painter.setBrush(colour("on_accent"))
            middle = QRectF(box.left() + 3, box.center().y() - 1, box.width() - 6, 2)
            painter.drawRect(middle)
        painter.restore()
