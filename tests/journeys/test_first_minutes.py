"""Somebody opens JWG Desk for the first time and saves the minutes of the first meeting as Word."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

PICTURES = Path(__file__).parents[2] / "build" / "journeys"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_first_minutes_are_saved_as_word(desk, qtbot, tmp_path, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=60_000):
        desk.start(None)
    title = window.findChild(QLabel, "meeting_title").text()
    assert title.startswith("First Joint Working Group Meeting on Climate Change Cooperation")

    button = window.findChild(QPushButton, "save_as_word")
    qtbot.waitUntil(button.isEnabled, timeout=60_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button.choices, Qt.Key.Key_Down)
    qtbot.keyClick(button.choices, Qt.Key.Key_Return)
    notice = window.findChild(QLabel, "saved_sentence")
    qtbot.waitUntil(lambda: bool(notice.text()) or bool(mistakes), timeout=60_000)
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / "first-minutes.png"))

    (saved,) = tmp_path.glob("*.docx")
    told = docx.Document(str(saved)).element.xpath("string(.)")
    assert "Cho Gye-yeon" in told
    assert "Batkhishig Purevdoo" in told
    assert saved.name in notice.text()

    with qtbot.waitSignal(desk.closed, timeout=60_000):
        window.close()
    assert mistakes == []
