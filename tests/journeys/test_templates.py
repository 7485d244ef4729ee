"""Somebody words the agreed minutes otherwise, and has a ministry's own letter filled."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
)

from app.documents.word.words import read_words
from app.ui.templates.entries import EntryKind
from app.ui.templates.table import Role
from app.ui.widgets.form_dialog import FormDialog
from app.ui.window.menus import Command
from tests.documents.form_samples import letter

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
WAIT = 60_000


def choose(window, qtbot, wanted):
    """Go down the list to the first entry that is wanted."""
    view = window.findChild(QListView, "templates_list")

    def place():
        model = view.model()
        rows = ((row, model.index(row, 0).data(Role.ENTRY)) for row in range(model.rowCount()))
        return next((row for row, entry in rows if entry is not None and wanted(entry)), -1)

    qtbot.waitUntil(lambda: place() >= 0, timeout=WAIT)
    view.setFocus()
    while view.currentIndex().row() != place():
        down = view.currentIndex().row() < place()
        qtbot.keyClick(view, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def is_minutes(entry):
    return entry.key == "agreed_minutes.en.xml.jinja"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_template_is_worded_otherwise_and_a_letter_is_filled(desk, qtbot, tmp_path, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)
    window.menu_bar.requested.emit(Command.GO_TEMPLATES)
    choose(window, qtbot, is_minutes)
    editor = window.findChild(QPlainTextEdit, "template_source")
    qtbot.waitUntil(lambda: "Agreed Minutes" in editor.toPlainText(), timeout=WAIT)

    before = editor.toPlainText()
    editor.selectAll()
    editor.insertPlainText(before.replace("Agreed Minutes", "Agreed Record"))
    qtbot.mouseClick(window.findChild(QPushButton, "check_template"), Qt.MouseButton.LeftButton)
    told = window.findChild(QLabel, "template_sentence")
    qtbot.waitUntil(lambda: "the meeting fills it" in told.text() or bool(mistakes), timeout=WAIT)
    page = window.findChild(QRadioButton, "template_side_Page")
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton)
    sheet = window.findChild(QTextBrowser, "template_page")
    qtbot.waitUntil(lambda: "AGREED RECORD" in sheet.toPlainText().upper(), timeout=WAIT)
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / "templates.png"))
    qtbot.mouseClick(window.findChild(QPushButton, "save_template"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "made with yours" in told.text() or bool(mistakes), timeout=WAIT)

    form = tmp_path / "Invitation.docx"
    form.write_bytes(letter())
    desk.window.findChild(object, "templates_page_whole").asking._notifier.choose_file = (
        lambda kind, *, title, folder: form
    )
    qtbot.mouseClick(window.findChild(QPushButton, "add_form"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(FormDialog) is not None, timeout=WAIT)
    dialog = window.findChild(FormDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    choose(window, qtbot, lambda entry: entry.kind is EntryKind.FORM)
    fill = window.findChild(QPushButton, "fill_form")
    qtbot.waitUntil(lambda: fill.isVisible() and fill.isEnabled(), timeout=WAIT)
    window.grab().save(str(PICTURES / "own-form.png"))
    form.unlink()
    qtbot.mouseClick(fill, Qt.MouseButton.LeftButton)
    saved = tmp_path / "Invitation.docx"
    qtbot.waitUntil(lambda: saved.exists() or bool(mistakes), timeout=WAIT)
    words = " ".join(read_words(saved.read_bytes(), name=saved.name))
    assert "Ulaanbaatar" in words
    assert "Batkhishig Purevdoo" in words

    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        window.close()
    assert mistakes == []
