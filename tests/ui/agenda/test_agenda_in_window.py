"""The agenda in the window itself: its keys, other tabs, and closing the window half-way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.clock import FixedClock
from app.services import agenda, bodies, meetings
from app.store.workspace import Workspace
from app.ui.agenda.part import AgendaPart
from app.ui.papers.part import PapersPart
from app.ui.widgets.record_table import RecordTable
from tests.ui.real_window import dialog_of, press, type_into, workspace_of
from tests.ui.ui_fakes import NOW

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def desk(open_real, monkeypatch):
    """The window on the agenda of a meeting that is ahead, with the standard items."""
    parts = lambda needs: (AgendaPart(needs), PapersPart(needs))  # noqa: E731
    monkeypatch.setattr("app.ui.desk.make_parts", parts)
    return open_real("committee")


@pytest.fixture
def table(desk, qtbot):
    desk.show_tab("agenda")
    press(qtbot, desk.window, "agenda_list_start")
    table = desk.window.findChild(RecordTable, "agenda_list")
    qtbot.waitUntil(lambda: len(table.rows()) == 7)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return table


def titles(workspace):
    (body,) = bodies.list_all(workspace)
    rows = meetings.list_for_body(workspace, body_id=body.id)
    key = next(row.id for row in rows if row.ordinal == 23)
    return [row.title for row in agenda.list_for_meeting(workspace, meeting_id=key)]


def half_typed(desk, table, qtbot, words="Marine litter"):
    """Begin an item and type its title, but press nothing after it."""
    table.choose([table.rows()[1].id])
    press(qtbot, desk.window, "agenda_add")
    editor = desk.window.findChild(QLineEdit, "agenda_title_editor")
    editor.insert(words)
    return editor


def test_ctrl_f_goes_to_the_filter_of_the_agenda(desk, table, qtbot):
    table.view.setFocus()
    qtbot.keyClick(desk.window, K.Key_F, CTRL)
    assert QApplication.focusWidget().objectName() == "agenda_list_filter"
    qtbot.keyClicks(QApplication.focusWidget(), "closing")
    qtbot.waitUntil(lambda: table.view.model().rowCount() == 1)


def test_ctrl_s_keeps_a_title_that_is_half_typed(desk, table, qtbot):
    half_typed(desk, table, qtbot)
    qtbot.keyClick(desk.window, K.Key_S, CTRL)
    qtbot.waitUntil(lambda: titles(workspace_of(desk))[2] == "Marine litter")


def test_ctrl_z_takes_the_last_item_back_and_ctrl_y_brings_it_again(desk, table, qtbot):
    editor = half_typed(desk, table, qtbot)
    qtbot.keyClick(editor, K.Key_Return)
    qtbot.waitUntil(lambda: "Marine litter" in titles(workspace_of(desk)))
    qtbot.keyClick(desk.window.findChild(QLineEdit, "agenda_title_editor"), K.Key_Escape)
    table.view.setFocus()
    qtbot.keyClick(desk.window, K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(table.rows()) == 7)
    assert "Marine litter" not in titles(workspace_of(desk))
    qtbot.keyClick(desk.window, K.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(table.rows()) == 8)
    assert titles(workspace_of(desk))[2] == "Marine litter"


def test_another_tab_keeps_a_title_that_is_half_typed(desk, table, qtbot):
    half_typed(desk, table, qtbot)
    desk.show_tab("papers")
    qtbot.waitUntil(lambda: titles(workspace_of(desk))[2] == "Marine litter")
    desk.show_tab("agenda")
    qtbot.waitUntil(lambda: len(table.rows()) == 8)


def test_closing_the_window_keeps_a_title_that_is_half_typed(desk, table, qtbot):
    half_typed(desk, table, qtbot)
    path = workspace_of(desk).path
    with qtbot.waitSignal(desk.closed):
        desk.window.close()
    with Workspace.open(path, clock=FixedClock(NOW), actor="secretariat") as again:
        assert titles(again)[2] == "Marine litter"


def test_a_form_with_something_typed_asks_before_it_is_left(desk, table, qtbot, notifier):
    table.choose([table.rows()[1].id])
    table.view.setFocus()
    qtbot.keyClick(table.view, K.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(qtbot, "agenda_item_dialog")
    type_into(qtbot, dialog.form.field("titles").line("en").editor, "Agenda")
    notifier.answers = [False]
    qtbot.keyClick(dialog, K.Key_Escape)
    assert dialog.isVisible()
    press(qtbot, dialog, "save")
    qtbot.waitUntil(lambda: titles(workspace_of(desk))[1] == "Agenda")
