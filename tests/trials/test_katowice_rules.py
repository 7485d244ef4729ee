"""A real revision: the Katowice Committee's rules of procedure, whose note tells two changes.

The note of version 2 says "Revision of paragraph 7 and addition of paragraph 11". It is believed
by nobody here: every change is found, and each is checked against the two texts as published.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.documents.word import write
from app.documents.word.redline import write_redline
from app.documents.word.revisions import accept_all, reject_all
from app.texts.blocks import Document, Heading, Level, Provision, Section, Text
from app.texts.comparison import Outcome, compare
from app.texts.numbering import number
from app.texts.outcomes import Comparison, UnitComparison
from app.texts.units import list_units
from app.texts.walking import plain_text
from tests.documents.invariants import find_faults
from tests.documents.redline_pairs import read_paragraphs

VERSION_1 = "unfccc_decision_4-CMA.2_KCI_rules_of_procedure_v1.txt"
VERSION_2 = "unfccc_decision_23-CMA.3_KCI_rules_of_procedure_v2.txt"
ITEM = re.compile(r"\t+\(([a-z])\)\t(.+)")
POINT = re.compile(r"\t+(\d+)\.\t(.+)")
PART = re.compile(r"\t+([IVX]+)\.\t(.+)")


def read_rules(name: str, *, title: str) -> Document:
    """Return the rules of procedure in the file: headings, numbered points and their items."""
    path = Path(os.environ["JWG_CORPUS"]) / name
    lines = path.read_text("utf-8").split(title, 1)[1].splitlines()[1:]
    blocks: list[Heading | Provision] = []
    for line in lines:
        if part := PART.fullmatch(line):
            blocks.append(Heading((Text(part[2].strip()),), id=f"part {part[1]}"))
        elif point := POINT.fullmatch(line):
            text = (Text(point[2].strip()),)
            blocks.append(Provision(Level.POINT, f"{name} {point[1]}", text=text))
        elif item := ITEM.fullmatch(line):
            above = blocks[-1]
            assert isinstance(above, Provision)
            text = (Text(item[2].strip()),)
            below = Provision(Level.SUBPOINT, f"{above.id}{item[1]}", text=text)
            blocks[-1] = Provision(
                Level.POINT, above.id, text=above.text, children=(*above.children, below)
            )
        else:
            break
    return Document((Section(tuple(blocks)),), title="Rules of procedure")


@pytest.fixture(scope="module")
def versions() -> tuple[Document, Document]:
    title = "ules of procedure of the Katowice Committee of Experts on the Impacts of the"
    return (
        read_rules(VERSION_1, title=f"\tR{title}"),
        read_rules(VERSION_2, title=f"\tRevised r{title}"),
    )


@pytest.fixture(scope="module")
def comparison(versions) -> Comparison:
    return compare(*versions, by="text")


def words_of(unit: UnitComparison) -> tuple[str, str]:
    """Return what was struck from a unit and what was put in."""
    gone, come = [], []
    for segment in (segment for line in unit.lines for segment in line if not segment.kept):
        (gone if segment.old else come).append("".join(t.key for t in segment.old or segment.new))
    return " … ".join(gone), " … ".join(come)


def test_both_versions_are_read_whole(versions):
    points = [
        [block.id.rsplit(" ", 1)[1] for block in version.sections[0].blocks if is_point(block)]
        for version in versions
    ]
    assert points[0] == [str(number) for number in range(1, 53)]
    assert points[1] == [str(number) for number in range(1, 54)]


def is_point(block: object) -> bool:
    return isinstance(block, Provision)


def test_the_declared_changes_are_found(comparison):
    found = {unit.unit.name: (unit.outcome, words_of(unit)) for unit in comparison.changes}
    assert found["7"] == (Outcome.CHANGED, ("", " The following rules shall apply:"))
    assert all(found[f"7({item})"][0] is Outcome.INSERTED for item in "abc")
    assert found["11"][0] is Outcome.INSERTED
    assert found["11"][1][1].startswith("The KCI members must promptly disclose")
    assert found[""] == (Outcome.INSERTED, ("", "Conflict of interest"))


def test_the_changes_that_the_note_does_not_declare_are_found(comparison):
    undeclared = {
        unit.unit.name: words_of(unit)
        for unit in comparison.changes
        if unit.outcome is Outcome.CHANGED and unit.unit.name != "7"
    }
    assert undeclared == {
        "6": ("also", "further"),
        "27": ("through", "on"),
        "36": ("This", "The"),
        "40": ("performing", "fulfilling"),
        "48": ("39–40", "40–41"),
    }


def test_nothing_is_found_that_is_no_change(comparison, versions):
    units = [list_units(version, numbering=number(version)) for version in versions]
    texts = [{plain_text(unit.lines[0] + unit.lines[1]) for unit in each} for each in units]
    told = {plain_text(unit.unit.lines[0] + unit.unit.lines[1]) for unit in comparison.changes}
    assert told == texts[1] - texts[0]
    assert len(texts[0] - texts[1]) == 6


def test_the_points_after_the_new_one_are_renumbered_and_not_changed(comparison):
    renumbered = {unit.old.name: unit.new.name for unit in comparison.renumbered}
    changed = {"26", "35", "39", "47"}
    expected = {str(n): str(n + 1) for n in range(11, 53) if str(n) not in changed}
    assert {old: new for old, new in renumbered.items() if "(" not in old} == expected


def test_the_redline_gives_both_versions_back(versions):
    old, new = versions
    instant = datetime(2021, 11, 13, tzinfo=UTC)
    redline = write_redline(old, new, author="Decision 23/CMA.3", at=instant, by="text")
    assert find_faults(redline) == []
    assert read_paragraphs(accept_all(redline)) == read_paragraphs(write(new))
    assert read_paragraphs(reject_all(redline)) == read_paragraphs(write(old))
