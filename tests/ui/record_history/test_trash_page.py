from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services import agenda, history, papers
from app.store.workspace import Workspace
from app.ui import services as ui_services
from tests.builders import a_paper
from tests.ui.record_history.conftest import CHANGED

LEFT = Qt.MouseButton.LeftButton


def lines(page):
    table = page.page.list_pane.table
    return [tuple(column.text(row) for column in table.model.columns) for row in table.rows()]


def restore(page, qtbot):
    button = page.page.findChild(QPushButton, "trash_restore")
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def choose(page, place=0):
    table = page.page.list_pane.table
    table.choose([table.rows()[place].id])


def titles(around):
    rows = agenda.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    return [row.title for row in rows]


def test_an_empty_trash_says_so(trash):
    assert lines(trash) == []
    assert not trash.page.findChild(QPushButton, "trash_restore").isEnabled()


def test_what_was_deleted_is_shown_with_all_that_it_held_and_comes_back(trash, qtbot, around, item):
    agenda.remove_item(around.workspace, item_id=item)
    trash.presenter.try_again()
    ((what, along, _when, by, who),) = lines(trash)
    assert what == f"Agenda item 1, {CHANGED} · Meeting JWG-1"
    assert (along, by, who) == ("1 paper before an agenda item", "Delete agenda item", "Bat")
    choose(trash)
    assert "Title (English)" in trash.page.change.text.toPlainText()

    restore(trash, qtbot)

    assert titles(around) == [CHANGED]
    assert lines(trash) == []
    row = history.next_undo(around.workspace)
    assert row is not None
    assert row.use_case == "Restore agenda item"


def test_why_something_is_not_restored_is_told_and_it_stays_in_the_trash(
    trash, qtbot, around, item
):
    paper = papers.list_for_meeting(around.workspace, meeting_id=around.world.meeting)[0]
    papers.remove(around.workspace, paper_id=paper.id)
    papers.register(around.workspace, a_paper(around.world.body, symbol=paper.symbol))
    trash.presenter.try_again()
    choose(trash)

    restore(trash, qtbot)

    ((sentence, remedy),) = around.notifier.told
    assert "was not restored" in sentence
    assert "already has a paper with this symbol" in sentence
    assert remedy.startswith("Change the record that has its number")
    assert len(lines(trash)) == 1


def test_nothing_is_restored_where_nothing_can_be_written(trash, around, item):
    agenda.remove_item(around.workspace, item_id=item)
    around.workspace.close()
    with Workspace.open(
        around.workspace.path, clock=around.workspace.clock, actor="Bat", read_only=True
    ) as reading:
        trash.open(ui_services.load(), reading, language="en")
        choose(trash)

        assert len(lines(trash)) == 1
        assert not trash.page.findChild(QPushButton, "trash_restore").isEnabled()
