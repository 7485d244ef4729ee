"""What a search asks for, once it has been read: words, what to leave out, and conditions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.texts.segments import Term


class Kind(StrEnum):
    """A kind of record that search leads to; the words of the window for them are elsewhere."""

    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    MINUTES_PARAGRAPH = "minutes_paragraph"
    PAPER = "paper"
    DECISION = "decision"
    ACTION_ITEM = "action_item"
    RULE_DOCUMENT = "rule_document"
    PROVISION = "provision"
    PERSON = "person"
    PROJECT = "project"
    INSTRUMENT = "instrument"
    ISSUED_DOCUMENT = "issued_document"
    BODY = "body"


class Field(StrEnum):
    """What a condition is about."""

    MEETING = "meeting"
    BODY = "body"
    PARTY = "party"
    TYPE = "type"
    STATUS = "status"
    DUE = "due"
    DAY = "on"
    OWNER = "owner"


class NearMeeting(StrEnum):
    """A meeting of the body in hand, said by where it stands."""

    LAST = "last"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, its ends included; without an end it goes on for ever.

    Attributes:
        of_meeting: The stretch ends or begins at this meeting, whose day the workspace knows.
        comparison: How the day of that meeting bounds it: ``<``, ``<=``, ``>``, ``>=`` or ``=``.
    """

    first: date | None = None
    last: date | None = None
    of_meeting: NearMeeting | None = None
    comparison: str = "="


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, such as ``status:open``.

    Attributes:
        field: What it is about.
        value: What was typed after the colon, folded.
        days: The days meant, where it is about days.
        is_not: Records for which it holds are left out.
    """

    field: Field
    value: str
    days: Days | None = None
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why nothing can be looked for, in a sentence, and what to type instead."""

    sentence: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search that has been read.

    Attributes:
        words: What a record must hold, all of it.
        without: What it must not hold.
        conditions: What must be so besides.
        problem: Why nothing can be looked for; then the rest is empty.
    """

    words: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()
    problem: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed at all."""
        return not (self.words or self.without or self.conditions or self.problem)
