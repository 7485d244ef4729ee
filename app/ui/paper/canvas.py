"""The ground on which the page lies."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.appearance import colour
from app.ui.paper.sheet import Sheet

GAP = 24
_SHADOW = 8
_SHADE = 3


class Canvas(QWidget):
    """Shows the page with a soft edge of shadow.

    Signals:
        unit_requested: How far down a unit is that a reference points to.
        record_requested: The kind of record that a link leads to, and its identifier.
    """

    unit_requested = Signal(int)
    record_requested = Signal(str, str)

    def __init__(self, *, name: str = "studio", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_canvas")
        self.sheet = Sheet(name=name, parent=self)
        self.sheet.anchorClicked.connect(self._follow)
        down = QVBoxLayout(self)
        down.setContentsMargins(GAP, GAP, GAP, GAP)
        down.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        down.addStretch(1)

    def show_unit(self, name: str) -> None:
        """Ask for the place of a unit to be shown, if the document has it."""
        place = self.sheet.place_of(name)
        if place is not None:
            self.unit_requested.emit(self.sheet.mapTo(self, QPoint(0, round(place))).y())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), colour("canvas"))
        page = QRectF(self.sheet.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADE))
        for step in range(_SHADOW, 0, -1):
            edge = page.adjusted(-step, 3 - step, step, 3 + step)
            painter.drawRoundedRect(edge, step, step)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == "jwg":
            kind, _, identifier = address.path().partition(":")
            self.record_requested.emit(kind, identifier)
        else:
            self.show_unit(address.fragment())
