"""Shows how something will be printed, page by page, and prints it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.ui.steps import Steps
from app.ui.widgets.room import fit

MakePages = Callable[[QSizeF], QTextDocument]
"""Makes a document broken into pages of a size, in pixels of 1/96 inch, its edges included."""
Beneath = Callable[[QPainter, QRectF], None]
"""Draws what lies on a page beneath the words."""

EDGE = 94
_DOTS_PER_INCH = 96
_FOOT = 44
_NUMBER_SIZE = 12


class PrintPreview(QPrintPreviewDialog):
    """The pages as they will be printed, and the way to print them."""

    def __init__(
        self,
        make_pages: MakePages,
        *,
        title: str,
        name: str,
        landscape: bool = False,
        edge: int = EDGE,
        beneath: Beneath | None = None,
        parent: QWidget,
    ) -> None:
        # Kept here: the dialog does not own the printer that it is given.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setFullPage(True)
        if landscape:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        super().__init__(self._printer, parent)
        self.setObjectName(name)
        self.setWindowTitle(self.tr("Print “{title}”").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 900, 760)
        self._make_pages = make_pages
        self._made: tuple[QSizeF, QTextDocument] | None = None
        self.paintRequested.connect(partial(paint_pages, self._pages, edge=edge, beneath=beneath))

    def open_next(self) -> None:
        """Open once the window has had its turn: making it takes its time, and so do the pages."""
        Steps(self).take(self._open())

    def _pages(self, paper: QSizeF) -> QTextDocument:
        """Return the pages, made once for each size of paper."""
        if self._made is None or self._made[0] != paper:
            self._made = paper, self._make_pages(paper)
        return self._made[1]

    def _open(self) -> Iterator[None]:
        yield
        self._pages(_paper_of(self._printer)).pageCount()  # laid out, but not yet drawn
        yield
        self.ensurePolished()
        yield
        self.open()


def paint_pages(
    make_pages: MakePages,
    printer: QPagedPaintDevice,
    *,
    edge: int = EDGE,
    beneath: Beneath | None = None,
) -> None:
    """Draw every page, each with its number."""
    if isinstance(printer, QPrinter):
        printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    paper = _paper_of(printer)
    document = make_pages(paper)
    painter = QPainter(printer)
    scale = printer.width() / paper.width()
    painter.scale(scale, scale)
    _begin_black(painter)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        if beneath is not None:
            beneath(painter, QRectF(0, 0, paper.width(), paper.height()))
        _paint_page(painter, document, page, edge)
    painter.end()


def _paper_of(printer: QPagedPaintDevice) -> QSizeF:
    return QSizeF(printer.pageLayout().fullRectPixels(_DOTS_PER_INCH).size())


def _begin_black(painter: QPainter) -> None:
    """Have the preview told that words are black.

    It records what is drawn, and draws it again in the window's own colour where none was set; a
    colour that is set already counts as none.
    """
    for colour in (Qt.GlobalColor.white, Qt.GlobalColor.black):
        painter.setPen(colour)


def _paint_page(painter: QPainter, document: QTextDocument, page: int, edge: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    foot = QRectF(0, size.height() - edge, size.width(), min(_FOOT, edge))
    face = document.defaultFont()
    face.setPixelSize(_NUMBER_SIZE)
    painter.setFont(face)
    painter.setPen(Qt.GlobalColor.black)
    told = f"{page + 1} / {document.pageCount()}"
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), told)
