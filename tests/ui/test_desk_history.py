import pytest
from PySide6.QtCore import Qt

from app.services import bodies, meetings, persons
from app.services.trash import contents
from app.ui.persons.joining import PersonsDeskPage
from app.ui.record_history.joining import HISTORY, TRASH
from app.ui.widgets.record_table import RecordTable
from app.ui.window.menus import Command
from tests.builders import a_person, key_of
from tests.ui.real_window import press, take, workspace_of

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_real, monkeypatch):
    monkeypatch.setattr("app.ui.desk.make_library", lambda needs: (PersonsDeskPage(needs),))
    desk = open_real("committee")
    workspace = workspace_of(desk)
    body = bodies.find_by_code(workspace, code="KR-JP-JC")
    desk.held = meetings.find_by_code(workspace, code="JC-22", body_id=body)
    desk.person = key_of(persons.register(workspace, a_person(printed_name="Kim Min-su")))
    return desk


def lines(desk):
    table = desk._looking_back.page.page.list_pane.table
    return [(row.use_case, row.names[0].title) for row in table.rows()]


def test_the_history_of_the_meeting_in_hand_is_a_key_away(desk, qtbot):
    desk._ways.go_to("meeting", desk.held)

    qtbot.keyClick(desk.window, Qt.Key.Key_H, KEYS)

    assert desk.window.place() == HISTORY
    assert "Plan meeting" in [use_case for use_case, _name in lines(desk)]
    assert "Register person" not in [use_case for use_case, _name in lines(desk)]


def test_the_menu_of_a_row_leads_to_its_history_and_all_of_it_is_a_click_away(desk, qtbot):
    desk._ways.go_to("person", desk.person)
    table = desk.window.findChild(RecordTable, "persons")
    table.setFocus()
    table.choose([desk.person])
    names = [action.objectName() for action in table.menu().actions()]
    assert {"record_history", "copy_link"} <= set(names)

    take(desk.window, "record_history")

    assert lines(desk) == [("Register person", "Kim Min-su")]
    press(qtbot, desk.window, "history_whole")
    assert len(lines(desk)) > 1


def test_where_no_record_is_in_hand_a_sentence_says_so(desk):
    desk._obey(Command.GO_TRASH)

    desk._obey(Command.RECORD_HISTORY)

    assert desk.window.place() == TRASH


def test_what_is_deleted_is_in_the_trash_at_once_and_restored_from_there(desk, qtbot):
    workspace = workspace_of(desk)
    take(desk.window, "go_trash")
    table = desk._looking_back.trash.page.list_pane.table
    assert table.rows() == ()
    desk._changes.publish(persons.remove(workspace, person_id=desk.person))
    assert [row.names[0].title for row in table.rows()] == ["Kim Min-su"]
    table.choose([table.rows()[0].id])

    press(qtbot, desk.window, "trash_restore")

    assert persons.show(workspace, person_id=desk.person).name == "Kim Min-su"
    assert table.rows() == ()
    take(desk.window, "undo")
    assert len(contents.list_page(workspace).rows) == 1
