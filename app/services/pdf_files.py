"""Verbs for PDF files: the document of record, laid out by LibreOffice where it is installed."""

from pathlib import Path

from app.services import disk, house_styles
from app.services.wanted import Wanted, compose
from app.store.workspace import Workspace

__all__ = ["Wanted", "can_lay_out", "save_as_pdf"]


def can_lay_out() -> bool:
    """Return whether there is a LibreOffice to make a PDF with."""
    from app.documents import pdf

    return pdf.find_libreoffice() is not None


def save_as_pdf(workspace: Workspace, wanted: Wanted, *, folder_or_path: Path) -> Path:
    """Write a document as PDF, into a folder under a free name or to a path; return the path.

    Raises:
        NoLibreOffice: There is nothing to lay it out with.
        NotLaidOut: LibreOffice failed, or took too long.
        FileNotWritten: naming the file and the reason.
    """
    from app.documents import page_numbers, pdf

    program = pdf.find_libreoffice()
    if program is None:
        raise pdf.NoLibreOffice
    made = compose(workspace, wanted)
    content = page_numbers.write_with_pages(
        made.document, house_style=house_styles.current(workspace), program=program
    )
    laid_out = pdf.convert(content, program=program)
    name = f"{made.file_name.removesuffix('.docx')}.pdf"
    return disk.write_file(folder_or_path, laid_out, name=name)
