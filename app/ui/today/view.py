"""What the presenter asks of the start page."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.today.sheets import TodaySheet


class TodayView(Protocol):
    """What is next, what waits, what is begun."""

    def show_today(self, sheet: "TodaySheet") -> None:
        """Show the start page of a body."""
        ...

    def show_nothing(self) -> None:
        """Show that there is no body yet."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why it cannot be read."""
        ...
