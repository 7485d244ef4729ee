from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from app.domain.errors import Conflict, InvalidValue, Misfortune, RuleBroken
from app.domain.meeting import Meeting
from app.ui.widgets import composing
from app.ui.widgets.fields import CheckField, DateField, LongTextField, NumberField, TextField
from app.ui.widgets.form import Form


@pytest.fixture
def form(qtbot):
    form = Form(name="meeting")
    form.add("code", "Code", TextField(max_length=8))
    form.add("ordinal", "Number", NumberField(minimum=1), hint="As the parties count it")
    form.add("starts_on", "First day", DateField())
    form.add("ends_on", "Last day", DateField(), beside=True)
    form.add("is_late", "This is a late item", CheckField())
    form.set_values({"code": "JWG-2", "ordinal": 2, "starts_on": date(2025, 5, 27)})
    qtbot.addWidget(form)
    form.resize(560, 400)
    form.show()
    form.activateWindow()
    return form


def editor(form, name):
    return form.field(name).editor


def test_a_form_reads_all_its_fields_by_name(form):
    assert form.values() == {
        "code": "JWG-2",
        "ordinal": 2,
        "starts_on": date(2025, 5, 27),
        "ends_on": None,
        "is_late": False,
    }


def test_what_is_being_composed_is_finished_before_the_values_are_read(form, monkeypatch):
    monkeypatch.setattr(composing, "commit", lambda: editor(form, "code").setText("제2차"))

    assert form.values()["code"] == "제2차"


def test_a_label_belongs_to_its_field_and_stands_above_it(form):
    label = next(each for each in form.findChildren(QLabel) if each.text() == "Number")

    assert label.buddy() is editor(form, "ordinal")
    assert editor(form, "ordinal").accessibleName() == "Number"
    assert editor(form, "ordinal").accessibleDescription() == "As the parties count it"
    assert editor(form, "ordinal").objectName() == "meeting_ordinal"


def test_a_field_beside_another_stands_at_its_right(form, qtbot):
    first, last = form.field("starts_on"), form.field("ends_on")
    qtbot.waitUntil(lambda: last.mapTo(form, last.rect().topLeft()).x() > first.width())

    assert first.mapTo(form, first.rect().topLeft()).y() == (
        last.mapTo(form, last.rect().topLeft()).y()
    )


def test_typing_makes_a_form_changed_and_typing_back_makes_it_clean(form, qtbot):
    assert not form.is_changed()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(editor(form, "code"), "x")
    assert form.is_changed()

    editor(form, "code").setText("JWG-2")
    assert not form.is_changed()


def test_a_wrong_date_is_said_when_the_field_is_left_and_not_while_typing(form, qtbot):
    editor(form, "ends_on").setFocus()
    qtbot.keyClicks(editor(form, "ends_on"), "31.2.2025")
    assert form.note("ends_on") == ""

    editor(form, "code").setFocus()

    assert form.note("ends_on") == "Enter a date, such as 27 May 2025."
    assert editor(form, "ends_on").accessibleDescription() == "Enter a date, such as 27 May 2025."
    assert editor(form, "ends_on").property("wrong") == "true"


def test_mending_what_is_wrong_takes_the_sentence_away_at_once(form, qtbot):
    editor(form, "ends_on").setText("31.2.2025")
    assert not form.check()

    editor(form, "ends_on").setText("28.5.2025")

    assert form.note("ends_on") == "Wednesday 28 May 2025"
    assert editor(form, "ends_on").property("wrong") == "false"


def test_checking_goes_to_the_first_field_that_cannot_be_read(form):
    editor(form, "code").setFocus()
    editor(form, "ordinal").setText("second")
    editor(form, "ends_on").setText("soon")

    assert not form.check()

    assert editor(form, "ordinal").hasFocus()
    assert form.note("ordinal") == "Enter a whole number in figures, such as 3."
    assert form.note("ends_on") == "Enter a date, such as 27 May 2025."
    assert form.values()["ordinal"] == "second"


def test_a_refusal_that_names_a_field_stands_beneath_it(form):
    form.show_refused(RuleBroken("It cannot end before it starts.", "Mend it.", field="ends_on"))

    assert form.note("ends_on") == "It cannot end before it starts."
    assert form.banner_sentence() == ""
    assert editor(form, "ends_on").hasFocus()


def test_a_refusal_that_names_no_field_stands_at_the_top_with_its_remedy(form):
    form.show_refused(Conflict("meeting", 1))

    assert form.banner_sentence() == (
        "This meeting was changed elsewhere after you opened it."
        " Look at what it says now and make your change again."
    )


def test_values_that_the_records_refuse_are_said_beneath_their_fields(form):
    with pytest.raises(InvalidValue) as refused:
        Meeting(ordinal="second", starts_on="soon")

    form.show_refused(refused.value)

    assert form.note("ordinal") == "Enter a whole number in figures, such as 3."
    assert form.note("starts_on") == "Enter a date, such as 27 May 2025."


def test_a_value_that_the_form_has_no_field_for_is_said_at_the_top(form):
    form.show_refused(InvalidValue("meeting", (("zone", "Choose a zone."),)))

    assert form.banner_sentence() == "Choose a zone."


def test_problems_can_be_taken_away(form):
    form.problems({"code": "Taken already.", "zone": "Choose a zone."})
    form.clear_problems()

    assert form.note("code") == ""
    assert form.note("ordinal") == "As the parties count it"
    assert form.banner_sentence() == ""


def test_the_first_problem_is_scrolled_into_sight(qtbot):
    form = Form()
    for place in range(12):
        form.add(f"f{place}", f"Field {place}", LongTextField())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()

    form.show_refused(Misfortune("Too long.", field="f9"))

    top = form.field("f9").mapTo(area, form.field("f9").rect().topLeft()).y()
    assert 0 <= top < area.height()


def test_a_hidden_field_is_read_all_the_same(form):
    form.show_field("code", shown=False)

    assert not form.field("code").isVisible()
    assert form.values()["code"] == "JWG-2"


def test_a_form_may_only_be_seen(form, qtbot):
    form.set_read_only(read_only=True)

    qtbot.keyClicks(editor(form, "code"), "x")
    qtbot.mouseClick(editor(form, "is_late"), Qt.MouseButton.LeftButton)

    assert not form.is_changed()
