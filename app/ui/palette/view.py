"""What the presenter asks of the palette."""

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.ui.palette.commands import CommandHit

if TYPE_CHECKING:
    from app.services.finding.search import Answer, Record


class PaletteView(Protocol):
    """A line to type into, and below it what was found."""

    def show_recent(self, records: "tuple[Record, ...]", *, body_id: UUID | None) -> None:
        """Show the records that were looked at last, and how to search."""
        ...

    def show_found(
        self,
        answer: "Answer",
        commands: tuple[CommandHit, ...],
        *,
        body_id: UUID | None,
        milliseconds: int,
    ) -> None:
        """Show what was found, and how quickly."""
        ...

    def close_palette(self) -> None:
        """Go, and give the keyboard back."""
        ...
