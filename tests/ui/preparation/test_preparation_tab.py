from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.services import bodies, holidays, meetings, parties, preparation
from app.ui.preparation import words
from tests.ui.real_window import dialog_of, no_dialog, press, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    desk = open_real("committee")
    desk.show_tab("preparation")
    return desk


@pytest.fixture
def table(desk):
    return desk._parts[0].widget.table


def listed(desk, ordinal=23):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    rows = meetings.list_for_body(workspace, body_id=body.id)
    meeting = next(row for row in rows if row.ordinal == ordinal)
    return preparation.list_for_meeting(workspace, meeting_id=meeting.id)


def choose(table, title):
    row = next(row for row in table.rows() if row.title == title)
    table.choose([row.id])
    return row


def tab_texts(desk):
    tabs = desk._page.meeting._tabs
    return [tabs.tabText(place) for place in range(tabs.count())]


def spoken_of_meetings(desk):
    places = desk.window.sidebar.navigation.model()
    rows = (places.index(row, 0) for row in range(places.rowCount()))
    place = next(row for row in rows if row.data() == "Meetings")
    return place.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_list_stands_in_the_order_of_its_days_with_side_and_term(table):
    shown = [(row.title, words.side_code(row), words.term_words(row)) for row in table.rows()]
    assert shown[0] == ("Notice of the dates", "JP", "8 weeks before")
    assert shown[1] == ("Agenda agreed by both sides", "All", "30 days before")
    assert shown[-1] == ("Host and date of the next meeting fixed", "All", "30 days after")


def test_what_is_late_is_said_in_words_in_the_list_and_at_the_side(desk, table):
    late = [words.state_words(row) for row in table.rows() if row.is_late]
    assert late == ["Late by 20 days"]
    assert words.state_icon(table.rows()[0]) == ("triangle-alert", "bad")
    assert spoken_of_meetings(desk) == "Meetings, 1 late"


def test_the_overview_shows_what_is_overdue_and_leads_to_the_list(desk, qtbot):
    desk.show_tab("overview")
    card = desk.window.findChild(QWidget, "late_card")
    told = [label.text() for label in card.findChildren(QLabel)]
    assert "Notice of the dates" in told
    assert "Late by 20 days" in told
    press(qtbot, card, "open_preparation")
    assert tab_texts(desk)[desk._page.meeting._tabs.currentIndex()].startswith("Preparation")


def test_tasks_are_marked_as_done_and_counted_in_the_tab(desk, table, qtbot):
    button = desk.window.findChild(QPushButton, "preparation_done")
    assert not button.isEnabled()
    choose(table, "Notice of the dates")
    press(qtbot, desk.window, "preparation_done")

    qtbot.waitUntil(lambda: any("1/11" in text for text in tab_texts(desk)))
    done = next(row for row in listed(desk) if row.done_on)
    assert (done.title, done.done_on, done.done_by) == (
        "Notice of the dates", date(2025, 6, 2), "secretariat",
    )  # fmt: skip
    assert words.state_words(done) == "Done 2 Jun, secretariat"
    assert spoken_of_meetings(desk) == "Meetings"


def test_several_tasks_are_marked_at_once_and_unmarked_from_the_menu(desk, table, qtbot):
    table.choose([row.id for row in table.rows()[:3]])
    press(qtbot, desk.window, "preparation_done")
    qtbot.waitUntil(lambda: sum(row.done_on is not None for row in listed(desk)) == 3)
    choose(table, "Notice of the dates")
    action(table, "Mark as not done").trigger()
    qtbot.waitUntil(lambda: sum(row.done_on is not None for row in listed(desk)) == 2)


def action(table, text):
    return next(each for each in table.menu().actions() if each.text() == text)


def test_a_task_is_added_and_stays_on_its_day(desk, table, qtbot):
    press(qtbot, desk.window, "preparation_add")
    dialog = dialog_of(qtbot, "task_dialog")
    type_into(qtbot, dialog.form.field("titles").editor, "Book the interpreter")
    type_into(qtbot, dialog.form.field("due_on").editor, "13 June 2025")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    task = next(row for row in table.rows() if row.title == "Book the interpreter")
    assert (task.due_on, words.term_words(task)) == (date(2025, 6, 13), "Added by hand")


def test_a_task_without_a_name_is_refused_beside_the_field(desk, qtbot):
    press(qtbot, desk.window, "preparation_add")
    dialog = dialog_of(qtbot, "task_dialog")
    press(qtbot, dialog, "save")
    assert "what is to be done" in dialog.form.note("titles")
    assert len(listed(desk)) == 11


def test_a_task_is_changed_with_enter(desk, table, qtbot):
    row = choose(table, "Draft minutes and draft decisions exchanged")
    table.activated.emit(row)
    dialog = dialog_of(qtbot, "task_dialog")
    assert dialog.form.field("due_on").value() == date(2025, 7, 1)
    type_into(qtbot, dialog.form.field("due_on").editor, "27 June 2025")
    type_into(qtbot, dialog.form.field("done_by").editor, "Cho Gye-yeon")
    type_into(qtbot, dialog.form.field("done_on").editor, "1 June 2025")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    task = next(each for each in listed(desk) if each.id == row.id)
    assert (task.due_on, task.is_fixed, task.done_by) == (date(2025, 6, 27), True, "Cho Gye-yeon")


def test_tasks_are_removed_with_a_key_and_brought_back_by_undo(desk, table, qtbot):
    choose(table, "Action items issued")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(table.rows()) == 10)
    desk._history.undo()
    qtbot.waitUntil(lambda: len(table.rows()) == 11)


def test_a_day_off_is_marked_and_the_working_day_before_can_be_taken(desk, table, qtbot):
    workspace = workspace_of(desk)
    japan = parties.find_by_code(workspace, code="JP")
    holidays.save_calendar(workspace, party_id=japan, weekend=(6, 7), lines="2025-06-24 A free day")
    desk.show_tab("overview")
    desk.show_tab("preparation")
    row = choose(table, "Documents sent; no later proposal to change rules")
    assert words.due_icon(row) == ("triangle-alert", "warn")
    assert words.calendar_words(row) == "By Mon 23 Jun: A free day in JP"
    assert "A free day" in words.due_spoken(row)

    action(table, "Make it due on the working day before").trigger()

    qtbot.waitUntil(
        lambda: next(each for each in listed(desk) if each.id == row.id).due_on == date(2025, 6, 23)
    )


def test_a_weekend_of_both_sides_is_said_once(desk, table):
    row = next(row for row in table.rows() if row.due_on and row.due_on.isoweekday() in {6, 7})
    assert words.calendar_words(row).endswith("in KR, JP")


def test_the_list_is_filtered_and_copied_as_a_table(table, qtbot):
    qtbot.keyClicks(table.filter_line, "minutes")
    qtbot.waitUntil(lambda: len(table.rows()) == 2)
    table.choose([row.id for row in table.rows()])
    table.copy()
    copied = QApplication.clipboard().text()
    assert "Draft minutes and draft decisions exchanged\tTo do\tAll\t" in copied


def test_a_meeting_of_a_body_without_terms_begins_with_the_usual_list(desk, table, qtbot):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    preparation.save_offsets(workspace, body_id=body.id, drafts=())
    desk._meetings.turn_to(desk._meetings._chosen)
    assert len(table.rows()) == 0
    press(qtbot, table, "preparation_start")
    qtbot.waitUntil(lambda: len(table.rows()) == 11)


def test_a_meeting_that_was_held_has_nothing_to_prepare(desk, table):
    held = next(row for row in desk._meetings._rows if row.ordinal == 22)
    desk._meetings.turn_to(held.id)
    told = [label.text() for label in table.findChildren(QLabel)]
    assert "Nothing is on record about the preparation of this meeting" in told
    assert "Preparation" in tab_texts(desk)


def test_nothing_is_read_before_the_list_is_looked_at(open_real, monkeypatch):
    read = []
    real = preparation.list_for_meeting
    monkeypatch.setattr(
        preparation, "list_for_meeting", lambda *a, **k: read.append(1) or real(*a, **k)
    )
    desk = open_real("committee")
    before = len(read)  # the overview reads what is overdue
    desk.show_tab("preparation")
    assert len(read) == before + 1


def test_columns_give_way_in_a_narrow_window(desk, table, qtbot):
    desk.window.resize(1100, 700)
    keys = [column.key for column in table.model.columns]
    qtbot.waitUntil(lambda: table.view.isColumnHidden(keys.index("calendars")))
    assert not table.view.isColumnHidden(keys.index("due"))


def test_the_dates_of_the_list_follow_the_meeting(desk, table, qtbot):
    workspace = workspace_of(desk)
    meeting_id = desk._meetings._chosen
    before = table.rows()[0].due_on
    sheet, _ = meetings.show_sheet(workspace, meeting_id=meeting_id)
    moved = replace(
        sheet,
        planned_starts_on=sheet.planned_starts_on + timedelta(days=7),
        planned_ends_on=sheet.planned_ends_on + timedelta(days=7),
    )
    desk._operations.run(
        "Change meeting", lambda: meetings.change(workspace, meeting_id=meeting_id, sheet=moved)
    )
    qtbot.waitUntil(lambda: table.rows()[0].due_on == before + timedelta(days=7))
