"""Finds the words that a note speaks of again, after the text around them was amended.

A place counted in characters is wrong after the first amendment. So a note keeps the words
themselves and some of what stood before and after them: these tell two equal words apart.
"""

import re
import unicodedata
from dataclasses import dataclass

CONTEXT = 48
"""How many characters before and after the words are kept."""

_MOST_PLACES = 2_000
_ENOUGH = 6
"""Words and what still stands around them must come to so many characters to be known again."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text, and what stood around them.

    Attributes:
        words: The words; empty for a note on the whole text.
        before, after: What stood before and after them.
        start: Where they began.
    """

    words: str = ""
    before: str = ""
    after: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Where the words of a quotation stand now.

    Attributes:
        is_in_place: Whether what stood around them still does.
    """

    start: int
    end: int
    is_in_place: bool


def quote(text: str, start: int, end: int) -> Quotation:
    """Return the words from ``start`` to ``end`` as a quotation."""
    return Quotation(
        words=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
        start=start,
    )


def find_quotation(text: str, quotation: Quotation) -> FoundWords | None:
    """Return where the words of a quotation stand in ``text``; ``None`` if they do not.

    Where they stand more than once, the place counts around which most is as it was, then the one
    nearest to where they were. Few signs that stand among others now are not taken for the same.
    """
    best: tuple[int, int, int, int] | None = None
    for start, end in _places(text, quotation.words):
        shared = _shared(text, start, end, quotation)
        rank = (shared, -abs(start - quotation.start), start, end)
        if best is None or rank[:2] > best[:2]:
            best = rank
    if best is None:
        return None
    shared, _, start, end = best
    around = len(quotation.before) + len(quotation.after)
    known = _weight(quotation.words) + shared
    if known < min(_ENOUGH, _weight(quotation.words) + around):
        return None
    return FoundWords(start, end, is_in_place=_is_in_place(text, start, end, quotation))


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand, whatever blanks and line ends are between them."""
    if not words.strip():
        return []
    found: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if found or not re.search(r"\s", words):
        return found
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [each.span() for each in re.finditer(pattern, text)][:_MOST_PLACES]


def _shared(text: str, start: int, end: int, quotation: Quotation) -> int:
    """Return how many signs around the words are those that stood around them."""
    return sum(_around(text, start, end, quotation))


def _is_in_place(text: str, start: int, end: int, quotation: Quotation) -> bool:
    """Return whether at least what stood right before and after the words still does."""
    before, after = _around(text, start, end, quotation)
    return before >= min(_ENOUGH, len(quotation.before)) and after >= min(
        _ENOUGH, len(quotation.after)
    )


def _around(text: str, start: int, end: int, quotation: Quotation) -> tuple[int, int]:
    before = text[max(0, start - len(quotation.before)) : start]
    after = text[end : end + len(quotation.after)]
    return _alike(before[::-1], quotation.before[::-1]), _alike(after, quotation.after)


def _alike(one: str, other: str) -> int:
    count = 0
    for sign, wanted in zip(one, other, strict=False):
        if sign != wanted:
            break
        count += 1
    return count


def _weight(words: str) -> int:
    """Return how much words weigh: a sign of Korean, Chinese or Japanese says as much as two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
