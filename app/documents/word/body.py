"""Writes the body of a document: blocks in, paragraphs, tables and controls out."""

from collections.abc import Iterable, Mapping

from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.contents import list_entries, write_contents
from app.documents.word.house import House
from app.documents.word.lists import Lists
from app.documents.word.runs import Runs
from app.documents.word.tables import Tables
from app.documents.word.together import kept_with_next
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
    Signatures,
    Table,
    Text,
)
from app.texts.labels import PLACE_IN_SERIES
from app.texts.numbering import Numbering

# Six points of air after a table: Word joins tables that touch, and no text may end in one.
SPACER = (
    '<w:p><w:pPr><w:suppressLineNumbers/><w:spacing w:before="0" w:after="0" w:line="120"'
    ' w:lineRule="exact"/></w:pPr></w:p>'
)
_KEPT = "<w:keepNext/>"
_NO_LIST = "0"  # switches off the numbers that a style brings
_KEPT_SPACER = SPACER.replace("<w:pPr>", f"<w:pPr>{_KEPT}")
# After signatures hardly any: at the foot of a page it would else fill the next one alone.
_THIN_SPACER = SPACER.replace('w:line="120"', 'w:line="20"')


def spacer_after(block: Table | Signatures, *, kept: bool) -> str:
    """Return the air after a table, or after signatures; ``kept`` it stays with what follows."""
    if isinstance(block, Signatures):
        return _THIN_SPACER
    return _KEPT_SPACER if kept else SPACER


class Body:
    """Writes the blocks of one document."""

    def __init__(
        self,
        document: Document,
        *,
        house: House,
        numbering: Numbering,
        lists: Lists,
        anchors: Anchors,
        runs: Runs,
        pages: Mapping[str, int] | None = None,
    ) -> None:
        self._document = document
        self._pages = pages
        self._house = house
        self._numbering = numbering
        self._lists = lists
        self._anchors = anchors
        self._runs = runs
        self._tables = Tables(house, runs=runs, anchors=anchors)
        self._kept = kept_with_next(document)
        self._inside_control = False
        self._own_lists: dict[tuple[Level, str], str] = {}

    def write(self, blocks: Iterable[Block], *, width: int) -> str:
        """Return ``blocks``, with tables at ``width``."""
        written = []
        for block in blocks:
            written.append(self._block(block, width))
            if isinstance(block, Table | Signatures):
                written.append(spacer_after(block, kept=id(block) in self._kept))
        return "".join(written)

    def _block(self, block: Block, width: int) -> str:
        match block:
            case Paragraph():
                return self._paragraph(styles.ROLES[block.role], block)
            case Heading():
                return self._paragraph(styles.HEADINGS[block.level], block)
            case Provision():
                return self._provision(block, list_number="")
            case Control():
                return self._control(block, width)
            case Table():
                return self._tables.write(block, width=width, keep=id(block) in self._kept)
            case Signatures():
                return self._tables.write_signatures(block, width=width)
            case Contents():
                return self._contents(block)

    def _paragraph(self, style: str, block: Paragraph | Heading) -> str:
        content = self._runs.write(block.inlines)
        if block.id:
            content = self._anchors.mark_record(content, block.inlines, identifier=block.id)
        else:
            content = self._anchors.mark_plain(content, block.inlines)
        direct = _KEPT if id(block) in self._kept else ""
        return _paragraph(self._house.style(style), content, direct=direct)

    def _contents(self, block: Contents) -> str:
        entries = list_entries(self._document, numbering=self._numbering, levels=block.levels)
        title = self._runs.write(block.title)
        return write_contents(
            block,
            entries,
            title=title,
            house=self._house,
            anchors=self._anchors,
            pages=self._pages,
        )

    def _control(self, block: Control, width: int) -> str:
        if self._inside_control:
            return self.write(block.blocks, width=width)
        self._inside_control = True
        content = self.write(block.blocks, width=width)
        self._inside_control = False
        if not content:
            return ""
        return self._anchors.control(
            content, record=block.record, identifier=block.id, alias=block.alias or block.record
        )

    def _provision(self, provision: Provision, *, list_number: str) -> str:
        controlled = bool(provision.record) and not self._inside_control
        self._inside_control = self._inside_control or controlled
        label = self._numbering.label(provision.id)
        if label.literal:
            list_number = self._own_list(provision, label.text)
        written = self._numbered(provision, list_number)
        series = PLACE_IN_SERIES[provision.level][0]
        for child in provision.children:
            inside = PLACE_IN_SERIES[child.level][0] is series
            written += self._provision(child, list_number=list_number if inside else "")
        if not controlled:
            return written
        self._inside_control = False
        alias = f"{label.text} {_first_words(provision.heading)}".strip()
        return self._anchors.control(
            written, record=provision.record, identifier=provision.id, alias=alias
        )

    def _own_list(self, provision: Provision, label: str) -> str:
        """Return the list of a number written by hand; a text of others repeats many of them."""
        if provision.printed is None:
            return self._lists.add_literal(provision.level, label=label)
        if not label and not provision.children:
            return _NO_LIST
        key = (provision.level, label)
        if key not in self._own_lists:
            self._own_lists[key] = self._lists.add_literal(provision.level, label=label)
        return self._own_lists[key]

    def _numbered(self, provision: Provision, list_number: str) -> str:
        """Return the paragraph with the number, and the text below it if it is apart."""
        below = styles.TEXT_BELOW.get(provision.level)
        beside = provision.heading if below else _run_in(provision.heading) + provision.text
        content = self._runs.write(beside)
        if provision.level is Level.ANNEX and beside:
            content = f"<w:r><w:br/></w:r>{content}"
        content = self._anchors.mark_record(content, beside, identifier=provision.id)
        kept = _KEPT if id(provision) in self._kept else ""
        has_text_below = bool(below and provision.text)
        # Words that introduce a list do not stay behind at the foot of a page.
        introduces = provision.children and not below
        direct = _KEPT if introduces or (kept and not has_text_below) else ""
        if list_number:
            depth = self._lists.depth_of(provision.level)
            direct += (
                f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>'
            )
        style = self._house.style(styles.LEVELS[provision.level])
        written = _paragraph(style, content, direct=direct)
        if below and provision.text:
            text = self._anchors.mark_record(
                self._runs.write(provision.text),
                provision.text,
                identifier=provision.id,
                place="Txt",
            )
            written += _paragraph(self._house.style(below), text, direct=kept)
        return written


def _run_in(heading: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a heading that stands in the line of its text, in bold with a full stop."""
    if not heading:
        return ()
    bold = tuple(
        Text(inline.text, bold=True, italic=inline.italic, language=inline.language)
        if isinstance(inline, Text)
        else inline
        for inline in heading
    )
    return (*bold, Text(". ", bold=True))


def _first_words(inlines: tuple[Inline, ...]) -> str:
    return next((inline.text for inline in inlines if isinstance(inline, Text)), "")


def _paragraph(style: str, content: str, *, direct: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'
