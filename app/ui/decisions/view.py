"""What the presenters of decisions ask of the page, so that they need not know a widget."""

from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.decisions.asks import Ask, Material


class ListView(Protocol):
    """A list with a sheet beside it, and the forms that open over both."""

    def show_reading(self) -> None:
        """Say that the list is being read."""
        ...

    def show_bodies(self, *, shown: bool) -> None:
        """Name the body of each line, where there are those of several."""
        ...

    def show_rows(self, rows: Any, *, chosen: UUID | None, can_change: bool) -> None:
        """Show the list, one of it chosen."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        ...

    def show_sheet(self, sheet: Any, *, can_change: bool) -> None:
        """Show the record that is chosen."""
        ...

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        ...

    def open_sheet(self) -> None:
        """Turn to the sheet, where there is no room for both."""
        ...

    def ask(self, ask: Ask, material: Material) -> None:
        """Open a form."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...

    def choose_file(self, suggestion: str, kind: str) -> Path | None:
        """Ask where a file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...
