"""What a reference by number is made of, whichever language it is written in.

Article 7(2), 제7조제2항, 第7条第2項 and 7 дугаар зүйлийн 2 are the same reference. What names a
provision of some other text (“Article 6 of the Paris Agreement”) is found too, and told apart:
nothing in this text may change it.
"""

from dataclasses import dataclass, field

from app.domain.rules import ProvisionKind
from app.texts.label_numbers import INSERTED, agree, write_numeral
from app.texts.reading.numerals import Numeral

_RAISED = "¹²³⁴⁵⁶"


@dataclass(frozen=True, slots=True)
class Part:
    """One number of a reference: the 7 of Article 7(2), or the 2.

    Attributes:
        kinds: What it may number.
        values: What the sign may be, once for each way of counting that it fits.
        start, end: Where the number stands, with its sign of insertion.
        sign: The number without that.
        tail: What stands between the number and a sign of insertion: the 조 of 제7조의2.
        inserted: 2 for ``bis``.
    """

    kinds: tuple[ProvisionKind, ...]
    values: tuple[tuple[Numeral, int], ...]
    start: int
    end: int
    sign: str
    tail: str = ""
    inserted: int = 0

    def write(self, value: int, inserted: int, numeral: Numeral) -> str:
        """Return the number that takes the place of this one."""
        number = write_numeral(value, numeral=numeral, like=self.sign)
        place = min(inserted, len(INSERTED) - 1)
        if "조" in self.tail:
            return number + self.tail + (f"의{inserted}" if inserted else "")
        if "条" in self.tail:
            return number + self.tail + (f"の{inserted}" if inserted else "")
        if self.tail:
            raised = _RAISED[place - 2] if inserted else ""
            return number + raised + agree(self.tail, inserted - 1 if inserted else value)
        return f"{number} {INSERTED[place]}" if inserted else number


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What “the preceding two paragraphs” names: how many of which kind, and on which side.

    Attributes:
        kinds: What they may be.
        reach: -2 for the two before, 1 for the next.
    """

    kinds: tuple[ProvisionKind, ...]
    reach: int


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A place in a text that names a provision.

    Attributes:
        words: What stands there.
        parts: Its numbers, the highest unit first.
        is_foreign: Whether it names a provision of some other text.
        target: The identity, where the text names the provision by that.
        neighbours: What it names where it does so by the place alone.
    """

    start: int
    end: int
    words: str
    parts: tuple[Part, ...] = field(default=())
    is_foreign: bool = False
    target: str = ""
    neighbours: Neighbours | None = None
