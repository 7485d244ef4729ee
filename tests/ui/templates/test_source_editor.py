"""The editor of templates counts its lines, marks the wrong one, and gives the Tab key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.settings.options import ThemeChoice
from app.ui.templates.source_editor import SourceEditor
from app.ui.tokens import LIGHT

SOURCE = "<document>\n{% if a %}{{ b }}{# c #}\n</document>"


@pytest.fixture
def editor(qtbot, dressed):
    holder = QWidget()
    down = QVBoxLayout(holder)
    editor = SourceEditor(name="template_source")
    down.addWidget(editor)
    down.addWidget(QLineEdit())
    qtbot.addWidget(holder)
    holder.resize(500, 300)
    holder.show()
    qtbot.waitExposed(holder)
    editor.setPlainText(SOURCE)
    yield editor
    holder.hide()


def inks(editor, block):
    formats = editor.document().findBlockByNumber(block).layout().formats()
    return {each.format.foreground().color().name().upper() for each in formats}


def test_a_wrong_line_is_marked_until_it_is_taken_back(editor):
    editor.mark_wrong(2)
    assert (editor.wrong_line(), len(editor.extraSelections())) == (2, 1)
    assert editor.textCursor().blockNumber() == 1
    editor.mark_wrong(0)
    assert (editor.wrong_line(), editor.extraSelections()) == (0, [])


def test_a_line_that_is_not_there_is_not_marked(editor):
    editor.mark_wrong(99)
    assert editor.wrong_line() == 0


def test_fields_instructions_and_comments_are_set_off(editor):
    assert inks(editor, 1) == {LIGHT["violet"], LIGHT["accent"], LIGHT["text3"]}


def test_the_tab_key_goes_on_to_the_next_control(editor, qtbot):
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.toPlainText() == SOURCE


def test_what_was_put_in_is_taken_back_in_one_step(editor):
    editor.put_in("{{ facts.body.name }}")
    editor.undo()
    assert editor.toPlainText() == SOURCE


def test_many_lines_take_more_room_for_their_numbers(editor):
    before = editor.margin_width()
    editor.setPlainText("x\n" * 12_000)
    assert editor.margin_width() > before


def test_it_grows_with_the_text_of_the_window(editor, theme):
    before = editor.fontMetrics().height()
    theme.wear(ThemeChoice.LIGHT, text_scale=1.5)
    assert editor.fontMetrics().height() > before
    theme.wear(ThemeChoice.LIGHT)


def test_the_line_numbers_are_drawn(editor):
    editor.mark_wrong(2)
    assert not editor.grab().isNull()
