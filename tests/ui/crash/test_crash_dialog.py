import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from app.ui.crash.dialog import CrashDialog


@pytest.fixture
def dialog(qtbot, notifier):
    dialog = CrashDialog("It broke here.", notifier=notifier)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_report_is_shown_in_full(dialog):
    assert dialog.findChild(QPlainTextEdit, "crash_details").toPlainText() == "It broke here."


def test_the_report_is_saved_where_the_user_says(dialog, qtbot, notifier, tmp_path):
    notifier.answers = [tmp_path / "report.txt"]

    with qtbot.waitSignal(dialog.report_saved):
        press(qtbot, dialog, "save_report")

    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "It broke here."


def test_not_choosing_a_place_saves_nothing(dialog, qtbot, notifier):
    notifier.answers = [None]

    with qtbot.assertNotEmitted(dialog.report_saved):
        press(qtbot, dialog, "save_report")


def test_a_place_that_cannot_be_written_is_told(dialog, qtbot, notifier, tmp_path):
    notifier.answers = [tmp_path / "no such folder" / "report.txt"]

    press(qtbot, dialog, "save_report")

    assert "could not be written" in notifier.told[0][0]


def test_the_dialog_is_freed_when_it_is_closed(qtbot, notifier):
    dialog = CrashDialog("It broke here.", notifier=notifier)
    remembered = weakref.ref(dialog)
    dialog.open()

    press(qtbot, dialog, "go_on")
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert remembered() is None
