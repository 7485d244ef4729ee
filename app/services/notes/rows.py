"""What is told of a note: what it speaks of, where that stands now, and what was said of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

Span = tuple[int, int]
"""From where to where words stand in a heading or a text, as it is shown."""


class Placing(StrEnum):
    """Where a note belongs in a text that may have been amended since."""

    WHOLE = "whole"
    """It speaks of the whole provision, which stands."""
    IN_PLACE = "in-place"
    """The words that it speaks of stand where they stood."""
    MOVED = "moved"
    """The words stand elsewhere now, perhaps in another provision."""
    WORDS_GONE = "words-gone"
    """The provision stands, and its words are others."""
    PROVISION_GONE = "provision-gone"
    """The provision was repealed."""
    NOT_HERE = "not-here"
    """There are no such rules here, or none in that language."""

    @property
    def is_orphan(self) -> bool:
        """Whether what it speaks of is not there any more."""
        return self in _ORPHANS


_ORPHANS = frozenset({Placing.WORDS_GONE, Placing.PROVISION_GONE, Placing.NOT_HERE})


@dataclass(frozen=True, slots=True)
class Place:
    """The provision of a note.

    Attributes:
        document_id: The rules; ``None`` if they are not here.
        code, title: What the rules are called.
        eid: The provision where the words stand now; if they stand nowhere, where they stood.
        name: What it is called now: “Article 7(2)”; if it is gone, what it was called.
        version: The version that the note was written on.
        language: The language that it was written on.
    """

    document_id: UUID | None
    code: str
    title: str
    eid: str
    name: str
    version: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a note belongs now, and where in the heading and the text its words stand.

    Attributes:
        rank: Its place in the order of reading; what is not there any more comes last.
    """

    place: Place
    placing: Placing
    rank: tuple[bool, str, int, int]
    heading_span: Span | None = None
    text_span: Span | None = None


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note of whoever reads a pack.

    Attributes:
        quote: The words that it speaks of, as they were.
        for_secretariat: Whether it may leave this computer.
    """

    uid: UUID
    revision: int
    place: Place
    quote: str
    text: str
    for_secretariat: bool
    written_at: datetime
    changed_at: datetime
    placing: Placing
    heading_span: Span | None
    text_span: Span | None


@dataclass(frozen=True, slots=True)
class SideRow:
    """A party for which somebody may speak."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Writer:
    """Whose notes they are, and the sides that there are to speak for."""

    author: str
    side_id: UUID | None
    sides: tuple[SideRow, ...]
