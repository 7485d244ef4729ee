from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture, QTextDocument
from PySide6.QtWidgets import QWidget

from app.settings.options import ThemeChoice
from app.ui.widgets.print_preview import PrintPreview, paint_pages


class Recording(QPicture):
    """Paper that records what is drawn on it, as Qt's print preview has."""

    def __init__(self):
        super().__init__()
        self.setBoundingRect(QImage(300, 200, QImage.Format.Format_RGB32).rect())

    def width(self):
        return 300

    def setPageMargins(self, margins):  # noqa: N802 - Qt calls it so
        """Have none."""

    def pageLayout(self):  # noqa: N802
        return self

    def fullRectPixels(self, dots):  # noqa: N802
        return self

    def size(self):
        return QSizeF(300, 200).toSize()


def pages(size):
    document = QTextDocument()
    document.setHtml("<p style='font-size:40px; font-weight:700'>HHHH</p>")
    document.setPageSize(size)
    return document


def test_words_are_black_on_paper_in_dark_colours_too(theme):
    theme.wear(ThemeChoice.DARK)
    recorded = Recording()
    paint_pages(pages, recorded, edge=10)

    paper = QImage(300, 200, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.setPen(Qt.GlobalColor.lightGray)  # as that of a window in dark colours
    recorded.play(painter)
    painter.end()

    inked = [paper.pixelColor(x, y).lightness() for x in range(150) for y in range(60)]
    assert min(inked) < 40


def test_the_preview_is_never_larger_than_the_screen(qtbot):

    parent = QWidget()
    qtbot.addWidget(parent)

    preview = PrintPreview(pages, title="Rules", name="preview", parent=parent)

    room = preview.screen().availableGeometry()
    assert preview.width() <= room.width()
    assert preview.height() <= room.height()
