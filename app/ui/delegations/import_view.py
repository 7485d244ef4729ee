"""What the presenter of an import asks of its window, and what it shows there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.import_rows import ImportRow


@dataclass(frozen=True)
class ImportSetup:
    """What can be chosen for a whole list.

    Attributes:
        sides: The parties whose delegations there are, by id and name.
        side: The one to begin with; ``None`` where each row must name its own.
        uses: All that a column can be used for.
        persons: The persons who are known.
    """

    sides: tuple[tuple[UUID, str], ...]
    side: UUID | None
    uses: tuple[Any, ...]
    persons: tuple[Any, ...]


@dataclass(frozen=True)
class ColumnShown:
    """A column of the list: what heads it, an example, and what it is used for."""

    heading: str
    example: str
    use: Any


@dataclass(frozen=True)
class TableShown:
    """A list that was read.

    Attributes:
        name: The name of the file; empty for what was pasted.
        sheets: The names of its sheets, hidden ones marked.
        heading: The place of the row of headings; ``None`` for none.
        headings: The rows among which it can be chosen: place and text.
        encoding: How its bytes were read; empty where nothing was guessed.
        hidden: How many of its rows are hidden.
    """

    name: str
    sheets: tuple[tuple[str, bool], ...]
    sheet: int
    columns: tuple[ColumnShown, ...]
    heading: int | None
    headings: tuple[tuple[int, str], ...]
    encoding: str
    encodings: tuple[str, ...]
    hidden: int
    filled_cells: int
    lost_formulas: int


class ImportView(Protocol):
    """The window of an import, seen from its presenter."""

    def open_import(self, setup: ImportSetup) -> None:
        """Open it, with nothing read yet."""
        ...

    def show_reading(self, *, done: int, total: int) -> None:
        """Show how much of the list has been looked through; 0 of 0 while it is being read."""
        ...

    def show_table(self, table: TableShown) -> None:
        """Show how the list is laid out."""
        ...

    def show_rows(self, rows: "tuple[ImportRow, ...]") -> None:
        """Show what becomes of each row."""
        ...

    def show_unreadable(self, problem: Misfortune) -> None:
        """Show why nothing could be read; the window stays for another try."""
        ...

    def show_importing(self) -> None:
        """Show that the rows are being stored."""
        ...

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how many rows have been stored."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why nothing was stored; the preview stays."""
        ...

    def close_imported(self) -> None:
        """Close: everything is stored."""
        ...
