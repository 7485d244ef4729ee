from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListView

from tests.ui.real_window import dialog_of, no_dialog

KOREA = "Republic of Korea"


def test_the_list_is_copied_as_a_table_with_its_usual_keys(open_real, qtbot):
    desk = open_real("committee")
    view = desk.window.findChild(QListView, "meetings_list")
    desk.window.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QApplication.clipboard().text().splitlines()
    assert lines == [
        "Number\tCode\tTitle\tDays\tPlace\tHost\tState",
        "23\tJC-23\t23rd Meeting of the Joint Committee\t8–9 July 2025\tTsukuba\tJapan\tProposed",
        f"22\tJC-22\t22nd Meeting of the Joint Committee\t3–4 April 2025\tSeoul\t{KOREA}\tClosed",
    ]
    assert "<table" in QApplication.clipboard().mimeData().html()


def test_only_what_is_shown_is_copied(open_real, qtbot):
    desk = open_real("committee")
    pane = desk._page.list_pane
    qtbot.keyClicks(pane._filter, "22")
    pane.copy()
    assert len(QApplication.clipboard().text().splitlines()) == 2


def test_the_list_is_shown_as_it_will_be_printed(open_real, qtbot):
    desk = open_real("committee")
    desk._page.list_pane.print_here()
    preview = dialog_of(qtbot, "meetings_print_preview")
    assert isinstance(preview, QDialog)
    preview.reject()
    qtbot.waitUntil(no_dialog)


def test_several_meetings_are_chosen_and_copied_while_the_one_shown_stays(open_real, qtbot):
    desk = open_real("committee")
    view = desk.window.findChild(QListView, "meetings_list")
    title = desk.window.findChild(QLabel, "meeting_title")
    pane = desk._page.list_pane
    desk.window.activateWindow()
    view.setFocus()
    shown = title.text()

    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert pane._count.text() == "2 of 2"
    assert title.text() == shown
    assert "Copy the chosen meetings as a table" in {each.text() for each in view.actions()}
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 3


def test_a_click_with_ctrl_adds_and_takes_away_but_one_always_stays(open_real, qtbot):
    desk = open_real("committee")
    view = desk.window.findChild(QListView, "meetings_list")
    title = desk.window.findChild(QLabel, "meeting_title")
    places = [at for at in range(view.model().rowCount()) if view.model().index(at).flags()]
    shown = title.text()

    def click(place, held=Qt.KeyboardModifier.NoModifier):
        at = view.visualRect(view.model().index(place)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)

    first, second = places
    click(first)
    qtbot.waitUntil(lambda: title.text() == view.model().index(first).data())
    click(second, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen_places() == [first, second]
    click(first, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: title.text() == view.model().index(second).data())
    click(second, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen_places() == [second]
    click(0)  # the heading of a year
    assert view.chosen_places() == [second]
    assert {title.text(), shown} <= {view.model().index(place).data() for place in places}


def test_what_is_chosen_stays_chosen_when_the_list_is_read_anew(open_real, qtbot):
    desk = open_real("committee")
    view = desk.window.findChild(QListView, "meetings_list")
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    before = view.chosen_places()

    desk._meetings.show_again()

    assert view.chosen_places() == before
    assert len(before) == 2
