import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from app.domain.person import Post
from app.services import delegations, meetings, persons
from tests.builders import a_meeting, key_of


@pytest.fixture
def following(part, around, seats):
    """The next meeting is shown, for which Cho has another post."""
    person = delegations.show_delegate(
        around.workspace, delegate_id=seats["Cho Gye-yeon"]
    ).person_id
    post = Post(person_id=person, titles={"en": "Ambassador"}, valid_from="2026-01")
    persons.add_post(around.workspace, post)
    draft = a_meeting(around.world.body, ordinal=2, code="JWG-2", planned_starts_on="2026-05-12")
    meeting = key_of(meetings.plan(around.workspace, draft))
    part.show_meeting(meetings.show(around.workspace, meeting_id=meeting))
    return meeting


def nominated(around, meeting):
    rows = delegations.list_for_meeting(around.workspace, meeting_id=meeting)
    return [(seat.name, seat.post) for row in rows for seat in row.delegates]


def test_those_who_are_ticked_are_nominated_with_the_post_known_now(
    part, qtbot, around, following, seats, dialog
):
    part.widget.findChild(QAction, "copy_delegates").trigger()
    opened = dialog()
    told = [label.text() for label in opened.findChildren(QLabel)]
    assert any("1 post has changed since" in words for words in told)
    grid = opened.findChild(QTableView, "copy_rows_grid")
    rows = opened._table.table.rows()
    place = next(at for at, row in enumerate(rows) if row.name == "Kim Min-su")
    box = grid.visualRect(grid.model().index(place, 0)).center()
    save = opened.findChild(QPushButton, "save")
    assert save.text() == "Nominate 4"

    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert save.text() == "Nominate 3"
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)

    assert sorted(nominated(around, following)) == [
        ("Bat", ""),
        ("Cho Gye-yeon", "Ambassador"),
        ("Lee Bo-ra", ""),
    ]
    assert not opened.isVisible()


def test_the_boxes_are_ticked_with_the_space_bar(part, qtbot, following, dialog):
    part.widget.findChild(QAction, "copy_delegates").trigger()
    opened = dialog()
    table = opened._table.table
    grid = opened.findChild(QTableView, "copy_rows_grid")
    grid.setFocus()
    grid.selectAll()
    opened.activateWindow()

    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert opened._table.ticked() == ()
    assert table.model.columns[0].spoken(table.rows()[0]) == "Not ticked"
    assert not opened.findChild(QPushButton, "save").isEnabled()
    qtbot.keyClick(grid, Qt.Key.Key_Space)

    assert len(opened._table.ticked()) == 4


def test_what_is_refused_is_said_in_the_window_which_stays(part, qtbot, around, following, dialog):
    part.widget.findChild(QAction, "copy_delegates").trigger()
    opened = dialog()
    keys = opened._table.ticked()
    part.presenter.lists.copy(keys, with_new_posts=True)
    part.widget.findChild(QAction, "copy_delegates").trigger()
    again = dialog()
    assert again._table.ticked() == ()

    again.submitted.emit(keys, True)

    assert again.isVisible()
    assert again.findChild(QLabel, "copy_problem_sentence").text()


def test_where_nobody_sat_before_that_is_told(part, around):
    part.widget.findChild(QAction, "copy_delegates").trigger()

    assert around.notifier.told[0][0] == "No earlier meeting of this body has delegates on record."
