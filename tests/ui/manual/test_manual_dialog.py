"""The manual opens beside the work and can be read."""

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from app.ui.manual.dialog import ManualDialog


def test_the_manual_opens_beside_the_window_and_has_headings(qtbot: QtBot) -> None:
    dialog = ManualDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    browser = dialog.findChild(QTextBrowser, "manual_text")
    assert not dialog.isModal()
    assert "Save as Word" in browser.toPlainText()
    assert browser.document().begin().blockFormat().headingLevel() == 1
