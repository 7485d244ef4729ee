"""Cuts paragraphs, joins them and takes pasted text apart, so that no word is ever lost."""

import re

from app.texts.invisible import clear_invisible

_WITHOUT_SPACES = re.compile(
    "[\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Japanese and Chinese: their words stand without spaces between them."""


def cut(text: str, at: int) -> tuple[str, str]:
    """Return what stands before a place in a paragraph and what stands after it."""
    place = max(0, min(at, len(text)))
    return text[:place].rstrip(), text[place:].lstrip()


def join(first: str, second: str) -> tuple[str, int]:
    """Return two paragraphs as one, and the place at which the second begins in it.

    Where the script has spaces between words there is one between the two.
    """
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first + second, len(first)
    tight = _WITHOUT_SPACES.match(first[-1]) or _WITHOUT_SPACES.match(second[0])
    space = "" if tight else " "
    return f"{first}{space}{second}", len(first) + len(space)


def paragraphs_of(pasted: str) -> tuple[str, ...]:
    """Return the paragraphs of a pasted text: one for each line that says something."""
    lines = clear_invisible(pasted.replace("\t", " ")).split("\n")
    return tuple(line for line in (line.strip() for line in lines) if line)
