"""Writes a document as the plain text that a reader of its pages would read, numbers included."""

from app.texts.blocks import (
    Block,
    Break,
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
    Signatures,
    Table,
    Text,
)
from app.texts.numbering import Numbering, number


def write_plain(document: Document) -> str:
    """Return the words of ``document``, one paragraph to a line."""
    numbering = number(document)
    lines = [
        line
        for section in document.sections
        for block in section.blocks
        for line in _lines(block, numbering)
    ]
    return "\n".join(lines)


def _lines(block: Block, numbering: Numbering) -> list[str]:
    match block:
        case Paragraph() | Heading():
            return [spell(block.inlines, numbering)]
        case Provision():
            label = numbering.label(block.id).text
            between = "\n" if block.level is Level.ANNEX else " "
            first = between.join(filter(None, [label, spell(block.heading, numbering)]))
            text = spell(block.text, numbering)
            apart = block.heading and text
            own = [first, text] if apart else [" ".join(filter(None, [first, text]))]
            return own + [line for child in block.children for line in _lines(child, numbering)]
        case Control():
            return [line for inner in block.blocks for line in _lines(inner, numbering)]
        case Table():
            rows = block.head + block.rows
            return [spell(cell.inlines, numbering) for row in rows for cell in row.cells]
        case Signatures():
            return [
                spell(inlines, numbering)
                for each in block.signatories
                for inlines in (each.capacity, each.name, each.post)
            ]
        case _:
            return [spell(block.title, numbering)]


def spell(inlines: tuple[Inline, ...], numbering: Numbering) -> str:
    """Return the words of ``inlines`` with references as they read, without notes."""
    pieces = []
    for inline in inlines:
        match inline:
            case Text():
                pieces.append(inline.text)
            case Reference():
                pieces.append(numbering.spell(inline))
            case Placeholder():
                pieces.append(f"[{inline.what}]")
            case Break():
                pieces.append("\n")
            case Note():
                pass
    return "".join(pieces)
