from datetime import UTC, date, datetime

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextBrowser, QTreeView

from app.clock import FixedClock
from app.services import bodies
from app.services import workspaces as workspace_service
from app.settings.settings_file import Settings
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.rules.choice import Mode
from app.ui.rules.joining import RulesDeskPage
from app.ui.rules.presenter import Export
from app.ui.tasks import ImmediateTasks
from app.ui.widgets.choice_field import ChoiceField

CLOCK = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))


def words_in(path):
    """Return every word of a Word file, tables included."""
    return " ".join(docx.Document(path).element.itertext())


@pytest.fixture(scope="module")
def workspace(sample_path):
    opened = workspace_service.open(sample_path, clock=CLOCK, actor="delegate", read_only=True)
    with opened:
        yield opened


@pytest.fixture
def rules(qtbot, workspace, notifier, mistakes, tmp_path):
    changes = ChangeBus()
    tasks = ImmediateTasks()
    operations = Operations(
        tasks=tasks, changes=changes, notifier=notifier, report_mistake=mistakes.append
    )
    page = RulesDeskPage(
        Needs(
            tasks=tasks,
            operations=operations,
            changes=changes,
            notifier=notifier,
            report_failure=mistakes.append,
            clock=CLOCK,
            settings=Settings(tmp_path / "settings.ini"),
            go_to=lambda *_: None,
        )
    )
    qtbot.addWidget(page.widget)
    page.widget.resize(1240, 800)
    page.widget.show()
    page.open(services.load(), workspace, language="en")
    body = next(row for row in bodies.list_all(workspace) if row.code == "JWG-KM-CLIMATE")
    page.show_body(body.id)
    page.looked_at(shown=True)
    laid_out(qtbot, page)
    yield page
    assert mistakes == []


def laid_out(qtbot, page) -> str:
    qtbot.waitUntil(lambda: not page.page.text.is_filling(), timeout=10_000)
    return page.page.text.plain_text()


def press(qtbot, page, name: str) -> None:
    qtbot.mouseClick(page.widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_first_text_that_is_held_is_read_with_its_state(rules):
    title = rules.widget.findChild(QLabel, "rules_title")
    state = rules.widget.findChild(QLabel, "rules_state")
    assert title.text().startswith("Rules for implementing international mitigation projects")
    assert state.text() == "v2.0 · In force"
    assert (
        "The Joint Working Group shall meet at least twice a year" in rules.page.text.plain_text()
    )


def test_the_contents_lead_to_an_article(rules, qtbot):
    tree = rules.widget.findChild(QTreeView, "rules_tree")
    model = tree.model()
    how = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    (found,) = model.match(model.index(0, 0), 0, "Article 20", 1, how)
    tree.setCurrentIndex(found)
    text = rules.widget.findChild(QTextBrowser, "rules_text")
    assert text.verticalScrollBar().value() > 0
    assert rules.presenter.choice.eid == "art_20"


def test_a_redline_is_walked_change_by_change_with_the_buttons(rules, qtbot):
    rules.presenter.choose_mode(Mode.REDLINE)
    told = laid_out(qtbot, rules)
    assert "once" in told
    place = rules.widget.findChild(QLabel, "rules_place")
    assert place.text() == "– / 10"
    press(qtbot, rules, "rules_next")
    press(qtbot, rules, "rules_next")
    assert place.text() == "2 / 10"
    press(qtbot, rules, "rules_before")
    assert place.text() == "1 / 10"
    assert rules.presenter.choice.eid == "art_6__para_1"


def test_a_second_language_stands_beside_the_first(rules, qtbot):
    rules.presenter.choose_second("ko")
    rules.presenter.choose_mode(Mode.SIDE_BY_SIDE)
    told = laid_out(qtbot, rules)
    assert "제2조" in told
    assert "Article 2" in told


def test_side_by_side_shows_another_language_at_once(rules, qtbot):
    rules.presenter.choose_mode(Mode.SIDE_BY_SIDE)
    assert rules.presenter.choice.second in {"ko", "mn", "ja"}
    field = rules.widget.findChild(ChoiceField, "rules_second")
    assert field.currentData() == rules.presenter.choice.second
    assert "제2조" in laid_out(qtbot, rules)


def test_another_day_shows_the_text_that_was_in_force_on_it(rules, qtbot):
    rules.presenter.choose_day(date(2026, 1, 1))
    assert "shall meet once a year" in laid_out(qtbot, rules)
    assert rules.widget.findChild(QLabel, "rules_state").text() == "v1.0 · Superseded"


def test_a_day_without_text_is_said_in_words(rules):
    rules.presenter.choose_day(date(1999, 1, 1))
    said = [label.text() for label in rules.widget.findChildren(QLabel) if label.isVisible()]
    assert "The workspace holds no text of these rules for that day" in said


def test_the_history_of_the_provision_in_hand_names_each_decision(rules, qtbot):
    rules.presenter.choose_provision("art_6__para_1")
    rules.presenter.choose_mode(Mode.HISTORY)
    told = laid_out(qtbot, rules)
    assert "History of Article 6(1)" in told
    assert "Illustrative decision E1/2026" in told
    assert "Illustrative decision E1/2025" in told


def test_words_are_found_from_the_top_again_after_the_last(rules, qtbot):
    field = rules.widget.findChild(QLineEdit, "rules_find")
    qtbot.keyClicks(field, "standardised")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    text = rules.widget.findChild(QTextBrowser, "rules_text")
    assert text.textCursor().selectedText().casefold() == "standardised"


def test_a_version_is_chosen_at_the_right(rules, qtbot):
    press(qtbot, rules, "version_1")
    assert "shall meet once a year" in laid_out(qtbot, rules)


def test_a_provision_chosen_while_a_text_is_read_does_not_lose_the_text(rules, qtbot, monkeypatch):
    waiting = []
    monkeypatch.setattr(rules.presenter._tasks, "run", lambda *task: waiting.append(task))
    rules.presenter.choose_version(1)
    rules.presenter.choose_provision("art_6__para_1")
    monkeypatch.undo()
    for work, done, _failed in waiting:
        done(work())
    assert "shall meet once a year" in laid_out(qtbot, rules)
    assert rules.presenter.choice.eid == "art_6__para_1"


def test_the_text_is_saved_as_plain_text_where_the_reader_says(rules, tmp_path):
    rules.page.choose_file = lambda suggestion, kind: tmp_path / f"rules.{kind}"
    rules.presenter.save(Export.PLAIN)
    assert "Article 1" in (tmp_path / "rules.txt").read_text("utf-8")


def test_the_text_is_saved_with_the_language_that_stands_beside_it(rules, tmp_path):
    suggested = []
    rules.page.choose_file = lambda name, kind: suggested.append(name) or tmp_path / f"rules.{kind}"
    rules.presenter.choose_second("mn")
    rules.widget.findChild(QAction, "rules_save_bilingual").trigger()
    assert suggested[0].endswith(" en mn")
    words = words_in(tmp_path / "rules.docx")
    assert "Article 2" in words
    assert "2 дугаар зүйл" in words


def test_what_changed_is_saved_without_being_shown_first(rules, tmp_path):
    suggested = []
    rules.page.choose_file = lambda name, kind: suggested.append(name) or tmp_path / f"rules.{kind}"
    assert rules.presenter.choice.mode is Mode.READ
    rules.widget.findChild(QAction, "rules_save_redline").trigger()
    assert suggested[0].endswith(" 1.0 to 2.0")
    assert "at least twice" in words_in(tmp_path / "rules.docx")
    rules.presenter.choose_version(1)
    assert not rules.widget.findChild(QAction, "rules_save_redline").isEnabled()


def test_a_text_of_another_day_is_saved_as_the_text_of_that_day(rules, tmp_path):
    rules.page.choose_file = lambda name, kind: tmp_path / f"rules.{kind}"
    rules.presenter.choose_day(date(2026, 1, 1))
    rules.presenter.save(Export.WORD)
    words = words_in(tmp_path / "rules.docx")
    assert "shall meet once a year" in words
    assert "1 January 2026" in words


def test_a_body_without_rules_says_so(rules, workspace):
    other = next(row for row in bodies.list_all(workspace) if row.code == "TEMM")
    rules.show_body(other.id)
    said = [label.text() for label in rules.widget.findChildren(QLabel) if label.isVisible()]
    assert "This body has no rules on record" in said


def test_nothing_is_read_before_somebody_looks(qtbot, rules, workspace):
    rules.looked_at(shown=False)
    before = rules.presenter.choice
    rules.show_body(None)
    assert rules.presenter.choice.document_id is None
    assert before.document_id is not None
