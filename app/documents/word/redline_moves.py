"""Decides which units that moved are shown as moved, and which as deleted here and inserted there.

LibreOffice leaves half a paragraph behind when a move holds another change or a field and is
accepted. Such a unit is deleted in one place and inserted in the other; that it moved is said in
the table of changes. Everything else is a move, because LibreOffice takes equal paragraphs that
are deleted and inserted for one anyway, and settles them wrongly.
"""

from collections.abc import Iterable, Iterator

from app.texts.blocks import Contents, Reference, Signatures, Table
from app.texts.outcomes import UnitComparison


def number_moves(units: Iterable[UnitComparison]) -> dict[int, int]:
    """Return the number of the move of each unit that is shown as moved, by its new place.

    What was together and is together moved once.
    """
    numbers: dict[int, int] = {}
    number, old_next, new_next = 0, -1, -1
    for old, new in sorted(_moved(units)):
        if (old, new) != (old_next, new_next):
            number += 1
        numbers[new] = number
        old_next, new_next = old + 1, new + 1
    return numbers


def _moved(units: Iterable[UnitComparison]) -> Iterator[tuple[int, int]]:
    for unit in units:
        if unit.old is None or unit.new is None or not unit.moved or unit.edited:
            continue
        is_text = not isinstance(unit.new.block, Table | Signatures | Contents)
        if is_text and not _has_field(unit):
            yield unit.old.place, unit.new.place


def _has_field(unit: UnitComparison) -> bool:
    return any(isinstance(inline, Reference) for line in unit.unit.lines for inline in line)
