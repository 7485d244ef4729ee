"""A few alternatives side by side, of which one holds; announced as the radio buttons they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.ui.appearance import colour, font, scaled
from app.ui.widgets.clearing import clear

_HEIGHT = 26
_EDGE = 11


@dataclass(frozen=True)
class Segment:
    """One alternative: its value, the few letters that stand for it, and its whole name."""

    value: Any
    text: str
    spoken: str


class Segments(QFrame):
    """A line of alternatives.

    Signals:
        chosen: The value that the user has chosen now.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("cls", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self._offered: tuple[Segment, ...] = ()
        self._buttons: list[QRadioButton] = []

    def offer(self, segments: Sequence[Segment], chosen: Any) -> None:
        """Offer alternatives, of which one is chosen; nothing is told.

        The same alternatives keep their buttons, so that the keyboard stays where it is.
        """
        if tuple(segments) != self._offered:
            self._offered = tuple(segments)
            clear(self._row)
            self._buttons = [self._button(segment) for segment in segments]
            for button in self._buttons:
                self._row.addWidget(button)
        for button, segment in zip(self._buttons, segments, strict=True):
            button.setChecked(segment.value == chosen)

    def buttons(self) -> tuple[QRadioButton, ...]:
        """Return the buttons, from left to right."""
        return tuple(self._buttons)

    def _button(self, segment: Segment) -> QRadioButton:
        button = _SegmentButton(segment.text)
        button.setObjectName(f"{self.objectName()}_{segment.text}")
        button.setAccessibleName(segment.spoken)
        button.setToolTip(segment.spoken)
        button.clicked.connect(partial(self._tell, segment.value))
        return button

    def _tell(self, value: Any) -> None:
        self.chosen.emit(value)


class _SegmentButton(QRadioButton):
    """A radio button that is drawn as a part of a bar."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _EDGE, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(colour("border2"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(ground, 5, 5)
        elif self.underMouse():
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(ground, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(font("chip" if self.isChecked() else "small"))
        painter.setPen(colour("text" if self.isChecked() else "text2"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
