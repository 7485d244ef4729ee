"""Says of each unit of two texts how its lines are to be marked where it stands on the page."""

from collections.abc import Iterable

from app.texts.blocks import Inline, Signatures, Table
from app.texts.difference import Segment
from app.texts.outcomes import Entry, Side
from app.texts.tokens import tokenize
from app.texts.units import rows_of

Line = tuple[Segment, ...]
Rows = tuple[tuple[tuple[Line, ...], ...], ...]


def lines_of(entry: Entry) -> tuple[Line, ...]:
    """Return the lines of a unit: what moved is gone at one place and new at another."""
    if entry.comparison.lines and not _moved(entry):
        return entry.comparison.lines
    return tuple(_whole(line, entry) for line in entry.unit.lines)


def rows_in(entry: Entry, block: Table | Signatures) -> Rows:
    """Return the rows of a table likewise, each as its cells, each as its lines."""
    if entry.comparison.rows and not _moved(entry):
        return tuple(row.cells for row in entry.comparison.rows)
    return tuple(
        tuple(tuple(_whole(line, entry) for line in cell) for cell in row) for row in rows_of(block)
    )


def _moved(entry: Entry) -> bool:
    return entry.comparison.moved


def _whole(inlines: Iterable[Inline], entry: Entry) -> Line:
    """Return a line that is as a whole kept, gone or new."""
    tokens = tokenize(inlines)
    if not tokens:
        return ()
    compared = entry.comparison
    if entry.side is Side.OLD or compared.new is None:
        return (Segment(tokens, (), kept=False),)
    if compared.moved or compared.old is None:
        return (Segment((), tokens, kept=False),)
    return (Segment(tokens, tokens, kept=True),)
