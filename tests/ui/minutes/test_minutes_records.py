"""Lines and words of the minutes become decisions, action items and attendance, in place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from app.domain.action import ActionItem
from app.domain.decision import Decision, DecisionStatus
from app.domain.delegation import Attendance, Delegate
from app.ui.minutes.aids_table import Role
from tests.builders import seat_person

K = Qt.Key


@pytest.fixture
def writing(drafted):
    """One paragraph with words under the second item, and the keyboard in it."""
    drafted.choose(1)
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.selectAll()
    drafted.qtbot.keyClicks(editor, "The two sides agreed on the annex. Korea sends it.")
    drafted.part.leave()
    drafted.settle()
    return drafted


def found(hand, kind):
    with hand.workspace.read() as reader:
        return reader.find(kind)


def choose_words(editor, words):
    editor.setFocus()
    editor.put_cursor(editor.toPlainText().index(words), len(words))


def link_of(block, name):
    button = block.findChild(QPushButton, name)
    return button.text() if button is not None and not button.isHidden() else ""


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("D: the annex is adopted", "The annex is adopted."),
        ("D：the annex is adopted", "The annex is adopted."),
        ("Д: the annex is adopted", "The annex is adopted."),
    ],
)
def test_a_line_with_d_becomes_a_decision_and_keeps_what_was_typed(writing, line, written):
    editor = writing.note(line)
    assert editor.text() == ""
    assert QApplication.focusWidget() is editor, "one goes on noting"
    assert writing.texts()[-1] == written
    last = writing.record().paragraphs[4]
    assert last.source_line == line
    assert link_of(writing.blocks[-1], "decision_chip") == last.decision.label
    assert [each.status for each in found(writing, Decision)] == [DecisionStatus.DRAFT]


def test_a_line_with_a_becomes_an_action_item_with_side_and_day(writing, world):
    writing.note("A: KR, 15 Dec 2026: Send the draft annex")
    (item,) = found(writing, ActionItem)
    assert (item.party_id, item.due_on) == (world.korea, date(2026, 12, 15))
    assert link_of(writing.blocks[-1], "action_chip")


def test_a_line_with_n_is_noted_and_a_plain_line_is_a_paragraph(writing):
    writing.note("N: the registry is not ready")
    assert writing.record().paragraphs[4].kind == "note"
    writing.note("Both sides thanked the hosts.")
    assert writing.texts()[-1] == "Both sides thanked the hosts."


def test_several_notes_follow_one_another_below_the_paragraph_in_hand(writing):
    writing.press(K.Key_Return, widget=writing.blocks[0].editors[0])
    writing.qtbot.keyClicks(QApplication.focusWidget(), "The last of all.")
    writing.blocks[0].editors[0].setFocus()
    for line in ("One.", "D: two", "+ Batkhishig", "Three."):
        writing.note(line)
    assert writing.texts()[1:] == ["One.", "Two.", "Three.", "The last of all."]


def test_a_name_after_a_plus_attended(writing, world):
    writing.note("+ Batkhishig")
    with writing.workspace.read() as reader:
        told = reader.find(Delegate, delegation_id=world.mongolian_delegation)
    assert [each.attendance for each in told] == [Attendance.ATTENDED]
    assert len(writing.blocks) == 1, "who attended is no paragraph"


def test_a_name_that_fits_two_is_asked_about(writing, world, notifier):
    seat_person(writing.workspace, world.mongolian_delegation, "Batkhishig Dorj")
    notifier.answers.append("Batkhishig Dorj")
    writing.note("+ Batkhishig")
    with writing.workspace.read() as reader:
        told = reader.find(Delegate, delegation_id=world.mongolian_delegation)
    assert [each.attendance for each in sorted(told, key=lambda each: each.ordinal)][1:] == [
        Attendance.ATTENDED
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [("A: Send the annex", "side"), ("D:", "no words"), ("+ Nobody At All", "Nobody At All")],
)
def test_a_line_that_cannot_be_read_stays_with_the_reason_beside_it(writing, line, told):
    before = writing.record()
    editor = writing.note(line)
    assert editor.text() == line
    problem = writing.find(QLabel, "note_problem")
    assert problem.isVisible()
    assert told in problem.text()
    assert told in editor.accessibleDescription()
    assert writing.record() == before
    writing.qtbot.keyClicks(editor, "x")
    assert not problem.isVisible(), "it is gone as soon as one types on"


def test_a_line_typed_in_a_paragraph_becomes_a_record_when_enter_ends_it(writing):
    editor = writing.blocks[0].editors[0]
    editor.selectAll()
    editor.setFocus()
    writing.qtbot.keyClicks(editor, "D: The annex is adopted")
    writing.press(K.Key_Return, widget=editor)
    assert writing.texts() == ["The annex is adopted."]
    told = writing.record().paragraphs[3]
    assert told.source_line == "D: The annex is adopted"
    assert told.decision is not None
    assert writing.stored()[3] == "The annex is adopted."


def test_a_faulty_line_in_a_paragraph_stays_and_says_why_below(writing):
    editor = writing.blocks[0].editors[0]
    editor.selectAll()
    editor.setFocus()
    writing.qtbot.keyClicks(editor, "A: Send it")
    writing.press(K.Key_Return, widget=editor)
    assert writing.texts() == ["A: Send it"]
    assert "side" in writing.blocks[0].refused_words()
    assert writing.stored()[3] == "A: Send it", "as a paragraph it is kept"


def test_a_decision_is_made_of_the_words_that_are_chosen(writing):
    editor = writing.blocks[0].editors[0]
    choose_words(editor, "The two sides agreed on the annex.")
    writing.click(writing.find(QPushButton, "make_decision"))
    form = writing.dialog("decision_dialog").form
    assert form.values()["words"] == "The two sides agreed on the annex."
    writing.save("decision_dialog")
    assert not writing.is_open("decision_dialog")
    (decision,) = found(writing, Decision)
    told = writing.record().paragraphs[3].decision
    assert told.id == decision.id
    assert link_of(writing.blocks[0], "decision_chip") == told.label
    assert writing.texts()[0].startswith("The two sides"), "the words stay where they are"


def test_without_chosen_words_the_whole_paragraph_is_taken(writing):
    writing.blocks[0].editors[0].setFocus()
    writing.click(writing.find(QPushButton, "make_decision"))
    told = writing.dialog("decision_dialog").form.values()["words"]
    assert told == "The two sides agreed on the annex. Korea sends it."


def test_an_action_item_is_made_of_the_words_with_side_and_due(writing, world):
    choose_words(writing.blocks[0].editors[0], "Korea sends it.")
    writing.click(writing.find(QPushButton, "make_action"))
    form = writing.dialog("action_dialog").form
    assert form.values()["words"] == "Korea sends it."
    form.set_values({"party_id": world.korea, "due_words": "before the next meeting"})
    writing.save("action_dialog")
    (item,) = found(writing, ActionItem)
    assert (item.party_id, item.due_words) == (world.korea, "before the next meeting")
    assert writing.record().paragraphs[3].action.id == item.id
    assert link_of(writing.blocks[0], "action_chip") == item.code


def test_what_cannot_be_a_decision_says_so_in_the_dialog_and_keeps_what_was_entered(writing):
    writing.blocks[0].editors[0].setFocus()
    writing.click(writing.find(QPushButton, "make_decision"))
    dialog = writing.dialog("decision_dialog")
    dialog.form.set_values({"words": "  "})
    writing.save("decision_dialog")
    assert writing.is_open("decision_dialog")
    assert dialog.form.note("words") or dialog.form.banner_sentence()
    assert found(writing, Decision) == []
    dialog.form.mark_clean()
    dialog.reject()


def test_a_decision_is_adopted_under_the_next_number_of_the_body(writing):
    writing.note("D: the annex is adopted")
    entry = next(text for text in writing.menu_of(writing.blocks[1]) if text.startswith("Adopt"))
    writing.menu_of(writing.blocks[1])[entry].trigger()
    writing.settle()
    form = writing.dialog("adopt_dialog").form
    assert form.values()["symbol"] == "1/JWG.1"
    writing.save("adopt_dialog")
    (decision,) = found(writing, Decision)
    assert (decision.status, decision.symbol) == (DecisionStatus.ADOPTED, "1/JWG.1")
    assert link_of(writing.blocks[1], "decision_chip") == "1/JWG.1"


def test_the_chip_of_a_decision_leads_to_it(writing, went):
    writing.note("D: the annex is adopted")
    writing.click(writing.blocks[1].findChild(QPushButton, "decision_chip"))
    (decision,) = found(writing, Decision)
    assert went == [("decision", decision.id)]


def test_the_link_of_a_paragraph_is_undone_and_the_decision_stays(writing):
    writing.note("D: the annex is adopted")
    writing.menu_of(writing.blocks[1])["Undo the link"].trigger()
    writing.settle()
    assert writing.record().paragraphs[4].decision is None
    assert len(found(writing, Decision)) == 1
    assert link_of(writing.blocks[1], "decision_chip") == ""


def test_decisions_and_action_items_of_the_meeting_stand_at_the_right(writing):
    writing.note("D: the annex is adopted")
    writing.note("A: MN, before the next meeting: Send comments")
    table = writing.page.aids.table
    told = [table.data(table.index(at), Role.AID) for at in range(3)]
    assert [each.kind.name for each in told] == ["HEADING", "RECORD", "RECORD"]
    assert "The annex is adopted" in told[1].detail
    assert "Send comments" in told[2].detail


def test_a_phrase_is_put_in_by_enter_and_says_whose_word_it_is(writing, world):
    writing.press(K.Key_Return, widget=writing.blocks[0].editors[0])
    editor = QApplication.focusWidget()
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    aids = writing.page.aids
    aids.filter.setFocus()
    writing.qtbot.keyClicks(aids.filter, "Korean side explained")
    writing.press(K.Key_Down, widget=aids.filter)
    assert QApplication.focusWidget() is aids.list
    writing.press(K.Key_Return, widget=aids.list)
    block = writing.blocks[1]
    assert block.editors[0].toPlainText().startswith("The Korean side explained")
    told = writing.record().paragraphs[4]
    assert (told.grade, told.party_id) == ("one-side", world.korea)
    assert QApplication.focusWidget() is block.editors[0]


def test_a_name_is_put_in_at_the_cursor_by_double_click(writing):
    editor = writing.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(0)
    aids = writing.page.aids
    aids.filter.setText("Cho Gye")
    writing.qtbot.waitUntil(lambda: aids.table.rowCount() == 2)
    at = aids.list.visualRect(aids.table.first()).center()
    writing.click(aids.list.viewport(), at=at)
    writing.qtbot.mouseDClick(aids.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    writing.settle()
    assert editor.toPlainText().startswith("Cho Gye-yeon")


def test_nothing_of_a_dialog_is_left_when_it_closes(writing):
    writing.blocks[0].editors[0].setFocus()
    writing.click(writing.find(QPushButton, "make_decision"))
    writing.click(writing.dialog("decision_dialog").findChild(QPushButton, "cancel"))
    writing.settle()
    assert writing.page.findChildren(QDialog, "decision_dialog") == []
    assert writing.page.findChildren(QLineEdit, "decision_title") == []
