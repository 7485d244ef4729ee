"""Several years as a timeline: a line for each host, the meetings on it, and whose turn comes."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui import dates, phrases
from app.ui.appearance import colour, font, scaled
from app.ui.calendar.days import Mode, shown_days
from app.ui.calendar.pills import Pill, lay_out
from app.ui.widgets import painted

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet

_LEFT, _TOP, _BOTTOM = 132, 34, 28
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Timeline(QWidget):
    """Shows meetings by host over four years.

    Signals:
        record_chosen: The kind and key of the meeting that was chosen.
        turned: How many pages to turn.
    """

    record_chosen = Signal(object)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sheet: CalendarSheet | None = None
        self._first, self._last = shown_days(Mode.TIMELINE, date(2000, 1, 1))
        self._pills: tuple[Pill, ...] = ()
        self._chosen = 0
        self._describe()

    def sizeHint(self) -> QSize:
        """Return a size in which the lines stand well apart."""
        return QSize(scaled(900), scaled(330))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(480), scaled(220))

    def show_years(self, sheet: "CalendarSheet", day: date) -> None:
        """Show the years around a day."""
        self._sheet = sheet
        self._first, self._last = shown_days(Mode.TIMELINE, day)
        self._pills = lay_out(sheet, self._first, self._last)
        nearest = [
            place
            for place, pill in enumerate(self._pills)
            if pill.record is not None and pill.day <= max(day, sheet.today)
        ]
        self._chosen = nearest[-1] if nearest else 0
        self._describe()
        self.update()

    def pills(self) -> tuple[Pill, ...]:
        """Return the meetings that are shown, from left to right."""
        return self._pills

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from meeting to meeting, open one, turn the pages."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._chosen = max(0, min(self._chosen + step, len(self._pills) - 1))
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._chosen)
        elif key in _TURNS:
            self.turned.emit(_TURNS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the meeting that is clicked."""
        place = self._pill_at(event.position())
        if place is not None:
            self._chosen = place
            self.update()
            self._open(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be opened."""
        place = self._pill_at(event.position())
        leads = place is not None and self._pills[place].record is not None
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Say in a tip what a pill stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._pill_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), self._pills[place].told if place is not None else ""
            )
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        if self._sheet is None:
            return
        self._paint_lines(painter)
        self._paint_today(painter)
        self._paint_ways(painter)
        for place, pill in enumerate(self._pills):
            self._paint_pill(painter, place, pill)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._pills) and self._pills[place].record is not None:
            self.record_chosen.emit(self._pills[place].record)

    def _describe(self) -> None:
        told = self.tr("Meetings and the rotation of hosts")
        if 0 <= self._chosen < len(self._pills):
            told = f"{told}: {self._pills[self._chosen].told}"
        self.setAccessibleName(told)

    def _x(self, day: date) -> float:
        whole = (self._last - self._first).days + 1
        room = self.width() - scaled(_LEFT) - 8
        return scaled(_LEFT) + room * ((day - self._first).days / whole)

    def _y(self, line: int) -> float:
        lines = (len(self._sheet.sides) if self._sheet is not None else 0) + 1
        room = self.height() - scaled(_TOP) - scaled(_BOTTOM)
        return scaled(_TOP) + room * (line + 0.5) / lines

    def _box(self, pill: Pill) -> QRectF:
        width, height = painted.chip_width(pill.name) + 8, scaled(25)
        x, y = self._x(pill.day), self._y(pill.line)
        left = max(scaled(_LEFT) + 2.0, min(x - width / 2, self.width() - width - 2.0))
        return QRectF(left, y - height / 2, width, height)

    def _pill_at(self, place: QPointF) -> int | None:
        found = (at for at, pill in enumerate(self._pills) if self._box(pill).contains(place))
        return next(found, None)

    def _paint_years(self, painter: QPainter) -> None:
        for year in range(self._first.year, self._last.year + 1):
            left, right = self._x(date(year, 1, 1)), self._x(date(year, 12, 31))
            if (year - self._first.year) % 2 == 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("sunken"))
                painter.drawRoundedRect(QRectF(left, 0, right - left, self.height()), 8, 8)
            head = QRectF(left + 10, 4, 60, scaled(22))
            painted.text(painter, head, str(year), "h3", "text")
            ends = head.left() + QFontMetricsF(font("h3")).horizontalAdvance(str(year)) + 8
            for quarter in (2, 3, 4):
                x = self._x(date(year, 3 * quarter - 2, 1))
                if x > ends:
                    box = QRectF(x, 4, 40, scaled(22))
                    painted.text(painter, box, f"Q{quarter}", "micro", "text3")

    def _paint_lines(self, painter: QPainter) -> None:
        assert self._sheet is not None
        sides = [(side.code, side.name, phrases.party_hue(side.seat)) for side in self._sheet.sides]
        for line, (code, name, hue) in enumerate([*sides, ("", self.tr("Online"), "neutral")]):
            y, size = self._y(line), scaled(30)
            square = QRectF(0, y - size / 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(f"{hue}_soft"))
            painter.drawRoundedRect(square, 6, 6)
            painter.setPen(colour(hue))
            painter.setFont(font("chip"))
            painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), code[:4] or "@")
            role = QRectF(size + 8, y - size / 2, scaled(_LEFT) - size - 14, size)
            top = role.adjusted(0, 0, 0, -size / 2)
            painted.text(painter, top, name, "medium", "text")
            below = self.tr("hosts") if code else self.tr("or no host known")
            painted.text(painter, role.adjusted(0, size / 2, 0, 0), below, "micro", "text2")
            painter.setPen(QPen(colour("border2"), 1))
            painter.drawLine(QPointF(scaled(_LEFT), y), QPointF(self.width(), y))

    def _paint_today(self, painter: QPainter) -> None:
        assert self._sheet is not None
        if not self._first <= self._sheet.today <= self._last:
            return
        x = self._x(self._sheet.today)
        painter.setPen(QPen(colour("bad"), 1.5))
        painter.drawLine(QPointF(x, scaled(_TOP)), QPointF(x, self.height() - scaled(20)))
        told = self.tr("Today {day}").format(day=dates.short_day(self._sheet.today))
        width = painted.chip_width(told)
        left = max(0.0, min(x - width / 2, self.width() - width))
        painted.chip(painter, QPointF(left, self.height() - scaled(20)), told, "bad")

    def _paint_ways(self, painter: QPainter) -> None:
        """Join each meeting with the next, as the seat goes from one host to the other."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        hosted = [pill for pill in self._pills if not pill.is_online]
        for before, after in pairwise(hosted):
            start, end = self._box(before), self._box(after)
            path = QPainterPath(QPointF(start.right(), start.center().y()))
            middle = (start.right() + end.left()) / 2
            path.cubicTo(
                QPointF(middle, start.center().y()),
                QPointF(middle, end.center().y()),
                QPointF(end.left(), end.center().y()),
            )
            is_sure = before.is_held and after.is_held
            style = Qt.PenStyle.SolidLine if is_sure else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour("text3" if is_sure else "border2"), 1.5, style))
            painter.drawPath(path)

    def _paint_pill(self, painter: QPainter, place: int, pill: Pill) -> None:
        box = self._box(pill)
        planned = pill.record is None
        painter.setBrush(colour("surface" if planned else f"{pill.hue}_soft"))
        style = Qt.PenStyle.DashLine if planned else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour("border2" if planned else pill.hue), 1.5, style))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if place == self._chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            around = box.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        painter.setFont(font("chip"))
        painter.setPen(colour("text2" if planned else pill.hue))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), pill.name)
        self._paint_label(painter, place, box)

    def _paint_label(self, painter: QPainter, place: int, box: QRectF) -> None:
        """Write the days below, unless they would run into those of the next on the line."""
        pill = self._pills[place]
        width = max(box.width(), scaled(96))
        label = QRectF(box.center().x() - width / 2, box.bottom() + 1, width, scaled(16))
        others = (self._box(other) for other in self._pills[place + 1 :] if other.line == pill.line)
        if any(other.center().x() - box.center().x() < scaled(70) for other in others):
            return
        painter.setFont(font("micro"))
        painter.setPen(colour("text2"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), pill.when)
