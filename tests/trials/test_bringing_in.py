"""Real texts brought in: every word stays, and two versions give the changes known by hand."""

import os
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.rules import RuleVersion
from app.services import rule_imports, rule_reading
from app.services.adoption import changes
from app.services.rule_imports import RuleKind, Taking, TextStatus
from app.services.rule_reading import Change
from app.store.queries.rules import read_version
from app.store.workspace import Workspace
from app.texts.provision_draft import walk
from app.texts.reading.arranging import drafts_of
from tests.builders import key_of, set_up_world

CORPUS = Path(os.environ["JWG_CORPUS"])
VERSION_1 = CORPUS / "unfccc_decision_4-CMA.2_KCI_rules_of_procedure_v1.txt"
VERSION_2 = CORPUS / "unfccc_decision_23-CMA.3_KCI_rules_of_procedure_v2.txt"


def bare(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", words))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.name[:30])
def test_every_word_of_a_text_is_in_its_provisions(path):
    preview = rule_imports.look_into(path, language="en")
    left_out = {
        remark.line for remark in preview.remarks if remark.doubt.value == "page-mark-left-out"
    }
    told = []
    for draft, _, _ in walk(drafts_of(preview.rows, language="en")):
        told += [draft.label, draft.headings.get("en", ""), draft.texts.get("en", "")]
    expected = "\n".join(
        line for number, line in enumerate(preview.lines, 1) if number not in left_out
    )
    assert sorted(words_of(" ".join(told))) == sorted(words_of(expected))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


DECLARED = "Revision of paragraph 7 and addition of paragraph 11"
NUMBERED = re.compile(r"\t+(\([a-z]\)|\d+\.|[IVX]+\.)\t.+")


def rules_in(path: Path) -> str:
    """Return the rules in the annex of a decision: their numbered lines."""
    text = path.read_text("utf-8")
    start = re.search(r"\t(Revised r|R)ules of procedure of the Katowice Committee", text)
    assert start is not None
    lines = text[start.start() :].splitlines()[1:]
    end = next(place for place, line in enumerate(lines) if not NUMBERED.fullmatch(line))
    return "\n".join(lines[:end])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    path = tmp_path_factory.mktemp("trial") / "Trial.jwg"
    with Workspace.create(path, clock=clock, actor="Bat") as opened:
        yield opened


@pytest.fixture(scope="module")
def document(workspace):
    return bring_in_both(workspace, set_up_world(workspace))


@pytest.fixture(scope="module")
def read(workspace, document):
    found = rule_reading.read(workspace, document_id=document, number=2, against=1)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def computed(workspace, document):
    with workspace.read() as reader:
        version = reader.first(RuleVersion, document_id=document, number=2)
        assert version is not None
    return version, changes.compute(workspace, version_id=version.id)


def bring_in_both(workspace, world):
    taken = {}
    for label, path, day in (
        ("1", VERSION_1, date(2019, 12, 15)),
        ("2", VERSION_2, date(2021, 11, 13)),
    ):
        preview = rule_imports.look_into(rules_in(path), language="en")
        change = rule_imports.take_over(
            workspace,
            Taking(
                source=preview.source,
                rows=preview.rows,
                language="en",
                document_id=taken.get("document"),
                body_id=world.body,
                code="KCI",
                title="Rules of procedure",
                kind=RuleKind.RULES_OF_PROCEDURE,
                label=label,
                status=TextStatus.AUTHENTIC,
                is_adopted=True,
                adopted_on=day,
                in_force_from=day,
                decision_symbol=f"KCI/{label}",
                change_note=DECLARED if label == "2" else "",
            ),
        )
        with workspace.read() as reader:
            taken["document"] = reader.get(RuleVersion, key_of(change)).document_id
    return taken["document"]


def test_52_paragraphs_become_53_and_every_identity_is_kept(workspace, document):
    with workspace.read() as reader:
        rows = [read_version(reader, document_id=document, number=n, language="en") for n in (1, 2)]
    before, after = ([row for row in each if row.kind == "paragraph"] for each in rows)
    assert [row.label for row in before] == [f"{number}." for number in range(1, 53)]
    assert [row.label for row in after] == [f"{number}." for number in range(1, 54)]
    (inserted,) = {row.eid for row in after} - {row.eid for row in before}
    assert [row.eid for row in after if row.eid != inserted] == [row.eid for row in before]
    assert next(row.label for row in after if row.eid == inserted) == "11."


def number_in(name: str) -> str:
    """Return 40 for “paragraph 40”."""
    return name.rpartition(" ")[2]


def test_the_changes_that_its_version_table_does_not_declare_are_listed(computed):
    version, made = computed
    assert version.change_notes == {"en": DECLARED}
    undeclared = changes.find_undeclared(made, version.change_notes)
    told = [(number_in(each.name), number_in(each.was), each.done.value) for each in undeclared]
    assert told == [
        ("6", "", "reworded"),
        ("IV", "", "inserted"),
        ("27", "26", "reworded"),
        ("36", "35", "reworded"),
        ("40", "39", "reworded"),
        ("48", "47", "reworded"),
    ]


def test_two_versions_give_the_changes_that_are_known(read):
    changed = {
        row.label.rstrip("."): row.change.value
        for row in read.provisions
        if row.kind == "paragraph" and row.change in {Change.CHANGED, Change.INSERTED}
    }
    assert changed == {
        "6": "changed",
        "7": "changed",
        "11": "inserted",
        "27": "changed",
        "36": "changed",
        "40": "changed",
        "48": "changed",
    }
    others = [
        (row.kind, row.label, row.change.value)
        for row in read.provisions
        if row.kind != "paragraph" and row.change in {Change.CHANGED, Change.INSERTED}
    ]
    assert [(kind, label) for kind, label, change in others if change == "inserted"] == [
        ("item", "(a)"),
        ("item", "(b)"),
        ("item", "(c)"),
        ("chapter", "IV."),
    ]
    assert [each for each in others if each[2] == "changed"] == []


def test_the_shift_of_the_numbers_is_no_change(read):
    shifted = {row.was: row.label for row in read.provisions if row.was and row.kind == "paragraph"}
    assert shifted == {f"{number}.": f"{number + 1}." for number in range(11, 53)}
