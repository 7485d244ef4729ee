import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from app.ui.studio import printing
from app.ui.studio.bench import ShownPage

A4 = QSizeF(794, 1123)
LINE = '<p align="justify">The two sides exchanged views on the rules in a friendly spirit.</p>'
LONG = f"<html><body>{LINE * 120}</body></html>"


@pytest.fixture
def to_file(tmp_path, dressed):
    """Return a function that prints to a PDF on paper of a size, and the file."""

    def printed(html, size=QPageSize.PageSizeId.A4, watermark=""):
        path = tmp_path / "printed.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setPageSize(QPageSize(size))
        printing.paint(ShownPage(html, "a.docx", "A", 794, watermark), printer)
        return path.read_bytes()

    return printed


def test_a_document_is_broken_into_pages_with_edges(dressed):
    pages = printing.make_pages(LONG, A4)

    assert pages.pageCount() > 2
    assert pages.pageSize() == A4
    assert pages.idealWidth() <= A4.width()


def test_narrower_paper_takes_more_pages(dressed):
    small = printing.make_pages(LONG, QSizeF(559, 794))

    assert small.pageCount() > printing.make_pages(LONG, A4).pageCount()


def test_every_page_is_printed(to_file, dressed):
    content = to_file(LONG)

    assert content.startswith(b"%PDF")
    count = printing.make_pages(LONG, A4).pageCount()
    assert content.count(b"/Type /Page\n") == count


def test_a_page_break_begins_a_page(dressed):
    broken = "<p>One</p><p style='page-break-before:always'>Two</p>"

    assert printing.make_pages(broken, A4).pageCount() == 2


def test_a_draft_is_printed_with_the_word_across_every_page(to_file, dressed):
    assert len(to_file(LONG, watermark="DRAFT")) > len(to_file(LONG))


def test_a_pdf_is_written_without_another_program(tmp_path, dressed):
    page = ShownPage(LONG, "a.docx", "Agreed minutes", 794, "DRAFT")

    path = printing.write_pdf(page, tmp_path / "minutes.pdf")

    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == printing.make_pages(LONG, A4).pageCount()


def test_a_pdf_that_cannot_be_written_is_named(tmp_path, dressed):
    page = ShownPage(LONG, "a.docx", "Agreed minutes", 794, "")

    with pytest.raises(printing.PdfNotWritten, match=r"minutes\.pdf"):
        printing.write_pdf(page, tmp_path / "no such folder" / "minutes.pdf")
