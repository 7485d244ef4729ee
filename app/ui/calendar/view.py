"""What the presenter asks of the calendar page."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.ui.calendar.days import Mode

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet


class CalendarView(Protocol):
    """Three ways to look at the days of a body, and what is due next."""

    def show_calendar(self, sheet: "CalendarSheet", *, mode: Mode, day: date) -> None:
        """Show the days around a day."""
        ...

    def show_nothing(self) -> None:
        """Show that there is no body whose calendar could be shown."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why the calendar cannot be shown."""
        ...

    def choose_file(self, name: str) -> Path | None:
        """Ask where the calendar file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that the calendar file was written."""
        ...
