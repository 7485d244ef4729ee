"""Finding things in the whole window over a real workspace, by keys as people do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from app.services import actions, bodies, meetings
from app.services.finding import kept
from app.texts.addresses import Address
from app.ui.widgets.found_list import FoundList
from app.ui.window.menus import Command
from tests.builders import a_body, an_action
from tests.ui.real_window import dialog_of, press, type_into, workspace_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(open_real):
    desk = open_real("committee")
    workspace = workspace_of(desk)
    body = bodies.find_by_code(workspace, code="KR-JP-JC")
    held = meetings.find_by_code(workspace, code="JC-22", body_id=body)
    actions.assign(
        workspace,
        an_action(body, code="A1", texts={"en": "Send the list of projects"}, due_on=None),
    )
    other = a_body(code="OTHER", names={"en": "Ocean Forum"}, short_names={"en": "Ocean Forum"})
    desk._changes.publish(bodies.establish(workspace, other))
    desk._changes.publish(kept.save(workspace, name="Projects", line="projects"))
    desk.held = held
    return desk


def said(desk, name):
    return desk.window.findChild(QLabel, name).text()


def rows(desk, name):
    return [row.title for row in desk.window.findChild(FoundList, name).table.rows]


def open_palette(desk, qtbot):
    qtbot.keyClick(desk.window, Qt.Key.Key_K, CONTROL)
    line = desk.window.findChild(QLineEdit, "palette_line")
    qtbot.waitUntil(line.hasFocus)
    return line


def test_ctrl_k_goes_to_a_meeting_by_a_few_letters_and_remembers_it(desk, qtbot):
    line = open_palette(desk, qtbot)
    qtbot.keyClicks(line, "22nd")
    assert rows(desk, "palette_list") == [
        "Meetings",
        "22nd Meeting of the Joint Committee",
    ]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert said(desk, "meeting_title") == "22nd Meeting of the Joint Committee"
    assert not desk.window.findChild(QWidget, "palette").isVisible()
    open_palette(desk, qtbot)
    assert rows(desk, "palette_list")[:2] == [
        "Looked at last",
        "22nd Meeting of the Joint Committee",
    ]


def test_the_palette_finds_commands_too_and_does_them(desk, qtbot):
    line = open_palette(desk, qtbot)
    qtbot.keyClicks(line, "next pane")
    assert rows(desk, "palette_list") == ["Commands", "Next pane"]
    line.clear()
    qtbot.keyClicks(line, "copy link")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not desk.window.findChild(QWidget, "palette").isVisible()
    assert QApplication.clipboard().text().startswith("jwg://meeting/")


def test_escape_gives_the_keyboard_back(desk, qtbot):
    view = desk.window.findChild(QListView, "meetings_list")
    view.setFocus()
    line = open_palette(desk, qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.hasFocus)


def test_what_cannot_be_looked_for_is_told_in_the_palette(desk, qtbot):
    line = open_palette(desk, qtbot)
    line.setText("x" * 10_000)
    assert said(desk, "palette_sentence").startswith("This is too long to look for")
    line.setText('"" - :')
    assert said(desk, "palette_sentence").startswith("There is no word here")
    line.setText("zebra")
    assert said(desk, "palette_sentence").startswith("Nothing has all of these words")


def test_a_body_that_is_found_becomes_the_one_in_hand(desk, qtbot):
    line = open_palette(desk, qtbot)
    qtbot.keyClicks(line, "ocean")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk._bodies.chosen.code == "OTHER"
    desk._go_to("meeting", desk.held)
    assert desk._bodies.chosen.code == "KR-JP-JC"
    assert said(desk, "meeting_title") == "22nd Meeting of the Joint Committee"


def test_ctrl_enter_shows_everything_on_the_page_and_why_it_was_found(desk, qtbot):
    line = open_palette(desk, qtbot)
    qtbot.keyClicks(line, "projects")
    qtbot.keyClick(line, Qt.Key.Key_Return, CONTROL)
    assert desk.window.place() == "search"
    words = desk.window.findChild(QLineEdit, "search_words")
    assert words.text() == "projects"
    (row,) = (
        row
        for row in desk.window.findChild(FoundList, "search_list").table.rows
        if row.aside == "Action item"
    )
    start, end = row.title_spans[0]
    assert row.title[start:end] == "projects"


def test_a_search_is_saved_stands_at_the_side_and_is_made_again(desk, qtbot, notifier):
    qtbot.keyClick(desk.window, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.place() == "search"
    words = desk.window.findChild(QLineEdit, "search_words")
    type_into(qtbot, words, "type:meeting")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert len(rows(desk, "search_list")) == 2
    press(qtbot, desk.window, "search_save")
    dialog = dialog_of(qtbot, "save_search_dialog")
    type_into(qtbot, dialog.findChild(QLineEdit, "save_search_name"), "All meetings")
    press(qtbot, dialog, "save")
    places = desk.window.sidebar.navigation
    told = [places.model().index(row, 0).data() for row in range(places.model().rowCount())]
    assert told[-3:] == ["Saved searches", "Projects", "All meetings"]
    desk.go_to_meetings()
    desk.window.sidebar.search_chosen.emit(kept.list_all(workspace_of(desk))[1].id)
    assert desk.window.place() == "search"
    assert words.text() == "type:meeting"


def test_a_link_is_copied_and_followed(desk, qtbot):
    desk._go_to("meeting", desk.held)
    desk.window.menu_bar.action(Command.COPY_LINK).trigger()
    link = QApplication.clipboard().text()
    assert link == str(Address("meeting", desk.held))
    desk._show_again()
    desk.turn_to_link(link)
    assert said(desk, "meeting_title") == "22nd Meeting of the Joint Committee"


def test_the_link_of_the_record_that_is_chosen_comes_before_that_of_the_meeting(desk, qtbot):
    desk._search.show_all("projects type:action")
    desk.window.findChild(FoundList, "search_list").setFocus()
    desk.window.menu_bar.action(Command.COPY_LINK).trigger()
    assert QApplication.clipboard().text().startswith("jwg://action-item/")
    assert said(desk, "notice") == "The link was copied"
    desk._search.show_all("")
    desk.window.menu_bar.action(Command.COPY_LINK).trigger()
    assert said(desk, "notice") == "Choose a record to copy its link"


def test_a_link_to_what_is_not_here_is_told(desk, notifier):
    desk.turn_to_link(str(Address("decision", desk.held)))
    assert notifier.told[-1][0] == "This record is not in this workspace."
    desk.turn_to_link("jwg://nonsense")
    assert notifier.told[-1][0] == "This is not the link of a record."
