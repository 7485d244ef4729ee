"""The line at the side that opens the palette; a button, because the palette has the real line."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted

_HEIGHT = 32
KEYS = "Ctrl+K"


class SearchLine(QPushButton):
    """Looks like a line to type into, and says by which keys it is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_line")
        self.setProperty("kind", "switcher")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Search records and commands"))
        self._keys = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(self.tr("Search records and commands ({keys})").format(keys=self._keys))

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(scaled(190), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(_HEIGHT), scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(colour("focus"), 2) if self.hasFocus() else QPen(colour("border2"), 1))
        painter.drawRoundedRect(ground, 6, 6)
        size = scaled(16)
        narrow = self.width() < 3 * size + 12
        left = (self.width() - size) / 2 if narrow else 11.0
        place = QRectF(left, (self.height() - size) / 2, size, size)
        icons.paint(painter, "search", "text2", place)
        if not narrow:
            self._paint_words(painter, place.right() + 9)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        width = QFontMetricsF(font("micro")).horizontalAdvance(self._keys)
        cap = QRectF(self.width() - width - 22, 7, width + 14, self.height() - 14)
        words = QRectF(left, 0, cap.left() - left - 6, self.height())
        painted.text(painter, words, self.tr("Search"), "body", "text3")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("border2"), 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painted.text(painter, cap.adjusted(7, 0, 0, 0), self._keys, "micro", "text2")
