"""What the presenters of the minutes ask of their page, so that they need not know a widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.minutes.page_text import Place

if TYPE_CHECKING:
    from app.services.comparisons import ShownComparison
    from app.services.minute_words import Phrase, Term
    from app.services.minutes_sheets import MinutesSheet, SheetEdition
    from app.services.parties import PartyChip
    from app.services.signing import Obstacle
    from app.services.unsaved_words import FoundWords


@dataclass(frozen=True)
class PlaceRow:
    """A place in the list at the left: an agenda item, or what stands before or after all.

    Attributes:
        depth: How far below the top the item stands.
        count: How many paragraphs it has.
        to_confirm: How many of them wait to be confirmed.
    """

    place: Place
    label: str
    title: str
    depth: int
    count: int
    to_confirm: int


@dataclass(frozen=True)
class BlockRow:
    """A paragraph as its block shows it.

    Attributes:
        texts: Its words in each language that is shown, first the one that is written.
        party: Whose word it is, if it is one side's.
        theirs: What the record says instead, by language, where it was changed elsewhere.
        is_gone: Whether it was removed elsewhere while words were typed into it.
    """

    id: UUID
    texts: Mapping[str, str]
    grade: str
    kind: str
    party: "PartyChip | None"
    confirmed: bool
    level: int
    source_line: str
    decision: Any
    action: Any
    theirs: Mapping[str, str] = field(default_factory=dict)
    is_gone: bool = False


@dataclass(frozen=True)
class Shown:
    """What is shown of one place of the minutes."""

    place: Place
    label: str
    title: str
    languages: tuple[str, ...]
    blocks: tuple[BlockRow, ...]
    is_sealed: bool
    hint: str = ""


@dataclass(frozen=True)
class Aids:
    """What helps to write: papers of the item, names, phrases and terms, and what came of it.

    Attributes:
        records: Kind, key, label, words and state of each decision and action item.
        papers: Key, symbol and title of each paper before the item.
        names: Name and post of each delegate, under the side.
    """

    records: tuple[tuple[str, UUID, str, str, str], ...] = ()
    papers: tuple[tuple[UUID, str, str], ...] = ()
    names: "tuple[tuple[PartyChip, str, str], ...]" = ()
    phrases: "tuple[Phrase, ...]" = ()
    terms: "tuple[Term, ...]" = ()


class MinutesView(Protocol):
    """The tab of the minutes, seen from its presenters."""

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        ...

    def show_reading(self) -> None:
        """Say that the minutes are being read."""
        ...

    def show_none(self, *, read_only: bool) -> None:
        """Show that there are no minutes yet, and how to begin."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def show_sheet(self, sheet: "MinutesSheet", *, read_only: str) -> None:
        """Show how far the minutes have come; ``read_only`` says why nothing can be written."""
        ...

    def show_places(self, rows: Sequence[PlaceRow], chosen: Place) -> None:
        """Show where paragraphs stand, and how many."""
        ...

    def show_blocks(self, shown: Shown) -> None:
        """Show the paragraphs of one place; those that are shown already keep their editors."""
        ...

    def show_aids(self, aids: Aids) -> None:
        """Show what helps to write."""
        ...

    def focus_block(self, key: UUID, language: str, at: int, length: int = 0) -> None:
        """Put the keyboard into a paragraph, at a place in its words."""
        ...

    def point_out(self, key: UUID, language: str, at: int, length: int) -> None:
        """Show words of a paragraph as chosen; the keyboard stays where it is."""
        ...

    def show_refused(self, key: UUID | None, problem: Misfortune) -> None:
        """Say beside a paragraph, or beside the note line, what was refused and why."""
        ...

    def take_note(self) -> None:
        """Empty the note line, because its line is in the record."""
        ...

    def ask_who(self, candidates: Sequence[tuple[UUID, str]]) -> UUID | None:
        """Ask which of several delegates is meant."""
        ...

    def show_found(self, place: int, count: int) -> None:
        """Say which of how many findings is shown."""
        ...

    def show_unsaved(self, found: "Sequence[FoundWords]") -> None:
        """Offer what was typed and never saved; nothing takes the offer away."""
        ...

    def compare_words(self, *, mine: str, theirs: str) -> None:
        """Show two wordings of a paragraph side by side."""
        ...

    def show_obstacles(self, found: "Sequence[Obstacle]", *, is_new: bool = True) -> None:
        """Show what stands between the minutes and the next step; go there if it is new."""
        ...

    def show_comparison(
        self, shown: "ShownComparison", older: "SheetEdition", newer: "SheetEdition"
    ) -> None:
        """Show two editions on one page."""
        ...

    def open_file(self, path: Path) -> None:
        """Open a file in the program the computer uses for it."""
        ...

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do next."""
        ...
