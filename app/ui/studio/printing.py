"""Shows how a document will be printed, page by page, and prints it."""

from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.ui.studio.sheet import PAGE_MARGIN, lay_out

_DOTS_PER_INCH = 96
_FOOT = 44
_NUMBER_SIZE = 12


class PrintPreview(QPrintPreviewDialog):
    """The pages of a document as they will be printed, and the way to print them."""

    def __init__(self, html: str, *, title: str, parent: QWidget) -> None:
        # Kept here: the dialog does not own the printer that it is given.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setFullPage(True)
        super().__init__(self._printer, parent)
        self.setObjectName("studio_print_preview")
        self.setWindowTitle(self.tr("Print “{title}”").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 760)
        self.paintRequested.connect(partial(paint, html))


def paint(html: str, printer: QPrinter) -> None:
    """Draw every page of a document, each with its number."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    paper = printer.pageLayout().fullRectPixels(_DOTS_PER_INCH).size()
    document = make_pages(html, QSizeF(paper))
    painter = QPainter(printer)
    scale = printer.width() / paper.width()
    painter.scale(scale, scale)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        _paint_page(painter, document, page)
    painter.end()


def make_pages(html: str, paper: QSizeF) -> QTextDocument:
    """Return a document broken into pages of a size, in pixels of 1/96 inch."""
    document = QTextDocument()
    document.setHtml(html)
    _align_left(document)
    lay_out(document, width=paper.width(), scale=1.0)
    document.setPageSize(paper)
    return document


def _align_left(document: QTextDocument) -> None:
    """Have no line justified: Qt's print preview tears the words of such lines apart."""
    form = QTextBlockFormat()
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify:
            QTextCursor(block).mergeBlockFormat(form)
        block = block.next()


def _paint_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    foot = QRectF(0, size.height() - PAGE_MARGIN, size.width(), _FOOT)
    face = document.defaultFont()
    face.setPixelSize(_NUMBER_SIZE)
    painter.setFont(face)
    told = f"{page + 1} / {document.pageCount()}"
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), told)
