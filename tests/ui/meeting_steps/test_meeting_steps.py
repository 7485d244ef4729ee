from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.minutes import Minutes
from app.services import bodies, meetings
from app.services.meetings import MeetingStatus
from app.ui.window.menus import Command
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("committee")


def the_meeting(desk, ordinal=23):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    rows = meetings.list_for_body(workspace, body_id=body.id)
    return next(row for row in rows if row.ordinal == ordinal)


def offered(desk):
    button = desk.window.findChild(QPushButton, "meeting_next_step")
    return {
        action.objectName(): (action.text(), action.isEnabled())
        for action in button.choices.actions()
        if action.objectName()
    }


def step(desk, qtbot, name, **fields):
    """Take a step through its dialog; return the dialog."""
    take(desk.window.findChild(QPushButton, "meeting_next_step").choices, f"step_{name}")
    dialog = dialog_of(qtbot, "meeting_step_dialog")
    for field, text in fields.items():
        type_into(qtbot, dialog.form.field(field).editor, text)
    press(qtbot, dialog, "save")
    return dialog


def words(desk):
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def test_only_the_lawful_steps_are_offered(desk):
    assert offered(desk) == {
        "step_dates-agreed": ("Dates agreed…", True),
        "step_postponed": ("Postpone…", True),
        "step_cancelled": ("Cancel the meeting…", True),
    }


def test_a_step_that_is_hindered_says_by_what(desk, qtbot):
    step(desk, qtbot, "dates-agreed")
    take(desk.window, "edit_meeting")
    dialog = dialog_of(qtbot, "meeting_dialog")
    dialog.form.field("places").line("en").editor.clear()
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert offered(desk)["step_convened"] == ("Convene – needs a place", False)


def test_agreeing_on_the_dates_asks_for_them_and_keeps_the_day(desk, qtbot):
    step(
        desk, qtbot, "dates-agreed",
        planned_starts_on="15 July 2025", planned_ends_on="16 July 2025", on="20 May 2025",
    )  # fmt: skip

    qtbot.waitUntil(no_dialog)
    meeting = the_meeting(desk)
    assert (meeting.status, meeting.starts_on) == (MeetingStatus.DATES_AGREED, date(2025, 7, 15))
    history = meetings.show(workspace_of(desk), meeting_id=meeting.id).history
    assert history[-1].taken_on == date(2025, 5, 20)


def test_dates_that_end_before_they_start_are_told_beside_the_field(desk, qtbot):
    dialog = step(desk, qtbot, "dates-agreed", planned_ends_on="1 July 2025")
    assert "cannot come before" in dialog.form.note("planned_ends_on")
    assert the_meeting(desk).status is MeetingStatus.PROPOSED


def test_a_meeting_goes_from_proposal_to_closed_through_its_buttons(desk, qtbot):
    step(desk, qtbot, "dates-agreed")
    step(desk, qtbot, "convened")
    step(desk, qtbot, "in-session", on="1 June 2025")
    step(desk, qtbot, "suspended", reason="No quorum")
    assert offered(desk)["step_in-session"][0] == "Resume…"
    step(desk, qtbot, "in-session", reason="Quorum again")
    step(desk, qtbot, "closed", on="2 June 2025")

    qtbot.waitUntil(no_dialog)
    meeting = the_meeting(desk)
    assert meeting.status is MeetingStatus.CLOSED
    assert (meeting.starts_on, meeting.ends_on) == (date(2025, 6, 1), date(2025, 6, 2))
    qtbot.waitUntil(lambda: "Quorum again" in words(desk))
    assert offered(desk) == {"step_record-agreed": ("Record agreed – needs minutes", False)}


def test_minutes_that_are_not_approved_do_not_make_an_agreed_record(desk, qtbot):
    workspace = workspace_of(desk)
    held = the_meeting(desk, 22)
    with workspace.write("Open minutes") as work:
        work.add(Minutes(meeting_id=held.id))
        work.commit()
    desk._meetings.turn_to(held.id)
    assert offered(desk) == {
        "step_record-agreed": ("Record agreed – needs minutes both sides approved", False)
    }


def test_postponing_asks_why_and_keeps_the_number_and_the_reason(desk, qtbot):
    dialog = step(desk, qtbot, "postponed")
    assert "say why" in dialog.form.note("reason")
    type_into(qtbot, dialog.form.field("reason").editor, "Typhoon over Kyushu")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    meeting = the_meeting(desk)
    assert (meeting.status, meeting.ordinal) == (MeetingStatus.POSTPONED, 23)
    qtbot.waitUntil(lambda: "Typhoon over Kyushu" in words(desk))


def test_a_cancelled_meeting_offers_nothing_further_and_stays_in_the_list(desk, qtbot):
    step(desk, qtbot, "cancelled", reason="Called off by both sides")

    qtbot.waitUntil(no_dialog)
    button = desk.window.findChild(QPushButton, "meeting_next_step")
    assert not button.isVisible()
    assert the_meeting(desk).status is MeetingStatus.CANCELLED


def test_a_meeting_cannot_close_before_it_was_opened(desk, qtbot):
    step(desk, qtbot, "dates-agreed")
    step(desk, qtbot, "convened")
    step(desk, qtbot, "in-session", on="1 June 2025")
    dialog = step(desk, qtbot, "closed", on="31 May 2025")
    assert "cannot end before it started" in dialog.form.note("on")


def test_a_step_is_undone_with_its_name(desk, qtbot):
    step(desk, qtbot, "postponed", reason="Typhoon")
    qtbot.waitUntil(no_dialog)
    undo = desk.window.menu_bar.action(Command.UNDO)
    qtbot.waitUntil(lambda: "postponed" in undo.text())
    undo.trigger()
    qtbot.waitUntil(lambda: the_meeting(desk).status is MeetingStatus.PROPOSED)


def test_the_meeting_is_saved_as_a_calendar_file(desk, qtbot, notifier, tmp_path):
    notifier.answers = [tmp_path / "JC-23.ics"]
    take(desk.window, "meeting_calendar")

    (event,) = Calendar.from_ical((tmp_path / "JC-23.ics").read_bytes()).walk("VEVENT")
    assert event.start == date(2025, 7, 8)
    assert notifier.suggestions[-1].name == "JC-23.ics"
    assert "JC-23.ics" in notifier.told[-1][0]


def test_the_deadlines_are_saved_as_a_calendar_file_from_the_menu(desk, qtbot, notifier, tmp_path):
    notifier.answers = [tmp_path / "deadlines.ics"]
    desk.window.menu_bar.action(Command.CALENDAR_DEADLINES).trigger()

    events = Calendar.from_ical((tmp_path / "deadlines.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 11


def test_a_calendar_file_that_cannot_be_written_is_told(desk, notifier, tmp_path):
    (tmp_path / "file").write_text("in the way")
    notifier.answers = [tmp_path / "file" / "x.ics"]
    take(desk.window, "meeting_calendar")
    assert "x.ics" in notifier.told[-1][0]
