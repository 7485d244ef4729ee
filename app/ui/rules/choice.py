"""What is chosen on the rules page: which text, of which day, in which languages, beside what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Mode(StrEnum):
    """How the text is read."""

    READ = "read"
    SIDE_BY_SIDE = "side-by-side"
    REDLINE = "redline"
    HISTORY = "history"


@dataclass(frozen=True)
class Choice:
    """What is chosen.

    Attributes:
        number: The version; ``None`` for the one in force on ``on``, or today.
        against: The version that the redline starts from; ``None`` for the one before.
        second: The language that stands beside the first.
        eid: The provision in hand.
    """

    document_id: UUID | None = None
    mode: Mode = Mode.READ
    number: int | None = None
    on: date | None = None
    against: int | None = None
    language: str = "en"
    second: str = ""
    eid: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are shown."""
        beside = self.mode is Mode.SIDE_BY_SIDE or (self.mode is Mode.REDLINE and self.second)
        return (self.language, self.second) if beside and self.second else (self.language,)
