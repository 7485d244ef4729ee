from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.decision import DecisionKind, DecisionText
from app.services import agenda, bodies, decisions, written_procedures
from app.services.register import contradictions, numbers, silence, silence_sheets
from app.services.register.silence_rules import SilenceRule
from app.ui.decisions.asks import Ask
from app.ui.decisions.page import WRITING
from tests.builders import (
    a_decision,
    adopt_rules,
    an_agenda_item,
    an_article,
    key_of,
    take_decision,
)
from tests.ui.ui_fakes import NOW


def press(qtbot, parent, name):
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def symbols(place):
    return [row.symbol for row in place.page.register.list_pane.table.rows()]


def told(place, name):
    found = place.page.findChildren(QLabel, name)  # those shown before are still on their way out
    return found[-1].text() if found else ""


@pytest.fixture
def taken(around, place):
    """Two decisions of different years and kinds: the ids by number."""
    take = {
        "D1": {"taken_on": date(2024, 5, 1), "kind": DecisionKind.DESIGNATION},
        "D2": {"taken_on": date(2025, 5, 1), "channel": "electronic"},
    }
    made = {
        symbol: take_decision(around.workspace, around.world.body, symbol, **fields)
        for symbol, fields in take.items()
    }
    place.register.refresh()
    return made


def test_the_register_is_narrowed_by_year_kind_channel_standing_and_words(place, taken, qtbot):
    assert symbols(place) == ["D2", "D1"]
    filters = place.page.register.list_pane.filters
    for name, value, left in (
        ("decisions_year", 2024, ["D1"]),
        ("decisions_kind", "designation", ["D1"]),
        ("decisions_channel", "electronic", ["D2"]),
        ("decisions_standing", "superseded", []),
        ("decisions_standing", "live", ["D2", "D1"]),
    ):
        field = filters.findChild(QWidget, name)
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
        assert symbols(place) == left
        field.setCurrentIndex(0)
        field.activated.emit(0)
    qtbot.keyClicks(place.page.register.list_pane.table.filter_line, "decided title d1")
    qtbot.waitUntil(lambda: symbols(place) == ["D1"])


def test_words_are_entered_in_the_languages_of_the_body(place, around, qtbot, dialog):
    body = around.world.body
    sheet = bodies.show_sheet(around.workspace, body_id=body)
    bodies.change(around.workspace, body_id=body, sheet=replace(sheet, languages=("en", "mn")))
    press(qtbot, place.page, "new_decision")
    lines = dialog().form.field("titles").editors()
    assert [line.accessibleName().rpartition(", ")[2] for line in lines] == ["English", "Mongolian"]


def test_a_decision_is_entered_adopted_under_its_number_and_shown(place, around, qtbot, dialog):
    press(qtbot, place.page, "new_decision")
    press(qtbot, dialog(), "save")
    assert dialog().form.note("titles") == "A decision needs a title."
    qtbot.keyClicks(dialog().form.field("titles").line("en").editor, "Monitoring form")
    press(qtbot, dialog(), "save")
    assert dialog() is None
    assert symbols(place) == ["Draft 1"]
    assert told(place, "decision_standing") == "Draft"
    press(qtbot, place.page, "adopt_decision")
    field = dialog().form.field("symbol")
    assert field.value() == "E1/2025"
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "E3/2025")
    press(qtbot, dialog(), "save")
    assert "the number E1/2025 would be missing" in dialog().form.note("symbol")
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "E1/2025")
    press(qtbot, dialog(), "save")
    assert told(place, "decision_symbol") == "E1/2025"


def test_adoption_proposes_the_outcome_of_the_agenda_item(place, around, qtbot, dialog):
    draft = an_agenda_item(around.world.meeting, "3", titles={"en": "Landfill"})
    item = key_of(agenda.add_item(around.workspace, draft))
    decision = a_decision(around.world.body, meeting_id=around.world.meeting, agenda_item_id=item)
    key = key_of(decisions.draft_decision(around.workspace, decision))
    words = DecisionText(decision_id=key, language="en", title="Landfill", text="Adopted.")
    decisions.word(around.workspace, words)
    place.show_record("decision", key)
    press(qtbot, place.page, "adopt_decision")
    assert dialog().form.values()["settles_item"] is True
    qtbot.keyClicks(dialog().form.field("symbol").editor, "JWG-1/D1")
    press(qtbot, dialog(), "save")
    (row,) = agenda.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    assert row.outcome == "adopted"
    other = a_decision(around.world.body, agenda_item_id=item, temporary_symbol="Draft B")
    place.show_record("decision", key_of(decisions.draft_decision(around.workspace, other)))
    press(qtbot, place.page, "adopt_decision")
    assert "settles_item" not in dialog().form.values()


def test_a_number_that_no_decision_has_stands_in_the_register_with_its_reason(
    place, around, taken, qtbot
):
    told_why = {"symbol": "D3", "reason": "Withdrawn before the vote"}
    change = partial(numbers.void, around.workspace, body_id=around.world.body, **told_why)
    around.needs.operations.run("Leave out", change, lambda _change: None)
    table = place.page.register.list_pane.table
    (line,) = [row for row in table.rows() if row.symbol == "D3"]
    assert line.title == "Withdrawn before the vote"
    place.show_record("decision", taken["D1"])
    table.choose([line.id])
    assert place.register.sheet is None
    assert table.link_here() is None
    qtbot.keyClicks(table.filter_line, "number void")
    qtbot.waitUntil(lambda: symbols(place) == ["D3"])


def test_one_decision_supersedes_another_from_the_window(place, taken, qtbot, dialog):
    place.show_record("decision", taken["D2"])
    place.register.start(Ask.RELATE)
    form = dialog().form
    form.field("relation").set_value("supersedes")
    form.field("other_id").set_value(taken["D1"])
    press(qtbot, dialog(), "save")
    place.show_record("decision", taken["D1"])
    assert told(place, "decision_standing") == "Superseded"
    press(qtbot, place.page, "related_0")


def test_a_contradiction_is_told_above_the_decision(place, around):
    adopt_rules(around.workspace, around.world.body, an_article(7))
    ((provision, name),) = contradictions.list_rules(around.workspace, body_id=around.world.body)
    assert name.endswith("Article 7")
    key = take_decision(around.workspace, around.world.body, "D9", taken_on=date(2026, 1, 1))
    contradictions.add_rule(around.workspace, decision_id=key, provision_id=provision)
    place.show_record("decision", key)
    assert place.page.findChild(QWidget, "decision_contradictions") is not None


def test_numbers_are_reserved_and_freed_again(place, around, dialog, qtbot):
    place._do("number")
    form = dialog().form
    qtbot.keyClicks(form.field("symbol").editor, "E1/2025")
    press(qtbot, dialog(), "save")
    assert form.note("reason").startswith("A number is reserved or left out for a reason")
    qtbot.keyClicks(form.field("reason").editor, "For the glossary")
    press(qtbot, dialog(), "save")
    place._do("release")
    assert dialog().form.field("number_id").value() is not None
    press(qtbot, dialog(), "save")
    assert dialog() is None


def running(around, **rule):
    draft = silence.SilenceDraft(
        kind=DecisionKind.APPROVAL,
        titles={"en": "Form"},
        texts={"en": "It is approved."},
        rule=SilenceRule(zone="Asia/Seoul", **rule),
    )
    key = key_of(silence.open_procedure(around.workspace, body_id=around.world.body, draft=draft))
    start = NOW - timedelta(days=5)
    written_procedures.circulate(around.workspace, procedure_id=key, at=start)
    return key


def test_a_known_rule_fills_the_clock_in(place, qtbot, dialog):
    place.page.turn_to(WRITING)
    press(qtbot, place.page, "new_decision")
    form = dialog().form
    form.field("preset").set_value("article-6.4")
    form.field("preset").changed.emit()
    assert (form.values()["days"], form.values()["starts"]) == (14, "receipt")
    assert form.values()["zone"] == "Asia/Seoul"
    assert "7/CMA.4" in form.values()["source"]
    qtbot.keyClicks(form.field("titles").line("en").editor, "Form")
    press(qtbot, dialog(), "save")
    assert dialog() is None
    assert told(place, "procedure_status") == "Being prepared"


def test_the_deadline_stands_on_the_clock_of_each_capital(place, around):
    key = running(around, days=20)
    place.show_record("written_procedure", key)
    words = {each.text() for each in place.page.silence.sheet.findChildren(QLabel)}
    assert {"Seoul", "Ulaanbaatar", "Receipt not confirmed"} <= words
    assert "another day there" not in words  # the last day ends at 24:00 in the one, 23:00 here
    assert sorted(each[-5:] for each in words if each[-5:] in {"24:00", "23:00"}) == [
        *("23:00", "24:00"),
    ]
    assert told(place, "procedure_left") == "15 days left"


def test_a_late_objection_is_told_as_late_and_the_period_can_be_ended(place, around, qtbot, dialog):
    key = running(around, days=2)
    place.show_record("written_procedure", key)
    press(qtbot, place.page, f"step_{Ask.OBJECT}")
    form = dialog().form
    qtbot.keyClicks(form.field("words").line("en").editor, "Too late.")
    press(qtbot, dialog(), "save")
    words = [each.text() for each in place.page.silence.sheet.findChildren(QLabel)]
    assert "Objected too late" in words
    press(qtbot, place.page, "step_conclude")
    shown = silence_sheets.show(around.workspace, procedure_id=key)
    assert shown.line.status == "no-objection"


def test_below_a_thousand_pixels_the_sheet_takes_the_place_of_the_list(place, taken, qtbot):
    place.page.resize(800, 600)
    side = place.page.register
    assert side.list_pane.isVisible()
    assert not side.sheet.isVisible()
    place.show_record("decision", taken["D1"])
    assert side.sheet.isVisible()
    press(qtbot, place.page, "decision_pane_back")
    assert side.list_pane.isVisible()
