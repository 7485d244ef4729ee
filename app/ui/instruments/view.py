"""What the presenter of the instruments asks of its page, so that it need not know a widget."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.instruments import InstrumentDetail, InstrumentListRow

Values = dict[str, Any]
Pairs = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class Shown:
    """What the page shows.

    Attributes:
        rows: The instruments of the partnership that is chosen, the oldest first.
        partnerships: The partners between whom there are instruments, each set with its name.
        partners: The set that is chosen; ``None`` for all instruments.
        warnings: How many of all instruments are to be looked at before they lapse.
    """

    rows: "tuple[InstrumentListRow, ...]"
    partnerships: tuple[tuple[frozenset[UUID], str], ...]
    partners: frozenset[UUID] | None
    on_timeline: bool
    today: date
    warnings: int
    can_change: bool


@dataclass(frozen=True)
class Choices:
    """What can be chosen in the forms, by id and name."""

    parties: Pairs
    instruments: Pairs


class InstrumentsView(Protocol):
    """The page of instruments, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that the instruments are being read."""
        ...

    def show_instruments(self, shown: Shown, *, chosen: UUID | None) -> None:
        """Show the instruments."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def show_instrument(self, detail: "InstrumentDetail", *, can_change: bool) -> None:
        """Show one instrument."""
        ...

    def show_none(self) -> None:
        """Show that none is chosen."""
        ...

    def ask_for_instrument(self, detail: "InstrumentDetail | None", choices: Choices) -> None:
        """Open the form for an instrument; ``None`` for a new one."""
        ...

    def ask_for_party(
        self, detail: "InstrumentDetail", party_id: UUID | None, choices: Choices
    ) -> None:
        """Open the form for a party; ``None`` for one that is not named yet."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...
