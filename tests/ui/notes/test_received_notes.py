"""The secretariat takes notes in after a look at them, and deals with them beside the rules."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeView

from app.clock import FixedClock
from app.services.drafting import draft_versions
from app.services.notes import notebook, notes_out, received
from app.services.notes.notebook import NoteDraft
from app.services.packs import reading
from app.ui.notes.pane import Where
from tests.ui.real_window import dialog_of, no_dialog, press
from tests.ui.ui_fakes import NOW


@pytest.fixture
def sent(office, tmp_path, monkeypatch):
    """A file of two notes on the first version, one of whose words are gone from the second."""
    monkeypatch.setenv("JWG_HOME", str(tmp_path / "delegate"))
    clock = FixedClock(NOW)
    with reading.open_for_reading(office.first, clock=clock, actor="Dorj").workspace as pack:
        for eid, quote, text in (
            ("art_1", "two per cent", "Too little."),
            ("art_2", "Reports", "To whom?"),
        ):
            draft = NoteDraft(office.rules, eid, 1, "en", text, quote, for_secretariat=True)
            notebook.add(pack, draft)
        side = notebook.show_writer(pack).sides[0]
        notebook.say_writer(pack, author="Dorj", side_id=side.id)
        return notes_out.write_file(pack, folder_or_path=tmp_path / "Dorj.jwgn").path


@pytest.fixture
def page(opens, office, sent):
    return opens(office.path)


def bring_in(page, qtbot, path):
    page.around.notifier.answers.append(path)
    page.desk.notes.received.bring_in()
    return dialog_of(qtbot, "arriving_notes_dialog")


@pytest.fixture
def filled(page, qtbot, sent):
    press(qtbot, bring_in(page, qtbot, sent), "save")
    qtbot.waitUntil(no_dialog)
    page.desk.page.show_aside("notes")
    page.pane.show_where(Where.ALL)
    return page


def act(page, qtbot, what, text):
    card = next(each for each in page.pane.listed() if each.text == text)
    button = page.pane.findChild(QPushButton, f"{what}_{card.key}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state_of(page, office, text):
    rows = received.list_notes(page.workspace, document_id=office.rules)
    return next(row for row in rows if row.text == text)


def test_a_file_is_shown_before_it_is_taken_in(page, qtbot, sent, office):
    dialog = bring_in(page, qtbot, sent)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "New: 2 · Revised: 0 · Here already: 0" in shown
    assert "What they speak of is gone: 1" in shown
    assert received.list_notes(page.workspace, document_id=office.rules) == ()


def test_notes_stand_beside_the_rules_and_those_without_a_place_come_first(filled, qtbot):
    first, second = filled.pane.listed()
    assert (first.text, first.gone) == ("Too little.", "These words are no longer in it")
    assert second.head == "Dorj"
    assert "June 2025" in second.when
    assert filled.marks() == ["Reports"]
    assert filled.widget.findChild(QPushButton, "notes_at_art_2").text() == "1"
    tree = filled.widget.findChild(QTreeView, "rules_tree")
    said = tree.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("notes: 2")


def test_the_same_file_adds_nothing(filled, qtbot, sent, office):
    dialog = bring_in(filled, qtbot, sent)
    assert dialog.findChild(QLabel, "arriving_counts").text().endswith("Here already: 2")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert len(received.list_notes(filled.workspace, document_id=office.rules)) == 2


def test_what_is_no_file_of_notes_is_refused_and_named(page, qtbot, tmp_path):
    path = tmp_path / "Letter.jwgn"
    path.write_text("Dear colleagues")
    page.around.notifier.answers.append(path)
    page.desk.notes.received.bring_in()
    assert "Letter.jwgn" in page.around.notifier.told[-1][0]


def test_a_note_is_answered_and_the_answer_changed_and_deleted(filled, qtbot, office):
    act(filled, qtbot, "answer", "To whom?")
    dialog = dialog_of(qtbot, "note_answer_dialog")
    press(qtbot, dialog, "save")
    assert "says nothing" in dialog.form.note("text")
    dialog.form.field("text").set_value("To the secretariat.")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    (answer,) = state_of(filled, office, "To whom?").answers
    assert answer.text == "To the secretariat."
    press(qtbot, filled.pane, f"edit_answer_{answer.id}")
    dialog = dialog_of(qtbot, "note_answer_dialog")
    dialog.form.field("text").set_value("To both.")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert state_of(filled, office, "To whom?").answers[0].text == "To both."
    filled.around.notifier.answers.append(True)
    press(qtbot, filled.pane, f"delete_answer_{answer.id}")
    assert state_of(filled, office, "To whom?").answers == ()


def test_what_is_resolved_leaves_the_list_and_can_be_opened_again(filled, qtbot, office):
    act(filled, qtbot, "resolve", "To whom?")
    assert [card.text for card in filled.pane.listed()] == ["Too little."]
    assert filled.marks() == []
    filled.pane._kinds.chosen.emit("resolved")
    act(filled, qtbot, "reopen", "To whom?")
    assert state_of(filled, office, "To whom?").state is received.NoteState.OPEN
    assert filled.marks() == ["Reports"]


def test_a_proposal_needs_a_draft_and_that_is_said(filled, qtbot):
    act(filled, qtbot, "propose", "To whom?")
    assert "no draft" in filled.around.notifier.told[-1][0]


def test_a_note_becomes_a_proposal_for_the_draft(filled, qtbot, office):
    draft_versions.begin(filled.workspace, document_id=office.rules, label="3.0")
    act(filled, qtbot, "propose", "To whom?")
    dialog = dialog_of(qtbot, "note_proposal_dialog")
    side = state_of(filled, office, "To whom?").side_id
    assert dialog.form.field("party_id").value() == side
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    assert state_of(filled, office, "To whom?").state is received.NoteState.PROPOSED
    assert filled.around.notifier.told[-1][0] == "The note is a proposal now."


def test_notes_are_only_read_where_nothing_can_be_written(filled):
    filled.desk.notes.received_view.allow_change(allowed=False)
    assert not filled.pane.leave.isVisible()


def test_the_keyboard_stays_among_the_notes_when_one_is_dealt_with(filled, qtbot):
    act(filled, qtbot, "resolve", "To whom?")
    focused = filled.widget.window().focusWidget()
    assert focused is not None
    assert filled.pane.isAncestorOf(focused)
