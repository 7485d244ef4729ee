from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListView

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
