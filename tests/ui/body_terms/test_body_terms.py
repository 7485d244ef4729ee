import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.services import bodies, holidays, parties, preparation
from app.ui.body_terms.weekdays_field import WeekdaysField
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("committee")


@pytest.fixture
def terms(desk, qtbot):
    take(desk.window, "preparation_terms")
    return dialog_of(qtbot, "terms_dialog")


@pytest.fixture
def free_days(desk, qtbot):
    take(desk.window, "holidays")
    return dialog_of(qtbot, "holidays_dialog")


def listed(desk):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    return preparation.list_offsets(workspace, body_id=body.id)


def line(dialog, place, part):
    return dialog.findChild(QLineEdit, f"terms_offsets_{place}_{part}")


def test_the_terms_show_what_is_on_record(terms):
    assert line(terms, 0, "days").text() == "56"
    assert line(terms, 0, "title").text() == "Notice of the dates"
    assert not terms.form.is_changed()


def test_a_term_is_changed_added_and_taken_out(desk, terms, qtbot):
    type_into(qtbot, line(terms, 0, "days"), "42")
    press(qtbot, terms, "terms_offsets_1_remove")
    press(qtbot, terms, "terms_offsets_add")
    added = [field for field in terms.findChildren(QLineEdit) if field.hasFocus()]
    type_into(qtbot, added[0], "3")
    title = added[0].objectName().replace("_days", "_title")
    last = [each for each in terms.findChildren(QLineEdit) if each.objectName() == title][-1]
    type_into(qtbot, last, "Room booked")
    press(qtbot, terms, "save")

    qtbot.waitUntil(no_dialog)
    rows = listed(desk)
    assert (rows[0].days, rows[0].precedent) == (42, "7/CMA.4, para. 43")
    assert "Agenda agreed by both sides" not in {row.title for row in rows}
    assert (rows[-1].title, rows[-1].days) == ("Room booked", 3)


def test_a_usual_task_is_added_with_its_precedent(desk, terms, qtbot):
    button = terms.findChild(QPushButton, "terms_offsets_usual")
    texts = [each.text() for each in button.choices.actions()]
    told = "Online connection tested, 1 day before"
    assert told in texts
    assert any("(24/CMA.3, rule 7)" in text for text in texts)
    button.choices.actions()[texts.index(told)].trigger()
    press(qtbot, terms, "save")

    qtbot.waitUntil(no_dialog)
    assert len(listed(desk)) == 12


def test_what_cannot_be_counted_is_told_and_nothing_is_kept(desk, terms, qtbot):
    type_into(qtbot, line(terms, 0, "days"), "soon")
    press(qtbot, terms, "save")
    assert "“Notice of the dates”: Enter a whole number" in terms.form.note("offsets")

    type_into(qtbot, line(terms, 0, "days"), "56")
    type_into(qtbot, line(terms, 2, "title"), " ")
    press(qtbot, terms, "save")
    assert "Task 3 has no name" in terms.form.note("offsets")
    assert len(listed(desk)) == 11


def test_a_task_can_always_be_one_partys(desk, terms, qtbot):
    field = terms.form.field("offsets")
    korea = parties.find_by_code(workspace_of(desk), code="KR")
    field._lines[0]._side.set_value(korea)
    field.changed.emit()
    press(qtbot, terms, "save")

    qtbot.waitUntil(no_dialog)
    assert listed(desk)[0].party.code == "KR"


def test_holidays_are_pasted_for_each_party(desk, free_days, qtbot):
    lines = free_days.form.field("lines_0").editor
    lines.insertPlainText("2025-10-03 National Foundation Day\n2025-10-06 – 2025-10-08 Chuseok")
    free_days.form.field("weekend_1").box(5).click()
    press(qtbot, free_days, "save")

    qtbot.waitUntil(no_dialog)
    workspace = workspace_of(desk)
    keys = tuple(parties.find_by_code(workspace, code=code) for code in ("KR", "JP"))
    korea, japan = holidays.list_calendars(workspace, party_ids=keys)
    assert len(korea.holidays) == 4
    assert (korea.weekend, japan.weekend) == ((6, 7), (5, 6, 7))


def test_a_line_without_a_day_is_told_beside_its_field(desk, free_days, qtbot):
    free_days.form.field("lines_1").editor.insertPlainText("Christmas")
    press(qtbot, free_days, "save")
    assert "1 (“Christmas”)" in free_days.form.note("lines_1")
    assert free_days.isVisible()


def test_every_day_of_the_week_can_be_ticked_and_is_named(qtbot):
    field = WeekdaysField()
    qtbot.addWidget(field)
    field.setAccessibleName("Offices are closed on")
    field.set_value((6, 7))
    field.box(5).click()
    assert field.value() == (5, 6, 7)
    assert field.box(1).accessibleName() == "Offices are closed on: Mon"
