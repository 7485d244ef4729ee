"""Shows how far the record of a meeting has come, as a line of steps; painted, not built."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.appearance import colour, font, scaled

_CIRCLE = 20
_GAP = 6


@dataclass(frozen=True)
class Step:
    """One step: what it is called, what is said below it, and how far it is.

    Attributes:
        label: Its name.
        caption: A date or a count; may be empty.
        state: ``done``, ``now`` or ``ahead``.
        spoken: The same for a screen reader, with the state in words.
    """

    label: str
    caption: str
    state: str
    spoken: str


class Stepper(QWidget):
    """A row of circles joined by lines, each with a name and a caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these steps, first to last."""
        self._steps = steps
        self.setAccessibleName("; ".join(step.spoken for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(scaled(86) * max(1, len(self._steps)), scaled(_CIRCLE + 7 + 15 + 15))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(58) * max(1, len(self._steps)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self.width() / len(self._steps)
        for place, (step, following) in enumerate(pairwise(self._steps)):
            self._paint_line(painter, place * pitch, (place + 1) * pitch, step, following)
        for place, step in enumerate(self._steps):
            self._paint_step(painter, place * pitch, pitch, step)

    def _paint_line(
        self, painter: QPainter, left: float, right: float, step: Step, following: Step
    ) -> None:
        passed = step.state == "done" and following.state != "ahead"
        painter.setPen(QPen(colour("ok" if passed else "border2"), 2))
        middle = scaled(_CIRCLE) / 2 + 1
        start = left + scaled(_CIRCLE) + _GAP
        painter.drawLine(QPointF(start, middle), QPointF(right - _GAP, middle))

    def _paint_step(self, painter: QPainter, left: float, pitch: float, step: Step) -> None:
        size = scaled(_CIRCLE)
        circle = QRectF(left + 1, 1, size - 1, size - 1)
        self._paint_circle(painter, circle, step.state)
        width = pitch - 6
        painter.setPen(colour("text" if step.state != "ahead" else "text2"))
        self._paint_text(painter, QRectF(left, size + 7, width, scaled(16)), step.label, "chip")
        painter.setPen(colour("text3"))
        below = QRectF(left, size + 7 + scaled(15), width, scaled(16))
        self._paint_text(painter, below, step.caption, "micro")

    def _paint_circle(self, painter: QPainter, circle: QRectF, state: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state == "done":
            painter.setBrush(colour("ok_soft"))
            painter.drawEllipse(circle)
            margin = circle.width() * 0.22
            icons.paint(painter, "check", "ok", circle.adjusted(margin, margin, -margin, -margin))
        elif state == "now":
            painter.setBrush(colour("accent_soft"))
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawEllipse(circle)
            painter.setBrush(colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(circle.center(), circle.width() / 5, circle.width() / 5)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("border2"), 1.5))
            painter.drawEllipse(circle)

    def _paint_text(self, painter: QPainter, rect: QRectF, text: str, role: str) -> None:
        painter.setFont(font(role))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
