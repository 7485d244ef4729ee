"""Reads a Word file back as a block tree, so that it can be compared with another.

It is read as the eye does: with all tracked changes accepted, by the styles that JWG Desk gives.
What has another style is an ordinary paragraph. Layout, pictures, headers and footers are not read.
"""

from collections.abc import Mapping

from lxml import etree

from app.documents import gate
from app.documents.gate import WordFile
from app.documents.word import styles
from app.documents.word.line_reading import PARAGRAPH, Lines
from app.documents.word.number_reading import Numbers
from app.documents.word.provision_stacking import Found, stack
from app.documents.word.revision_marks import w
from app.documents.word.revision_settling import settle
from app.documents.word.table_reading import read_table
from app.texts.blocks import (
    Block,
    Break,
    Contents,
    Document,
    Heading,
    Inline,
    Paragraph,
    Role,
    Section,
)

_ROLES = {name: role for role, name in reversed(styles.ROLES.items())}
_LEVELS = {name: level for level, name in styles.LEVELS.items()}
_HEADINGS = {name: level for level, name in styles.HEADINGS.items()}
_CONTENTS = frozenset(styles.CONTENTS.values())
_STYLES, _NOTES = "word/styles.xml", ("word/footnotes.xml", "word/endnotes.xml")


def read_tree(content: bytes, *, name: str, language: str = "en") -> Document:
    """Return what a Word file says.

    Args:
        content: The file.
        name: What it is called, for errors.
        language: The language of its text.

    Raises:
        WordFileRefused: It is no Word file that can be let in.
    """
    file = gate.let_in(content, name=name)
    body = _settled(file, file.main).find(w("body"))
    lines = Lines(_style_names(file), notes=_notes(file))
    reader = _Reader(lines, Numbers(file, language=language))
    if body is not None:
        reader.read(body)
    title = name.removesuffix(".docx")
    return Document(reader.sections(), language=language, title=title, running_head=title)


def _settled(file: WordFile, part: str) -> etree._Element:
    root = _parse(file.parts[part])
    settle(root, decide=lambda _mark: True)
    return root


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _style_names(file: WordFile) -> Mapping[str, str]:
    """Return the names of the styles by their identifiers: programs rewrite those."""
    content = file.parts.get(_STYLES)
    names: dict[str, str] = {}
    for style in () if content is None else _parse(content).iter(w("style")):
        named = style.find(w("name"))
        if named is not None:
            names[style.get(w("styleId"), "")] = _plain_name(named.get(w("val"), ""))
    return names


def _plain_name(name: str) -> str:
    """Return the name as the house style has it, however a program spells its own."""
    return next((own for own in styles.REQUIRED if own.casefold() == name.casefold()), name)


def _notes(file: WordFile) -> Mapping[str, etree._Element]:
    return {
        f"{kind} {note.get(w('id'), '')}": note
        for part in _NOTES
        if part in file.parts
        for kind in ("footnote", "endnote")
        for note in _settled(file, part).iter(w(kind))
    }


class _Reader:
    """Reads the body of a file, paragraph by paragraph."""

    def __init__(self, lines: Lines, numbers: Numbers) -> None:
        self._lines = lines
        self._numbers = numbers
        self._found: list[Found] = []
        self._sections: list[Section] = []
        self._has_contents = False

    def read(self, body: etree._Element) -> None:
        for element in body:
            self._read(element)
        if self._found or not self._sections:
            self._close(body.find(w("sectPr")))

    def sections(self) -> tuple[Section, ...]:
        return tuple(self._sections)

    def _read(self, element: etree._Element) -> None:
        if element.tag == PARAGRAPH:
            self._read_paragraph(element)
        elif element.tag == w("tbl"):
            table = read_table(element, self._lines)
            if table is not None:
                self._found.append(Found(table))
        elif element.tag == w("sdt"):
            for inside in element.iterfind(f"{w('sdtContent')}/*"):
                self._read(inside)
        elif element.tag in {w("customXml"), w("smartTag")}:
            for inside in element:
                self._read(inside)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        style = self._lines.style_of(paragraph)
        if style in _CONTENTS:
            self._add_contents()
        else:
            words = self._lines.read(paragraph)
            self._add(paragraph, style, words)
            for boxed in self._lines.boxes(paragraph):
                self._add(boxed, "", self._lines.read(boxed))
        section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            self._close(section)

    def _add(self, paragraph: etree._Element, style: str, words: tuple[Inline, ...]) -> None:
        level = _LEVELS.get(style)
        if level is not None:
            self._found.append(
                Found(None, level, _beside(words), self._numbers.read(paragraph, level))
            )
        elif not words:
            return
        elif style == styles.CONTENTS_TITLE:
            self._add_contents(words)
        elif style in _HEADINGS:
            self._found.append(Found(Heading(words, _HEADINGS[style])))
        elif not self._belongs_to_last(style, words):
            self._found.append(Found(Paragraph(words, _ROLES.get(style, Role.BODY))))

    def _belongs_to_last(self, style: str, words: tuple[Inline, ...]) -> bool:
        """Put the text below a heading that has a number where it belongs, and tell whether so."""
        last = self._found[-1] if self._found else None
        if last is None or last.level is None or last.text:
            return False
        if styles.TEXT_BELOW.get(last.level) != style:
            return False
        self._found[-1] = Found(None, last.level, last.words, last.number, words)
        return True

    def _add_contents(self, title: tuple[Inline, ...] = ()) -> None:
        if not self._has_contents:
            self._has_contents = True
            self._found.append(Found(Contents(title)))

    def _close(self, properties: etree._Element | None) -> None:
        size = None if properties is None else properties.find(w("pgSz"))
        turned = size is not None and size.get(w("orient")) == "landscape"
        first = len(self._sections)
        blocks: tuple[Block, ...] = tuple(stack(self._found, prefix=f"s{first}"))
        self._sections.append(Section(blocks, landscape=turned))
        self._found = []


def _beside(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return what stands beside a number; that of an annex stands on a line of its own."""
    return words[1:] if words and isinstance(words[0], Break) else words
