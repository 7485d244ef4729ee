"""The word across a draft has whole letters, whatever strokes its font draws them with."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath

from app.ui import fonts
from app.ui.paper.watermark import Watermark

PAGE = QRectF(0, 0, 500, 500)


@pytest.mark.parametrize("word", ["DRAFT", "НООРОГ"])
def test_strokes_that_lie_over_one_another_leave_no_hole(qtbot, word):
    fonts.load(fonts.TEXT_FILES)
    image = QImage(500, 500, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Watermark(word).paint(painter, PAGE, scale=0.6)
    painter.end()

    inked = sum(image.pixelColor(x, y).lightness() < 250 for x in range(500) for y in range(500))
    letters = QPainterPath()
    face = QFont("Source Serif 4")
    face.setPixelSize(100)
    letters.addText(QPointF(), face, word)
    box = letters.boundingRect()
    wide, high = 794 * 0.69 * 0.6, 794 * 0.28 * 0.6
    if not word.isascii():
        high = wide * box.height() / box.width()
    share = inked / (wide * high)

    letters.setFillRule(Qt.FillRule.WindingFill)
    whole = share_of(letters)
    letters.setFillRule(Qt.FillRule.OddEvenFill)
    with_holes = share_of(letters)
    assert with_holes < whole
    assert abs(share - whole) < abs(share - with_holes)


def share_of(letters: QPainterPath) -> float:
    """Return how much of their box letters cover."""
    box = letters.boundingRect()
    step = box.width() / 300
    across, down = 300, int(box.height() / step)
    covered = sum(
        letters.contains(QPointF(box.x() + (x + 0.5) * step, box.y() + (y + 0.5) * step))
        for x in range(across)
        for y in range(down)
    )
    return covered / (across * down)
