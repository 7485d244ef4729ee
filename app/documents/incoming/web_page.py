"""Reads the paragraphs of a web page: what a browser would print, block by block."""

import re
from collections.abc import Iterator

from lxml import etree, html

from app.documents.incoming.counting import spell
from app.documents.incoming.word_text import IncomingParagraph, IncomingText
from app.domain.errors import Misfortune

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_SILENT = frozenset({"head", "script", "style", "template", "noscript", "iframe", "object", "svg"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WAYS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST = 30_000_000


class WebPageRefused(Misfortune):
    """A web page cannot be read."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” cannot be read as a web page: {why}.", "Save it again as text.")
        self.name = name


def read_web_page(content: bytes, *, name: str) -> IncomingText:
    """Return the text of a web page; nothing that it links to is fetched.

    Numbers that the page leaves to the browser, those of its ordered lists, are written out.

    Raises:
        WebPageRefused: It is too large, or there is nothing in it.
    """
    if len(content) > _LONGEST:
        raise WebPageRefused(name, "it is larger than any text of rules")
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise WebPageRefused(name, "there is no text in it") from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise WebPageRefused(name, "it is put together as no page is")
    collected = _Collected()
    collected.add(root)
    return IncomingText(tuple(collected.finished()))


class _Collected:
    """The paragraphs so far, and the words of the one under way."""

    def __init__(self) -> None:
        self._paragraphs: list[IncomingParagraph] = []
        self._words: list[str] = []
        self._label = ""
        self._style = ""

    def add(self, root: etree._Element) -> None:
        """Walk the page without recursion: a hostile one may be nested a thousand deep."""
        for element, enters in _walk(root):
            tag = str(element.tag)
            if enters:
                self._enter(element, tag)
            else:
                self._leave(element, tag)

    def finished(self) -> list[IncomingParagraph]:
        """Return every paragraph."""
        self._end()
        return self._paragraphs

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
            self._style = tag if tag in _HEADINGS else ""
            self._label = _number_of(element) if tag == "li" else ""
        elif tag == "br":
            self._words.append("\n")
        elif tag in {"td", "th"} and self._words:
            self._words.append("\t")
        self._words.append(_SPACE.sub(" ", element.text or ""))

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
        self._words.append(_SPACE.sub(" ", element.tail or ""))

    def _end(self) -> None:
        lines = (line.strip() for line in "".join(self._words).split("\n"))
        self._words.clear()
        for text in lines:
            if text:
                self._paragraphs.append(IncomingParagraph(self._label, text, self._style))
                self._label = ""


def _walk(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                yield _only_tail(element), False
            continue
        if event == "start" and element.tag in _SILENT:
            skipped = element
            continue
        yield element, event == "start"


def _only_tail(element: etree._Element) -> etree._Element:
    made = etree.Element("span")
    made.tail = element.tail
    return made


def _number_of(entry: etree._Element) -> str:
    above = entry.getparent()
    if above is None or above.tag != "ol":
        return "•" if above is not None and above.tag == "ul" else ""
    position = _whole(above.get("start"), 1)
    for each in above.iterchildren("li"):
        position = _whole(each.get("value"), position)
        if each is entry:
            break
        position += 1
    return f"{spell(position, way=_WAYS.get(above.get('type', '1'), 'decimal'))}."


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.strip().isdecimal() else otherwise
