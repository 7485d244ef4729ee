from datetime import date

import pytest
from openpyxl import load_workbook

from app.domain.decision import Decision, DecisionKind, DecisionRelationKind
from app.domain.decision_standing import Standing
from app.domain.errors import Conflict, RuleBroken, Sealed, UnlawfulTransition
from app.domain.rules import Provision
from app.services.register import (
    contradictions,
    entering,
    exports,
    numbers,
    relations,
    sheets,
    standing,
)
from app.services.register.entering import DecisionEntry
from tests.builders import FIRST_DAY, adopt_rules, an_article, key_of, take_decision

SUPERSEDES = DecisionRelationKind.SUPERSEDES
AMENDS = DecisionRelationKind.AMENDS


def entry(title="Form", **fields):
    return DecisionEntry(kind=DecisionKind.APPROVAL, titles={"en": title}, **fields)


def enter(workspace, world, **fields):
    return key_of(entering.enter(workspace, body_id=world.body, entry=entry(**fields)))


def old(workspace, world, symbol, day=FIRST_DAY):
    return enter(workspace, world, symbol=symbol, taken_on=day)


def shown(workspace, key):
    return sheets.show(workspace, decision_id=key)


def test_a_draft_has_a_temporary_number_and_gets_the_next_one_when_adopted(workspace, world):
    key = enter(workspace, world)
    assert shown(workspace, key).row.symbol == "Draft 1"
    year = workspace.clock.now().year
    assert numbers.propose(workspace, decision_id=key) == f"E1/{year}"
    entering.adopt(workspace, decision_id=key, symbol=f"E1/{year}", taken_on=date(year, 1, 5))
    row = shown(workspace, key).row
    assert (row.symbol, row.alias, row.standing) == (f"E1/{year}", "Draft 1", Standing.IN_FORCE)


def test_numbers_leave_no_gap_but_what_is_void_with_a_reason(workspace, world):
    first, second = enter(workspace, world), enter(workspace, world)
    day = date(2026, 1, 5)
    with pytest.raises(RuleBroken, match="the number E1/2026 would be missing") as caught:
        entering.adopt(workspace, decision_id=first, symbol="E2/2026", taken_on=day)
    assert caught.value.field == "symbol"
    numbers.void(workspace, body_id=world.body, symbol="E1/2026", reason="Given twice by mistake")
    numbers.reserve(workspace, body_id=world.body, symbol="E2/2026", reason="For the glossary")
    assert numbers.propose(workspace, decision_id=first) == "E3/2026"
    entering.adopt(workspace, decision_id=first, symbol="E3/2026", taken_on=day)
    with pytest.raises(RuleBroken, match="E1/2026 is void: Given twice by mistake"):
        entering.adopt(workspace, decision_id=second, symbol="E1/2026", taken_on=day)
    entering.adopt(workspace, decision_id=second, symbol="E2/2026", taken_on=day)
    (left,) = sheets.list_numbers(workspace, body_id=world.body)
    assert (left.symbol, left.state) == ("E1/2026", "void")
    with pytest.raises(RuleBroken, match="There is a decision E3/2026 already"):
        numbers.void(workspace, body_id=world.body, symbol="E3/2026", reason="No.")
    numbers.release(workspace, number_id=left.id)
    assert sheets.list_numbers(workspace, body_id=world.body) == ()


def test_numbers_of_past_decades_are_taken_over_as_they_are(workspace, world):
    for symbol in ("No. 7 (1998)", "JC/98/12-bis", "제3호"):
        key = old(workspace, world, symbol, date(1998, 6, 1))
        assert shown(workspace, key).row.symbol == symbol
    with pytest.raises(RuleBroken, match="already has a decision with this number"):
        old(workspace, world, "제3호")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": " "}, "titles"),
        ({"symbol": "D1"}, "taken_on"),
        ({"taken_on": FIRST_DAY}, "symbol"),
        (
            {"symbol": "D1", "taken_on": FIRST_DAY, "effective_on": date(2025, 5, 1)},
            "effective_on",
        ),
    ],
)
def test_what_is_not_enough_is_said_beside_its_field(workspace, world, unchanged, fields, field):
    with unchanged(), pytest.raises(Exception, match=r"\.") as caught:
        enter(workspace, world, **fields)
    assert caught.value.field == field


def test_a_decision_is_worded_per_language_until_it_is_adopted(workspace, world):
    key = enter(workspace, world, texts={"en": "One."})
    version = shown(workspace, key).row_version
    fuller = DecisionEntry(
        kind=DecisionKind.DESIGNATION,
        titles={"en": "Form 2", "mn": "Маягт"},
        texts={"en": "Two."},
        row_version=version,
    )
    entering.change(workspace, decision_id=key, entry=fuller)
    assert shown(workspace, key).titles == {"en": "Form 2", "mn": "Маягт"}
    with pytest.raises(Conflict):
        entering.change(workspace, decision_id=key, entry=entry(row_version=version))
    adopted = old(workspace, world, "D1")
    with pytest.raises(Sealed):
        entering.change(
            workspace, decision_id=adopted, entry=entry("Other", symbol="D1", taken_on=FIRST_DAY)
        )


def test_what_supersedes_another_takes_effect_when_it_is_adopted(workspace, world):
    before, key = old(workspace, world, "D1"), enter(workspace, world)
    made = relations.relate(workspace, decision_id=key, other_id=before, relation=SUPERSEDES)
    with pytest.raises(RuleBroken, match="This relation is already there"):
        relations.relate(workspace, decision_id=key, other_id=before, relation=SUPERSEDES)
    assert shown(workspace, before).standing is Standing.IN_FORCE
    entering.adopt(workspace, decision_id=key, symbol="D2", taken_on=date(2026, 1, 1))
    assert shown(workspace, before).standing is Standing.SUPERSEDED
    (inward,) = shown(workspace, before).related
    assert (inward.symbol, inward.is_outward) == ("D2", False)
    with pytest.raises(Sealed):
        relations.unrelate(workspace, relation_id=key_of(made))


def test_a_decision_superseded_by_itself_is_refused(workspace, world, unchanged):
    key = old(workspace, world, "D1")
    with unchanged(), pytest.raises(RuleBroken, match="Decision D1 cannot amend, supersede"):
        relations.relate(workspace, decision_id=key, other_id=key, relation=SUPERSEDES)


def test_a_loop_of_relations_is_refused_naming_the_circle(workspace, world, unchanged):
    one, two, three = (old(workspace, world, f"D{number}") for number in (1, 2, 3))
    relations.relate(workspace, decision_id=two, other_id=one, relation=AMENDS)
    relations.relate(workspace, decision_id=three, other_id=two, relation=AMENDS)
    with unchanged(), pytest.raises(RuleBroken, match="D1 → D3 → D2 → D1"):
        relations.relate(workspace, decision_id=one, other_id=three, relation=AMENDS)


def test_a_lapsed_decision_cannot_be_amended(workspace, world):
    one, two = old(workspace, world, "D1"), old(workspace, world, "D2")
    standing.lapse(workspace, decision_id=one, note="The project has ended.")
    with pytest.raises(UnlawfulTransition):
        relations.relate(workspace, decision_id=two, other_id=one, relation=AMENDS)


def test_published_confirmed_and_done_are_told_by_their_days(workspace, world):
    key = enter(workspace, world)
    with pytest.raises(RuleBroken, match="is not adopted yet"):
        standing.publish(workspace, decision_id=key, on=FIRST_DAY)
    entering.adopt(workspace, decision_id=key, symbol="D1", taken_on=FIRST_DAY, ad_referendum=True)
    assert shown(workspace, key).standing is Standing.TO_CONFIRM
    with pytest.raises(RuleBroken, match="this day is before that"):
        standing.confirm(workspace, decision_id=key, on=date(2025, 1, 1))
    standing.confirm(workspace, decision_id=key, on=date(2025, 7, 1))
    standing.publish(workspace, decision_id=key, on=date(2025, 8, 1))
    assert shown(workspace, key).standing is Standing.IN_FORCE
    standing.mark_done(workspace, decision_id=key, on=date(2025, 9, 1), note="Carried out.")
    assert (shown(workspace, key).standing, shown(workspace, key).status_note) == (
        Standing.DONE,
        "Carried out.",
    )


def test_a_new_decision_on_the_rule_of_a_live_one_is_warned_about(workspace, world):
    document = adopt_rules(workspace, world.body, an_article(7))
    with workspace.read() as reader:
        provision = reader.first(Provision, document_id=document).id
    key = enter(workspace, world)
    contradictions.add_rule(workspace, decision_id=key, provision_id=provision)
    (warned,) = shown(workspace, key).contradictions
    assert (warned.symbol, warned.rule) == (
        "JWG-RULES/D1",
        "Detailed rules and procedures Article 7",
    )
    relations.relate(workspace, decision_id=key, other_id=warned.decision_id, relation=AMENDS)
    assert shown(workspace, key).contradictions == ()


def test_a_reservation_is_kept_with_its_words(workspace, world):
    key = old(workspace, world, "D1")
    told = {"decision_id": key, "party_id": world.mongolia}
    words = {"en": "Subject to budget."}
    entering.stand_aside(
        workspace, **told, position=entering.Position.RESERVATION, statements=words
    )
    assert [each.statement for each in shown(workspace, key).positions] == ["Subject to budget."]
    entering.stand_aside(workspace, **told, position=None, statements={})
    assert shown(workspace, key).positions == ()


def test_the_register_is_a_sheet_for_each_body(workspace, world, tmp_path):
    take_decision(workspace, world.body, "=D1", conditions={"en": "Funds"})
    path = exports.save_workbook(workspace, path=tmp_path / "r.xlsx")
    sheet = load_workbook(path).worksheets[0]
    told = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert (told["Number"].value, told["Number"].data_type) == ("=D1", "s")
    assert (told["Standing"].value, told["Taken on"].value) == ("in force", "2025-05-27")
    for write in (exports.save_register,):
        assert write(workspace, body_id=world.body, path=tmp_path / "r.docx").stat().st_size
    with workspace.read() as reader:
        key = reader.first(Decision).id
    assert exports.save_decision(workspace, decision_id=key, path=tmp_path / "d.docx").is_file()
