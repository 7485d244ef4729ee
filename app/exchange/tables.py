"""A list as it came from outside: rows of text cells, whatever kind of file they were in."""

from dataclasses import dataclass, field
from enum import StrEnum


class SourceKind(StrEnum):
    """What a list was read from."""

    WORKBOOK = "workbook"
    TEXT = "text"
    ADDRESSES = "addresses"
    CARDS = "cards"


@dataclass(frozen=True)
class SheetRow:
    """One row of a list.

    Attributes:
        number: The number that the user sees beside it, counted from 1.
        cells: The cells as text, from left to right.
        is_hidden: Whether the row is hidden in its sheet.
    """

    number: int
    cells: tuple[str, ...]
    is_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(self.cells)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or the whole of a list that has none.

    Attributes:
        name: Its name; empty where it has none.
        rows: Its rows that hold something.
        is_hidden: Whether the sheet is hidden in its workbook.
        filled_cells: How many cells take their value from a merged cell above.
        lost_formulas: How many formulas have no stored value, so that nothing is read of them.
    """

    name: str
    rows: tuple[SheetRow, ...]
    is_hidden: bool = False
    filled_cells: int = 0
    lost_formulas: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True)
class Table:
    """What was read from a file or from pasted text.

    Attributes:
        kind: What it was read from.
        sheets: Its sheets; one alone where it has none.
        encoding: How its bytes were read as text; empty where nothing had to be guessed.
        encodings: How else they could be read, the likeliest first.
    """

    kind: SourceKind
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    encodings: tuple[str, ...] = field(default=())
