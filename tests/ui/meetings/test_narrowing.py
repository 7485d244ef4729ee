from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.meeting import MeetingStatus
from app.ui.meetings.narrow_button import NarrowButton
from app.ui.meetings.narrowing import Narrowing, narrowing_of
from app.ui.meetings.presenter import fits
from tests.ui.real_window import take
from tests.ui.ui_fakes import FIRST, SECOND

CANCELLED = replace(SECOND, status=MeetingStatus.CANCELLED, host=None)
ROWS = (FIRST, SECOND, CANCELLED)


@pytest.fixture
def button(qtbot):
    button = NarrowButton()
    qtbot.addWidget(button)
    button.offer(narrowing_of(ROWS))
    return button


def test_what_there_is_among_the_meetings_is_offered():
    offer = narrowing_of(ROWS)
    assert offer.states == {"closed", "proposed", "cancelled"}
    assert offer.hosts == {"MN": "Mongolia", "KR": "Republic of Korea"}


@pytest.mark.parametrize(
    ("narrowing", "rows"),
    [
        (Narrowing(), ROWS),
        (Narrowing(states=frozenset({"closed"})), (FIRST,)),
        (Narrowing(hosts={"KR": ""}), (SECOND,)),
        (Narrowing(states=frozenset({"closed"}), hosts={"KR": ""}), ()),
    ],
)
def test_a_list_is_narrowed_to_states_and_hosts(narrowing, rows):
    assert tuple(row for row in ROWS if narrowing.fits(row)) == rows


def test_states_and_hosts_are_ticked_in_the_menu_and_all_are_shown_again(button, qtbot):
    told = []
    button.chosen.connect(told.append)
    take(button.choices, "narrow_closed")
    take(button.choices, "narrow_KR")
    assert told[-1] == Narrowing(frozenset({"closed"}), {"KR": "Republic of Korea"})
    assert button.accessibleName() == "Shown are only: Closed, Republic of Korea"

    take(button.choices, "narrow_all")
    assert told[-1] == Narrowing()
    assert button.accessibleName() == "Show only certain states or hosts"


def test_the_states_stand_in_the_order_of_a_meetings_life(button):
    names = [each.objectName() for each in button.choices.actions() if each.isCheckable()]
    assert names == [
        "narrow_proposed", "narrow_closed", "narrow_cancelled", "narrow_MN", "narrow_KR",
    ]  # fmt: skip


def test_what_is_no_longer_there_is_let_go(button):
    take(button.choices, "narrow_cancelled")
    button.offer(narrowing_of((FIRST,)))
    assert "Closed" not in button.accessibleName()
    assert button.accessibleName() == "Show only certain states or hosts"


@pytest.mark.parametrize("words", [("2",), ("korea",), ("kr",), ("jwg-2",), ("seoul", "2026")])
def test_a_meeting_is_found_by_its_number_host_code_and_place(words):
    assert fits(SECOND, words)


def test_the_list_shows_only_what_was_ticked(open_real, qtbot):
    desk = open_real("committee")
    pane = desk._page.list_pane
    assert pane.table.rowCount() == 3  # one heading: both meetings are of one year
    choices = desk.window.findChild(QPushButton, "meetings_narrow").choices
    take(choices, "narrow_JP")
    assert pane.table.rowCount() == 2
    qtbot.keyClicks(pane._filter, "22")
    assert pane.table.rowCount() == 0
    pane._filter.clear()
    take(choices, "narrow_all")
    assert pane.table.rowCount() == 3


def test_the_funnel_opens_with_the_keyboard(open_real, qtbot):
    desk = open_real("committee")
    button = desk.window.findChild(QPushButton, "meetings_narrow")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(button.choices.isVisible)
    button.choices.close()
