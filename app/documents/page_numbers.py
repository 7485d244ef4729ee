"""Fills the page numbers of a table of contents in, which only a laid-out document has.

Word counts them itself when it opens the file, but asks first, and other readers do not count. So
where LibreOffice is there the document is laid out once, and its pages are written down.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from app.documents import pdf
from app.documents.outline import list_entries
from app.documents.pdf_outline import Bookmark, list_bookmarks
from app.documents.word import write
from app.texts.blocks import Contents, Document
from app.texts.numbering import number
from app.texts.walking import blocks_of

_ALL_LEVELS = 9
_ROOM = 88  # as wide as most numbers, so that the second layout is that of the first


def write_with_pages(
    document: Document,
    *,
    house_style: Path | bytes | None = None,
    written_at: datetime | None = None,
    program: Path | None = None,
) -> bytes:
    """Return ``document`` as a Word file whose table of contents has its page numbers.

    Without a table of contents, or without LibreOffice, it is what ``word.write`` returns.

    Args:
        document: What is in it.
        house_style: Its styles, lists and page; those among the templates by default.
        written_at: The day and hour for the file's properties.
        program: LibreOffice; looked for where it is not given.

    Raises:
        NotLaidOut: LibreOffice is there, and failed.
    """

    def write_on(pages: Mapping[str, int] | None) -> bytes:
        return write(document, house_style=house_style, written_at=written_at, pages=pages)

    has_contents = any(isinstance(block, Contents) for block in blocks_of(document))
    program = program or pdf.find_libreoffice()
    if not has_contents or program is None:
        return write_on(None)
    entries = list_entries(document, numbering=number(document), levels=_ALL_LEVELS)
    first = pdf.convert(write_on({each.target: _ROOM for each in entries}), program=program)
    titles = [(each.target, f"{each.label} {each.heading}") for each in entries]
    return write_on(_find(titles, list_bookmarks(first)))


def _find(titles: list[tuple[str, str]], bookmarks: tuple[Bookmark, ...]) -> dict[str, int]:
    """Return the page of each target, as far as its title is found among those after the last."""
    pages = {}
    start = 0
    for target, title in titles:
        wanted = _squeeze(title)
        for place in range(start, len(bookmarks)):
            if _squeeze(bookmarks[place].title) == wanted:
                pages[target] = bookmarks[place].page
                start = place + 1
                break
    return pages


def _squeeze(title: str) -> str:
    return "".join(title.split())
