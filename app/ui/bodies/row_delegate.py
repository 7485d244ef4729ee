"""Draws one body of the switcher: its official name, and its parties by their codes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import phrases
from app.ui.appearance import font
from app.ui.bodies.table import Role
from app.ui.widgets import painted
from app.ui.widgets.lines import broken

if TYPE_CHECKING:
    from app.services.bodies import BodyRow

_PADDING = 10
_NAME_LINES = 2
_MOST_CHIPS = 6


class BodyDelegate(QStyledItemDelegate):
    """Paints the entries of a BodiesTable in a list view."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        width = self._view.viewport().width() - 2 * _PADDING
        lines = len(broken(index.data(), font("medium"), width, most=_NAME_LINES))
        height = 16 + lines * painted.line_height("medium") + 4 + painted.chip_height()
        return QSize(0, round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(1, 1, -1, -1))
        inner = area.adjusted(_PADDING, 8, -_PADDING, -8)
        top = inner.top()
        for line in broken(index.data(), font("medium"), inner.width(), most=_NAME_LINES):
            height = painted.line_height("medium")
            painted.text(
                painter, QRectF(inner.left(), top, inner.width(), height), line, "medium", "text"
            )
            top += height
        self._paint_chips(painter, QPointF(inner.left(), top + 4), inner, index.data(Role.ROW))
        painter.restore()

    def _paint_chips(self, painter: QPainter, at: QPointF, inner: QRectF, row: "BodyRow") -> None:
        for party in row.parties[:_MOST_CHIPS]:
            width = painted.chip(painter, at, party.code, phrases.party_hue(party.seat))
            at += QPointF(width + 6, 0)
        status = phrases.say("body status", row.status)
        words = QRectF(at.x() + 2, at.y(), inner.right() - at.x() - 2, painted.chip_height())
        painted.text(painter, words, status, "micro", "text2")
