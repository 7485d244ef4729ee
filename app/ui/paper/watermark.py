"""Draws the word that lies across the pages of a draft, as Word prints it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QTransform

PAGE_WIDTH = 794
_WIDE = 0.69  # of the width of an upright page, as in the Word file
_HIGH = 0.28
_UP = -45
_GREY = QColor(0xD9, 0xD9, 0xD9, 128)
_FACES = ["Source Serif 4", "Times New Roman", "Batang", "MS Mincho", "Noto Serif CJK KR", "serif"]


class Watermark:
    """The word and its shape, made once."""

    def __init__(self, word: str = "") -> None:
        self.word = word
        self._shape = _outline(word) if word else QPainterPath()

    def paint(self, painter: QPainter, page: QRectF, *, scale: float) -> None:
        """Draw it in the middle of a page that is shown at a scale."""
        if not self.word:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GREY)
        painter.translate(page.center())
        painter.rotate(_UP)
        painter.scale(scale, scale)
        painter.drawPath(self._shape)
        painter.restore()


def _outline(word: str) -> QPainterPath:
    """Return the word stretched to its box, round the origin."""
    face = QFont()
    face.setFamilies(_FACES)
    face.setPixelSize(100)
    path = QPainterPath()
    path.addText(QPointF(), face, word)
    drawn = path.boundingRect()
    wide, high = PAGE_WIDTH * _WIDE, PAGE_WIDTH * _HIGH
    # Square letters keep their shape, as they do in the Word file.
    across = wide / max(drawn.width(), 1)
    up = high / max(drawn.height(), 1) if word.isascii() else across
    turn = QTransform.fromScale(across, up)
    turn.translate(-drawn.center().x(), -drawn.center().y())
    shape = turn.map(path)
    # Strokes of one letter may overlap: filled by turns, they would have holes there.
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape
