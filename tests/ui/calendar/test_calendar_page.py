"""The calendar over a real workspace, by keys and clicks as people use it."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from app.clock import FixedClock
from app.domain.body import Body, HostRotation
from app.domain.holiday import Holiday
from app.domain.meeting import MeetingStatus
from app.services import actions, meetings
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.calendar.days import Mode, shown_days, turned
from app.ui.calendar.joining import CalendarDeskPage
from tests.builders import a_meeting, an_action, key_of
from tests.ui.real_workspace import copy_of_world, surround

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def around(tmp_path, tmp_path_factory, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, tmp_path_factory.getbasetemp())
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        with workspace.write("Prepare") as work:
            work.get(Body, world.body).host_rotation = HostRotation.ALTERNATING
            work.add(Holiday(party_id=world.korea, on=date(2026, 5, 5), names={"en": "Children"}))
            work.commit()
        planned = a_meeting(
            world.body,
            ordinal=2,
            code="JWG-2",
            titles={"en": "Second meeting"},
            planned_starts_on=date(2026, 5, 12),
            planned_ends_on=date(2026, 5, 13),
            status=MeetingStatus.DATES_AGREED,
            host_party_id=world.korea,
        )
        around = surround(workspace, world, tmp_path)
        around.second = key_of(meetings.plan(workspace, planned))
        around.action = key_of(
            actions.assign(workspace, an_action(world.body, code="A1", due_on=date(2026, 5, 12)))
        )
        yield around
    assert around.mistakes == []


@pytest.fixture
def desk_page(qtbot, around):
    made = CalendarDeskPage(around.needs)
    qtbot.addWidget(made.widget)
    made.widget.resize(1100, 700)
    made.widget.show()
    made.open(ui_services.load(), around.workspace, language="en")
    made.show_body(around.world.body)
    made.looked_at(shown=True)
    made.presenter._day = date(2026, 3, 2)
    made.presenter.go_to_today()
    return made


def said(made, name):
    return made.widget.findChild(QLabel, name).text()


def choose(qtbot, made, mode):
    button = next(b for b in made.widget.findChildren(QRadioButton) if b.text() == mode)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(made):
    return [row.title for row in made.page.next.list.table.rows]


def test_the_timeline_stands_meetings_on_the_line_of_their_host(desk_page, qtbot, around):
    page = desk_page.page
    assert said(desk_page, "calendar_span") == "2025–2028"
    pills = {pill.name: pill for pill in page.timeline.pills()}
    assert pills["JWG-2"].line != pills["JWG-1"].line or pills["JWG-1"].is_online
    assert any(pill.record is None for pill in page.timeline.pills()), "the rotation goes on"
    assert said(desk_page, "calendar_who") == "Republic of Korea hosts JWG-2"
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right)
    assert "JWG-2" in page.timeline.accessibleName()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    assert around.gone_to == [("meeting", around.second)]


def test_a_month_says_of_a_day_what_is_held_due_and_closed(desk_page, qtbot, around):
    choose(qtbot, desk_page, "Month")
    month = desk_page.page.month
    assert said(desk_page, "calendar_span") == "March 2026"
    month.setFocus()
    for _ in range(2):
        qtbot.keyClick(month, Qt.Key.Key_PageDown)
    assert said(desk_page, "calendar_span") == "May 2026"
    desk_page.presenter.choose_day(date(2026, 5, 12))
    assert titles(desk_page) == ["JWG-2 · Second meeting", "Send the draft"]
    told = month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "JWG-2 Second meeting" in told
    assert "Action item: Send the draft" in told
    qtbot.keyClick(month, Qt.Key.Key_Up)
    assert titles(desk_page) == ["Children"]
    for _ in range(5):
        qtbot.keyClick(month, Qt.Key.Key_Left)
    assert said(desk_page, "calendar_span") == "April 2026", "the days go on past the first"


def test_enter_opens_what_stands_on_a_day(desk_page, qtbot, around):
    choose(qtbot, desk_page, "Month")
    desk_page.presenter.choose_day(date(2026, 5, 12))
    rows = desk_page.page.next.list
    rows.clicked.emit(rows.table.index(1))
    assert around.gone_to == [("action_item", around.action)]


def test_a_month_of_the_year_opens(desk_page, qtbot):
    choose(qtbot, desk_page, "Year")
    year = desk_page.page.year
    told = year.table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "JWG-2" in told
    year.setCurrentIndex(year.table.index(1, 0))
    year.setFocus()
    qtbot.keyClick(year, Qt.Key.Key_Return)
    assert said(desk_page, "calendar_span") == "May 2026"


def test_what_is_shown_is_saved_as_a_calendar_file(desk_page, qtbot, around, tmp_path):
    choose(qtbot, desk_page, "Year")
    around.notifier.answers.append(tmp_path / "year.ics")
    desk_page.page.next.save_requested.emit()
    assert around.notifier.suggestions[-1].name.endswith("2026-01-01 to 2026-12-31.ics")
    assert b"JWG-2: " not in (tmp_path / "year.ics").read_bytes()
    assert b"Second meeting" in (tmp_path / "year.ics").read_bytes()


def test_a_click_on_a_meeting_of_the_timeline_opens_it(desk_page, qtbot, around):
    timeline = desk_page.page.timeline
    place = next(i for i, pill in enumerate(timeline.pills()) if pill.name == "JWG-2")
    middle = timeline._box(timeline.pills()[place]).center().toPoint()
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), middle.y()))
    assert around.gone_to == [("meeting", around.second)]


def test_pages_turn_no_further_than_calendars_go():
    assert turned(Mode.YEAR, date(2200, 5, 31), 1) == date(2200, 5, 31)
    assert turned(Mode.MONTH, date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert shown_days(Mode.MONTH, date(2026, 3, 2)) == (date(2026, 2, 23), date(2026, 4, 5))
