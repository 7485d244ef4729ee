"""What one old paper says of its meeting, each value with its sentence and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum

from app.texts.past.days import Days
from app.texts.past.evidence import Said
from app.texts.past.whereabouts import Whereabouts


class Happening(StrEnum):
    """Whether a file tells of a meeting that was held, or of one that lay ahead."""

    HELD = "held"
    AHEAD = "ahead"


@dataclass(frozen=True)
class MeetingSaid:
    """What one file says of its meeting; several values of one thing contradict one another."""

    ordinals: tuple[Said[int], ...] = ()
    titles: tuple[Said[str], ...] = ()
    days: tuple[Said[Days], ...] = ()
    places: tuple[Said[Whereabouts], ...] = ()
    modes: tuple[Said[str], ...] = ()
    held: Said[Happening] | None = None
    next_days: Said[str] | None = None

    @property
    def is_there(self) -> bool:
        """Whether the file says anything by which a meeting can be known."""
        return bool(self.ordinals or self.days)
