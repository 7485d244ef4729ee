"""Lists what the table of contents of a document says, for every writer alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.texts.blocks import Block, Document, Heading, Level, Provision
from app.texts.numbering import Numbering
from app.texts.walking import blocks_of, plain_text

_OUTLINE = {Level.PART: 1, Level.ANNEX: 1, Level.CHAPTER: 2, Level.ARTICLE: 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents."""

    level: int
    target: str
    label: str
    heading: str


def list_entries(document: Document, *, numbering: Numbering, levels: int) -> tuple[Entry, ...]:
    """Return the lines of the table of contents down to ``levels``."""
    return tuple(
        entry
        for block in blocks_of(document)
        for entry in _entry(block, numbering)
        if entry.level <= levels
    )


def _entry(block: Block, numbering: Numbering) -> Iterator[Entry]:
    if isinstance(block, Heading) and block.id:
        yield Entry(block.level, block.id, "", plain_text(block.inlines))
    elif isinstance(block, Provision) and block.level in _OUTLINE:
        label = numbering.label(block.id).text
        yield Entry(_OUTLINE[block.level], block.id, label, plain_text(block.heading))
