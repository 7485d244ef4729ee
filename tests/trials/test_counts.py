"""Every text of the corpus as it is read, against what a person counted in it."""

import os
import re
import tomllib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from app.domain.rules import ProvisionKind
from app.services import rule_imports
from app.texts.counting import Count, spell_number

CORPUS = Path(os.environ["JWG_CORPUS"])
COUNTED = tomllib.loads((Path(__file__).parent / "counts_by_hand.toml").read_text("utf-8"))["text"]
SCOPES = {ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.ARTICLE}
KINDS = {
    "annexes": ProvisionKind.ANNEX,
    "parts": ProvisionKind.PART,
    "chapters": ProvisionKind.CHAPTER,
    "sections": ProvisionKind.SECTION,
    "articles": ProvisionKind.ARTICLE,
    "paragraphs": ProvisionKind.PARAGRAPH,
    "items": ProvisionKind.ITEM,
    "subitems": ProvisionKind.SUBITEM,
}
LISTED = {ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM}
MEASURED = ("articles", "paragraphs")
WORDS = re.compile(r"(?i)\b(part|chapter|section|article|art|rule)\b\.?|[().:\s]")


def found_in(file: str) -> dict[str, list[str]]:
    """Return the numbers that our reader finds, each with where it stands, in reading order."""
    preview = rule_imports.look_into(CORPUS / file, language="en")
    found: dict[str, list[str]] = {name: [] for name in KINDS}
    names = {kind: name for name, kind in KINDS.items()}
    above: list[tuple[int, str]] = []
    for row in preview.rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        scope = above[-1][1] if above else ""
        if re.search(r"\w", row.label):
            inside = f"{scope}: " if scope else ""
            found[names[row.kind]].append(inside + printed(row.kind, row.label))
        if row.kind in SCOPES:
            above.append((row.depth, row.label))
    return found


def printed(kind: ProvisionKind, label: str) -> str:
    if kind is ProvisionKind.ANNEX:
        return label
    return re.sub(r"[():\s]|\.$", "", WORDS.sub("", label) if kind not in LISTED else label.strip())


def expected_of(ranges: list[str]) -> list[str]:
    return [each for told in ranges for each in spelt(told)]


def spelt(told: str) -> Iterator[str]:
    """Yield ``Annex: a``, ``Annex: b`` and ``Annex: c`` for ``Annex: a-c``."""
    scope, _, numbers = told.rpartition(": ")
    first, _, last = numbers.partition("-")
    for each in between(first, last) if last else [first]:
        yield f"{scope}: {each}" if scope else each


def between(first: str, last: str) -> list[str]:
    head, _, tail = first.rpartition(".")
    if tail.isdecimal():
        stop = int(last.rpartition(".")[2])
        return [f"{head}.{n}" if head else str(n) for n in range(int(tail), stop + 1)]
    roman = [spell_number(n, count=Count.LOWER_ROMAN) for n in range(1, 40)]
    letters = [spell_number(n, count=Count.LOWER_LETTER) for n in range(1, 27)]
    series = roman if {first.lower(), last.lower()} <= set(roman) else letters
    counted = series[series.index(first.lower()) : series.index(last.lower()) + 1]
    return [each.upper() for each in counted] if first.isupper() else counted


def matching(expected: list[str], found: list[str]) -> int:
    blocks = SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def test_every_text_of_the_corpus_was_counted():
    assert sorted(each["file"] for each in COUNTED) == sorted(p.name for p in CORPUS.glob("*.txt"))


@pytest.mark.parametrize("counted", COUNTED, ids=lambda counted: counted["file"][:40])
def test_a_text_is_read_as_it_was_counted(counted: dict[str, Any]):
    found = found_in(counted["file"])
    for name in KINDS:
        assert (name, found[name]) == (name, expected_of(counted.get(name, [])))


def test_recall_and_precision_of_articles_and_paragraphs_exceed_99_percent():
    for name in MEASURED:
        right = there = read = 0
        for counted in COUNTED:
            expected, found = expected_of(counted.get(name, [])), found_in(counted["file"])[name]
            right += matching(expected, found)
            there += len(expected)
            read += len(found)
        print(f"{name}: {there} counted, {read} found, {right} alike")
        assert right > 0.99 * there
        assert right > 0.99 * read
