"""A real revision is brought in and about to be adopted: what its own note leaves out is listed."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.services import bodies, rule_imports, rules, workspaces
from app.services.adoption import sheets
from tests.builders import a_body, key_of

CORPUS = Path(os.environ["JWG_CORPUS"])
DAY = date(2019, 12, 12)
NOTE = "Revision of paragraph 7 and addition of paragraph 11"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    path = tmp_path_factory.mktemp("katowice") / "Katowice.jwg"
    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    with workspaces.create(path, clock=clock, actor="Bat") as workspace:
        body_id = key_of(bodies.establish(workspace, a_body()))

        def take_over(name, **told):
            preview = rule_imports.look_into(CORPUS / name, language="en")
            taking = rule_imports.Taking(
                source=preview.source,
                rows=preview.rows,
                language="en",
                body_id=body_id,
                status=rule_imports.TextStatus.AUTHENTIC,
                **told,
            )
            return key_of(rule_imports.take_over(workspace, taking))

        adopted = {"is_adopted": True, "adopted_on": DAY, "in_force_from": DAY}
        first = "unfccc_decision_4-CMA.2_KCI_rules_of_procedure_v1.txt"
        take_over(first, code="KCI", title="Rules of procedure", label="1.0", **adopted)
        version_id = take_over(
            "unfccc_decision_23-CMA.3_KCI_rules_of_procedure_v2.txt",
            document_id=rules.find_by_code(workspace, code="KCI"),
            label="2.0",
            change_note=NOTE,
        )
        yield sheets.look_at(workspace, version_id=version_id)


def test_the_five_changes_of_the_rules_that_the_note_leaves_out_are_listed(sheet):
    left_out = sheets.undeclared(sheet, sheet.declared)
    told = {(one.name, one.done.value) for one in left_out}
    for number in (6, 27, 36, 40, 48):
        assert (f"paragraph {number}", "reworded") in told
    assert not any(name in {"paragraph 7", "paragraph 11"} for name, _ in told)


def test_the_note_that_is_drafted_leaves_nothing_out(sheet):
    assert sheets.undeclared(sheet, sheet.drafted) == ()
    assert "paragraph 53 (was paragraph 52)" in sheet.drafted["en"]
