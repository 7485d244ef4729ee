"""Reads alternatives in [square brackets]: what is not agreed yet, and which side put it so.

“[Korea: thirty (30)] [Mongolia: fifteen (15)] days” offers two alternatives for one place. Brackets
that stand side by side belong together; one of them is chosen, or none.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_OPEN, _CLOSED = "[［", "]］"
_BETWEEN = re.compile(r"[ \u00a0\u3000/]*")
_SIDE = re.compile(r"\s*([^:：\[\]［］]{1,60})[:：]\s*")
_BLANKS = re.compile(r" {2,}")
_BEFORE_MARK = re.compile(r" +(?=[,.;:)\]。、])")


@dataclass(frozen=True, slots=True)
class Alternative:
    """What stands in one pair of brackets.

    Attributes:
        start, end: Where the brackets stand.
        words: What is proposed, without its side.
        side: Who put it so, as it is written there; empty if nobody is named.
    """

    start: int
    end: int
    words: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class BracketPlace:
    """A place that is not agreed, with everything that is proposed for it."""

    start: int
    end: int
    alternatives: tuple[Alternative, ...]


def find_brackets(text: str, *, sides: Collection[str] = ()) -> tuple[BracketPlace, ...]:
    """Return the places that are not agreed; brackets within brackets belong to the outer ones.

    Args:
        text: The words of a provision.
        sides: The names by which sides are written in brackets.
    """
    known = {side.casefold() for side in sides}
    places: list[list[Alternative]] = []
    for start, end in _pairs(text):
        one = _alternative(text, start, end, known)
        last = places[-1][-1] if places else None
        if last is not None and _BETWEEN.fullmatch(text, last.end, start):
            places[-1].append(one)
        else:
            places.append([one])
    return tuple(BracketPlace(each[0].start, each[-1].end, tuple(each)) for each in places)


def has_loose_bracket(text: str) -> bool:
    """Say whether a bracket has no counterpart."""
    depth = 0
    for sign in text:
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSED:
            depth -= 1
            if depth < 0:
                return True
    return depth > 0


def is_bracketed(text: str) -> bool:
    """Say whether anything in a text is not agreed."""
    return any(sign in _OPEN or sign in _CLOSED for sign in text)


def settle(text: str, place: BracketPlace, chosen: int | None) -> str:
    """Return a text with one alternative of a place, or with none of them."""
    if chosen is not None:
        words = place.alternatives[chosen].words
        return text[: place.start] + words + text[place.end :]
    gone = _BLANKS.sub(" ", f"{text[: place.start].rstrip(' ')} {text[place.end :].lstrip(' ')}")
    return _BEFORE_MARK.sub("", gone).strip()


def put_in_brackets(text: str, start: int, end: int, *, side: str = "") -> str:
    """Return a text with some of its words in brackets, as put by a side."""
    named = f"{side}: " if side else ""
    return f"{text[:start]}[{named}{text[start:end]}]{text[end:]}"


def add_alternative(text: str, place: BracketPlace, words: str, *, side: str = "") -> str:
    """Return a text with a further alternative for a place."""
    named = f"{side}: " if side else ""
    return f"{text[: place.end]} [{named}{words}]{text[place.end :]}"


def _alternative(text: str, start: int, end: int, known: set[str]) -> Alternative:
    inside = text[start + 1 : end - 1]
    named = _SIDE.match(inside)
    if named is not None and named[1].strip().casefold() in known:
        return Alternative(start, end, inside[named.end() :].strip(), named[1].strip())
    return Alternative(start, end, inside.strip())


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return where outermost brackets open and close; what never closes is left out."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign in _OPEN:
            if depth == 0:
                start = at
            depth += 1
        elif sign in _CLOSED and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at + 1))
    return found
