"""What the presenter asks of the search page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.finding.kept import SavedRow
    from app.services.finding.search import Answer


@dataclass(frozen=True)
class Shown:
    """What the page shows of an answer.

    Attributes:
        line: What was looked for.
        kinds: How many records there are of each kind, in the order of their first.
        kind: The kind that is shown alone; empty for all.
        milliseconds: How long it took.
    """

    line: str
    answer: "Answer"
    kinds: tuple[tuple[str, int], ...]
    kind: str
    milliseconds: int
    body_id: UUID | None


class SearchView(Protocol):
    """A line to type into, the kinds, and the list of what was found."""

    def show_line(self, line: str) -> None:
        """Put a text into the line; nothing is told."""
        ...

    def show_hints(self) -> None:
        """Show how to search, because nothing is looked for."""
        ...

    def show_found(self, shown: Shown) -> None:
        """Show what was found."""
        ...

    def show_saved(self, rows: "tuple[SavedRow, ...]", *, line: str, can_change: bool) -> None:
        """Hear which searches are kept, and which text is looked for now."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why a search could not be kept."""
        ...

    def close_saved(self) -> None:
        """Close the form: the search is kept."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why nothing could be read."""
        ...
