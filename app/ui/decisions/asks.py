"""What the page of decisions asks its user for, and what there is to choose from in the forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

Pairs = tuple[tuple[Any, str], ...]


class Ask(StrEnum):
    """A form."""

    ENTER = "enter_decision"
    EDIT = "edit_decision"
    ADOPT = "adopt_decision"
    RELATE = "relate_decision"
    RESERVATION = "reservation"
    RULE = "rule_touched"
    PUBLISH = "publish_decision"
    CONFIRM = "confirm_decision"
    DONE = "finish_decision"
    LAPSE = "lapse_decision"
    WITHDRAW = "withdraw_decision"
    NUMBER = "number"
    RELEASE = "release"
    OPEN = "open_silence"
    CIRCULATE = "circulate"
    RECEIPT = "receipt"
    AFFIRM = "affirm"
    COMMENT = "comment"
    OBJECT = "object"
    EXTEND = "extend"
    SETTLE = "settle"
    GIVE_UP = "give_up"
    REFER = "refer"
    ADOPT_SILENCE = "adopt_silence"
    ANNOUNCE = "announce"
    RECORD = "record"


@dataclass(frozen=True)
class Material:
    """What a form begins with, and what can be chosen in it.

    Attributes:
        sheet: The decision or the procedure that is shown; ``None`` for a new one.
        values: What its fields hold first.
        languages: The languages of the body.
    """

    sheet: Any = None
    values: Mapping[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    meetings: Pairs = ()
    items: Pairs = ()
    decisions: Pairs = ()
    sides: Pairs = ()
    rules: Pairs = ()
    numbers: Pairs = ()
    presets: tuple[Any, ...] = ()
    zone: str = ""
    now: datetime | None = None
    party_id: UUID | None = None


def moment_of(values: dict[str, Any], zone: str) -> datetime:
    """Return the moment that a form says, on the clock of the procedure."""
    return datetime.combine(values["day"], values["time"] or time(), tzinfo=ZoneInfo(zone or "UTC"))
