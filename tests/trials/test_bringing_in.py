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
from app.services.rule_imports import RuleKind, Taking, TextStatus
from app.services.rule_reading import Change
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


NUMBERED = re.compile(r"\t+(\([a-z]\)|\d+\.|[IVX]+\.)\t.+")


def rules_in(path: Path) -> str:
    """Return the rules in the annex of a decision: their numbered lines."""
    text = path.read_text("utf-8")
    start = re.search(r"\t(Revised r|R)ules of procedure of the Katowice Committee", text)
    assert start is not None
    lines = text[start.start() :].splitlines()[1:]
    end = next(place for place, line in enumerate(lines) if not NUMBERED.fullmatch(line))
    return "\n".join(lines[:end])


@pytest.fixture
def read(tmp_path):
    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    with Workspace.create(tmp_path / "Trial.jwg", clock=clock, actor="Bat") as workspace:
        yield bring_in_both(workspace, set_up_world(workspace))


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
            ),
        )
        with workspace.read() as reader:
            taken["document"] = reader.get(RuleVersion, key_of(change)).document_id
    found = rule_reading.read(workspace, document_id=taken["document"], number=2, against=1)
    assert found is not None
    return found


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
