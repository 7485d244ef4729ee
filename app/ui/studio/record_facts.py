"""What the records say that documents are made of, and which record says it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow, DelegationRow
    from app.services.meetings import MeetingDetail
    from app.services.parties import PartyChip

_HEAD = "head"


class Field(StrEnum):
    """What is known, or is not."""

    TITLE = "title"
    DAYS = "days"
    PLACE = "place"
    CHAIR = "chair"
    HEAD = "head"


class Origin(StrEnum):
    """Which record says it; the kind of record that the window opens."""

    MEETING = "meeting"
    DELEGATION = "delegate"


@dataclass(frozen=True)
class Fact:
    """One value, and the record that it comes from.

    Attributes:
        field: What it is.
        origin: Which record says it.
        words: The value where it is words; empty where nobody knows it yet.
        days: The value where it is days: the first and the last.
        party: The side whose head of delegation it is.
    """

    field: Field
    origin: Origin
    words: str = ""
    days: tuple[date | None, date | None] = (None, None)
    party: "PartyChip | None" = None

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return bool(self.words) or self.days[0] is not None


def gather(detail: "MeetingDetail", delegations: "tuple[DelegationRow, ...]") -> tuple[Fact, ...]:
    """Return what the records of a meeting say, in the order in which it is shown."""
    row = detail.row
    # Few documents name who was in the chair, so that nobody need be asked for it.
    chair = (Fact(Field.CHAIR, Origin.MEETING, detail.chair),) if detail.chair else ()
    return (
        Fact(Field.TITLE, Origin.MEETING, row.title),
        Fact(Field.DAYS, Origin.MEETING, row.date_words, (row.starts_on, row.ends_on)),
        Fact(Field.PLACE, Origin.MEETING, ", ".join(filter(None, (detail.venue, row.place)))),
        *chair,
        *(
            Fact(Field.HEAD, Origin.DELEGATION, _head(opened), party=opened.party)
            for opened in delegations
        ),
    )


def _head(opened: "DelegationRow") -> str:
    heads = (_named(delegate) for delegate in opened.delegates if delegate.role == _HEAD)
    return next(heads, "")


def _named(delegate: "DelegateRow") -> str:
    return ", ".join(filter(None, (delegate.name, delegate.post)))
