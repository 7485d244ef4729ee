"""Draws the timeline: the years on top, and for each instrument its name and its bar."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.appearance import colour, font, scaled
from app.ui.instruments import words
from app.ui.widgets import painted

if TYPE_CHECKING:
    from app.services.instruments import InstrumentListRow

_NAMES = 250
_EDGE = 16
_ROW = 46
_AXIS = 30
_BAR = 12
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_YEAR_WIDTH = 56
_SCROLL_BAR = 12


@dataclass(frozen=True)
class Span:
    """From when to when an instrument counts.

    Attributes:
        in_force: From when it was in force, where that is another day than the first.
        is_open: No end is known.
        is_over: It has expired or was replaced.
    """

    begins: date
    ends: date
    in_force: date | None
    is_open: bool
    is_over: bool


@dataclass(frozen=True)
class Axis:
    """The years that are shown; the last one is the first that is not."""

    first: int
    last: int
    today: date

    def place(self, day: date, left: float, right: float) -> float:
        """Return where a day stands between two edges."""
        years = max(1, self.last - self.first)
        share = (day.year - self.first + (day.timetuple().tm_yday - 1) / 366) / years
        return left + share * (right - left)

    def years(self, width: float) -> range:
        """Return the years that are named, so that their numbers do not touch."""
        count = max(1, self.last - self.first)
        room = max(1.0, width / scaled(_YEAR_WIDTH))
        step = next((each for each in _STEPS if count / each <= room), _STEPS[-1])
        begin = -(-self.first // step) * step
        return range(begin, self.last + 1, step)


def edges(area: QRectF) -> tuple[float, float]:
    """Return where the years begin and end in an area."""
    return area.left() + scaled(_NAMES), area.right() - _EDGE


class AxisLine(QWidget):
    """The years above the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_axis")
        self._axis: Axis | None = None

    def sizeHint(self) -> QSize:
        """Return the height of the years."""
        return QSize(200, scaled(_AXIS))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the years."""
        return self.sizeHint()

    def show_axis(self, axis: Axis) -> None:
        """Show other years."""
        self._axis = axis
        self.setFixedHeight(scaled(_AXIS))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        axis = self._axis
        if axis is None:
            return
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0, 0, -_SCROLL_BAR, 0)
        left, right = edges(area)
        painter.setFont(font("micro"))
        painter.setPen(colour("text2"))
        for year in axis.years(right - left):
            at = axis.place(date(min(year, 9999), 1, 1), left, right)
            where = QRectF(at - 30, 0, 60, area.height() - 4)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), str(year))
        painter.fillRect(QRectF(0, area.height() - 1, self.width(), 1), colour("border"))


class LineDelegate(QStyledItemDelegate):
    """Paints one instrument: its code and title at the left, its bar along the years."""

    def __init__(self, *, row_role: int, span_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_role = row_role
        self._span_role = span_role
        self.axis: Axis | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line."""
        return QSize(0, scaled(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        row, span, axis = index.data(self._row_role), index.data(self._span_role), self.axis
        if row is None or axis is None:
            return
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(2, 1, -2, -1))
        left, right = edges(area)
        self._paint_years(painter, area, axis)
        self._paint_names(painter, area, row, left)
        if span is not None:
            self._paint_bar(painter, area, row, span)
        else:
            where = QRectF(left + 8, area.top(), right - left - 8, area.height())
            painted.text(painter, where, words.say_status(row.status.value), "small", "text3")
        painter.restore()

    def _paint_years(self, painter: QPainter, area: QRectF, axis: Axis) -> None:
        left, right = edges(area)
        for year in axis.years(right - left):
            at = axis.place(date(min(year, 9999), 1, 1), left, right)
            painter.fillRect(QRectF(round(at), area.top(), 1, area.height()), colour("border"))
        now = axis.place(axis.today, left, right)
        painter.fillRect(QRectF(round(now), area.top(), 2, area.height()), colour("accent"))

    def _paint_names(
        self, painter: QPainter, area: QRectF, row: "InstrumentListRow", right: float
    ) -> None:
        inner = QRectF(
            area.left() + 12, area.top() + 5, right - area.left() - 24, area.height() - 10
        )
        half = inner.height() / 2
        top = QRectF(inner.left(), inner.top(), inner.width(), half)
        painted.text(painter, top, row.title, "medium", "text")
        below = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        told = " · ".join(part for part in (row.code, words.say_follows(row)) if part)
        painted.text(painter, below, told, "micro", "text2")

    def _paint_bar(
        self, painter: QPainter, area: QRectF, row: "InstrumentListRow", span: Span
    ) -> None:
        axis = self.axis
        if axis is None:
            return
        left, right = edges(area)
        begin, end = axis.place(span.begins, left, right), axis.place(span.ends, left, right)
        height = scaled(_BAR)
        bar = QRectF(begin, area.center().y() - height / 2, max(end - begin, height), height)
        hue = words.status_hue(row.status.value)
        ink = colour("text3") if span.is_over else colour(hue)
        self._fill(painter, bar, ink, span)
        if span.in_force is not None and span.in_force > span.begins:
            at = axis.place(span.in_force, left, right)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(QPointF(at, bar.center().y()), height / 2.4, height / 2.4)
        self._paint_words(painter, area, bar, row)

    def _fill(self, painter: QPainter, bar: QRectF, ink: QColor, span: Span) -> None:
        """Draw the bar: full while it binds, hollow once it is over, open at its end if unknown."""
        soft = QColor(ink)
        soft.setAlpha(70 if span.is_over else 190)
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(soft)
        painter.drawRoundedRect(bar, 4, 4)
        if span.is_open:
            tip = bar.right()
            middle = bar.center().y()
            painter.setPen(QPen(ink, 2))
            painter.drawLine(QPointF(tip + 2, middle - 4), QPointF(tip + 6, middle))
            painter.drawLine(QPointF(tip + 6, middle), QPointF(tip + 2, middle + 4))

    def _paint_words(
        self, painter: QPainter, area: QRectF, bar: QRectF, row: "InstrumentListRow"
    ) -> None:
        """Say beside the bar how it stands, where there is room: right of it, else left of it."""
        left, right = edges(area)
        warned = words.short_warning(row.term)
        told = warned or words.say_status(row.status.value)
        hue = "warn" if warned else words.status_hue(row.status.value)
        width = painted.chip_width(told)
        top = area.center().y() - painted.chip_height() / 2
        if bar.right() + 14 + width <= right:
            painted.chip(painter, QPointF(bar.right() + 14, top), told, hue)
        elif bar.left() - 8 - width >= left:
            painted.chip(painter, QPointF(bar.left() - 8 - width, top), told, hue)
