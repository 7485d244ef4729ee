"""Compares two tables row by row, because a table struck and written anew says nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.texts.alignment import align, interleave
from app.texts.blocks import Inline, Paragraph, Signatures, Table
from app.texts.difference import Segment
from app.texts.units import Lines, Unit, rows_of

CompareLine = Callable[[tuple[Inline, ...], tuple[Inline, ...]], tuple[Segment, ...]]
Cells = tuple[tuple[tuple[Segment, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class RowComparison:
    """One row in both tables.

    Attributes:
        old: Its place in the old table, if it stood there.
        new: Its place in the new table, if it stands there.
        cells: Its cells, each as its lines, each cut into what was kept, deleted and inserted.
    """

    old: int | None
    new: int | None
    cells: Cells

    @property
    def edited(self) -> bool:
        """Whether it is new, gone, or says something else."""
        if self.old is None or self.new is None:
            return True
        return any(not segment.kept for cell in self.cells for line in cell for segment in line)


def compare_rows(
    old: Table | Signatures | None,
    new: Table | Signatures | None,
    *,
    compare_line: CompareLine,
    by_id: bool,
) -> tuple[RowComparison, ...]:
    """Return the rows of both tables in one order; a row that moved is deleted and inserted.

    Rows of another shape, with more columns or lines, are deleted and inserted too.
    """
    old_rows = rows_of(old) if old is not None else ()
    new_rows = rows_of(new) if new is not None else ()
    matches = align(_units(old, old_rows), _units(new, new_rows), by_id=by_id)
    same_shape = [
        match for match in matches if _shape(old_rows[match.old]) == _shape(new_rows[match.new])
    ]
    pairs = interleave(same_shape, old_count=len(old_rows), new_count=len(new_rows))
    return tuple(
        RowComparison(
            old_place,
            new_place,
            tuple(
                _compare_row(
                    old_rows[old_place] if old_place is not None else (),
                    new_rows[new_place] if new_place is not None else (),
                    compare_line,
                )
            ),
        )
        for old_place, new_place in pairs
    )


def _compare_row(
    old: tuple[Lines, ...], new: tuple[Lines, ...], compare_line: CompareLine
) -> Iterator[tuple[tuple[Segment, ...], ...]]:
    if not old:
        yield from (tuple(compare_line((), line) for line in cell) for cell in new)
    elif not new:
        yield from (tuple(compare_line(line, ()) for line in cell) for cell in old)
    else:
        for old_cell, new_cell in zip(old, new, strict=True):
            yield tuple(map(compare_line, old_cell, new_cell))


def _units(
    block: Table | Signatures | None, rows: tuple[tuple[Lines, ...], ...]
) -> tuple[Unit, ...]:
    """Return the rows as units, so that they are aligned as paragraphs are."""
    identifiers: list[str] = []
    if isinstance(block, Table):
        identifiers = [row.id for row in block.head + block.rows]
    elif block is not None:
        identifiers = [signatory.party for signatory in block.signatories]
    return tuple(
        Unit(
            place,
            identifiers[place],
            Paragraph(()),
            tuple(line for cell in row for line in cell),
        )
        for place, row in enumerate(rows)
    )


def _shape(row: tuple[Lines, ...]) -> tuple[int, ...]:
    return tuple(len(cell) for cell in row)
