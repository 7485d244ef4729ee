"""Reads the words of a Word file, paragraph by paragraph, to say what somebody changed in it.

Nothing but the text is read, and nothing that is in the file is followed.
"""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx.oxml.ns import qn
from lxml import etree

from app.domain.errors import Misfortune

_MAIN = "word/document.xml"
_LARGEST = 64 * 1024 * 1024
_WORDS = {qn("w:t"): "", qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_PARAGRAPH = qn("w:p")


class NotAWordFile(Misfortune):
    """A file that was to be read is no Word file, or a damaged one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is not a Word file that can be read.",
            "Open it in Word and save it as a Word document (.docx).",
        )
        self.name = name


def read_words(content: bytes, *, name: str) -> tuple[str, ...]:
    """Return the paragraphs of a Word file as they read with all its changes accepted.

    Args:
        content: The file.
        name: What it is called, for the error.

    Raises:
        NotAWordFile: It cannot be read as one.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            if archive.getinfo(_MAIN).file_size > _LARGEST:
                raise NotAWordFile(name)
            with archive.open(_MAIN) as part:
                told = part.read(_LARGEST)
    except (BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError) as error:
        raise NotAWordFile(name) from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(told, parser)
    except etree.XMLSyntaxError as error:
        raise NotAWordFile(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotAWordFile(name)
    return tuple(filter(None, (_read(paragraph) for paragraph in root.iter(_PARAGRAPH))))


def _read(paragraph: etree._Element) -> str:
    # What stands in a text box within the paragraph has a paragraph of its own.
    own = (
        element
        for element in paragraph.iter(*_WORDS)
        if next(element.iterancestors(_PARAGRAPH)) is paragraph
    )
    return "".join([element.text or _WORDS[element.tag] for element in own]).strip()
