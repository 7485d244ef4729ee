"""Reads the paragraphs of a Word file from outside, each with the number that Word prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lxml import etree

from app.documents.gate import WordFile, let_in
from app.documents.incoming.lists import Lists
from app.documents.word.revision_marks import w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset({w("del"), w("moveFrom"), f"{_MC}Fallback", w("instrText"), w("delText")})
_CHANGES = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_BREAKS = frozenset({w("br"), w("cr")})
_DASHES = {w("noBreakHyphen"): "-", w("softHyphen"): ""}
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_PICTURES = frozenset({w("drawing"), w("pict"), w("object")})

_CONTENTS_STYLE = re.compile(r"toc \d|toc heading|contents \d", re.I)


class Left(StrEnum):
    """What of a file is not in its paragraphs, so that the reader must be told."""

    PENDING_CHANGES = "pending-changes"
    NOTES = "notes"
    PICTURES = "pictures"
    TEXT_BOXES = "text-boxes"
    TABLES = "tables"
    CONTENTS = "contents"
    HAZARDS = "hazards"


@dataclass(frozen=True, slots=True)
class IncomingParagraph:
    """A paragraph.

    Attributes:
        label: The number before it, which its text does not hold.
        style: The name of its style.
        in_table: Whether it is a row of a table, its cells divided by tabs.
    """

    label: str
    text: str
    style: str = ""
    in_table: bool = False

    @property
    def line(self) -> str:
        """The paragraph as it is printed."""
        return f"{self.label}\t{self.text}" if self.label and self.text else self.label or self.text


@dataclass(frozen=True, slots=True)
class IncomingText:
    """What a file says, and how much of what is not in its paragraphs."""

    paragraphs: tuple[IncomingParagraph, ...]
    left: tuple[tuple[Left, int], ...] = ()

    def plain(self) -> str:
        """Return the text, one line for each paragraph."""
        return "\n".join(paragraph.line for paragraph in self.paragraphs)


def read_word(content: bytes, *, name: str) -> IncomingText:
    """Return the text of a Word file from outside.

    Tracked changes that nobody has decided count as accepted; how many there are is told.

    Raises:
        WordFileRefused: The file is not safe, not whole, or no Word file.
    """
    admitted = let_in(content, name=name)
    read = read_admitted(admitted)
    if not admitted.removed:
        return read
    return replace(read, left=(*read.left, (Left.HAZARDS, len(admitted.removed))))


def read_admitted(file: WordFile) -> IncomingText:
    """Return the text of a Word file that has passed the gate."""
    body = _part(file, file.main).find(w("body"))
    if body is None:
        return IncomingText(())
    folder = file.main.rpartition("/")[0]
    lists = Lists(
        _optional(file, f"{folder}/numbering.xml"), _optional(file, f"{folder}/styles.xml")
    )
    names = _style_names(_optional(file, f"{folder}/styles.xml"))
    everything = tuple(_paragraphs(body, lists, names))
    paragraphs = tuple(each for each in everything if not _CONTENTS_STYLE.fullmatch(each.style))
    contents = len(everything) - len(paragraphs)
    left = (*_count_left(body), *(((Left.CONTENTS, contents),) if contents else ()))
    return IncomingText(paragraphs, left)


def _paragraphs(
    holder: etree._Element, lists: Lists, names: dict[str, str]
) -> Iterator[IncomingParagraph]:
    for child in holder:
        if child.tag == w("p"):
            yield _paragraph(child, lists, names)
        elif child.tag == w("tbl"):
            yield from _rows(child, lists)
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _paragraphs(child, lists, names)


def _rows(table: etree._Element, lists: Lists) -> Iterator[IncomingParagraph]:
    for row in table.iter(w("tr")):
        cells = []
        for cell in row.iter(w("tc")):
            words = (
                " ".join(part for part in (lists.label(each), _text(each)) if part)
                for each in cell.iter(w("p"))
            )
            cells.append(" ".join(part.replace("\n", " ") for part in words if part))
        yield IncomingParagraph("", "\t".join(cells), in_table=True)


def _paragraph(paragraph: etree._Element, lists: Lists, names: dict[str, str]) -> IncomingParagraph:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    key = style.get(w("val"), "") if style is not None else ""
    return IncomingParagraph(lists.label(paragraph), _text(paragraph), names.get(key, key))


def _text(paragraph: etree._Element) -> str:
    return "".join(_words(paragraph)).strip()


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t" if element.tag == w("r") else ""
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag in _DASHES:
            yield _DASHES[child.tag]
        else:
            yield from _words(child)


def _count_left(body: etree._Element) -> Iterator[tuple[Left, int]]:
    counted = {
        Left.PENDING_CHANGES: _count(body, _CHANGES),
        Left.NOTES: _count(body, _NOTES),
        Left.PICTURES: _count(body, _PICTURES),
        Left.TEXT_BOXES: _count(body, frozenset({w("txbxContent")})),
        Left.TABLES: _count(body, frozenset({w("tbl")})),
    }
    return ((kind, number) for kind, number in counted.items() if number)


def _count(body: etree._Element, tags: frozenset[str]) -> int:
    return sum(1 for element in body.iter(*tags) if element.tag in tags)


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    if styles is None:
        return {}
    found = {}
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        if name is not None:
            found[style.get(w("styleId"), "")] = name.get(w("val"), "")
    return found


def _part(file: WordFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(file.parts[name], parser)


def _optional(file: WordFile, name: str) -> etree._Element | None:
    return _part(file, name) if name in file.parts else None
