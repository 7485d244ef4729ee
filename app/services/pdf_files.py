"""Verbs for PDF files: the document of record, laid out by LibreOffice, else by Word, if there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.services import disk, house_styles
from app.services.wanted import Wanted, compose, list_originals
from app.services.word_files import ComposedDocument
from app.store.workspace import Workspace

Layout = Callable[[Workspace, ComposedDocument], bytes]

__all__ = [
    "Layout",
    "Wanted",
    "can_lay_out",
    "find_layout",
    "save_as_pdf",
    "save_originals_as_pdf",
]


def can_lay_out() -> bool:
    """Return whether there is a LibreOffice, or on Windows a Word, to make a PDF with."""
    return find_layout() is not None


def save_as_pdf(workspace: Workspace, wanted: Wanted, *, folder_or_path: Path) -> Path:
    """Write a document as PDF, into a folder under a free name or to a path; return the path.

    Raises:
        NoLibreOffice: There is nothing to lay it out with.
        NotLaidOut: LibreOffice or Word failed, or took too long.
        FileNotWritten: naming the file and the reason.
    """
    lay_out = _require_layout()
    made = compose(workspace, wanted)
    content = lay_out(workspace, made)
    return disk.write_file(folder_or_path, content, name=_name(made))


def save_originals_as_pdf(workspace: Workspace, wanted: Wanted, *, folder_or_path: Path) -> Path:
    """Write the original of every side into one PDF, with a bookmark for each; return the path.

    Raises:
        NoLibreOffice, NotLaidOut, FileNotWritten: as ``save_as_pdf``.
    """
    from app.documents.pdf_joining import PdfPart, join

    lay_out = _require_layout()
    made = [compose(workspace, each) for each in list_originals(workspace, wanted)]
    parts = [PdfPart(_bookmark(each), lay_out(workspace, each)) for each in made]
    first = made[0]
    whole = join(parts, title=first.document.title, language=first.document.language)
    return disk.write_file(folder_or_path, whole, name=_name(first, originals=len(made)))


def _require_layout() -> Layout:
    from app.documents.pdf import NoLibreOffice

    found = find_layout()
    if found is None:
        raise NoLibreOffice
    return found


def find_layout() -> Layout | None:
    """Return what lays documents out here: LibreOffice first, which needs no licence."""
    from app.documents import pdf, pdf_by_word

    if (program := pdf.find_libreoffice()) is not None:
        return partial(_by_libreoffice, program)
    if (program := pdf_by_word.find_word()) is not None:
        return partial(_by_word, program)
    return None


def _by_libreoffice(program: Path, workspace: Workspace, made: ComposedDocument) -> bytes:
    from app.documents import page_numbers, pdf

    content = page_numbers.write_with_pages(
        made.document, house_style=house_styles.current(workspace), program=program
    )
    return pdf.convert(content, program=program)


def _by_word(program: Path, workspace: Workspace, made: ComposedDocument) -> bytes:
    """Word counts the pages of the contents itself, before it exports."""
    from app.documents import pdf_by_word, word

    content = word.write(made.document, house_style=house_styles.current(workspace))
    return pdf_by_word.convert(content, program=program)


def _bookmark(made: ComposedDocument) -> str:
    """Return what an original is called: in its own foot where it says so, else by its party."""
    holder = made.document.original_of
    named = (party.heading for party in made.facts.parties if party.code == holder)
    return made.document.running_foot or next(named, made.document.title)


def _name(made: ComposedDocument, *, originals: int = 1) -> str:
    """Return the name of the file; of several originals it says that all of them are in it."""
    name, holder = made.file_name.removesuffix(".docx"), made.document.original_of
    if originals > 1:
        whose = "both originals" if originals == 2 else "all originals"
        for told in (f"{holder} original", f"from {holder}"):
            name = name.replace(told, whose)
    return f"{name}.pdf"
