"""Lays a document out as the units that a comparison speaks of: provisions, paragraphs, tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.texts.blocks import (
    Block,
    Contents,
    Control,
    Document,
    Heading,
    Inline,
    Paragraph,
    Provision,
    Reference,
    Signatures,
    Table,
)
from app.texts.numbering import Numbering
from app.texts.tokens import list_words

Lines = tuple[tuple[Inline, ...], ...]
Content = Paragraph | Heading | Provision | Table | Signatures | Contents


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a document, without the units below it.

    Attributes:
        place: Where it stands in the reading order, from 0.
        id: Its identifier; empty where it has none.
        block: What it was made from.
        lines: Its heading and its wording, either may be empty; or every line of every cell.
        label: Its number as printed; empty where it has none.
        name: Its number with those above it: ``Article 2(2)(a)``.
        parent: The unit in which it stands, as its place; -1 for none.
    """

    place: int
    id: str
    block: Content
    lines: Lines
    label: str = ""
    name: str = ""
    parent: int = -1

    @property
    def family(self) -> type[Block]:
        """What it can be compared with: text with text, a table with a table."""
        return Paragraph if isinstance(self.block, Provision | Heading) else type(self.block)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what it says, word by word; where a reference leads is left out."""
        return tuple(word for line in self.lines for word in list_words(line))


def list_units(document: Document, *, numbering: Numbering) -> tuple[Unit, ...]:
    """Return the units of ``document`` in reading order, each with its number."""
    lister = _Lister(numbering)
    for section in document.sections:
        for block in section.blocks:
            lister.add(block, parent=-1)
    return tuple(lister.units)


def rows_of(block: Table | Signatures) -> tuple[tuple[Lines, ...], ...]:
    """Return the rows of ``block``, each as its cells, each as its lines.

    Of signature blocks each is a row of its own.
    """
    if isinstance(block, Table):
        rows = block.head + block.rows
        return tuple(tuple((cell.inlines,) for cell in row.cells) for row in rows)
    return tuple(
        ((signatory.capacity, signatory.name, *((signatory.post,) if signatory.post else ())),)
        for signatory in block.signatories
    )


class _Lister:
    def __init__(self, numbering: Numbering) -> None:
        self.units: list[Unit] = []
        self._numbering = numbering

    def add(self, block: Block, *, parent: int) -> None:
        match block:
            case Control():
                for inside in block.blocks:
                    self.add(inside, parent=parent)
            case Provision():
                self._add_provision(block, parent=parent)
            case Paragraph():
                self._append(block, block.id, ((), block.inlines), parent)
            case Heading():
                self._append(block, block.id, (block.inlines, ()), parent)
            case Table():
                self._append(block, block.id, tuple(_lines(block)), parent)
            case Signatures():
                # Whose they are says which they are, whoever signs.
                parties = " ".join(signatory.party for signatory in block.signatories)
                self._append(block, f"signatures {parties}", tuple(_lines(block)), parent)
            case Contents():
                self._append(block, "", (), parent)

    def _append(self, block: Content, identifier: str, lines: Lines, parent: int) -> None:
        self.units.append(Unit(len(self.units), identifier, block, lines, parent=parent))

    def _add_provision(self, provision: Provision, *, parent: int) -> None:
        place = len(self.units)
        self.units.append(
            Unit(
                place,
                provision.id,
                provision,
                (provision.heading, provision.text),
                label=self._numbering.label(provision.id).text,
                name=self._numbering.spell(Reference(provision.id)),
                parent=parent,
            )
        )
        for child in provision.children:
            self.add(child, parent=place)


def _lines(block: Table | Signatures) -> Iterator[tuple[Inline, ...]]:
    for row in rows_of(block):
        for cell in row:
            yield from cell
