"""Says what must not be torn apart at the end of a page: a signature and what is signed above all.

Word keeps a paragraph with the next one where it is told so; of a longer one it keeps two lines.
"""

from collections.abc import Iterable, Iterator

from app.texts.blocks import (
    Block,
    Control,
    Document,
    Form,
    Paragraph,
    Provision,
    Role,
    Signatures,
    Table,
)

_SHORT = 5
"""A table with as many rows or fewer stays on one page."""
_CARDS = frozenset({Form.PLATES, Form.BADGES})


def is_short(table: Table) -> bool:
    """Tell whether ``table`` is so short that it stays on one page."""
    return len(table.rows) <= _SHORT and table.form not in _CARDS


def kept_with_next(document: Document) -> frozenset[int]:
    """Return the blocks of ``document`` that stay with what follows, by their Python identity.

    Two blocks before signatures, so that nobody signs a page without a word on it; what stands
    before a table, because it introduces it; and the last lines of a list, so that none is alone.
    """
    kept: set[int] = set()
    for section in document.sections:
        flow = tuple(_flow(section.blocks))
        for place, block in enumerate(flow):
            if isinstance(block, Signatures):
                kept.update(map(id, flow[max(place - 2, 0) : place]))
            elif isinstance(block, Table) and block.form not in _CARDS:
                kept.update(map(id, flow[max(place - 1, 0) : place]))
            elif _is_last_but_one(flow, place):
                kept.add(id(block))
    return frozenset(kept)


def _flow(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what becomes paragraphs and tables, in the order of the pages."""
    for block in blocks:
        if isinstance(block, Control):
            yield from _flow(block.blocks)
        else:
            yield block
            if isinstance(block, Provision):
                yield from _flow(block.children)


def _is_last_but_one(flow: tuple[Block, ...], place: int) -> bool:
    here, after, later = (*flow[place : place + 3], None, None)[:3]
    return _is_listed(here) and _is_listed(after) and not _is_listed(later)


def _is_listed(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.LISTED
