"""What reading a text gives: its tree, what stood before it, and what the reader doubted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.rules import ProvisionKind


class Doubt(StrEnum):
    """Why a place in a text should be looked at before it is taken over."""

    GAP = "gap"
    DOUBLE = "double"
    OUT_OF_ORDER = "out-of-order"
    STARTS_LATE = "starts-late"
    STARTS_AGAIN = "starts-again"
    CLOSING_WORDS = "closing-words"
    LETTER_OR_NUMERAL = "letter-or-numeral"
    LETTER_SPACED = "letter-spaced"
    PAGE_MARK_LEFT_OUT = "page-mark-left-out"
    LINES_JOINED = "lines-joined"
    DECOMPOSED = "decomposed"
    CONTROL_SIGNS = "control-signs"
    STRAY_NUMBER = "stray-number"
    HEADING_MARKS = "heading-marks"
    NOTHING_NUMBERED = "nothing-numbered"


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt, with its line, the number that was found there and the one that was expected."""

    doubt: Doubt
    line: int
    found: str = ""
    expected: str = ""


@dataclass(slots=True)
class ReadUnit:
    """A provision as it was read.

    Attributes:
        label: Its number as printed; empty for a paragraph without one.
        value, inserted: The number that the label stands for; 2 for ``bis``.
        line: Where it begins.
        opening: Everything of the source that is not its text: number, heading, and the signs
            between them.
    """

    kind: ProvisionKind
    label: str
    value: int | None
    line: int
    inserted: int = 0
    heading: str = ""
    text: str = ""
    opening: str = ""
    children: list["ReadUnit"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read.

    Attributes:
        front: The paragraphs before the first provision: title, preamble, parties.
        units: The provisions.
        remarks: What should be looked at, in the order of the lines.
    """

    language: str
    front: tuple[str, ...]
    units: tuple[ReadUnit, ...]
    remarks: tuple[Remark, ...]

    def words(self) -> str:
        """Return everything that was read in its order: nothing of the text may be missing here."""
        parts = [*self.front]
        for unit in walk(self.units):
            parts += (unit.opening, unit.text)
        return " ".join(part for part in parts if part)


def walk(units: tuple[ReadUnit, ...] | list[ReadUnit]) -> Iterator[ReadUnit]:
    """Yield every unit in reading order."""
    pending = list(reversed(units))
    while pending:
        unit = pending.pop()
        yield unit
        pending += reversed(unit.children)
