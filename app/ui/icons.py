"""Draws the shipped line icons in the theme's colours, sharp at every scale, live when it changes.

``QIconEngine.scaledPixmap`` is handed a logical size and a device ratio: the pixmap must be made
at their product and told its ratio, or icons are blurred at 150 %.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource
from app.ui import appearance


def icon(name: str, token: str = "text2") -> QIcon:
    """Return an icon that looks up its colour each time it is drawn."""
    return QIcon(_TokenIconEngine(name, token))


def paint(painter: QPainter, name: str, token: str, rect: QRectF) -> None:
    """Draw an icon into a rectangle of a painter."""
    _renderer(name, appearance.hexadecimal(token)).render(painter, rect)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawing.encode()))


class _TokenIconEngine(QIconEngine):
    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw one entry."""
        token = "text3" if mode == QIcon.Mode.Disabled else self._token
        paint(painter, self._name, token, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _TokenIconEngine(self._name, self._token)
