"""Writes a document as plain text, for a message or for whoever has nothing but a text editor."""

from collections.abc import Iterable, Iterator

from app.documents.outline import list_entries
from app.texts.blocks import (
    Block,
    Break,
    Cell,
    Contents,
    Control,
    Document,
    Heading,
    Inline,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    Role,
    Row,
    Signatory,
    Signatures,
    Table,
    Text,
)
from app.texts.numbering import Numbering, number

_STEP = "    "
_DEPTHS = {Level.ITEM: 1, Level.SUBITEM: 2, Level.SUBPOINT: 1, Level.AGENDA_SUBITEM: 1}
_CLOSE_TOGETHER = frozenset({Role.SUBTITLE, Role.LISTED, Role.PERSON, Role.ADOPTION})
_LINE_TO_SIGN = "_" * 30


def plain_text(document: Document) -> str:
    """Return the words of ``document`` with its numbers, gaps in brackets, footnotes at the end.

    A paragraph is one line, as long as it is; cells of a table stand between tabs.

    Raises:
        UnknownTarget: A reference points to nothing in the document.
        NoLabels: Nothing is known about numbering in the document's language.
    """
    writer = _Writer(document)
    if document.letterhead is not None:
        writer.add_lines(document.letterhead.lines)
    for section in document.sections:
        writer.add_all(section.blocks)
    return writer.finish()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbering: Numbering = number(document)
        self._pieces: list[str] = []
        self._notes: list[str] = []
        self._last: Block | None = None

    def add_lines(self, lines: Iterable[str]) -> None:
        self._pieces.extend(lines)

    def add_all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._add(block)

    def finish(self) -> str:
        notes = [f"[{place}] {words}" for place, words in enumerate(self._notes, start=1)]
        if notes:
            self._pieces.append("\n" + "\n".join(notes))
        return "\n".join(self._pieces).strip("\n") + "\n"

    def _add(self, block: Block) -> None:
        if isinstance(block, Control):
            self.add_all(block.blocks)
            return
        if not self._stands_close(block):
            self._pieces.append("")
        self._pieces.extend(self._lines(block))
        self._last = block
        if isinstance(block, Provision):
            self.add_all(block.children)

    def _lines(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph() | Heading():
                yield self._spell(block.inlines)
            case Provision():
                yield from self._provision(block)
            case Table():
                yield from (self._row(row) for row in block.head + block.rows)
            case Signatures():
                for signatory in block.signatories:
                    yield from self._signatory(signatory)
            case Contents():
                yield from self._contents(block)

    def _stands_close(self, block: Block) -> bool:
        last = self._last
        if isinstance(block, Paragraph) and isinstance(last, Paragraph):
            return block.role is last.role and block.role in _CLOSE_TOGETHER
        return False

    def _provision(self, provision: Provision) -> Iterator[str]:
        label = self._numbering.label(provision.id).text
        heading = self._spell(provision.heading)
        text = self._spell(provision.text)
        before = _STEP * _DEPTHS.get(provision.level, 0)
        if heading and text:
            yield f"{before}{label} {heading}".rstrip()
            yield f"{before}{text}"
        else:
            yield f"{before}{f'{label} {heading or text}'.strip()}".rstrip()

    def _contents(self, block: Contents) -> Iterator[str]:
        if block.title:
            yield self._spell(block.title)
        for entry in list_entries(self._document, numbering=self._numbering, levels=block.levels):
            yield _STEP * (entry.level - 1) + f"{entry.label} {entry.heading}".strip()

    def _row(self, row: Row) -> str:
        return "\t".join(self._cell(cell) for cell in row.cells)

    def _cell(self, cell: Cell) -> str:
        return self._spell(cell.inlines).replace("\n", " / ")

    def _signatory(self, signatory: Signatory) -> Iterator[str]:
        yield self._spell(signatory.capacity)
        yield _LINE_TO_SIGN
        yield from filter(None, (self._spell(signatory.name), self._spell(signatory.post)))
        yield ""

    def _spell(self, inlines: Iterable[Inline]) -> str:
        return "".join([self._spell_one(inline) for inline in inlines])

    def _spell_one(self, inline: Inline) -> str:
        match inline:
            case Text():
                return inline.text
            case Reference():
                return self._numbering.spell(inline)
            case Placeholder():
                return f"[{inline.what}]"
            case Break():
                return "\n"
            case Note():
                self._notes.append(self._spell(inline.inlines))
                return f"[{len(self._notes)}]"
