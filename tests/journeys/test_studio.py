"""Somebody makes the Korean original of the agreed minutes in the Document studio."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextBrowser,
)

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
WAIT = 60_000


def has_checks(window):
    state = window.findChild(QLabel, "studio_state")
    return state is not None and "mend" in state.text()


def words_shown(window):
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_korean_original_is_chosen_looked_at_and_saved(desk, qtbot, tmp_path, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)

    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
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
    expected = {
        "Republic of Korea is named first",
        "Agreed minutes - JWG-1 - KR original (draft).docx",
    }
    qtbot.waitUntil(lambda: expected <= words_shown(window), timeout=WAIT)
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


def said(window):
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def change_by_hand(path, before, after):
    """Change words of a Word file as a person does in Word."""
    opened = docx.Document(str(path))
    runs = [
        run
        for row in (*opened.tables, opened)
        for paragraph in _paragraphs(row)
        for run in paragraph.runs
        if before in run.text
    ]
    runs[0].text = runs[0].text.replace(before, after)
    opened.save(str(path))


def _paragraphs(part):
    if hasattr(part, "rows"):
        return [each for row in part.rows for cell in row.cells for each in cell.paragraphs]
    return part.paragraphs


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_issued_document_that_was_changed_by_hand_is_compared_and_both_are_kept(
    desk, qtbot, tmp_path, user, mistakes
):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    page = window.findChild(QTextBrowser, "studio_page")
    qtbot.waitUntil(lambda: "AGREED MINUTES" in page.toPlainText().upper(), timeout=WAIT)
    qtbot.waitUntil(lambda: has_checks(window), timeout=WAIT)

    def press(name):
        button = window.findChild(QPushButton, name)
        qtbot.waitUntil(button.isEnabled, timeout=WAIT)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    # The minutes still lack facts, so they are not issued, and the list says what to mend.
    user.agrees = True
    press("studio_issue")
    qtbot.waitUntil(lambda: "It cannot be issued yet" in said(window), timeout=WAIT)
    assert list(tmp_path.glob("*.docx")) == []

    # The list of participants is in order.
    kind = window.findChild(QComboBox, "studio_kind")
    kind.setFocus()
    while kind.currentText() != "List of participants":
        qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "In order" in said(window), timeout=WAIT)
    press("studio_issue")
    notice = window.findChild(QLabel, "studio_saved_sentence")
    qtbot.waitUntil(lambda: notice.text().startswith("Issued") or bool(mistakes), timeout=WAIT)
    (issued,) = tmp_path.glob("*.docx")
    assert issued.name == "List of participants - JWG-1.docx"

    # Somebody writes into the file; saving over it asks what to do.
    change_by_hand(issued, "Cho Gye-yeon", "Cho Gye-yeong")
    user.answer = "Compare"
    press("studio_word")
    changes = "comparison_changes_list"
    qtbot.waitUntil(lambda: window.findChild(QListWidget, changes) is not None, timeout=WAIT)
    listed = window.findChild(QListWidget, changes)
    qtbot.waitUntil(lambda: listed.count() == 1, timeout=WAIT)
    told = listed.item(0).text()
    assert "removed “yeon”, added “yeong”" in told
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / "studio-compare.png"))

    press("comparison_keep_both")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.docx"))) == 2, timeout=WAIT)
    words = {
        path.name: docx.Document(str(path)).element.xpath("string(.)")
        for path in tmp_path.glob("*.docx")
    }
    assert "Cho Gye-yeong" in words["List of participants - JWG-1.docx"]
    assert "Cho Gye-yeong" not in words["List of participants - JWG-1 (2).docx"]

    # Both are in the list of what was issued and saved, the changed one marked as such.
    press("studio_history")
    grid = window.findChild(QTableView, "studio_kept_list_grid")
    qtbot.waitUntil(lambda: grid.model() is not None and grid.model().rowCount() == 2, timeout=WAIT)
    states = [grid.model().index(row, 3).data() for row in range(2)]
    assert sorted(states) == ["As it was written", "Changed by hand"]
    window.grab().save(str(PICTURES / "studio-kept.png"))

    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        window.close()
    assert mistakes == []
