"""Draws one card of the board: where it comes from, what is to be done, whose it is and by when."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.actions import words
from app.ui.actions.cards import ROW, TODAY
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted
from app.ui.widgets.lines import broken

if TYPE_CHECKING:
    from app.services.follow_up.sheets import FollowUpRow

_PADDING = 12
_GAP = 8
_TEXT_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """Paints cards, all of one height, so that a column of thousands need not be measured."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        height = 2 * _PADDING - 2 + painted.line_height("micro") + 4
        height += _TEXT_LINES * painted.line_height("medium") + 8 + painted.chip_height()
        return QSize(0, round(height) + _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one card."""
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        self._paint_ground(painter, option, area)
        self._paint_words(painter, area, row, index.data(TODAY))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        line = "focus" if chosen or focused else "border2" if hovered else "border"
        painter.setBrush(colour("surface"))
        painter.setPen(QPen(colour(line), 2 if focused else 1.5 if chosen else 1))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_words(
        self, painter: QPainter, area: QRectF, row: "FollowUpRow", today: date
    ) -> None:
        inner = area.adjusted(_PADDING, _PADDING - 2, -_PADDING, -_PADDING)
        top = inner.top()
        height = painted.line_height("micro")
        self._paint_head(painter, QRectF(inner.left(), top, inner.width(), height), row)
        top += height + 4
        height = painted.line_height("medium")
        token = "text2" if row.status == "dropped" else "text"
        for line in broken(row.text, font("medium"), inner.width(), most=_TEXT_LINES):
            where = QRectF(inner.left(), top, inner.width(), height)
            painted.text(painter, where, line, "medium", token)
            top += height
        foot = QRectF(
            inner.left(),
            inner.bottom() - painted.chip_height() + 2,
            inner.width(),
            painted.chip_height(),
        )
        self._paint_foot(painter, foot, row, today)

    def _paint_head(self, painter: QPainter, where: QRectF, row: "FollowUpRow") -> None:
        """Draw where it comes from, and at the right how often it was carried on."""
        if row.carries:
            told = f"↻ {row.carries}"
            painter.setFont(font("micro"))
            painter.setPen(colour("text3"))
            painter.drawText(
                where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), told
            )
            where = where.adjusted(0, 0, -scaled(30), 0)
        painted.text(painter, where, words.say_head(row), "micro", "text3")

    def _paint_foot(
        self, painter: QPainter, where: QRectF, row: "FollowUpRow", today: date
    ) -> None:
        left = where.left()
        side, (due, due_hue) = words.say_side(row.side), words.due_chip(row, today)
        wide = painted.chip_width(side) + (painted.chip_width(due) + 6 if due else 0)
        if row.side is not None and wide > where.width():
            side = row.side.code
        for told, hue in ((side, words.side_hue(row.side)), (due, due_hue)):
            room = where.right() - left
            if told and painted.chip_width(told) <= room:
                left += painted.chip(painter, QPointF(left, where.top()), told, hue) + 6
            elif told:
                rest = QRectF(left, where.top(), room, where.height())
                painted.text(painter, rest, told, "chip", hue)
                return
        if not due:
            told = words.say_due(row)
            rest = QRectF(left + 2, where.top(), where.right() - left - 2, where.height())
            painted.text(painter, rest, told, "micro", "text2")
