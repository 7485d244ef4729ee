"""The page of action items, worked with as people do: by dragging, by keys, by buttons."""

import time
from dataclasses import replace
from email import message_from_bytes, policy
from functools import partial

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.action import ActionUpdate, BoardColumn
from app.services import actions, bodies
from app.services.follow_up import sheets
from app.ui.actions.cards import MIME, ROW
from app.ui.actions.view import Mode
from tests.builders import an_action
from tests.ui.actions.conftest import TODAY


def codes(place, column):
    view = place.page.board.columns[list(BoardColumn).index(column)]
    cards = view.cards
    return [cards.index(each).data(ROW).code for each in range(cards.rowCount())]


def cards_of(place, column):
    return place.page.board.columns[list(BoardColumn).index(column)].list


def press(qtbot, root, name):
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def take(root, name):
    next(each for each in root.findChildren(QAction) if each.objectName() == name).trigger()


def lines_of(around, key):
    return [line.text for line in sheets.show(around.workspace, action_id=key).lines]


def test_each_hangs_in_its_column_and_what_is_late_is_counted_at_the_side(place, badge):
    assert codes(place, BoardColumn.TO_DO) == ["A1", "A10"]
    assert codes(place, BoardColumn.IN_PROGRESS) == ["A2"]
    assert badge[-1] == "1 late"
    index = cards_of(place, BoardColumn.TO_DO).model().index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Send the draft annex" in spoken
    assert "Late by 12 day" in spoken


def test_a_card_is_moved_by_keys_with_its_line(place, around, known, qtbot, dialog):
    cards = cards_of(place, BoardColumn.TO_DO)
    place.page.board.choose(known["A1"])
    moves = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(cards, Qt.Key.Key_Right, moves)
    form = dialog().form
    assert form.field("status").value() == "in-progress"
    field = form.field("texts")
    qtbot.keyClicks(field.editor, "Work has begun")
    press(qtbot, dialog(), "save")
    assert dialog() is None
    assert "A1" in codes(place, BoardColumn.IN_PROGRESS)
    assert lines_of(around, known["A1"]) == ["Work has begun"]


def test_a_card_is_moved_by_dropping_it_and_stays_where_it_was_if_that_is_given_up(
    place, known, qtbot, dialog
):
    carried = QMimeData()
    carried.setData(MIME, str(known["A1"]).encode())
    dropped = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    cards_of(place, BoardColumn.WITH_OTHER).dropEvent(dropped)
    press(qtbot, dialog(), "cancel")
    assert "A1" in codes(place, BoardColumn.TO_DO)
    cards_of(place, BoardColumn.WITH_OTHER).dropEvent(dropped)
    press(qtbot, dialog(), "save")
    assert codes(place, BoardColumn.WITH_OTHER) == ["A1"]


def test_the_arrows_lead_through_the_columns_and_enter_opens(place, known, qtbot):
    place.page.board.choose(known["A10"])
    qtbot.keyClick(cards_of(place, BoardColumn.TO_DO), Qt.Key.Key_Right)
    cards = cards_of(place, BoardColumn.IN_PROGRESS)
    assert place.page.board.current_id() == known["A2"]
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert place.page.findChild(QLabel, "action_text").text() == "Name two experts"
    qtbot.keyClick(place.page.sheet, Qt.Key.Key_Escape)
    assert place.page.sheet.isHidden()


def test_who_closes_it_second_is_told_and_keeps_the_words(place, around, known, qtbot, dialog):
    place.presenter.move(known["A2"], BoardColumn.DONE)
    qtbot.keyClicks(dialog().form.field("texts").editor, "Both are named")
    other = ActionUpdate(
        action_id=known["A2"],
        reported_on=TODAY,
        status_after="done",
        texts={"en": "Named by note"},
        actor="Seo-yeon",
    )
    actions.report(around.workspace, other)
    press(qtbot, dialog(), "save")
    assert "by Seo-yeon: “Named by note”" in dialog().form.banner_sentence()
    assert dialog().form.values()["texts"] == {"en": "Both are named"}
    press(qtbot, dialog(), "save")
    assert dialog() is None
    assert lines_of(around, known["A2"]) == ["Both are named", "Named by note"]


def test_a_new_one_gets_its_number_and_its_limit(place, around, qtbot, dialog):
    press(qtbot, place.page, "new_action")
    qtbot.keyClicks(dialog().form.field("texts").line("en").editor, "Book the hall")
    dialog().form.field("limit").set_value("next")
    press(qtbot, dialog(), "save")
    assert dialog() is None
    rows = sheets.read(around.workspace, body_id=around.world.body).rows
    made = next(row for row in rows if row.text == "Book the hall")
    assert (made.due_words, made.code) == ("before the next meeting", "A11")


def test_without_words_the_form_says_so(place, qtbot, dialog):
    press(qtbot, place.page, "new_action")
    press(qtbot, dialog(), "save")
    assert dialog().form.note("texts") == "There are no words yet."
    dialog().close_saved()


def test_sides_words_and_lateness_narrow_all_views(place, around, known):
    place.presenter.choose_side(around.world.mongolia)
    assert codes(place, BoardColumn.TO_DO) == []
    place.presenter.choose_mode(Mode.TABLE)
    assert [row.code for row in place.page.table.rows()] == ["A2"]
    place.show_record("action_item", known["A1"])
    assert [row.code for row in place.page.table.rows()] == ["A1", "A2", "A10"]
    place.presenter.show_only_late(True)
    assert [row.code for row in place.page.table.rows()] == ["A1"]
    place.presenter.show_only_late(False)
    place.presenter.filter("( ) OR * glossary")
    assert place.page.table.rows() == ()


def test_what_is_gone_is_told_in_a_sentence(place, around, known):
    actions.remove(around.workspace, action_id=known["A10"])
    place.show_record("action_item", known["A10"])
    assert "There is no action item" in around.notifier.told[-1][0]


def test_reminders_and_days_become_files(place, around, tmp_path):
    letter, draft, days = (tmp_path / name for name in ("r.docx", "r.eml", "r.ics"))
    around.notifier.answers += [letter, draft, days]
    take(place.page, "remind_letter_KR")
    take(place.page, "remind_message_KR")
    take(place.page, "save_action_calendar")
    assert "A1" in docx.Document(str(letter)).element.xpath("string(.)")
    message = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert "Send the draft annex" in message.get_content()
    assert days.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert place.page.findChild(QLabel, "actions_saved_sentence").text() == "Saved “r.ics”"


def test_reminders_are_written_in_a_language_of_the_body(place, around, tmp_path):
    body = around.world.body
    sheet = bodies.show_sheet(around.workspace, body_id=body)
    told = {"body_id": body, "sheet": replace(sheet, languages=("en", "ko"))}
    change = partial(bodies.change, around.workspace, **told)
    around.needs.operations.run("Set up", change, lambda _change: None)
    letter, draft = tmp_path / "r.docx", tmp_path / "r.eml"
    around.notifier.answers += [letter, draft]
    take(place.page, "remind_in_ko")
    take(place.page, "remind_letter_KR")
    take(place.page, "remind_message_KR")
    assert "후속 조치 사항 이행 요청" in docx.Document(str(letter)).element.xpath("string(.)")
    message = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert message["subject"].endswith("후속 조치 사항 이행 요청")


def test_by_meeting_carries_on_in_one_step(place, around, qtbot):
    place.presenter.choose_mode(Mode.BY_MEETING)
    table = place.page.by_meeting.table
    assert [each.row.code for each in table.rows()] == ["A1"]
    press(qtbot, place.page, "carry_actions")
    assert all(each.carried for each in table.rows())
    assert place.page.findChild(QPushButton, "carry_actions").isHidden()


def test_two_thousand_cards_are_shown_without_a_halt(place, around):
    with around.workspace.write("Many") as work:
        for number in range(2_000):
            work.add(an_action(around.world.body, code=f"M{number}", texts={"en": f"Do {number}"}))
        work.commit()
    follow_up = sheets.read(around.workspace, body_id=around.world.body)
    began = time.thread_time()
    place.page.board.show_rows(follow_up, follow_up.rows)
    place.page.grab()
    assert time.thread_time() - began < 1.0
    assert cards_of(place, BoardColumn.TO_DO).model().rowCount() == 2_002


@pytest.mark.parametrize("mode", list(Mode))
def test_a_body_without_any_says_how_to_begin(place, around, mode):
    for code in ("A1", "A2", "A10"):
        key = next(
            row.id
            for row in sheets.read(around.workspace, body_id=around.world.body).rows
            if row.code == code
        )
        actions.remove(around.workspace, action_id=key)
    place.show_body(around.world.body)
    place.presenter.choose_mode(mode)
    assert place.page.blank.sentence() == "Nothing is being followed up yet"
    assert place.page.start.isVisible()
