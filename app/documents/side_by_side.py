"""Lays a text out in columns, one for each language, so that readers compare line by line."""

from app.documents.bilingual_facts import ColumnFacts
from app.texts.blocks import (
    Block,
    Break,
    Cell,
    Inline,
    Level,
    Note,
    Provision,
    Reference,
    Row,
    Table,
    Text,
)
from app.texts.numbering import Numbering, number_provisions
from app.texts.walking import walk

_DEPTHS = {Level.ITEM: 1, Level.SUBITEM: 2}
_HEADED = frozenset({Level.PART, Level.CHAPTER, Level.ARTICLE})


def lay_side_by_side(columns: tuple[ColumnFacts, ...]) -> tuple[Block, ...]:
    """Return a table with a row for each provision of the first column, and what it is elsewhere.

    Word counts one list per document, so the numbers stand here as text, each as its language
    writes it, and so do the references.
    """
    if not columns:
        return ()
    written = [_Column(column) for column in columns]
    head = Row(tuple(Cell((Text(column.title, bold=True),)) for column in written))
    rows = tuple(
        Row(
            tuple(column.cell(provision.id, provision.level) for column in written),
            record="provision",
            id=provision.id,
            heads=provision.level in _HEADED and bool(provision.children),
        )
        for provision in written[0].provisions.values()
    )
    widths = (100 // len(columns),) * len(columns)
    return (Table(widths, rows, head=(head,), caption="Text"),)


class _Column:
    """One language: its provisions by identity, with the numbers they have in it."""

    def __init__(self, facts: ColumnFacts) -> None:
        self.title = f"{facts.name} ({facts.authority})" if facts.authority else facts.name
        self.provisions = {
            block.id: block for block in walk(facts.provisions) if isinstance(block, Provision)
        }
        self._language = "" if facts.language == "en" else facts.language
        self._numbering: Numbering = number_provisions(facts.provisions, language=facts.language)

    def cell(self, identifier: str, level: Level) -> Cell:
        """Return the provision ``identifier`` with its number; nothing if it is not held."""
        provision = self.provisions.get(identifier)
        if provision is None:
            return Cell(())
        headed = level in _HEADED
        label = self._numbering.label(identifier).text
        heading = self._spell(provision.heading, bold=True)
        if headed:
            inlines = (self._text(label, bold=True), Text("  ", bold=True), *heading)
        else:
            inlines = (*((self._text(f"{label} "),) if label else ()), *heading)
        between: tuple[Inline, ...] = (Break(),) if headed and provision.text else ()
        return Cell((*inlines, *between, *self._spell(provision.text)), _DEPTHS.get(level, 0))

    def _spell(self, inlines: tuple[Inline, ...], *, bold: bool = False) -> tuple[Inline, ...]:
        """Return ``inlines`` with their references written out."""
        spelled: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, Reference):
                spelled.append(self._text(self._numbering.spell(inline), bold=bold))
            elif isinstance(inline, Text):
                language = inline.language or self._language
                spelled.append(Text(inline.text, bold or inline.bold, inline.italic, language))
            elif not isinstance(inline, Note):
                spelled.append(inline)
        return tuple(spelled)

    def _text(self, words: str, *, bold: bool = False) -> Text:
        return Text(words, bold=bold, language=self._language)
