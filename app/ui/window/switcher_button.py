"""The button at the top of the sidebar: which body the window is about, and a way to another."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted
from app.ui.widgets.lines import broken

_HEIGHT = 64
_BADGE = 34


class SwitcherButton(QPushButton):
    """Shows the letters, the short name and the parties of a body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body_switcher")
        self.setProperty("kind", "switcher")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._letters = ""
        self._title = self.tr("No body chosen")
        self._subtitle = ""
        self._describe()

    def show_body(self, *, letters: str, title: str, subtitle: str, full_name: str) -> None:
        """Show a body; its full official name is in the tip."""
        self._letters = letters
        self._title = title
        self._subtitle = subtitle
        self.setToolTip(full_name)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(scaled(190), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(_BADGE) + 6, scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scaled(_BADGE)
        narrow = self.width() < 2 * size
        left = (self.width() - size) / 2 if narrow else 8
        square = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawRoundedRect(square, 8, 8)
        painter.setFont(font("h3" if len(self._letters) < 4 else "chip"))
        painter.setPen(colour("accent"))
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), self._letters)
        if not narrow:
            self._paint_words(painter, square.right() + 10)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        size = scaled(14)
        right = self.width() - 8 - size
        middle = self.height() / 2
        width = right - left - 6
        lines = [(line, "h3", "text") for line in broken(self._title, font("h3"), width, most=2)]
        if self._subtitle:
            lines.append((self._subtitle, "micro", "text2"))
        top = middle - sum(painted.line_height(role) for _, role, _ in lines) / 2
        for words, role, token in lines:
            height = painted.line_height(role)
            painted.text(painter, QRectF(left, top, width, height), words, role, token)
            top += height
        chevrons = QRectF(right, middle - size / 2, size, size)
        icons.paint(painter, "chevrons-up-down", "text3", chevrons)

    def _describe(self) -> None:
        name = self.tr("Body: {name}. Choose another body").format(name=self._title)
        self.setAccessibleName(name)
