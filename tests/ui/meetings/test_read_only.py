"""A workspace that a colleague has open can be looked at and copied, and nothing in it changed."""

import shutil

import pytest
from PySide6.QtWidgets import QWidget

from app.clock import FixedClock
from app.store.workspace import Workspace
from app.ui.window.menus import Command
from tests.ui import real_window
from tests.ui.ui_fakes import NOW

CHANGING = (
    Command.NEW_BODY,
    Command.BODY_SETTINGS,
    Command.PREPARATION_TERMS,
    Command.HOLIDAYS,
    Command.NEW_MEETING,
    Command.EDIT_MEETING,
)
READING = (Command.CALENDAR_FILE, Command.CALENDAR_DEADLINES)


@pytest.fixture
def desk(open_real, committee_files, tmp_path, qtbot):
    """The window on a workspace that is open elsewhere, turned to the meeting ahead."""
    path = tmp_path / "committee.jwg"
    shutil.copyfile(committee_files["committee"], path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="A colleague"):
        desk = open_real(path)
        assert real_window.workspace_of(desk).read_only
        yield desk


def is_offered(desk, command):
    return desk.window.menu_bar.action(command).isEnabled()


def test_what_changes_anything_is_not_offered_and_what_reads_is(desk):
    assert [each for each in CHANGING if is_offered(desk, each)] == []
    assert [each for each in READING if is_offered(desk, each)] == list(READING)


@pytest.mark.parametrize("name", ["meetings_new", "meeting_next_step"])
def test_the_buttons_that_change_anything_are_away(desk, name):
    button = desk.window.findChild(QWidget, name)
    assert not (button.isVisible() and button.isEnabled())


def test_the_preparation_can_be_read_and_not_changed(desk, qtbot):
    desk.show_tab("preparation")
    table = desk.window.findChild(QWidget, "preparation_tab").table
    qtbot.waitUntil(lambda: table.view.model().rowCount() == 11)

    table.view.selectRow(0)

    for name in ("preparation_add", "preparation_done"):
        assert not desk.window.findChild(QWidget, name).isEnabled()
