"""Minutes are drafted, written, confirmed and moved with the keyboard, and every word is kept."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


def written(drafted, *texts):
    """Write paragraphs under the second item, in place of those that were drafted there."""
    drafted.choose(1)
    while len(drafted.blocks) > 1:
        drafted.blocks[-1].editors[0].setFocus()
        remove(drafted, drafted.blocks[-1])
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.selectAll()
    for place, text in enumerate(texts):
        if place:
            drafted.press(K.Key_Return)
        drafted.qtbot.keyClicks(QApplication.focusWidget(), text)
    drafted.part.leave()
    drafted.settle()
    return drafted


def remove(hand, block):
    menu = QMenu()
    hand.part.widget.sheet.menu_wanted.emit(block.key, menu)
    next(each for each in menu.actions() if each.text() == "Remove the paragraph").trigger()
    hand.settle()


def test_a_meeting_without_minutes_offers_to_draft_them(hand):
    assert hand.page._blank.sentence() == "This meeting has no minutes yet"
    assert hand.find(QPushButton, "draft_minutes").isVisible()


def test_drafting_fills_the_items_and_says_what_is_to_be_confirmed(drafted):
    rows = [drafted.page.places.table.row_at(at) for at in range(4)]
    assert [(row.title, row.count, row.to_confirm) for row in rows] == [
        ("Opening", 3, 3),
        ("Test reports", 1, 1),
        ("Next meeting", 1, 1),
        ("", 1, 1),
    ]
    assert "was held in Ulaanbaatar" in drafted.texts()[0]
    assert drafted.blocks[0].tick.accessibleName().startswith("To confirm")


def test_an_empty_page_is_begun_with_one_paragraph(hand):
    hand.click(hand.find(QPushButton, "begin_empty"))
    assert hand.page._nothing_here.sentence() == "Nothing is written here yet"
    hand.click(hand.find(QPushButton, "first_paragraph"))
    hand.qtbot.keyClicks(QApplication.focusWidget(), "The meeting opened.")
    hand.part.leave()
    assert hand.stored() == ["The meeting opened."]
    assert hand.record().paragraphs[0].confirmed, "the meeting has begun: what is typed happened"


def test_what_is_typed_is_saved_when_the_keyboard_leaves(drafted):
    drafted.choose(1)
    drafted.type(" In short.")
    drafted.page.places.list.setFocus()
    drafted.qtbot.waitUntil(lambda: drafted.stored()[3].endswith("In short."))


def test_what_is_typed_is_saved_after_a_pause_as_one_step(drafted):
    from app.domain.journal import ChangeSetEntry

    drafted.part._typing.pause.setInterval(60)
    drafted.choose(1)
    drafted.type(" And so on.")
    drafted.qtbot.waitUntil(lambda: drafted.stored()[3].endswith("And so on."))
    with drafted.workspace.read() as reader:
        names = [each.use_case for each in reader.find(ChangeSetEntry)]
    assert names.count("Rewrite paragraph") == 1


def test_enter_begins_the_next_paragraph_and_backspace_joins_it_again(drafted):
    written(drafted, "The two sides agreed. They met.")
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(22)
    drafted.press(K.Key_Return)
    assert drafted.texts() == ["The two sides agreed.", "They met."]
    assert QApplication.focusWidget() is drafted.blocks[1].editors[0]
    assert drafted.stored()[3:5] == ["The two sides agreed.", "They met."]
    drafted.press(K.Key_Backspace)
    assert drafted.texts() == ["The two sides agreed. They met."]
    assert QApplication.focusWidget().textCursor().position() == 22
    assert drafted.stored()[3] == "The two sides agreed. They met."


def test_words_typed_right_after_enter_go_into_the_new_paragraph(drafted):
    written(drafted, "One.")
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(4)
    drafted.qtbot.keyClick(editor, K.Key_Return)
    drafted.qtbot.keyClicks(QApplication.focusWidget(), "Two.")
    drafted.qtbot.keyClick(QApplication.focusWidget(), K.Key_Return)
    drafted.qtbot.keyClicks(QApplication.focusWidget(), "Three.")
    drafted.part.leave()
    drafted.settle()
    assert drafted.stored()[3:6] == ["One.", "Two.", "Three."]
    assert drafted.texts() == ["One.", "Two.", "Three."]


def test_paragraphs_move_up_and_down_by_keys(drafted):
    written(drafted, "One.", "Two.", "Three.")
    drafted.blocks[2].editors[0].setFocus()
    drafted.press(K.Key_Up, ALT | SHIFT)
    assert drafted.texts() == ["One.", "Three.", "Two."]
    drafted.press(K.Key_Up, ALT | SHIFT)
    drafted.press(K.Key_Up, ALT | SHIFT)
    assert drafted.stored()[3:6] == ["Three.", "One.", "Two."]
    assert QApplication.focusWidget().toPlainText() == "Three.", "the keyboard goes with it"
    drafted.press(K.Key_Down, ALT | SHIFT)
    assert drafted.stored()[3:6] == ["One.", "Three.", "Two."]


def test_a_paragraph_is_dragged_to_its_place(drafted):
    written(drafted, "One.", "Two.", "Three.")
    first, last = drafted.blocks[0], drafted.blocks[2]
    drafted.drag(first.head.grip, drafted.point(last, 0.9))
    assert drafted.stored()[3:6] == ["Two.", "Three.", "One."]
    moved = drafted.blocks[2]
    drafted.drag(moved.head.grip, drafted.point(drafted.blocks[0], 0.1))
    assert drafted.stored()[3:6] == ["One.", "Two.", "Three."]


def test_tab_makes_a_sub_point_and_shift_tab_a_point_again(drafted):
    written(drafted, "One.", "Two.")
    drafted.blocks[1].editors[0].setFocus()
    drafted.press(K.Key_Tab)
    assert [each.level for each in drafted.record().paragraphs[3:5]] == [0, 1]
    drafted.press(K.Key_Tab)
    assert drafted.record().paragraphs[4].level == 1, "no deeper than the page can number"
    drafted.press(K.Key_Backtab, SHIFT)
    assert drafted.record().paragraphs[4].level == 0
    drafted.blocks[0].editors[0].setFocus()
    drafted.press(K.Key_Tab)
    assert drafted.record().paragraphs[3].level == 0, "the first is a point"


def test_pasted_text_becomes_plain_paragraphs(drafted):
    written(drafted, "Before ")
    told = QMimeData()
    told.setHtml("<b>bold</b><p>Second</p>")
    told.setText("bold\r\n\r\nSecond\tone\nThird")
    QGuiApplication.clipboard().setMimeData(told)
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(99)
    drafted.qtbot.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Paste))
    drafted.part.leave()
    drafted.settle()
    assert drafted.stored()[3:6] == ["Before bold", "Second one", "Third"]


def test_whose_word_it_is_is_chosen_from_a_menu(drafted, world):
    written(drafted, "The proposal was explained.")
    head = drafted.blocks[0].head
    assert head.grade.text() == "Both sides agreed · Discussion"
    menu = head.grade_menu()
    told = [each.text() for each in menu.actions()]
    assert told[:5] == [
        "Both sides agreed",
        "The Mongolian side stated",
        "The Korean side stated",
        "The Mongolian side noted",
        "The Korean side noted",
    ]
    menu.actions()[2].trigger()
    drafted.settle()
    paragraph = drafted.record().paragraphs[3]
    assert (paragraph.grade, paragraph.party_id) == ("one-side", world.korea)
    assert head.grade.text() == "The Korean side stated · Discussion"


def test_one_press_confirms_and_goes_on_to_the_next(drafted):
    drafted.choose(0)
    drafted.blocks[0].editors[0].setFocus()
    drafted.press(K.Key_Return, CTRL)
    assert [each.confirmed for each in drafted.record().paragraphs[:3]] == [True, False, False]
    assert QApplication.focusWidget() is drafted.blocks[1].editors[0]
    drafted.press(K.Key_Return, CTRL)
    drafted.press(K.Key_Return, CTRL)
    assert drafted.page.places.table.row_at(0).to_confirm == 0
    assert drafted.part._hand.place.item_id is not None
    assert QApplication.focusWidget().toPlainText().startswith("The two sides exchanged views")


def test_a_click_on_the_tick_confirms_and_takes_it_back(drafted):
    tick = drafted.blocks[0].tick
    drafted.click(tick)
    assert drafted.record().paragraphs[0].confirmed
    assert tick.accessibleName() == "Confirmed as having happened"
    drafted.click(tick)
    assert not drafted.record().paragraphs[0].confirmed


def test_a_whole_item_is_confirmed_at_once(drafted):
    button = drafted.find(QPushButton, "confirm_all")
    assert button.text() == "Confirm all 3"
    drafted.click(button)
    assert [each.confirmed for each in drafted.record().paragraphs] == [True] * 3 + [False] * 3
    assert not button.isVisible()


def test_changing_the_words_leaves_the_tick_as_it_is(drafted):
    drafted.click(drafted.blocks[0].tick)
    drafted.type(" Indeed.", block=0)
    drafted.type(" Indeed.", block=1)
    drafted.part.leave()
    first, second = drafted.record().paragraphs[:2]
    assert first.texts["en"].endswith("Indeed.")
    assert (first.confirmed, second.confirmed) == (True, False)


def test_another_language_is_written_and_shown_beside(drafted):
    from app.ui.widgets.segments import Segments

    drafted.choose(1)
    korean = drafted.find(Segments, "minutes_language").buttons()[1]
    drafted.click(korean)
    assert drafted.texts() == ["양측은 ‘시험성적서’에 대하여 의견을 교환하였다."]
    drafted.click(drafted.find(QPushButton, "beside"))
    first, second = drafted.blocks[0].editors
    assert (first.language, second.language) == ("ko", "en")
    assert second.toPlainText().startswith("The two sides")
    second.setFocus()
    second.put_cursor(0)
    drafted.qtbot.keyClicks(second, "Then ")
    drafted.part.leave()
    paragraph = drafted.record().paragraphs[3]
    assert paragraph.texts["en"].startswith("Then The two")
    assert paragraph.texts["ko"].startswith("양측은")


def test_arrows_go_from_paragraph_to_paragraph(drafted):
    written(drafted, "One.", "Two.")
    drafted.blocks[0].editors[0].setFocus()
    drafted.press(K.Key_Down)
    assert QApplication.focusWidget() is drafted.blocks[1].editors[0]
    drafted.press(K.Key_Up)
    assert QApplication.focusWidget() is drafted.blocks[0].editors[0]


def test_a_paragraph_goes_to_another_item_by_the_menu(drafted, items):
    written(drafted, "One.", "Two.")
    menu = QMenu()
    drafted.page.sheet.menu_wanted.emit(drafted.blocks[0].key, menu)
    places = next(each.menu() for each in menu.actions() if each.text() == "Move to")
    next(each for each in places.actions() if each.text() == "3  Next meeting").trigger()
    drafted.settle()
    assert drafted.texts() == ["Two."]
    drafted.choose(2)
    assert drafted.texts()[-1] == "One."
