"""Joins several PDFs into one with a bookmark for each: both originals go in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class PdfPart:
    """One PDF, and the bookmark under which its own bookmarks come."""

    title: str
    content: bytes


def join(parts: Sequence[PdfPart], *, title: str, language: str) -> bytes:
    """Return ``parts`` as one PDF, in their order.

    Args:
        parts: The PDFs, each of which LibreOffice has made.
        title: The title of the whole, for the file's properties.
        language: The language of the whole, as a tag.
    """
    # Imported when two originals are first joined, which most days nobody does.
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    for part in parts:
        writer.append(PdfReader(BytesIO(part.content)), outline_item=part.title)
    writer.add_metadata({"/Title": title, "/Producer": "JWG Desk"})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    writer.page_mode = "/UseOutlines"
    joined = BytesIO()
    writer.write(joined)
    return joined.getvalue()
