"""What notes need of the page that shows a text; the page knows nothing of notes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from uuid import UUID


class Marked(Protocol):
    """Words of a provision that are chosen in the text, or the whole of it."""

    @property
    def eid(self) -> str:
        """The provision."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def language(self) -> str:
        """The language of the words."""
        ...

    @property
    def words(self) -> str:
        """The words; none for the whole provision."""
        ...

    @property
    def start(self) -> int | None:
        """Where they begin."""
        ...

    @property
    def in_heading(self) -> bool:
        """Whether they stand in the heading."""
        ...


class TextInHand(Protocol):
    """A page with a text, on which notes are shown and written."""

    def marked(self) -> Marked | None:
        """Return what is chosen in the text."""
        ...

    def forget_marked(self) -> None:
        """Have nothing chosen in the text any more."""
        ...

    def show_marks(self, counts: Mapping[str, int], spans: Sequence[Any]) -> None:
        """Mark provisions that have notes, and the words that they speak of.

        Args:
            counts: How many notes each provision has.
            spans: Notes; each has a place, and where its words stand.
        """
        ...

    def show_notes(self) -> None:
        """Bring the pane of notes into sight."""
        ...

    def say_counts(self, counts: "Mapping[UUID | None, int]") -> None:
        """Say at the rules how many notes there are on them; some are on rules not here."""
        ...

    def turn_to(self, document_id: "UUID", eid: str) -> None:
        """Show a provision."""
        ...
