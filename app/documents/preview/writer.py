"""Writes a document as the HTML that Qt shows: what will be on paper, before it is on paper."""

import unicodedata
from collections.abc import Iterable

from app.documents.outline import list_entries
from app.documents.preview import sheet
from app.documents.preview.letterhead import write_letterhead
from app.documents.preview.sheet import Sheet
from app.documents.preview.tables import (
    Tables,
    write_barred,
    write_beside,
    write_ends,
    write_notice,
    write_paragraph,
    write_rule,
)
from app.documents.preview.wording import (
    Wording,
    link_to_record,
    link_to_unit,
    mark_unit,
    write_words,
)
from app.documents.word.tongues import TONGUES
from app.texts.blocks import (
    Block,
    Contents,
    Control,
    Document,
    Heading,
    Inline,
    Level,
    Paragraph,
    Provision,
    Role,
    Section,
    Signatures,
    Table,
    Text,
)
from app.texts.numbering import Numbering, number
from app.texts.walking import provisions_of

_RUN_IN = "\N{EM SPACE}"


def html(document: Document, *, scale: float = 1.0) -> str:
    """Return ``document`` as a page for QTextBrowser, ``PAGE_WIDTH`` wide at full size.

    The window gives the page its edge (``PAGE_MARGIN``) and the distance of tabs (``TAB_STOP``).
    Addresses in it: ``#ID`` is a unit of the document, ``jwg:KIND:ID`` the record it comes from.

    Args:
        document: What is on it; values marked as coming from the records stand on blue.
        scale: How large: 1.0 shows it as large as on paper at 96 dots to the inch.

    Raises:
        UnknownTarget: A reference points to nothing in the document.
        NoLabels: Nothing is known about numbering in the document's language.
    """
    return _Writer(document, Sheet(scale)).write()


def page_width(document: Document) -> int:
    """Return how wide the page of ``document`` is at full size: some lie on their side."""
    sections = document.sections
    lies = bool(sections) and all(section.landscape for section in sections)
    return sheet.PAGE_HEIGHT if lies else sheet.PAGE_WIDTH


def watermark(document: Document) -> str:
    """Return the word that lies across the pages of ``document``; nothing if none does."""
    return TONGUES[document.language].draft if document.draft else ""


class _Writer:
    def __init__(self, document: Document, page: Sheet) -> None:
        self._document = document
        self._sheet = page
        self._numbering: Numbering = number(document)
        self._wording = Wording(self._numbering)
        self._tables = Tables(self._wording, on=page)
        self._record = ""
        self._column = _widest_label(document, self._numbering)

    def write(self) -> str:
        bare = all(section.bare for section in self._document.sections)
        header = "" if bare else self._head()
        sections = "".join(self._section(each) for each in self._document.sections)
        notes = self._notes()
        footer = "" if bare else self._footer()
        face = f"font-family:{sheet.FONTS};color:{sheet.INK};background-color:#ffffff;"
        return f'<html><body style="{face}">{header}{sections}{notes}{footer}</body></html>'

    def _head(self) -> str:
        """Return what stands above the first page: of a letter its head, else the header."""
        letterhead = self._document.letterhead
        if letterhead is None:
            return self._header()
        draft = _strong(watermark(self._document), color=sheet.GAP_INK)
        mark = write_paragraph(sheet.DRAFT_MARK, draft, on=self._sheet)
        head = write_letterhead(letterhead, on=self._sheet)
        return mark + head if self._document.draft else head

    def _header(self) -> str:
        document = self._document
        right = _strong(document.symbol, color=sheet.INK)
        if document.draft:
            draft = _strong(watermark(document), color=sheet.GAP_INK)
            right = f"{draft}&nbsp;&nbsp;&nbsp;{right}" if document.symbol else draft
        head = write_words(document.running_head)
        return write_ends(head, right, on=self._sheet, side="bottom")

    def _footer(self) -> str:
        if not self._document.running_foot:
            return ""
        foot = write_words(self._document.running_foot)
        return write_ends(foot, "", on=self._sheet, side="top")

    def _notes(self) -> str:
        if not self._wording.notes:
            return ""
        rule = write_rule(on=self._sheet)
        lines = [
            write_paragraph(sheet.FOOTNOTE, f"<sup>{place}</sup> {words}", on=self._sheet)
            for place, words in enumerate(self._wording.notes, start=1)
        ]
        return rule + "".join(lines)

    def _section(self, section: Section) -> str:
        written = self._blocks(section.blocks)
        if section is self._document.sections[0]:
            return written
        return f'<p style="page-break-before:always;margin:0;font-size:1px;"></p>{written}'

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                content = mark_unit(block.id) + self._wording.write(block.inlines)
                return write_paragraph(sheet.HEADINGS[block.level], content, on=self._sheet)
            case Provision():
                return self._provision(block)
            case Control():
                return self._control(block)
            case Table():
                return self._tables.write(block)
            case Signatures():
                return self._tables.write_signatures(block)
            case Contents():
                return self._contents(block)

    def _paragraph(self, block: Paragraph) -> str:
        content = mark_unit(block.id) + self._wording.write(block.inlines, record=self._record)
        face = sheet.ROLES[block.role]
        if block.role is Role.NOTICE:
            return write_notice(content, on=self._sheet, face=face)
        if block.role is Role.DECISION:
            return write_barred(content, on=self._sheet, face=face)
        return write_paragraph(face, content, on=self._sheet)

    def _control(self, block: Control) -> str:
        outer = self._record
        self._record = link_to_record(block.record, block.id)
        written = mark_unit(block.id) + self._blocks(block.blocks)
        self._record = outer
        return written

    def _contents(self, block: Contents) -> str:
        written = ""
        if block.title:
            title = self._wording.write(block.title)
            written = write_paragraph(sheet.CONTENTS_TITLE, title, on=self._sheet)
        for entry in list_entries(self._document, numbering=self._numbering, levels=block.levels):
            face = sheet.CONTENTS[entry.level]
            words = _link(entry.target, entry.heading)
            if face.hanging and entry.label:
                label = _link(entry.target, entry.label)
                written += write_beside(face, label, words, on=self._sheet, column=self._column)
            else:
                label = f"{_link(entry.target, entry.label)}{_RUN_IN}" if entry.label else ""
                written += write_paragraph(face, label + words, on=self._sheet)
        return written

    def _provision(self, provision: Provision) -> str:
        face = sheet.LEVELS[provision.level]
        below = sheet.TEXT_BELOW.get(provision.level)
        beside = provision.heading if below else _run_in(provision.heading) + provision.text
        label = mark_unit(provision.id) + self._label(provision)
        content = self._wording.write(beside)
        if provision.level is Level.ARTICLE:
            written = write_beside(face, label, content, on=self._sheet, column=self._column)
        elif face.align == "center":
            between = "<br>" if provision.level is Level.ANNEX else " "
            written = write_paragraph(face, label + between + content, on=self._sheet)
        else:
            written = write_paragraph(face, content, on=self._sheet, label=label)
        if provision.level is Level.ANNEX:
            written = written.replace('style="', 'style="page-break-before:always;', 1)
        if below and provision.text:
            text = self._wording.write(provision.text)
            written += write_paragraph(below, text, on=self._sheet)
        return written + "".join([self._provision(child) for child in provision.children])

    def _label(self, provision: Provision) -> str:
        words = write_words(self._numbering.label(provision.id).text)
        if not provision.record:
            return words
        address = link_to_record(provision.record, provision.id)
        return f'<a href="{address}" style="color:{sheet.INK};text-decoration:none;">{words}</a>'


def _widest_label(document: Document, numbering: Numbering) -> int:
    """Return how wide the column of the articles' numbers is, in pixels at full size."""
    labels = (
        numbering.label(each.id).text
        for each in provisions_of(document)
        if each.level in {Level.ARTICLE, Level.CHAPTER}
    )
    widest = max((sum(map(_width, label)) for label in labels), default=0)
    return max(sheet.ARTICLE, round(widest) + 16)


def _width(sign: str) -> float:
    return 16 if unicodedata.east_asian_width(sign) in "WF" else 9


def _run_in(heading: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a heading that stands in the line of its text, in bold with a full stop."""
    if not heading:
        return ()
    bold = tuple(
        Text(each.text, bold=True, italic=each.italic) if isinstance(each, Text) else each
        for each in heading
    )
    return (*bold, Text(". ", bold=True))


def _strong(words: str, *, color: str) -> str:
    return f'<span style="{sheet.BOLD}color:{color};">{write_words(words)}</span>'


def _link(target: str, words: str) -> str:
    address = link_to_unit(target)
    style = f"color:{sheet.INK};text-decoration:none;"
    return f'<a href="{address}" style="{style}">{write_words(words)}</a>'
