"""What the presenter of bringing the past in asks of its window, and what it shows there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.past.obstacles import Hurdle
    from app.services.past.proposals import MeetingProposal
    from app.services.past.reading import Proposals


@dataclass(frozen=True)
class PastSetup:
    """What can be chosen at the start.

    Attributes:
        bodies: The bodies by id and name.
        body_id: The one to begin with.
    """

    bodies: tuple[tuple[UUID, str], ...]
    body_id: UUID | None


class PastView(Protocol):
    """The window, seen from its presenter."""

    def open_past(self, setup: PastSetup) -> None:
        """Open it, with nothing read yet."""
        ...

    def show_reading(self, *, done: int, total: int, name: str) -> None:
        """Show how far the reading is; 0 of 0 while the folder is being listed."""
        ...

    def show_unreadable(self, problem: Misfortune) -> None:
        """Show why a folder cannot be read; another can be chosen."""
        ...

    def show_proposals(self, proposals: "Proposals", sides: Mapping[Any, str]) -> None:
        """Show what was found."""
        ...

    def show_group(self, group: "MeetingProposal") -> None:
        """Show one meeting as it is now."""
        ...

    def show_hurdle(self, hurdle: "Hurdle") -> None:
        """Show what must be settled first, and go there."""
        ...

    def ask_sealed(self, count: int) -> bool:
        """Ask before something is stored that cannot be undone."""
        ...

    def show_storing(self, *, done: int, total: int) -> None:
        """Show how many meetings have been stored."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why one meeting was not stored; those before it are."""
        ...

    def show_stored(self, count: int) -> None:
        """Show how many meetings and papers have been brought in."""
        ...
