"""What is chosen on the rules page: which text, of which day, in which languages, beside what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.services.rule_reading import ReadRules


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


def version_before(read: "ReadRules") -> int | None:
    """Return the version that a text is compared with unless another is chosen."""
    earlier = [row.number for row in read.versions if row.number < read.version.number]
    held = [row.number for row in read.versions if row.text_held and row.status != "withdrawn"]
    return next((number for number in reversed(earlier) if number in held), None)
