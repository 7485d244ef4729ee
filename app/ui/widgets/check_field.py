"""A field that is answered by yes or no."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.widgets.field import Field

_BOX = 18
_GAP = 8
_HEIGHT = 30


class CheckField(Field):
    """A box to tick; its label stands beside it."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        self._box = CheckBox(text)
        super().__init__(self._box, parent)
        self._box.toggled.connect(self._tell)
        self._box.clicked.connect(self._finish)

    def value(self) -> bool:
        """Return whether the box is ticked."""
        return self._box.isChecked()

    def takes_label(self, label: str) -> bool:
        """Take the label into the field itself, where it can stand there; say whether it did."""
        self._box.setText(label)
        return True

    def _show(self, value: Any) -> None:
        self._box.setChecked(bool(value))


class CheckBox(QCheckBox):
    """A box to tick in the colours of the theme."""

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        width = QFontMetrics(font("body")).horizontalAdvance(self.text())
        return QSize(scaled(_BOX) + _GAP + width + 6, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(_BOX) + _GAP + scaled(40), scaled(_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the box and its words."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scaled(_BOX)
        box = QRectF(1.5, (self.height() - size) / 2 + 0.5, size - 1, size - 1)
        enabled = self.isEnabled()
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent" if enabled else "neutral_soft"))
        else:
            painter.setPen(QPen(colour("field" if enabled else "border2"), 1))
            painter.setBrush(colour("hover" if self.underMouse() and enabled else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            icons.paint(
                painter, "check", "on_accent" if enabled else "text3", box.adjusted(2, 2, -2, -2)
            )
        words = QRectF(self.rect()).adjusted(size + _GAP, 0, 0, 0)
        metrics = QFontMetrics(font("body"))
        told = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, round(words.width()))
        painter.setFont(font("body"))
        painter.setPen(colour("text" if enabled else "text3"))
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), told
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 5, 5)
