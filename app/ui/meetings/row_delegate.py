"""Draws one meeting of the list: title, place and days, state, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import phrases
from app.ui.appearance import font, scaled
from app.ui.meetings.table import Role, counts, when_and_where
from app.ui.widgets import painted
from app.ui.widgets.lines import broken

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow

_MARGIN = 8
_PADDING = 10
_TITLE_LINES = 2


class MeetingDelegate(QStyledItemDelegate):
    """Paints the entries of a MeetingsTable in a list view."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        row = index.data(Role.ROW)
        if row is None:
            return QSize(0, scaled(34))
        lines = len(self._title(row, self._text_width()))
        height = 2 * 7 + lines * painted.line_height("h3") + 2
        height += painted.line_height("small") + 4 + painted.chip_height()
        if counts(row):
            height += painted.line_height("micro") + 3
        return QSize(0, round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        painter.save()
        row = index.data(Role.ROW)
        area = QRectF(option.rect)
        if row is None:
            heading = area.adjusted(_MARGIN + _PADDING, 10, -_MARGIN, 0)
            painted.text(painter, heading, index.data(), "chip", "text3")
        else:
            painted.ground(painter, option, area.adjusted(_MARGIN, 1, -_MARGIN, -1))
            self._paint_row(painter, area, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRectF, row: "MeetingRow") -> None:
        left = area.left() + _MARGIN + _PADDING
        top = area.top() + 7
        width = area.width() - 2 * (_MARGIN + _PADDING)
        for line in self._title(row, width):
            height = painted.line_height("h3")
            painted.text(painter, QRectF(left, top, width, height), line, "h3", "text")
            top += height
        top += 2
        height = painted.line_height("small")
        where = when_and_where(row)
        painted.text(painter, QRectF(left, top, width, height), where, "small", "text2")
        top += height + 4
        status = phrases.say("meeting status", row.status)
        painted.chip(painter, QPointF(left, top), status, phrases.hue("meeting status", row.status))
        if told := counts(row):
            top += painted.chip_height() + 3
            below = QRectF(left, top, width, painted.line_height("micro"))
            painted.text(painter, below, told, "micro", "text2")

    def _title(self, row: "MeetingRow", width: float) -> tuple[str, ...]:
        return broken(row.title, font("h3"), width, most=_TITLE_LINES)

    def _text_width(self) -> float:
        return self._view.viewport().width() - 2 * (_MARGIN + _PADDING)
