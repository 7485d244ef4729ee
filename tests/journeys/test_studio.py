"""Somebody makes the Korean original of the agreed minutes in the Document studio."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QTextBrowser

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
WAIT = 60_000


def has_checks(window):
    state = window.findChild(QLabel, "studio_state")
    return state is not None and "mend" in state.text()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_korean_original_is_chosen_looked_at_and_saved(desk, qtbot, tmp_path, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)

    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = window.findChild(QTextBrowser, "studio_page")
    qtbot.waitUntil(
        lambda: "between Mongolia and the Republic of Korea" in page.toPlainText(), timeout=WAIT
    )
    korean = window.findChild(QRadioButton, "studio_original_KR original")
    qtbot.mouseClick(korean, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: "between the Republic of Korea and Mongolia" in page.toPlainText(), timeout=WAIT
    )
    qtbot.waitUntil(lambda: has_checks(window), timeout=WAIT)
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Republic of Korea is named first" in told
    assert "Agreed minutes - JWG-1 - KR original (draft).docx" in told
    assert "[place to be confirmed]" in page.toPlainText()

    save = window.findChild(QPushButton, "studio_word")
    qtbot.waitUntil(save.isEnabled, timeout=WAIT)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    notice = window.findChild(QLabel, "studio_saved_sentence")
    qtbot.waitUntil(lambda: bool(notice.text()) or bool(mistakes), timeout=WAIT)
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / "studio.png"))

    (saved,) = tmp_path.glob("*.docx")
    assert saved.name == "Agreed minutes - JWG-1 - KR original (draft).docx"
    assert saved.name in notice.text()
    words = docx.Document(str(saved)).element.xpath("string(.)")
    assert "the Republic of Korea and Mongolia" in words
    assert words.index("Republic of Korea") < words.index("Mongolia")

    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        window.close()
    assert mistakes == []
