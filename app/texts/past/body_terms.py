"""What a body and its sides are called, so that a sentence about them can be told from others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from app.texts.past.evidence import plain

_MEETING_WORD = re.compile(
    r"meeting|committee|working group|consultation|회의|위원회|공동위|작업반|협의"
    r"|会合|会議|委員会|協議|хуралдаан|хурал|хороо|ажлын хэсэг",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[^\w]+")
_SHORTEST = 3


class Closeness(IntEnum):
    """How surely a text speaks of a body."""

    NOT = 0
    PARTLY = 1
    SURELY = 2


@dataclass(frozen=True)
class SideTerms:
    """What a side is called, and where its seat is looked for.

    Attributes:
        key: What the caller knows the side by.
        names: Its names in all languages, its adjectives and its abbreviations.
    """

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class BodyTerms:
    """What a body is called.

    Attributes:
        names: Its names in all languages, its short names and other names.
        sides: Its parties.
        countries: The states of the world by name, so that a place can be told from its country.
        pairs: Both sides in one word, as Korean and Japanese have it: 한일, 日韓.
    """

    names: tuple[str, ...] = ()
    sides: tuple[SideTerms, ...] = ()
    countries: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()

    def closeness(self, text: str, *, by_name: bool = False) -> Closeness:
        """Return how surely a text speaks of the body: by its name, or by all of its sides.

        Args:
            text: A plain text.
            by_name: Only its name counts.
        """
        folded = fold(text)
        if any(name in folded for name in _folded(self.names)):
            return Closeness.SURELY
        if by_name or not _MEETING_WORD.search(text):
            return Closeness.NOT
        joined = folded.replace(" ", "")
        if any(pair in joined for pair in self.pairs):
            return Closeness.SURELY
        named = self.sides_in(text)
        if len(named) == len(self.sides) > 1:
            return Closeness.SURELY
        return Closeness.PARTLY if named else Closeness.NOT

    def sides_in(self, text: str) -> tuple[SideTerms, ...]:
        """Return the sides that a text names."""
        folded = fold(text)
        return tuple(
            side
            for side in self.sides
            if any(_stands_in(name, folded) for name in _folded(side.names, shortest=0))
        )


def side_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a side with what newspapers make of them: ROK, Korea, 한, 日."""
    found: dict[str, None] = {}
    for name in names:
        words = name.removeprefix("the ").split()
        found[name] = None
        if name.isascii() and len(words) > 2:
            found["".join(word[0] for word in words).upper()] = None
            found[words[-1]] = None
        if words and words[-1].casefold() in {"улс", "улсын"} and len(words) == 2:
            found[words[0]] = None
    return tuple(found)


def fold(text: str) -> str:
    """Return a text in which names can be looked for, whatever stands between their words."""
    return f" {_NO_WORD.sub(' ', plain(text).casefold()).strip()} "


@lru_cache(maxsize=64)
def _folded(names: tuple[str, ...], *, shortest: int = _SHORTEST) -> tuple[str, ...]:
    told = (fold(name).strip() for name in names)
    return tuple(name for name in told if len(name) > shortest)


def _stands_in(name: str, folded: str) -> bool:
    return f" {name} " in folded if name.isascii() else name in folded
