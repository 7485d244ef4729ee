"""Rules come in, get a second language, are drafted on, adopted in writing and read both ways."""

from datetime import UTC, datetime

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.services import rules as rule_service
from app.services import seals
from app.ui.adoption.filling import By
from app.ui.drafting.page import DraftingPage
from app.ui.rules import words as rule_words
from app.ui.rules.choice import Mode
from app.ui.widgets.record_table import RecordTable
from app.ui.window.menus import Command
from tests.journeys import whole_meeting as work
from tests.journeys.at_work import Person, any_dialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ENGLISH = """\
Article 1 Meetings
1. The Joint Committee meets once a year.
2. Subject to the preceding paragraph, it may meet more often.
Article 2 Notice
Notice of meetings under Article 1(1) is given four weeks before.
Article 3 Records
The record of a meeting is kept as Article 2 says.
"""
KOREAN = """\
제1조(회의)
1. 공동위원회는 매년 1회 회의를 연다.
2. 전항에도 불구하고 추가로 회의를 열 수 있다.
제2조(통지)
제1조제1항에 따른 회의의 통지는 4주 전에 한다.
제3조(기록)
회의의 기록은 제2조에 따라 보관한다.
"""


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC))


@pytest.fixture
def user(tmp_path):
    return work.Chooser(tmp_path)


@pytest.fixture
def person(desk, qtbot, clock):
    return Person(desk, qtbot, clock, "rules")


@pytest.fixture
def at_rules(person, tmp_path):
    work.begin(person, tmp_path)
    work.enter_body(
        person,
        names={"en": "Joint Committee", "ko": "공동위원회"},
        short="JC",
        states=("republic of korea", "mongolia"),
        ours="Republic of Korea",
        languages=("en", "ko"),
    )
    person.window.menu_bar.requested.emit(Command.GO_RULES)
    person.until(lambda: person.window.place() == "rules")
    return person


def read_in(person, text, language):
    """Paste a text of rules into the dialog and have it read."""
    dialog = person.dialog("rule_import_dialog")
    tongue = dialog.source.language
    tongue.setCurrentIndex(tongue.findData(language))
    tongue.activated.emit(tongue.currentIndex())
    person.see(QPlainTextEdit, "rule_import_text", dialog).insertPlainText(text)
    person.press("read_rule_text", dialog)
    tree = person.see(QTableView, "rule_import_tree", dialog)
    person.until(lambda: tree.model().rowCount() == 5)
    return dialog


def bring_in_the_first_version(person):
    person.press("rules_import")
    dialog = read_in(person, ENGLISH, "en")
    form = dialog.form
    person.write(form.field("code").editor, "JC-RULES")
    person.write(form.field("title").editor, "Rules of Procedure")
    person.write(form.field("label").editor, "1.0")
    person.choose(form.field("status"), TextStatus.AUTHENTIC.value)
    person.choose(form.field("is_adopted"), True)
    person.write(form.field("adopted_on").editor, "14 May 2025")
    person.write(form.field("in_force_from").editor, "1 July 2025")
    person.write(form.field("decision_symbol").editor, "E1/2025")
    person.picture("bringing-in", dialog)
    person.save(dialog)
    person.until(lambda: "meets once a year" in shown(person))
    person.picture("first-version")


def bring_in_the_other_language(person):
    person.press("rules_import")
    dialog = read_in(person, KOREAN, "ko")
    target = dialog.form.field("target")
    targets = [target.editor.itemData(row) for row in range(target.editor.count())]
    person.choose(target, next(each for each in targets if each[0] == "language"))
    person.choose(dialog.form.field("status"), TextStatus.AUTHENTIC.value)
    person.save(dialog)
    person.click(segment(person, Mode.SIDE_BY_SIDE))
    person.until(lambda: "제2조" in shown(person))
    person.picture("two-languages")


def write_the_second_version(person):
    """Insert a paragraph, have all numbered in order, and mend what only its place named."""
    person.press("rules_draft")
    person.save(person.dialog("drafting_begin_dialog"))
    person.until(lambda: person.window.place() == "drafting")
    outline = person.see(RecordTable, "drafting_outline")
    outline.choose(["art_1__para_1"])
    until_it_says(person, "The Joint Committee")
    outline.view.setFocus()
    person.key(outline.view, Qt.Key.Key_Insert)
    until_it_says(person, "")
    type_words(person, "en", "It meets in Seoul and in Ulaanbaatar in turn.")
    type_words(person, "ko", "회의는 서울과 울란바토르에서 번갈아 연다.")
    person.press("drafting_order")
    dialog = visible_dialog(person)
    preview = person.see(QTextBrowser, "drafting_preview", dialog)
    person.until(lambda: "1 bis" in preview.toPlainText())
    person.picture("renumbering", dialog)
    assert "preceding paragraph" in preview.toPlainText()
    assert "전항" in preview.toPlainText()
    person.save(dialog)
    outline.choose(["art_1__para_2"])
    until_it_says(person, "Subject to the preceding")
    type_words(person, "en", "Subject to paragraph 1, it may meet more often.")
    type_words(person, "ko", "제1항에도 불구하고 추가로 회의를 열 수 있다.")
    person.picture("drafting")


def adopt_it_in_writing(person):
    person.press("drafting_adopt")
    dialog = person.dialog("adoption_dialog")
    form = dialog.form
    person.choose(form.field("by"), By.ELECTRONIC)
    person.write(form.field("symbol").editor, "E1/2026")
    person.write(form.field("taken_on").editor, "1 March 2026")
    person.write(form.field("in_force_from").editor, "1 April 2026")
    person.picture("adopting", dialog)
    person.save(dialog)


def read_what_changed(person):
    person.window.menu_bar.requested.emit(Command.GO_RULES)
    person.until(lambda: person.window.place() == "rules")
    person.press("version_2")
    person.click(segment(person, Mode.REDLINE))
    person.until(lambda: "in turn" in shown(person))
    assert "preceding" in shown(person)
    person.picture("redline")
    person.key(person.see(QAbstractButton, "rules_next"), Qt.Key.Key_Space)
    person.click(segment(person, Mode.HISTORY))
    person.until(lambda: "History of Article 1(2)" in shown(person))
    assert "E1/2026" in shown(person)
    person.picture("history")
    person.click(segment(person, Mode.REDLINE))
    person.until(lambda: "in turn" in shown(person))


def save_as_word(person, folder):
    """Save the text in two languages and as a redline, and read both."""
    for form, suffix, expected in (
        ("redline", "1.0 to 2.0", ("in Ulaanbaatar in turn", "preceding")),
        ("bilingual", "2.0 en ko", ("in Ulaanbaatar in turn", "번갈아")),
    ):
        person.take(f"rules_save_{form}")
        path = folder / f"JC-RULES {suffix}.docx"
        person.until(path.exists)
        told = "".join(docx.Document(path).element.itertext())
        assert all(each in told for each in expected)


def shown(person):
    """Return the words on the page, as laid out."""
    text = person.see(QTextBrowser, "rules_text")
    return text.toPlainText()


def segment(person, mode):
    return person.see(QAbstractButton, f"rules_mode_{rule_words.mode(mode)}")


def visible_dialog(person):
    person.until(any_dialog)
    return next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    )


def until_it_says(person, words):
    """Wait until the provision in hand is the one that begins so."""

    def says():
        page = person.window.findChild(DraftingPage)
        told = page.text.block("en").editor.words()
        return told.startswith(words) and bool(words) == bool(told)

    person.see(QWidget, "drafting_text_en")
    person.until(says)


def type_words(person, language, words):
    """Write the words of the provision in hand in one language."""
    page = person.window.findChild(DraftingPage)
    person.write(page.text.block(language).editor, words)
    page.finish()


def test_rules_are_brought_in_drafted_on_adopted_and_read_both_ways(
    at_rules, user, tmp_path, mistakes
):
    person = at_rules
    bring_in_the_first_version(person)
    bring_in_the_other_language(person)
    write_the_second_version(person)
    adopt_it_in_writing(person)
    document_id = rule_service.find_by_code(person.workspace, code="JC-RULES")
    first, second = rule_service.list_versions(person.workspace, document_id=document_id)
    assert (first.status, second.status) == ("superseded", "adopted")
    assert second.decision == "E1/2026"
    assert seals.find_broken(person.workspace) == ()
    read_what_changed(person)
    save_as_word(person, tmp_path)
    with person.qtbot.waitSignal(person.desk.closed, timeout=60_000):
        person.window.close()
    assert mistakes == []
    assert user.told == []
