from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.services import agenda, bodies, meetings
from app.services.meetings import MeetingStatus
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("committee")


@pytest.fixture
def dialog(desk, qtbot):
    press(qtbot, desk.window, "meetings_new")
    return dialog_of(qtbot, "meeting_dialog")


def said(dialog, name):
    return dialog.findChild(QLabel, f"{name}_words").text()


def listed(desk):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    return meetings.list_for_body(workspace, body_id=body.id)


def choose(dialog, name, value):
    """Choose an answer as the list does."""
    field = dialog.form.field(name)
    combo = field.editor
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_the_next_host_is_proposed_and_the_reason_is_said(dialog):
    form = dialog.form
    assert form.field("host_party_id").editor.currentText() == "Republic of Korea"
    told = "It is the turn of Republic of Korea: Japan hosted the 23rd meeting."
    assert said(dialog, "meeting_turn_note") == told
    assert form.field("zone").value() == "Asia/Seoul"
    assert form.field("places").value() == {"en": "Seoul"}
    assert not dialog.findChild(QPushButton, "meeting_turn_note_take").isVisible()


def test_the_number_is_suggested_and_entered_only_when_taken(dialog, qtbot):
    form = dialog.form
    assert form.field("ordinal").value() is None
    assert "number 24" in said(dialog, "meeting_number_note")

    press(qtbot, dialog, "meeting_number_note_take")

    assert form.field("ordinal").value() == 24
    assert form.field("code").value() == "JC-24"
    assert form.field("titles").value() == {
        "en": "24th Meeting of the Joint Committee",
        "ja": "第24回合同委員会",
    }


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("23", "There is a meeting of this kind with this number already."),
        ("27", "Between this and the last number, 24 to 26 are not on record."),
        ("25", "Between this and the last number, 24 is not on record."),
        ("4", "As the parties count it."),
    ],
)
def test_doubles_and_gaps_are_pointed_out_beside_the_number(dialog, qtbot, number, words):
    type_into(qtbot, dialog.form.field("ordinal").editor, number)
    assert said(dialog, "meeting_number_note") == words


def test_the_host_follows_the_number_and_the_other_one_can_be_chosen(dialog, qtbot):
    type_into(qtbot, dialog.form.field("ordinal").editor, "25")
    assert "By its number it is the turn of Japan" in said(dialog, "meeting_turn_note")

    press(qtbot, dialog, "meeting_turn_note_take")

    assert dialog.form.field("host_party_id").editor.currentText() == "Japan"
    assert dialog.form.field("zone").value() == "Asia/Tokyo"
    assert dialog.form.field("places").value() == {"en": "Tsukuba"}


def test_what_the_user_wrote_is_not_replaced_by_proposals(dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("titles").line("en").editor, "Extraordinary Meeting")
    type_into(qtbot, form.field("code").editor, "X")
    type_into(qtbot, form.field("places").line("en").editor, "Busan")
    type_into(qtbot, form.field("ordinal").editor, "24")

    assert form.field("titles").value()["en"] == "Extraordinary Meeting"
    assert form.field("titles").value()["ja"] == "第24回合同委員会"
    assert form.field("code").value() == "X"
    assert form.field("places").value() == {"en": "Busan"}


def test_a_proposal_follows_a_number_that_is_corrected(dialog, qtbot):
    type_into(qtbot, dialog.form.field("ordinal").editor, "25")
    type_into(qtbot, dialog.form.field("ordinal").editor, "24")
    assert dialog.form.field("titles").value()["en"] == "24th Meeting of the Joint Committee"
    assert dialog.form.field("code").value() == "JC-24"


def test_the_clocks_of_the_other_capitals_are_shown_while_hours_are_typed(dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("planned_starts_on").editor, "4 November 2025")
    type_into(qtbot, form.field("zone").editor, "Asia/Ulaanbaatar")
    type_into(qtbot, form.field("starts_time").editor, "09:30")
    type_into(qtbot, form.field("ends_time").editor, "17:00")

    told = "At the same time: Seoul 10:30–18:00 · Tokyo 10:30–18:00"
    assert said(dialog, "meeting_clocks_note") == told


def test_another_day_in_the_other_capital_is_said(dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("planned_starts_on").editor, "4 November 2025")
    type_into(qtbot, form.field("zone").editor, "America/New_York")
    type_into(qtbot, form.field("starts_time").editor, "20:00")

    assert "Seoul 10:00 (5 Nov)" in said(dialog, "meeting_clocks_note")


def test_a_meeting_is_planned_and_shown(desk, dialog, qtbot):
    form = dialog.form
    press(qtbot, dialog, "meeting_number_note_take")
    type_into(qtbot, form.field("planned_starts_on").editor, "4 November 2025")
    type_into(qtbot, form.field("planned_ends_on").editor, "5 November 2025")
    type_into(qtbot, form.field("starts_time").editor, "9:30")
    form.field("standing_agenda").editor.click()
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    row = next(row for row in listed(desk) if row.ordinal == 24)
    assert (row.starts_on, row.ends_on) == (date(2025, 11, 4), date(2025, 11, 5))
    assert row.tasks.total == 11
    assert len(agenda.list_for_meeting(workspace_of(desk), meeting_id=row.id)) == 7

    def shown():
        return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]

    assert "24th Meeting of the Joint Committee" in shown()
    qtbot.waitUntil(lambda: "4–5 November 2025 (planned)" in shown())


def test_a_meeting_that_was_held_is_entered_with_its_days(desk, dialog, qtbot):
    form = dialog.form
    assert not form.field("starts_on").isVisible()
    form.field("held").editor.click()
    qtbot.waitUntil(form.field("starts_on").isVisible)
    type_into(qtbot, form.field("ordinal").editor, "8")
    type_into(qtbot, form.field("starts_on").editor, "23 July 2003")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    row = next(row for row in listed(desk) if row.ordinal == 8)
    assert (row.status, row.starts_on) == (MeetingStatus.CLOSED, date(2003, 7, 23))


def test_a_new_meeting_can_begin_from_nothing(dialog):
    choose(dialog, "basis", "nothing")
    form = dialog.form
    assert form.field("host_party_id").value() is None
    assert form.field("places").value() == {}
    assert form.field("languages").value() == ["en", "ja"]


def test_a_new_meeting_can_begin_from_the_last_one(dialog):
    choose(dialog, "basis", "last")
    assert dialog.form.field("predecessor_id").editor.currentText().startswith("JC-23")
    assert "JC-23" in dialog.form.field("basis").editor.currentText()


@pytest.mark.parametrize(
    ("name", "text", "field", "words"),
    [
        ("planned_ends_on", "3 November 2025", "planned_ends_on", "cannot come before the first"),
        ("zone", "Asia/Tokio", "zone", "There is no time zone “Asia/Tokio”"),
        ("planned_starts_on", "31 February 2025", "planned_starts_on", "Enter a date"),
        ("ordinal", "twelve", "ordinal", "whole number"),
        ("ordinal", "0", "ordinal", "1 or more"),
        ("ordinal", "23", "ordinal", "already has a meeting"),
        ("starts_time", "25:00", "starts_time", "Enter a time"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_nothing_is_kept(
    desk, dialog, qtbot, name, text, field, words
):
    form = dialog.form
    type_into(qtbot, form.field("ordinal").editor, "24")
    type_into(qtbot, form.field("planned_starts_on").editor, "4 November 2025")
    type_into(qtbot, form.field(name).editor, text)
    press(qtbot, dialog, "save")

    assert words in form.note(field)
    assert form.field(field).editor.hasFocus()
    assert len(listed(desk)) == 2
    assert form.field(name).editor.text() == text


def test_the_dialog_closes_with_escape_when_nothing_was_entered(dialog, qtbot, notifier):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)
    assert notifier.asked == []


def test_a_syllable_that_is_being_composed_stays_while_proposals_come(dialog, qtbot):
    form = dialog.form
    line = form.field("titles").line("ja").editor
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("ごう", []))
    form.field("ordinal").editor.setText("24")
    event = QInputMethodEvent("", [])
    event.setCommitString("合")
    QApplication.sendEvent(line, event)
    assert "合" in line.text()


def test_editing_shows_what_is_on_record_and_saves_it(desk, qtbot):
    take(desk.window, "edit_meeting")
    dialog = dialog_of(qtbot, "meeting_dialog")
    form = dialog.form
    assert dialog.windowTitle() == "Edit meeting"
    assert form.field("ordinal").value() == 23
    assert form.field("planned_starts_on").value() == date(2025, 7, 8)
    type_into(qtbot, form.field("starts_time").editor, "10:00")
    choose(dialog, "mode", "hybrid")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    row = next(row for row in listed(desk) if row.ordinal == 23)
    sheet, _ = meetings.show_sheet(workspace_of(desk), meeting_id=row.id)
    assert (sheet.starts_time, sheet.mode) == (time(10), "hybrid")
    assert sheet.titles == {"en": "23rd Meeting of the Joint Committee"}


def test_editing_proposes_nothing_of_itself(desk, qtbot):
    take(desk.window, "edit_meeting")
    dialog = dialog_of(qtbot, "meeting_dialog")
    type_into(qtbot, dialog.form.field("ordinal").editor, "29")
    assert dialog.form.field("titles").value() == {"en": "23rd Meeting of the Joint Committee"}


def test_a_change_that_came_in_between_is_not_overwritten(desk, qtbot):
    take(desk.window, "edit_meeting")
    dialog = dialog_of(qtbot, "meeting_dialog")
    row = next(row for row in listed(desk) if row.ordinal == 23)
    workspace = workspace_of(desk)
    meetings.change_status(
        workspace, meeting_id=row.id, status=MeetingStatus.POSTPONED, reason="Typhoon"
    )
    type_into(qtbot, dialog.form.field("code").editor, "JC-X")
    press(qtbot, dialog, "save")

    assert "changed elsewhere" in dialog.form.banner_sentence()
    assert meetings.show(workspace, meeting_id=row.id).row.code == "JC-23"


def test_the_place_of_an_online_meeting_is_asked_for(dialog):
    assert not dialog.form.field("deemed_place").isVisible()
    choose(dialog, "mode", "online")
    assert dialog.form.field("deemed_place").isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(dialog):
    nameless = [
        each.objectName() or type(each).__name__
        for each in dialog.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert nameless == []
