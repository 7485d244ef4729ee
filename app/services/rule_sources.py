"""Reads a text of rules out of the file that somebody brings, before anything is made of it."""

import codecs
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.incoming.web_page import read_web_page
from app.documents.incoming.word_text import IncomingText, Left, read_word
from app.domain.errors import Misfortune
from app.exchange.decoding import decode
from app.services.attachments import WORD

__all__ = ["Left", "RuleSource", "SourceRefused", "read_pasted", "read_source"]

_LARGEST = 60_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_WEB = frozenset({".html", ".htm", ".xhtml"})
_HEAD = 4096
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.I)
_CHARSET_NAMED = re.compile(r"""charset\s*=\s*["']?[\w-]{2,40}""", re.I)
_WIDER = {
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "windows-949": "cp949",
}
"""Names that pages use, and the encoding that browsers take them for."""
_SAVE_AGAIN = "Save it as a Word document (.docx) or as text, and choose that file."


class SourceRefused(Misfortune):
    """A file holds no text that can be read."""

    def __init__(self, name: str, why: str, remedy: str = _SAVE_AGAIN) -> None:
        super().__init__(f"“{name}” {why}.", remedy, field="path")
        self.name = name


@dataclass(frozen=True)
class RuleSource:
    """A text of rules as it came.

    Attributes:
        name: The name of the file; empty for a text that was pasted.
        content: The bytes of the file, which are kept with the version.
        text: What it says, a line for each paragraph, with the numbers that are printed.
        encoding: How the bytes were read as text; empty where the file says it itself.
        others: How else they could be read, the likeliest first.
        left: What of the file is not in the text, and how often.
    """

    name: str
    content: bytes = field(repr=False)
    media_type: str
    text: str = field(repr=False)
    encoding: str = ""
    others: tuple[str, ...] = ()
    left: tuple[tuple[Left, int], ...] = ()


def read_source(path: Path, *, encoding: str = "") -> RuleSource:
    """Return what a Word file, a web page or a text file says.

    Args:
        path: The file.
        encoding: How its bytes shall be read, where the guess was wrong.

    Raises:
        SourceRefused: It is no such file, too large, or there are no words in it.
        WordFileRefused: It is a Word file that is not safe, not whole, locked or of an old kind.
        WebPageRefused: It is no web page.
        NotThisEncoding: It is no text in the encoding that was asked for.
    """
    name = path.name
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceRefused(name, "is larger than any text of rules")
        content = path.read_bytes()
    except OSError as problem:
        why = problem.strerror or "it is not there"
        raise SourceRefused(
            name, f"cannot be opened: {why.lower()}", "Look whether it is still where it was."
        ) from problem
    source = _read(content, name, path.suffix.lower(), encoding)
    if not source.text.strip():
        raise _without_words(source)
    return source


def read_pasted(text: str) -> RuleSource:
    """Return a text that was pasted; it is kept as a text file.

    Raises:
        SourceRefused: There are no words in it.
    """
    if not text.strip():
        raise SourceRefused("The text", "is empty", "Paste the text of the rules.")
    return RuleSource("", text.encode(), "text/plain", text)


def _read(content: bytes, name: str, ending: str, encoding: str) -> RuleSource:
    if content.startswith((_ZIP, _OLE)) or ending in {".docx", ".docm", ".dotx", ".doc"}:
        return _of(read_word(content, name=name), content, name, WORD)
    if content.startswith(_PDF) or ending == ".pdf":
        raise SourceRefused(
            name, "is a PDF file, whose paragraphs cannot be told apart safely", _FROM_PDF
        )
    if content.startswith(_PICTURES):
        raise SourceRefused(name, "is a picture: there are no words in it", _FROM_PICTURE)
    if ending in _WEB or content[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return _web_page(content, name, encoding)
    decoded = decode(content, name=name, encoding=encoding)
    if "\0" in decoded.text:
        raise SourceRefused(name, "is no text")
    return RuleSource(name, content, "text/plain", decoded.text, decoded.encoding, decoded.others)


def _web_page(content: bytes, name: str, encoding: str) -> RuleSource:
    """Read a page in the encoding that it names; lxml takes one that names none for Latin-1."""
    named = _CHARSET.search(content[:_HEAD])
    sign = named[1].decode("ascii").lower() if named else ""
    decoded = decode(content, name=name)
    for wanted in (encoding, _WIDER.get(sign, sign)):
        if wanted and _is_known(wanted):
            decoded = decode(content, name=name, encoding=wanted)
            break
    unmarked = _CHARSET_NAMED.sub("", decoded.text, count=1)
    page = read_web_page(codecs.BOM_UTF8 + unmarked.encode(), name=name)
    return replace(
        _of(page, content, name, "text/html"), encoding=decoded.encoding, others=decoded.others
    )


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _of(incoming: IncomingText, content: bytes, name: str, media_type: str) -> RuleSource:
    return RuleSource(name, content, media_type, incoming.plain(), left=incoming.left)


def _without_words(source: RuleSource) -> SourceRefused:
    pictured = {Left.PICTURES, Left.TEXT_BOXES} & {kind for kind, _ in source.left}
    if pictured:
        return SourceRefused(source.name, "holds pictures of pages, but no words", _FROM_PICTURE)
    return SourceRefused(source.name, "is empty", "Choose another file.")


_FROM_PDF = "Open it in Word, which makes a document of it, look it through, and save it as .docx."
_FROM_PICTURE = (
    "Have the words recognised by the scanner or in Word, look them through, "
    "and bring in that file."
)
