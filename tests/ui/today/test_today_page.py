"""The start page leads to what waits, and follows what changes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton

from app.domain.action import ActionItem
from app.services import actions, bodies, parties
from app.ui.today.page import TodayPage
from tests.ui.real_window import take, workspace_of


@pytest.fixture
def desk(open_real):
    desk = open_real("committee")
    take(desk.window, "go_today")
    assert desk.window.place() == "today"
    return desk


@pytest.fixture
def page(desk):
    return desk.window.findChild(TodayPage, "today_page")


def assign(desk, code, party, due_on):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    item = ActionItem(
        body_id=body.id,
        code=code,
        texts={"en": f"Do {code}"},
        party_id=parties.find_by_code(workspace, code=party),
        due_on=due_on,
    )
    return actions.assign(workspace, item)


def titles(card):
    return [row.title for row in card.list.table.rows]


def test_the_next_meeting_is_shown_and_opened(desk, page, qtbot):
    assert "JC-23" in page.meeting.title.text()
    link = page.findChild(QPushButton, "today_open_meeting")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert desk.window.place() == "meetings"
    heading = desk.window.findChild(QListView, "meetings_list").currentIndex().data()
    assert "23rd Meeting" in str(heading)


def test_what_is_owed_stands_with_its_side_and_follows_changes(desk, page, qtbot):
    before = len(titles(page.for_us))
    desk._changes.publish(assign(desk, "A1", "KR", date(2024, 1, 5)))
    assert len(titles(page.for_us)) == before + 1
    assert "Do A1" in titles(page.for_us)
    desk._changes.publish(assign(desk, "A2", "JP", None))
    assert "Do A2" in titles(page.for_others)
    late = page.for_us.findChildren(QLabel)
    assert any("late" in label.text() for label in late)


def test_without_a_body_it_says_so(open_real):
    desk = open_real("empty")
    take(desk.window, "go_today")
    told = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert any("There is no body yet" in words for words in told)


def test_in_little_room_the_cards_stand_below_one_another(qtbot, theme):
    page = TodayPage()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: page.meeting.x() < page.for_us.x())
    page.resize(700, 700)
    qtbot.waitUntil(lambda: page.meeting.x() == page.for_us.x())
    assert page.meeting.y() < page.for_us.y()
