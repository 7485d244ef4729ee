"""Every option declared once as data, so that defaults, checks and descriptions never disagree."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from app.domain.party_order import PartyOrder

Kind = TypeVar("Kind")


class ThemeChoice(StrEnum):
    """How the colours of the window are chosen."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True)
class Option(Generic[Kind]):
    """One option: how it is called in the file, what it may be, and what it is for.

    Attributes:
        section: The heading it stands under in the settings file.
        name: Its key under that heading.
        default: What holds until the user chooses.
        description: One sentence for the settings page and the manual.
        read: Turns the text of the file into the value; raises ValueError when it does not fit.
    """

    section: str
    name: str
    default: Kind
    description: str
    read: Callable[[str], Kind]


SMALLEST_TEXT = 0.9
LARGEST_TEXT = 1.5


def _read_scale(text: str) -> float:
    scale = float(text)
    if not SMALLEST_TEXT <= scale <= LARGEST_TEXT:
        raise ValueError(text)
    return scale


THEME = Option(
    "appearance",
    "theme",
    ThemeChoice.SYSTEM,
    "Light or dark colours, or whichever the computer uses.",
    ThemeChoice,
)
TEXT_SCALE = Option(
    "appearance",
    "text_scale",
    1.0,
    "How large text is shown: from 0.9 (smaller) to 1.5 (largest).",
    _read_scale,
)
WINDOW_GEOMETRY = Option(
    "window",
    "geometry",
    "",
    "Where the window stood when it was last closed.",
    str,
)
LAST_WORKSPACE = Option(
    "workspace",
    "last_opened",
    "",
    "The workspace that opens when the program starts.",
    str,
)
LAST_BODY = Option(
    "workspace",
    "last_body",
    "",
    "The body that was shown last.",
    str,
)
RECENT_RECORDS = Option(
    "workspace",
    "recent_records",
    "",
    "The records that were looked at last, for the palette.",
    str,
)

PARTY_ORDER = Option(
    "delegations",
    "order",
    PartyOrder.HOST_FIRST,
    "In which order the parties of a meeting are listed.",
    PartyOrder,
)

OPTIONS: tuple[Option[Any], ...] = (
    THEME,
    TEXT_SCALE,
    WINDOW_GEOMETRY,
    LAST_WORKSPACE,
    LAST_BODY,
    RECENT_RECORDS,
    PARTY_ORDER,
)
