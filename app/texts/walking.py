"""Walks a block tree in the order of its pages, so that every reader of it counts alike."""

from collections.abc import Iterable, Iterator

from app.texts.blocks import (
    Block,
    Contents,
    Control,
    Document,
    Heading,
    Inline,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    Signatures,
    Table,
    Text,
)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield every block of ``document``, each before what stands in it."""
    for section in document.sections:
        yield from walk(section.blocks)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks`` and everything below them, each before what stands in it."""
    for block in blocks:
        yield block
        if isinstance(block, Control):
            yield from walk(block.blocks)
        elif isinstance(block, Provision):
            yield from walk(block.children)


def provisions_of(document: Document) -> Iterator[Provision]:
    """Yield every numbered unit of ``document`` in the order in which it is counted."""
    return (block for block in blocks_of(document) if isinstance(block, Provision))


def inlines_of(block: Block) -> tuple[Inline, ...]:
    """Return the inlines that stand directly in ``block``, the contents of notes included."""
    direct = _direct_inlines(block)
    noted = [inner for each in direct if isinstance(each, Note) for inner in each.inlines]
    return (*direct, *noted) if noted else direct


def missing_facts(document: Document) -> tuple[str, ...]:
    """Return what is still to be confirmed in ``document``, each once, in order."""
    found = (
        inline.what
        for block in blocks_of(document)
        for inline in inlines_of(block)
        if isinstance(inline, Placeholder)
    )
    return tuple(dict.fromkeys(found))


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words alone: without notes and without the numbers of references."""
    pieces = []
    for inline in inlines:
        if isinstance(inline, Text):
            pieces.append(inline.text)
        elif isinstance(inline, Placeholder):
            pieces.append(f"[{inline.what}]")
        elif not isinstance(inline, Note | Reference):
            pieces.append("\n")
    return "".join(pieces)


def _direct_inlines(block: Block) -> tuple[Inline, ...]:
    match block:
        case Paragraph() | Heading():
            return block.inlines
        case Provision():
            return block.heading + block.text
        case Contents():
            return block.title
        case Table():
            rows = block.head + block.rows
            return tuple(inline for row in rows for cell in row.cells for inline in cell.inlines)
        case Signatures():
            return tuple(
                inline
                for each in block.signatories
                for inline in each.capacity + each.name + each.post
            )
        case Control():
            return ()
