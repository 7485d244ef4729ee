"""What the presenters of the history and of the trash ask of their pages."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryRow, Named
    from app.services.history_view.sheets import ChangeSheet
    from app.services.trash.contents import TrashRow


class ShowsChange(Protocol):
    """A page with a list at the left, and the change that is chosen at the right."""

    def show_reading(self) -> None:
        """Say that the list is being read."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        ...

    def show_sheet(self, sheet: "ChangeSheet") -> None:
        """Show what a change did."""
        ...

    def show_none(self) -> None:
        """Show that no change is chosen."""
        ...


class HistoryPageView(ShowsChange, Protocol):
    """The page of the history, seen from its presenter."""

    def show_rows(
        self, rows: "tuple[HistoryRow, ...]", *, chosen: int | None, is_more: bool
    ) -> None:
        """Show what was read so far."""
        ...

    def show_record(self, named: "Named | None") -> None:
        """Say whose history it is; ``None`` for that of the whole workspace."""
        ...

    def offer_actors(self, actors: tuple[str, ...]) -> None:
        """Offer everybody who has ever changed something."""
        ...


class TrashPageView(ShowsChange, Protocol):
    """The page of the trash, seen from its presenter."""

    def show_rows(
        self,
        rows: "tuple[TrashRow, ...]",
        *,
        chosen: int | None,
        can_change: bool,
    ) -> None:
        """Show what was deleted."""
        ...
