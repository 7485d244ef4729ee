"""A reader writes notes beside the rules, keeps them apart or sends them, and finds them again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from app.services.notes import notebook
from app.ui.notes.pane import Where
from app.ui.rules.choice import Mode
from tests.ui.real_window import dialog_of, no_dialog, press, type_into


@pytest.fixture
def page(opens, office):
    return opens(office.first)


def write(page, qtbot, words, text, *, ours=False):
    page.mark(words)
    page.desk.notes.start_note()
    assert page.editor.hasFocus()
    qtbot.keyClicks(page.editor, text)
    page.widget.findChild(QCheckBox, "note_for_secretariat").setChecked(ours)
    press(qtbot, page.widget, "note_add")


def act(page, qtbot, what):
    def offered():
        found = page.pane.findChildren(QPushButton)
        return [each for each in found if each.objectName().startswith(f"{what}_")]

    qtbot.waitUntil(lambda: any(each.isVisible() for each in offered()))
    (button,) = (each for each in offered() if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_words_are_marked_and_a_note_on_them_is_kept_beside_their_provision(page, qtbot):
    write(page, qtbot, "two per cent", "Too little.")
    (note,) = notebook.list_notes(page.workspace)
    assert (note.quote, note.text, note.for_secretariat) == ("two per cent", "Too little.", False)
    assert note.place.eid == "art_1"
    assert page.marks() == ["two per cent"]
    assert page.told("notes_title").startswith("Notes on Article 1 · 1")
    assert page.widget.findChild(QPushButton, "notes_at_art_1").text() == "1"
    assert page.editor.toPlainText() == ""


def test_without_any_words_the_note_speaks_of_the_whole_provision(page, qtbot):
    page.desk.page.tree.provision_chosen.emit("art_2")
    press(qtbot, page.widget, "note_here")
    qtbot.keyClicks(page.editor, "When?")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = notebook.list_notes(page.workspace)
    assert (note.place.eid, note.quote) == ("art_2", "")
    assert page.marks() == []


def test_the_second_language_and_headings_are_marked_in_their_own_words(page, qtbot):
    page.desk.presenter.choose_second("ko")
    page.desk.presenter.choose_mode(Mode.SIDE_BY_SIDE)
    qtbot.waitUntil(lambda: not page.desk.page.text.is_filling())
    write(page, qtbot, "2퍼센트", "3?")
    write(page, qtbot, "Heading 2", "A better one?")
    korean, heading = notebook.list_notes(page.workspace)
    assert (korean.place.language, korean.quote, korean.place.eid) == ("ko", "2퍼센트", "art_1")
    assert heading.heading_span == (0, 9)
    assert page.marks() == ["2퍼센트", "Heading 2"]


def test_a_syllable_that_is_still_composed_is_not_lost(page, qtbot):
    page.mark("two per cent")
    page.desk.notes.start_note()
    event = QInputMethodEvent()
    event.setCommitString("너무 적")
    QApplication.sendEvent(page.editor, event)
    preedit = QInputMethodEvent("다", [])
    QApplication.sendEvent(page.editor, preedit)
    committed = QInputMethodEvent()
    committed.setCommitString("다")
    QApplication.sendEvent(page.editor, committed)
    page.desk.notes.leave()
    (note,) = notebook.list_notes(page.workspace)
    assert note.text == "너무 적다"


def test_a_note_that_is_being_written_keeps_its_place_when_the_reader_looks_elsewhere(page, qtbot):
    page.mark("two per cent")
    page.desk.notes.start_note()
    qtbot.keyClicks(page.editor, "Compare")
    page.mark("Reports")
    assert page.told("note_writing_place") == "On Article 1"
    press(qtbot, page.widget, "note_add")
    (note,) = notebook.list_notes(page.workspace)
    assert note.place.eid == "art_1"


def test_a_note_is_changed_shared_and_deleted_after_asking(page, qtbot):
    write(page, qtbot, "two per cent", "Too little.")
    act(page, qtbot, "edit")
    dialog = dialog_of(qtbot, "own_note_dialog")
    dialog.form.field("text").set_value("Far too little.")
    dialog.form.changed.emit()
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    act(page, qtbot, "share")
    (note,) = notebook.list_notes(page.workspace)
    assert (note.text, note.for_secretariat) == ("Far too little.", True)
    page.around.notifier.answers.append(False)
    act(page, qtbot, "delete")
    assert len(notebook.list_notes(page.workspace)) == 1
    page.around.notifier.answers.append(True)
    act(page, qtbot, "delete")
    assert notebook.list_notes(page.workspace) == ()
    assert page.marks() == []


def test_an_empty_note_is_refused_where_it_is_written(page, qtbot):
    page.mark("two per cent")
    press(qtbot, page.widget, "note_add")
    assert "says nothing" in page.told("note_problem")


def test_notes_are_narrowed_and_filtered(page, qtbot):
    write(page, qtbot, "two per cent", "Too little.", ours=True)
    write(page, qtbot, "Reports", "To whom?")
    page.pane.show_where(Where.ALL)
    assert [card.text for card in page.pane.listed()] == ["Too little.", "To whom?"]
    page.pane._kinds.chosen.emit("private")
    assert [card.text for card in page.pane.listed()] == ["To whom?"]
    page.pane._kinds.chosen.emit("all")
    page.pane._filter.filtered.emit("little")
    assert [card.text for card in page.pane.listed()] == ["Too little."]


def test_in_the_next_pack_a_note_whose_words_are_gone_stands_first_with_them(
    page, opens, office, qtbot
):
    write(page, qtbot, "two per cent", "Too little.")
    write(page, qtbot, "Reports", "To whom?")
    later = opens(office.second)
    assert later.marks() == ["Reports"]
    later.pane.show_where(Where.ALL)
    gone, standing = later.pane.listed()
    assert (gone.quote, gone.text) == ("two per cent", "Too little.")
    assert gone.gone == "These words are no longer in it"
    assert standing.gone == ""


def test_a_redline_counts_notes_and_marks_no_words(page, opens, office, qtbot):
    write(page, qtbot, "Reports", "To whom?")
    later = opens(office.second)
    later.desk.presenter.choose_mode(Mode.REDLINE)
    qtbot.waitUntil(lambda: not later.desk.page.text.is_filling())
    assert later.marks() == []
    assert later.widget.findChild(QPushButton, "notes_at_art_2") is not None


def test_what_goes_to_the_secretariat_is_shown_and_private_notes_stay(page, qtbot, tmp_path):
    write(page, qtbot, "two per cent", "Too little.", ours=True)
    write(page, qtbot, "Reports", "Ask at home.")
    page.around.notifier.answers.append(tmp_path / "Mine.jwgn")
    press(qtbot, page.pane, "notes_leave")
    dialog = dialog_of(qtbot, "send_notes_dialog")
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Too little." in shown
    assert "Ask at home." not in shown
    assert dialog.findChild(QLabel, "send_notes_private").text().endswith("1")
    type_into(qtbot, dialog.form.field("author").editor, "Dorj")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert (tmp_path / "Mine.jwgn").is_file()
    assert "Ask at home." not in (tmp_path / "Mine.jwgn").read_text("utf-8", "replace")


def test_they_also_go_as_a_sheet_for_word(page, qtbot, tmp_path):
    write(page, qtbot, "two per cent", "Too little.", ours=True)
    page.around.notifier.answers.append(tmp_path / "Mine.docx")
    press(qtbot, page.pane, "notes_leave")
    dialog = dialog_of(qtbot, "send_notes_dialog")
    dialog.form.field("form").set_value("sheet")
    dialog.form.changed.emit()
    assert dialog.form.field("language").isVisible()
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert (tmp_path / "Mine.docx").read_bytes()[:2] == b"PK"


def test_without_a_note_for_the_secretariat_nothing_is_sent(page, qtbot):
    write(page, qtbot, "Reports", "Ask at home.")
    press(qtbot, page.pane, "notes_leave")
    assert "None of your notes" in page.around.notifier.told[-1][0]


def test_a_note_that_was_not_added_yet_is_kept_when_the_pack_is_left(page, qtbot):
    page.mark("two per cent")
    page.desk.notes.start_note()
    qtbot.keyClicks(page.editor, "Unfinished")
    page.desk.leave()
    (note,) = notebook.list_notes(page.workspace)
    assert (note.text, note.for_secretariat) == ("Unfinished", False)
    assert page.editor.toPlainText() == ""
