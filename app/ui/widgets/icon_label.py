"""An icon that stands beside words and says nothing of its own."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.appearance import scaled


class IconLabel(QWidget):
    """Draws one icon in a token's colour."""

    def __init__(
        self, name: str, token: str = "text2", *, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: str) -> None:
        """Draw another icon from now on."""
        self._name = name
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        icons.paint(painter, self._name, self._token, QRectF(self.rect()))
