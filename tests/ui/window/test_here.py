import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.widgets.navigation import Place
from app.ui.widgets.record_table import Column, RecordTable
from app.ui.window.menus import Command

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tables(desk, qtbot):
    """Return two tables on a page of the window; the second has no filter."""
    page = QWidget()
    down = QVBoxLayout(page)
    columns = (Column("name", "Name", str),)
    made = [
        RecordTable(columns, name=f"t{at}", spoken=f"Table {at}", key=str, filtered=at < 2)
        for at in (0, 1, 2)
    ]
    for table in made:
        table.set_rows(("one", "two"))
        down.addWidget(table)
    desk.window.add_page(Place("tables", "Tables", "files", ""), page)
    desk.window.go_to("tables")
    desk.window.activateWindow()
    return made


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key, CONTROL)


def test_the_filter_of_the_list_with_the_keyboard_is_gone_to(tables, qtbot):
    tables[1].view.setFocus()
    qtbot.waitUntil(tables[1].view.hasFocus)

    press(qtbot, Qt.Key.Key_F)

    assert tables[1].filter_line.hasFocus()


def test_else_the_first_filter_that_is_shown(tables, qtbot):
    tables[2].view.setFocus()
    qtbot.waitUntil(tables[2].view.hasFocus)

    press(qtbot, Qt.Key.Key_F)

    assert tables[0].filter_line.hasFocus()


def test_the_list_with_the_keyboard_is_printed(desk, tables, qtbot):
    tables[1].view.setFocus()
    qtbot.waitUntil(tables[1].view.hasFocus)

    press(qtbot, Qt.Key.Key_P)

    preview = desk.window.findChild(QPrintPreviewDialog, "t1_print_preview")
    assert preview.isVisible()
    preview.close()


def test_the_menu_shows_whether_there_is_anything_to_print(desk, tables, qtbot):
    action = desk.window.menu_bar.action(Command.PRINT)
    desk.window.menu_bar.opening.emit()
    assert action.isEnabled()
    desk.window.menu_bar.closed.emit()

    desk.window.show_blank()
    desk.window.menu_bar.opening.emit()
    assert not action.isEnabled()
    desk.window.menu_bar.closed.emit()
    assert action.isEnabled()


def test_on_the_meetings_the_filter_is_that_of_the_meetings(desk, qtbot):
    desk.window.menu_bar.action(Command.FIND).trigger()

    assert QApplication.focusWidget().objectName() == "meetings_filter"
