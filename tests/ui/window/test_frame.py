from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.clock import FixedClock
from app.settings.options import ThemeChoice
from app.ui.widgets.navigation import Place
from app.ui.window.frame import Frame
from app.ui.window.menus import MENUS, Command
from app.ui.window.status_line import StatusLine
from tests.ui.ui_fakes import NOW


@pytest.fixture
def frame(qtbot):
    frame = Frame(clock=FixedClock(NOW))
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def line(qtbot):
    line = StatusLine(clock=FixedClock(NOW))
    qtbot.addWidget(line)
    return line


def said(widget, name):
    return widget.findChild(QLabel, name).text()


def test_the_first_painting_is_told_once(frame, qtbot):
    times = []
    frame.painted.connect(lambda: times.append(1))

    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.grab()

    assert times == [1]


@pytest.mark.parametrize(("width", "sidebar"), [(1440, 216), (1100, 216), (1099, 56), (920, 56)])
def test_the_sidebar_folds_where_the_window_is_narrow(frame, qtbot, width, sidebar):
    frame.resize(width, 700)
    frame.show()
    qtbot.waitExposed(frame)

    assert frame.sidebar.width() == sidebar


def test_the_frame_knows_which_place_is_shown(frame, qtbot):
    frame.add_page(Place("meetings", "Meetings", "landmark"), QWidget())
    assert frame.place() == ""

    frame.go_to("meetings")
    assert frame.place() == "meetings"


def test_larger_text_folds_the_sidebar_sooner(frame, qtbot, theme):
    frame.resize(1200, 700)
    frame.show()
    qtbot.waitExposed(frame)

    theme.wear(ThemeChoice.LIGHT, text_scale=1.5)

    assert frame.sidebar.width() < 216


def test_closing_is_announced_and_waits_for_leave(frame, qtbot):
    frame.show()

    with qtbot.waitSignal(frame.closing):
        frame.close()
    assert frame.isVisible()
    frame.let_go()

    assert not frame.isVisible()


def test_the_window_stands_where_it_was_left(frame, qtbot):
    frame.resize(950, 650)
    text = frame.place_text()
    other = Frame(clock=FixedClock(NOW))
    qtbot.addWidget(other)

    other.put_back(text)
    other.put_back("")

    assert other.height() == frame.height()


def test_a_place_that_makes_no_sense_is_passed_over(frame):
    frame.put_back("no place at all ÄÖ")

    assert frame.width() == 1440


def test_a_read_only_workspace_says_why_across_the_window(frame):
    frame.say_open(name="ours", actor="Oyun", why_read_only="Bold has it.", last_backup=None)
    frame.show()

    assert said(frame, "read_only_sentence") == "Bold has it."
    assert frame.banner.isVisible()
    assert said(frame, "saved_state") == "Read only"

    frame.say_open(name="ours", actor="Oyun", why_read_only="", last_backup=None)
    assert not frame.banner.isVisible()
    assert said(frame, "saved_state") == "Everything is saved"


def test_a_backup_of_today_is_told_by_its_hour_and_an_older_one_by_its_day(line):
    line.show_backup(None)
    assert "No backup yet" in said(line, "backup_state")
    line.show_backup(NOW)
    assert said(line, "backup_state").startswith("Last backup today ")
    line.show_backup(NOW - timedelta(days=20))
    assert said(line, "backup_state") == "Last backup 13 May 2025"


def test_the_hour_of_the_last_change_is_told(line):
    line.show_saved(datetime(2025, 6, 2, 5, 6, tzinfo=UTC))

    assert said(line, "saved_state").startswith("All changes saved ")


def test_the_clocks_of_the_capitals_go_on(line):
    line.show_zones(("Asia/Ulaanbaatar", "Asia/Seoul"))

    assert said(line, "clocks") == "Ulaanbaatar 13:06 · Seoul 14:06"
    line.show_zones(())
    assert said(line, "clocks") == ""


def test_every_menu_entry_has_help_and_no_two_share_keys(frame):
    entries = [entry for menu in MENUS for entry in menu.entries if entry is not None]
    keys = [entry.keys for entry in entries if entry.keys]

    assert {entry.command for entry in entries} == set(Command)
    assert all(entry.help.endswith(".") for entry in entries)
    assert len(keys) == len(set(keys))
    assert not any(
        frame.menu_bar.action(entry.command).shortcut().isEmpty() for entry in entries if entry.keys
    )


def test_what_needs_a_workspace_can_be_chosen_only_with_one(frame):
    copy = frame.menu_bar.action(Command.SAVE_COPY)
    assert not copy.isEnabled()
    frame.say_open(name="ours", actor="", why_read_only="", last_backup=None)
    assert copy.isEnabled()
    assert frame.menu_bar.action(Command.ABOUT).isEnabled()


def test_a_menu_entry_asks_for_its_command(frame, qtbot):
    with qtbot.waitSignal(frame.menu_bar.requested) as asked:
        frame.menu_bar.action(Command.ABOUT).trigger()

    assert asked.args == [Command.ABOUT]


def test_the_switcher_is_pressed_with_the_keyboard(frame, qtbot):
    frame.show()
    frame.sidebar.switcher.show_body(
        letters="JWG", title="Korea–Mongolia JWG", subtitle="KR · MN", full_name="In full"
    )

    with qtbot.waitSignal(frame.sidebar.switch_requested):
        qtbot.keyClick(frame.sidebar.switcher, Qt.Key.Key_Space)

    assert "Korea–Mongolia JWG" in frame.sidebar.switcher.accessibleName()
    assert frame.sidebar.switcher.toolTip() == "In full"


def test_no_backup_is_promised_of_what_can_only_be_read(frame):
    frame.say_open(name="ours", actor="us", why_read_only="Somebody writes it.", last_backup=None)
    read_only = [label.text() for label in frame.status_line.findChildren(QLabel)]
    assert not any("backup" in text.lower() for text in read_only)

    frame.say_open(name="ours", actor="us", why_read_only="", last_backup=None)
    writable = [label.text() for label in frame.status_line.findChildren(QLabel)]
    assert any("backup" in text.lower() for text in writable)
