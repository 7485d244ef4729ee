"""What a comparison of two texts says: of each unit, what became of it, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Mistake
from app.texts.blocks import Contents
from app.texts.difference import Segment
from app.texts.numbering import Numbering
from app.texts.row_comparison import RowComparison
from app.texts.units import Unit


class Outcome(StrEnum):
    """What became of a unit; the first that applies, from the bottom."""

    UNCHANGED = "unchanged"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    MOVED = "moved"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """One unit in both texts.

    Attributes:
        old: The unit as it was, unless it is new.
        new: The unit as it is, unless it is gone.
        moved: Whether it changed places with others.
        lines: Its heading and its wording, cut into what was kept, deleted and inserted; empty
            where nothing differs.
        rows: The same for a table, row by row; likewise.
        follows_parent: Whether it only shared what became of the unit it stands in.
    """

    old: Unit | None
    new: Unit | None
    moved: bool = False
    lines: tuple[tuple[Segment, ...], ...] = ()
    rows: tuple[RowComparison, ...] = ()
    follows_parent: bool = False

    @property
    def unit(self) -> Unit:
        """The unit as it is, or as it was."""
        found = self.new or self.old
        if found is None:
            raise Mistake("a unit stands in neither text")
        return found

    @property
    def edited(self) -> bool:
        """Whether its words changed, wherever it stands."""
        return any(not segment.kept for line in self.lines for segment in line) or any(
            row.edited for row in self.rows
        )

    @property
    def renumbered(self) -> bool:
        """Whether its number changed."""
        return self.old is not None and self.new is not None and self.old.name != self.new.name

    @property
    def outcome(self) -> Outcome:
        """What became of it; a unit that moved may be edited too."""
        if isinstance(self.unit.block, Contents):
            return Outcome.UNCHANGED
        if self.old is None:
            return Outcome.INSERTED
        if self.new is None:
            return Outcome.DELETED
        if self.moved:
            return Outcome.MOVED
        if self.edited:
            return Outcome.CHANGED
        return Outcome.RENUMBERED if self.renumbered else Outcome.UNCHANGED


class Side(StrEnum):
    """In which text an entry stands at its place."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the reading order of both texts; a unit that moved has two."""

    comparison: UnitComparison
    side: Side

    @property
    def unit(self) -> Unit:
        """The unit that stands here."""
        was = self.comparison.old if self.side is Side.OLD else None
        return was or self.comparison.unit


@dataclass(frozen=True, slots=True)
class DanglingReference:
    """A reference in the new text to a unit that it does not have.

    Attributes:
        unit: Where it stands.
        target: The unit it points to.
        old_name: What that unit was called in the old text, if it was there.
    """

    unit: Unit
    target: str
    old_name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side.

    Attributes:
        entries: Everything in both, in one reading order.
        dangling: References of the new text that lead nowhere.
        old_numbering: The numbers of the old text.
        new_numbering: The numbers of the new text.
    """

    entries: tuple[Entry, ...]
    dangling: tuple[DanglingReference, ...]
    old_numbering: Numbering
    new_numbering: Numbering

    @property
    def units(self) -> tuple[UnitComparison, ...]:
        """Every unit once: where it is, or where it was if it is gone."""
        return tuple(
            entry.comparison
            for entry in self.entries
            if entry.side is not Side.OLD or entry.comparison.new is None
        )

    @property
    def changes(self) -> tuple[UnitComparison, ...]:
        """The units that did not stay as they were; a number alone is no change."""
        still = (Outcome.UNCHANGED, Outcome.RENUMBERED)
        return tuple(unit for unit in self.units if unit.outcome not in still)

    @property
    def renumbered(self) -> tuple[UnitComparison, ...]:
        """The units whose number is all that changed."""
        return tuple(unit for unit in self.units if unit.outcome is Outcome.RENUMBERED)
