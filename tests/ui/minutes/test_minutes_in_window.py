"""The minutes in the window itself: keys of the menus, other tabs, undo, closing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.clock import FixedClock
from app.services import bodies, meetings, minutes_sheets
from app.services.signing import Obstacle, ObstacleKind
from app.store.workspace import Workspace
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.part import MinutesPart
from app.ui.preparation.part import PreparationPart
from tests.ui.real_window import press, take, workspace_of
from tests.ui.ui_fakes import NOW

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def desk(open_real, monkeypatch):
    """The window on the minutes of the 23rd meeting of a committee, which is ahead."""
    parts = lambda needs: (PreparationPart(needs), MinutesPart(needs))  # noqa: E731
    monkeypatch.setattr("app.ui.desk.make_parts", parts)
    desk = open_real("committee")
    desk.show_tab("minutes")
    return desk


@pytest.fixture
def meeting(desk):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    rows = meetings.list_for_body(workspace, body_id=body.id)
    return next(row.id for row in rows if row.ordinal == 23)


@pytest.fixture
def page(desk, qtbot):
    """The tab with one paragraph, and the keyboard in it."""
    page = desk.window.findChild(MinutesPage)
    press(qtbot, page, "begin_empty")
    qtbot.waitUntil(lambda: page._nothing_here.isVisible())
    press(qtbot, page, "first_paragraph")
    qtbot.waitUntil(lambda: bool(page.sheet.blocks))
    QApplication.processEvents()
    return page


def stored(desk, meeting):
    sheet = minutes_sheets.read(workspace_of(desk), meeting_id=meeting)
    return [each.texts.get("en", "") for each in sheet.paragraphs]


def editor_of(page, place=0):
    return page.sheet.blocks[place].editors[0]


def test_saving_takes_in_what_is_being_typed(desk, page, meeting, qtbot):
    qtbot.keyClicks(editor_of(page), "They met in Tsukuba.")
    assert stored(desk, meeting) == [""]
    take(desk.window, "save")
    assert stored(desk, meeting) == ["They met in Tsukuba."]


def test_another_tab_takes_in_what_is_being_typed(desk, page, meeting, qtbot):
    qtbot.keyClicks(editor_of(page), "They met.")
    desk.show_tab("preparation")
    assert stored(desk, meeting) == ["They met."]


def test_the_menu_finds_in_the_minutes(desk, page, qtbot):
    qtbot.keyClicks(editor_of(page), "They met in Tsukuba.")
    take(desk.window, "find")
    line = page.findChild(QLineEdit, "find_line")
    assert QApplication.focusWidget() is line
    qtbot.keyClicks(line, "tsukuba")
    qtbot.keyClick(line, K.Key_Return)
    assert editor_of(page).chosen_words() == "Tsukuba"


def test_what_was_done_is_undone_by_its_name_and_done_again(desk, page, meeting, qtbot):
    qtbot.keyClicks(editor_of(page), "They met. They agreed.")
    editor_of(page).put_cursor(9)
    qtbot.keyClick(editor_of(page), K.Key_Return)
    assert stored(desk, meeting) == ["They met.", "They agreed."]
    take(desk.window, "undo")
    assert stored(desk, meeting) == ["They met. They agreed."]
    qtbot.waitUntil(lambda: len(page.sheet.blocks) == 1)
    assert editor_of(page).toPlainText() == "They met. They agreed."
    take(desk.window, "redo")
    assert stored(desk, meeting) == ["They met.", "They agreed."]
    qtbot.waitUntil(lambda: len(page.sheet.blocks) == 2)


def test_undo_takes_back_what_is_being_typed_first(desk, page, meeting, qtbot):
    qtbot.keyClicks(editor_of(page), "One.")
    take(desk.window, "save")
    qtbot.keyClicks(editor_of(page), " Two.")
    take(desk.window, "undo")
    assert stored(desk, meeting) == ["One."]
    assert editor_of(page).toPlainText() == "One."


def test_closing_the_window_takes_in_what_is_being_typed(desk, page, meeting, qtbot):
    qtbot.keyClicks(editor_of(page), "They met in Tsukuba")
    path = workspace_of(desk).path
    with qtbot.waitSignal(desk.closed):
        desk.window.close()
    with Workspace.open(path, clock=FixedClock(NOW), actor="secretariat") as again:
        sheet = minutes_sheets.read(again, meeting_id=meeting)
    assert [each.texts.get("en", "") for each in sheet.paragraphs] == ["They met in Tsukuba"]


def test_a_note_that_is_half_typed_is_there_again_after_another_tab(desk, page, meeting, qtbot):
    line = page.findChild(QLineEdit, "note_line")
    line.setFocus()
    qtbot.keyClicks(line, "D: the joint study")
    desk.show_tab("preparation")
    desk.show_tab("minutes")
    assert line.text() == "D: the joint study"
    assert stored(desk, meeting) == [""], "a line is in the record when Enter ends it"


def test_the_keys_of_the_window_work_while_one_writes(desk, page, meeting, qtbot):
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    editor_of(page).setFocus()
    qtbot.keyClicks(editor_of(page), "They met.")
    qtbot.keyClick(editor_of(page), K.Key_S, CTRL)
    assert stored(desk, meeting) == ["They met."]
    qtbot.keyClick(editor_of(page), K.Key_F, CTRL)
    assert QApplication.focusWidget() is page.findChild(QLineEdit, "find_line")
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Escape)
    editor_of(page).setFocus()
    qtbot.keyClicks(editor_of(page), " Often.")
    qtbot.keyClick(editor_of(page), K.Key_Z, CTRL)
    assert stored(desk, meeting) == ["They met."]


def test_a_decision_of_no_paragraph_says_what_to_do(desk, meeting, qtbot, notifier):
    page = desk.window.findChild(MinutesPage)
    press(qtbot, page, "begin_empty")
    qtbot.waitUntil(lambda: page._nothing_here.isVisible())
    page.head.decision_wanted.emit()
    assert notifier.told[-1][0] == "No paragraph is chosen yet."


def test_a_menu_leads_to_the_overview_where_a_day_is_missing(desk, page, meeting, qtbot):
    part = next(each for each in desk._page.meeting._parts.values() if each.key == "minutes")
    part._steps._mend(Obstacle(ObstacleKind.DAY_MISSING))
    assert not page.isVisible()
