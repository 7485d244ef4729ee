"""A real revision: notes on any words of the Katowice rules find them again in the second version.

Where the words stand in the second version was found by another way, sign by sign.
"""

import re
from collections import Counter
from difflib import SequenceMatcher

import pytest

from app.texts.blocks import Document, Provision
from app.texts.comparison import compare
from app.texts.quotations import find_quotation, quote
from app.texts.walking import plain_text
from tests.trials import test_katowice_rules as katowice

versions = katowice.versions


def texts_of(document: Document) -> dict[str, str]:
    points = [each for each in document.sections[0].blocks if isinstance(each, Provision)]
    every = [*points, *(below for each in points for below in each.children)]
    return {each.id: plain_text(each.text) for each in every}


@pytest.fixture(scope="module")
def pairs(versions) -> list[tuple[str, str]]:
    """Each provision of the first version with what it says in the second."""
    old, new = map(texts_of, versions)
    return [
        (old[each.old.id], new[each.unit.id])
        for each in compare(*versions, by="text").units
        if each.old and each.old.id in old and each.unit.id in new
    ]


def new_place(old: str, new: str, start: int, end: int) -> int | None:
    """Return where words went, if they are still there as they were."""
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if block.a <= start and end <= block.a + block.size:
            return start - block.a + block.b
    return None


@pytest.mark.parametrize("width", [1, 3, 8])
def test_words_that_stayed_are_found_where_they_are_and_words_that_went_nowhere(
    pairs, width: int
) -> None:
    told: Counter[str] = Counter()
    for old, new in pairs:
        if old == new and told["stayed"] > 200:
            continue
        words = [each.span() for each in re.finditer(r"\S+", old)]
        for first, last in zip(words, words[width - 1 :], strict=False):
            start, end = first[0], last[1]
            expected = new_place(old, new, start, end)
            found = find_quotation(new, quote(old, start, end))
            assert (found.start if found else None) == expected, old[start:end]
            told["gone" if expected is None else "stayed"] += 1
    assert told["stayed"] > 200
    assert told["gone"] > 4
