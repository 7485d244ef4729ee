"""Shows how a document will be printed, page by page, and prints it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.paper.sheet import PAGE_HEIGHT, PAGE_MARGIN, clear_ground, lay_out
from app.ui.paper.watermark import Watermark
from app.ui.widgets import print_preview

if TYPE_CHECKING:
    from app.ui.studio.bench import ShownPage

_NEARLY = 0.9
_DOTS_PER_INCH = 300


class PdfNotWritten(Misfortune):
    """A PDF could not be written where it was wanted."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” cannot be written in the folder “{path.parent.name}”.",
            "Close the file if it is open in another program, or choose another folder.",
        )
        self.path = path


class PrintPreview(print_preview.PrintPreview):
    """The pages of a document as they will be printed, and the way to print them."""

    def __init__(self, page: "ShownPage", *, parent: QWidget) -> None:
        super().__init__(
            partial(make_pages, page.html),
            title=page.title,
            name="studio_print_preview",
            landscape=page.width > PAGE_HEIGHT * _NEARLY,
            edge=PAGE_MARGIN,
            beneath=_watermark(page.watermark),
            parent=parent,
        )


def paint(page: "ShownPage", printer: QPrinter) -> None:
    """Draw every page of a document, each with its number and the word across it."""
    print_preview.paint_pages(
        partial(make_pages, page.html),
        printer,
        edge=PAGE_MARGIN,
        beneath=_watermark(page.watermark),
    )


def write_pdf(page: "ShownPage", path: Path) -> Path:
    """Write a document as a PDF without another program, as it would be printed.

    Raises:
        PdfNotWritten: The file cannot be written.
    """
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setTitle(page.title)
    writer.setResolution(_DOTS_PER_INCH)
    if page.width > PAGE_HEIGHT * _NEARLY:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_preview.paint_pages(
        partial(make_pages, page.html),
        writer,
        edge=PAGE_MARGIN,
        beneath=_watermark(page.watermark),
    )
    try:
        path.write_bytes(held.data().data())
    except OSError as error:
        raise PdfNotWritten(path) from error
    return path


def _watermark(word: str) -> print_preview.Beneath:
    return partial(Watermark(word).paint, scale=1.0)


def make_pages(html: str, paper: QSizeF) -> QTextDocument:
    """Return a document broken into pages of a size, in pixels of 1/96 inch."""
    document = QTextDocument()
    document.setHtml(html)
    _align_left(document)
    clear_ground(document)
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
