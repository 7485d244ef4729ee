"""Words are found all over the minutes, and checked where a dictionary is installed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from app.services import spelling

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier

pytest.importorskip("hunspell", reason="spelling is an extra")

AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n"
WORDS = "5\nthe\nsides\nagreed\nregistry\nannex\n"


@pytest.fixture(autouse=True)
def dictionaries(tmp_path_factory, monkeypatch, request):
    """Install one small English dictionary, or none."""
    folder = tmp_path_factory.mktemp("dictionaries")
    if "without" not in request.node.name:
        (folder / "en_GB.aff").write_text(AFFIXES, encoding="utf-8")
        (folder / "en_GB.dic").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(spelling, "_folders", lambda: (folder,))
    return folder


@pytest.fixture
def writing(drafted):
    """Two paragraphs with words under the second item."""
    drafted.choose(1)
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.selectAll()
    drafted.qtbot.keyClicks(editor, "the sides agreed")
    drafted.press(K.Key_Return, widget=editor)
    drafted.qtbot.keyClicks(QApplication.focusWidget(), "the regsitry the annxe")
    drafted.part.leave()
    drafted.settle()
    return drafted


def waves(editor):
    """Return the words below which a wave is drawn."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        found += [
            block.text()[each.start : each.start + each.length] for each in block.layout().formats()
        ]
        block = block.next()
    return found


def open_bar(hand, words):
    hand.page.find_here()
    line = hand.find(QLineEdit, "find_line")
    assert QApplication.focusWidget() is line
    line.clear()
    hand.qtbot.keyClicks(line, words)
    hand.press(K.Key_Return, widget=line)
    return line


def test_words_are_found_one_after_the_other_whatever_item_they_stand_under(writing):
    writing.blocks[0].editors[0].setFocus()
    line = open_bar(writing, "the sides agreed")
    assert writing.find(QLabel, "find_count").text() == "1 of 1"
    assert writing.blocks[0].editors[0].chosen_words() == "the sides agreed"
    assert QApplication.focusWidget() is line, "one goes on finding with Enter"
    line.clear()
    writing.qtbot.keyClicks(line, "ulaanbaatar")
    writing.press(K.Key_Return, widget=line)
    assert writing.page.places.list.currentIndex().row() == 0, "it stands under the first item"
    assert writing.page.sheet.current()[1].chosen_words() == "Ulaanbaatar"
    writing.press(K.Key_Escape, widget=line)
    assert QApplication.focusWidget() is writing.page.sheet.current()[1]


def test_f3_goes_on_and_shift_f3_goes_back_from_wherever_the_keyboard_is(writing):
    writing.blocks[0].editors[0].setFocus()
    open_bar(writing, "the ")
    count = writing.find(QLabel, "find_count")
    first = count.text()
    writing.press(K.Key_F3)
    assert count.text() != first
    writing.press(K.Key_F3, SHIFT)
    assert count.text() == first


def test_what_is_nowhere_is_said_and_escape_leads_back_to_the_words(writing):
    writing.blocks[0].editors[0].setFocus()
    line = open_bar(writing, "xylophone")
    assert writing.find(QLabel, "find_count").text() == "Not found"
    writing.press(K.Key_Escape, widget=line)
    assert not writing.page.find_bar.isVisible()
    assert QApplication.focusWidget() in [block.editors[0] for block in writing.blocks]


def test_chosen_words_are_looked_for_at_once(writing):
    editor = writing.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(4, 5)
    writing.page.find_here()
    assert writing.find(QLineEdit, "find_line").text() == "sides"


def check(hand):
    menu = hand.page.bar.menu()
    hand.menus.append(menu)
    entry = next(each for each in menu.actions() if each.text() == "Check spelling")
    entry.trigger()
    hand.settle()


def test_words_that_are_in_no_dictionary_get_a_wave_and_their_text_stays(writing):
    before = writing.texts()
    check(writing)
    assert waves(writing.blocks[0].editors[0]) == []
    assert waves(writing.blocks[1].editors[0]) == ["regsitry", "annxe"]
    assert writing.texts() == before
    check(writing)
    assert waves(writing.blocks[1].editors[0]) == []


def test_f7_checks_and_goes_from_word_to_word_and_round(writing):
    editor = writing.blocks[1].editors[0]
    writing.blocks[0].editors[0].setFocus()
    writing.blocks[0].editors[0].put_cursor(0)
    chosen = []
    for _time in range(3):
        writing.press(K.Key_F7)
        chosen.append(editor.chosen_words())
    assert chosen == ["regsitry", "annxe", "regsitry"]


def test_the_menu_of_a_wrong_word_offers_others_and_puts_the_chosen_one_in(writing):
    check(writing)
    editor = writing.blocks[1].editors[0]
    at = QTextCursor(editor.document())
    at.setPosition(6)
    at.select(QTextCursor.SelectionType.WordUnderCursor)
    menu = QMenu()
    menu.addAction("Undo")
    writing.page.sheet.words_menu_wanted.emit(writing.blocks[1].key, menu, at)
    assert menu.actions()[0].text() == "registry"
    menu.actions()[0].trigger()
    assert editor.toPlainText() == "the registry the annxe"
    assert waves(editor) == ["annxe"]
    writing.part.leave()
    assert writing.stored()[4] == "the registry the annxe"


def test_waves_follow_to_another_item_and_another_language(writing):
    check(writing)
    writing.choose(0)
    assert waves(writing.blocks[0].editors[0])
    writing.choose(1)
    assert waves(writing.blocks[1].editors[0]) == ["regsitry", "annxe"]


def test_without_a_dictionary_nothing_of_spelling_is_shown(writing):
    menu = writing.page.bar.menu()
    writing.menus.append(menu)
    assert "Check spelling" not in [each.text() for each in menu.actions()]
    writing.press(K.Key_F7)
    assert waves(writing.blocks[1].editors[0]) == []
    assert writing.find(QPushButton, "minutes_more").isVisible()
