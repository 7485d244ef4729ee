import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QTableView

from app.domain.meeting import Meeting
from app.domain.party_order import PartyOrder
from app.services import attendance, delegations, history, meetings, persons
from app.settings.options import PARTY_ORDER
from app.ui.widgets.menu_button import MenuButton
from tests.builders import a_meeting, a_person, key_of
from tests.ui.ui_fakes import HeldTasks


def table(part):
    return part.widget.findChild(object, "delegates")


def shown(part):
    return [(row.party.code, row.seat.name) for row in table(part).rows()]


def act(part, name):
    part.widget.findChild(QAction, name).trigger()


def side(part, qtbot, code):
    def visible():
        buttons = part.widget.findChildren(QRadioButton, f"side_{code}")
        return [button for button in buttons if button.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) == 1)
    return visible()[0]


def choose(part, *keys):
    table(part).choose(keys)


def stored(around, side=1):
    rows = delegations.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    return [(seat.name, seat.attendance) for seat in rows[side].delegates]


def test_the_delegates_are_listed_in_precedence_the_host_first(part, around, seats):
    part.presenter.try_again()

    assert shown(part) == [
        ("MN", "Bat"),
        ("KR", "Cho Gye-yeon"),
        ("KR", "Lee Bo-ra"),
        ("KR", "Kim Min-su"),
    ]
    assert part.title() == "Delegations  4"


def test_nothing_is_read_while_the_tab_is_not_looked_at(part, around):
    part.looked_at(shown=False)
    change = delegations.nominate(
        around.workspace,
        delegations.Delegate(delegation_id=around.world.korean_delegation, ordinal=1),
        person=a_person(printed_name="Lee"),
    )
    around.changes.publish(change)
    assert shown(part) == []

    part.looked_at(shown=True)

    assert shown(part) == [("KR", "Lee")]


def test_another_host_comes_first_and_the_same_meeting_is_not_read_twice(part, around, seats):
    part.presenter.try_again()
    held = HeldTasks()
    part.presenter._tasks = held
    part.show_meeting(part.presenter.hand.detail)
    assert held.held == []
    with around.workspace.write("Change host") as work:
        work.get(Meeting, around.world.meeting).host_party_id = around.world.korea
        work.commit()

    part.show_meeting(meetings.show(around.workspace, meeting_id=around.world.meeting))

    ((work, done, _failed),) = held.held
    done(work())
    assert shown(part)[0][0] == "KR"


def test_one_side_is_looked_at_alone(part, qtbot, seats):
    part.presenter.try_again()

    qtbot.mouseClick(side(part, qtbot, "KR"), Qt.MouseButton.LeftButton)

    assert [code for code, _name in shown(part)] == ["KR"] * 3
    assert side(part, qtbot, "KR").accessibleName() == "Republic of Korea, 3"
    qtbot.mouseClick(side(part, qtbot, "all"), Qt.MouseButton.LeftButton)
    assert len(shown(part)) == 4


def test_precedence_is_changed_with_the_keyboard_and_undone(part, qtbot, around, seats):
    part.presenter.try_again()
    choose(part, seats["Kim Min-su"])
    grid = part.widget.findChild(QTableView, "delegates_grid")

    qtbot.keyClick(
        grid,
        Qt.Key.Key_Up,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert [name for _code, name in shown(part)][1:] == ["Cho Gye-yeon", "Kim Min-su", "Lee Bo-ra"]
    assert [row.seat.name for row in table(part).selected()] == ["Kim Min-su"]
    around.changes.publish(history.undo(around.workspace))
    assert [name for _code, name in shown(part)][1:] == ["Cho Gye-yeon", "Lee Bo-ra", "Kim Min-su"]


def test_nobody_is_moved_into_the_delegation_of_another_side(part, around, seats):
    part.presenter.try_again()

    part.widget.moved.emit((seats["Lee Bo-ra"],), seats["Bat"], True)

    assert [name for name, _attendance in stored(around)][1] == "Lee Bo-ra"


def test_while_a_column_sorts_the_list_nothing_is_moved(part, qtbot, around, seats):
    part.presenter.try_again()
    grid = part.widget.findChild(QTableView, "delegates_grid")
    head = grid.horizontalHeader()
    place = head.sectionViewportPosition(2) + 10
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert [name for _code, name in shown(part)] == [
        "Bat",
        "Cho Gye-yeon",
        "Kim Min-su",
        "Lee Bo-ra",
    ]

    table(part).moved.emit((seats["Lee Bo-ra"],), seats["Cho Gye-yeon"], True)

    assert stored(around)[0][0] == "Cho Gye-yeon"


def test_several_are_marked_as_attended_at_once(part, around, seats):
    part.presenter.try_again()
    choose(part, seats["Cho Gye-yeon"], seats["Lee Bo-ra"])

    act(part, "mark_attended")

    assert stored(around) == [
        ("Cho Gye-yeon", "attended"),
        ("Lee Bo-ra", "attended"),
        ("Kim Min-su", "nominated"),
    ]
    assert len(table(part).selected()) == 2
    assert history.next_undo(around.workspace).use_case == "Mark 2 delegates as attended"


def test_where_they_take_part_from_is_marked_too(part, around, seats):
    part.presenter.try_again()
    choose(part, seats["Lee Bo-ra"])

    act(part, "place_online")

    row = next(row for row in table(part).rows() if row.seat.name == "Lee Bo-ra")
    assert row.seat.mode == "online"


def test_what_cannot_follow_is_told_and_changes_nothing(part, around, seats):
    attendance.mark(
        around.workspace,
        delegate_ids=[seats["Lee Bo-ra"]],
        attendance=attendance.Attendance.ATTENDED,
    )
    part.presenter.try_again()
    choose(part, seats["Cho Gye-yeon"], seats["Lee Bo-ra"])

    act(part, "mark_notified")

    assert "Lee Bo-ra" in around.notifier.told[0][0]
    assert stored(around)[0] == ("Cho Gye-yeon", "nominated")


def test_delegates_are_removed_after_a_question(part, qtbot, around, seats):
    part.presenter.try_again()
    choose(part, seats["Lee Bo-ra"], seats["Kim Min-su"])
    around.notifier.answers += [False, True]

    qtbot.keyClick(part.widget.findChild(QTableView, "delegates_grid"), Qt.Key.Key_Delete)
    assert len(stored(around)) == 3
    act(part, "remove_delegates")

    assert around.notifier.asked[0][0] == "Remove 2 delegates from their delegation?"
    assert [name for name, _state in stored(around)] == ["Cho Gye-yeon"]
    assert len(persons.list_all(around.workspace)) == 4


def test_a_whole_delegation_is_removed_after_a_question(part, qtbot, around, seats):
    part.presenter.try_again()
    qtbot.mouseClick(side(part, qtbot, "KR"), Qt.MouseButton.LeftButton)
    around.notifier.answers.append(True)

    act(part, "remove_delegation")

    assert shown(part) == [("MN", "Bat")]
    assert "Republic of Korea" in around.notifier.asked[0][0]


def test_delegations_are_opened_for_every_party_with_one_press(part, qtbot, around):
    draft = a_meeting(around.world.body, ordinal=2, code="JWG-2")
    meeting = key_of(meetings.plan(around.workspace, draft))
    part.show_meeting(meetings.show(around.workspace, meeting_id=meeting))
    assert "No delegation is open for this meeting" in words(part)
    start = part.widget.findChild(QPushButton, "delegates_start")

    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)

    assert {row.party.code for row in part.presenter.hand.rows} == {"KR", "MN"}
    assert "No names are on record yet" in words(part)
    assert start.text() == "Add delegate…"


def test_the_order_of_the_parties_is_chosen_and_remembered(part, around, seats):
    part.presenter.try_again()
    menu = part.widget.findChild(MenuButton, "order_of_parties").choices
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[-1] == "Republic of Korea first: its own original"

    next(action for action in menu.actions() if action.objectName() == "order_seats").trigger()

    assert [code for code, _name in shown(part)] == ["KR", "KR", "KR", "MN"]
    assert around.settings.value(PARTY_ORDER) is PartyOrder.SEATS
    first = [action for action in menu.actions() if action.objectName() == "order_one-first"]
    next(action for action in first if action.text().startswith("Mongolia")).trigger()
    assert shown(part)[0] == ("MN", "Bat")
    assert around.settings.value(PARTY_ORDER) is PartyOrder.SEATS


def test_the_list_is_filtered_and_copied_as_a_table(part, qtbot, seats):
    part.presenter.try_again()
    field = part.widget.findChild(QLineEdit, "delegates_filter")

    qtbot.keyClicks(field, "director")
    qtbot.waitUntil(lambda: shown(part) == [("KR", "Cho Gye-yeon")])
    choose(part, seats["Cho Gye-yeon"])
    table(part).copy()

    assert "Cho Gye-yeon\tChief delegate\tDirector-General" in QGuiApplication.clipboard().text()


def test_the_list_is_written_to_a_workbook_in_a_language(part, around, seats, tmp_path):
    part.presenter.try_again()
    around.notifier.answers.append(tmp_path / "list.xlsx")

    act_in_menu(part, "export_xlsx_ko")

    assert around.notifier.suggestions[0].name == "참석자 명단 - JWG-1.xlsx"
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    assert part.widget.findChild(QLabel, "delegations_sentence").text() == "Saved “list.xlsx”"


def test_the_list_is_written_to_a_comma_separated_file(part, around, seats, tmp_path):
    part.presenter.try_again()
    around.notifier.answers.append(tmp_path / "list.csv")

    act_in_menu(part, "export_csv")

    assert "Cho Gye-yeon" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")


def test_a_workspace_that_can_only_be_read_offers_no_change(part, around, seats, monkeypatch):
    monkeypatch.setattr(type(around.workspace), "read_only", property(lambda self: True))
    part.presenter.try_again()
    choose(part, seats["Lee Bo-ra"])

    names = ("add_delegate", "import_delegates", "copy_delegates", "edit_delegate", "mark_attended")
    assert not any(part.widget.findChild(QAction, name).isEnabled() for name in names)
    part.widget.table.delete_requested.emit(part.widget.table.selected())
    assert around.notifier.asked == []


def test_what_cannot_be_read_is_said_and_tried_again(part, around, seats, monkeypatch):
    services = part.presenter.hand.services
    real = services.delegations.list_for_meeting
    broken = persons_gone(around)
    monkeypatch.setattr(services.delegations, "list_for_meeting", broken)
    part.presenter.try_again()
    assert "There is no meeting “gone” in this workspace." in words(part)
    monkeypatch.setattr(services.delegations, "list_for_meeting", real)

    part.widget.findChild(QPushButton, "delegates_retry").click()

    assert len(shown(part)) == 4


def test_an_answer_that_comes_too_late_is_not_shown(part, around, seats):
    held = HeldTasks()
    part.presenter._tasks = held
    part.presenter.try_again()
    part.presenter.choose_order(PartyOrder.SEATS)

    for work, done, _failed in held.held:
        done(work())

    assert shown(part)[0][0] == "KR"


@pytest.mark.parametrize("width", [604, 900, 1180])
def test_the_tab_needs_no_more_room_than_there_is(part, qtbot, seats, width):
    part.widget.resize(width, 460)
    part.presenter.try_again()

    assert part.widget.minimumSizeHint().width() <= 604
    grid = part.widget.findChild(QTableView, "delegates_grid")
    qtbot.waitUntil(lambda: grid.horizontalScrollBar().maximum() == 0)
    name = grid.columnWidth(2)
    assert name >= 90


def test_every_control_has_a_name(part, seats):
    part.presenter.try_again()
    nameless = [
        button.objectName()
        for button in part.widget.findChildren(QPushButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def words(part):
    return [label.text() for label in part.widget.findChildren(QLabel) if label.isVisible()]


def act_in_menu(part, name):
    export = part.widget.toolbar._export
    next(action for action in export.actions() if action.objectName() == name).trigger()


def persons_gone(around):
    from app.domain.errors import NotFound

    def refuse(*_args, **_named):
        raise NotFound("meeting", "gone")

    return refuse
