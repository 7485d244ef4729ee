"""What is done to rules in the window: settings, links, languages, search, versions."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QRadioButton, QTextBrowser

from app.clock import FixedClock
from app.services import bodies
from app.services import rules as rule_service
from app.services import workspaces as workspace_service
from app.settings.settings_file import Settings
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Mode
from app.ui.rules_desk import RulesDesk
from app.ui.tasks import ImmediateTasks
from tests.ui.real_window import dialog_of, type_into

CLOCK = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))
RULES = "JWG-KM-ILLUSTRATIVE"


@pytest.fixture
def workspace(sample_copy, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    with workspace_service.open(sample_copy, clock=CLOCK, actor="secretariat") as opened:
        yield opened


@pytest.fixture
def gone_to():
    return []


@pytest.fixture
def rules(qtbot, workspace, notifier, mistakes, tmp_path, gone_to):
    changes, tasks = ChangeBus(), ImmediateTasks()
    page = RulesDesk(
        Needs(
            tasks=tasks,
            operations=Operations(
                tasks=tasks, changes=changes, notifier=notifier, report_mistake=mistakes.append
            ),
            changes=changes,
            notifier=notifier,
            report_failure=mistakes.append,
            clock=CLOCK,
            settings=Settings(tmp_path / "settings.ini"),
            go_to=lambda kind, key: gone_to.append((kind, key)),
        )
    )
    qtbot.addWidget(page.widget)
    page.widget.resize(1240, 800)
    page.widget.show()
    page.open(services.load(), workspace, language="en")
    body = next(row for row in bodies.list_all(workspace) if row.code == "JWG-KM-CLIMATE")
    page.show_body(body.id)
    page.looked_at(shown=True)
    yield page
    assert mistakes == []


def press(qtbot, widget, name):
    def shown():
        return [each for each in widget.findChildren(QPushButton, name) if each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    (button,) = shown()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def versions(workspace):
    document_id = rule_service.find_by_code(workspace, code=RULES)
    return rule_service.list_versions(workspace, document_id=document_id)


def test_the_languages_are_compared_beside_one_another_with_a_jump_to_each_place(rules, qtbot):
    rules.presenter.choose_second("ko")
    rules.presenter.choose_mode(Mode.SIDE_BY_SIDE)
    told = rules.page.text.gaps.lines()
    missing = next(at for at, line in enumerate(told) if "no text in" in line)
    found = rules.widget.findChild(QListWidget, "rules_gaps_list")
    found.setCurrentRow(missing)
    assert rules.presenter.choice.eid.startswith("art_11")
    assert not any("(1)" in line for line in told if "no text in" in line)
    press(qtbot, rules.widget, "rules_gaps_fold")
    assert not found.isVisible()
    rules.presenter.choose_mode(Mode.READ)
    assert not rules.page.text.gaps.isVisible()


def test_words_are_found_in_all_rules_and_lead_to_their_place(rules, qtbot):
    where = rules.widget.findChildren(QRadioButton)
    everywhere = next(each for each in where if each.accessibleName().endswith("every body"))
    everywhere.click()
    type_into(qtbot, rules.page.tree._find, "registry")
    found = rules.widget.findChild(QListWidget, "rules_found")
    qtbot.waitUntil(lambda: found.count() > 0)
    said = found.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Rules for implementing" in said
    found.itemActivated.emit(found.item(0))
    assert rules.presenter.choice.eid
    type_into(qtbot, rules.page.tree._find, "qwertyuiop")
    told = rules.widget.findChild(QLabel, "rules_found_count")
    qtbot.waitUntil(lambda: told.text() == "No rules have “qwertyuiop”.")


def test_a_narrow_page_shows_the_versions_in_place_of_the_contents(rules, qtbot):
    rules.widget.resize(880, 700)
    assert not rules.page.facts.isVisible()
    press(qtbot, rules.widget, "rules_versions")
    assert rules.page.facts.isVisible()
    assert not rules.page.tree.isVisible()
    press(qtbot, rules.widget, "version_1")
    assert rules.presenter.choice.number == 1
    press(qtbot, rules.widget, "rules_versions")
    assert rules.page.tree.isVisible()


def test_the_decision_its_changes_and_the_history_lead_to_their_records(rules, qtbot, gone_to):
    press(qtbot, rules.widget, "rules_decision")
    press(qtbot, rules.widget, "touched_art_20__para_2_replace")
    assert rules.presenter.choice.eid == "art_20__para_2"
    rules.presenter.choose_mode(Mode.HISTORY)
    qtbot.waitUntil(lambda: not rules.page.text.is_filling())
    text = rules.widget.findChild(QTextBrowser, "rules_text")
    html = text.toHtml()
    start = html.index("record:decision/")
    text.anchorClicked.emit(QUrl(html[start : html.index('"', start)]))
    kinds = [kind for kind, _ in gone_to]
    assert kinds == ["decision", "decision"]
    assert gone_to[0][1] == gone_to[1][1] == versions(rules.presenter._workspace)[-1].decision_id


def test_a_record_of_rules_is_turned_to_by_its_key(rules, workspace):
    first = versions(workspace)[0]
    rules.show_record("rule_version", first.id)
    assert (rules.presenter.choice.number, rules.page._read.version.label) == (1, "1.0")
    rules.show_record("rule_document", rule_service.find_by_code(workspace, code=RULES))
    assert rules.presenter.choice.eid == ""


def test_a_decision_is_linked_to_a_provision_and_the_link_taken_away(rules, qtbot, workspace):
    rules.presenter.choose_provision("art_7")
    press(qtbot, rules.widget, "rules_link_decision")
    dialog = dialog_of(qtbot, "rule_link_dialog")
    assert "Article 7" in dialog.windowTitle()
    field = dialog.form.field("decision_id")
    symbol = versions(workspace)[0].decision
    key = versions(workspace)[0].decision_id
    field.set_value(key)
    type_into(qtbot, dialog.form.field("relation").editor, "applies")
    press(qtbot, dialog, "save")
    link = rules.widget.findChild(QPushButton, f"relying_{symbol}")
    assert link.text() == f"{symbol} · applies"
    press(qtbot, rules.widget, f"unlink_{symbol}")
    qtbot.waitUntil(lambda: _link_is_gone(rules, symbol))


def _link_is_gone(rules, symbol):
    found = rules.widget.findChildren(QPushButton, f"relying_{symbol}")
    return not any(each.isVisible() for each in found)


def test_rules_are_entered_and_their_facts_changed_with_the_forms(rules, qtbot, workspace):
    rules.answer(Asked.NEW_RULES)
    dialog = dialog_of(qtbot, "rules_dialog")
    press(qtbot, dialog, "save")
    assert dialog.form.note("code") == "Rules need a short name."
    type_into(qtbot, dialog.form.field("titles").line("en").editor, "Proposal form")
    type_into(qtbot, dialog.form.field("code").editor, "FORM-1")
    dialog.form.field("kind").set_value("form")
    dialog.form.field("parent_id").set_value(rule_service.find_by_code(workspace, code=RULES))
    press(qtbot, dialog, "save")
    form = rule_service.find_by_code(workspace, code="FORM-1")
    row = next(row for row in rule_service.list_documents(workspace) if row.id == form)
    assert row.parent_id == rule_service.find_by_code(workspace, code=RULES)
    assert rules.presenter.choice.document_id == form
    rules.answer(Asked.NEW_VERSION)
    dialog = dialog_of(qtbot, "rule_version_dialog")
    type_into(qtbot, dialog.form.field("label").editor, "ver01.0")
    dialog.form.field("adopted_on").set_value(date(2026, 5, 1))
    press(qtbot, dialog, "save")
    (version,) = rule_service.list_versions(workspace, document_id=form)
    assert (version.label, version.adopted_on) == ("ver01.0", date(2026, 5, 1))
    press(qtbot, rules.widget, "version_settings_1")
    dialog = dialog_of(qtbot, "rule_version_dialog")
    dialog.form.field("in_force_from").set_value(date(2026, 7, 1))
    press(qtbot, dialog, "save")
    (version,) = rule_service.list_versions(workspace, document_id=form)
    assert version.in_force_from == date(2026, 7, 1)


def test_what_was_adopted_cannot_be_typed_over(rules, qtbot, workspace):
    rules.answer(Asked.VERSION_SETTINGS, versions(workspace)[1].id)
    dialog = dialog_of(qtbot, "rule_version_dialog")
    assert dialog.form.field("label").editor.isReadOnly()
    assert not dialog.form.field("published_on").editor.isReadOnly()


def test_a_workspace_that_can_only_be_read_offers_to_compare_and_no_more(rules, qtbot, sample_path):
    with workspace_service.open(
        sample_path, clock=CLOCK, actor="delegate", read_only=True
    ) as opened:
        rules.open(services.load(), opened, language="en")
        body = next(row for row in bodies.list_all(opened) if row.code == "JWG-KM-CLIMATE")
        rules.show_body(body.id)
        offers = {
            action.objectName(): action.isEnabled()
            for action in rules.widget.findChildren(QAction)
            if action.objectName().startswith("rules_") and "save" not in action.objectName()
        }
        assert {name for name, enabled in offers.items() if enabled} == {"rules_compare"}
        assert not rules.widget.findChild(QPushButton, "rules_import").isEnabled()


def test_it_is_told_whether_the_text_still_matches_its_seal(rules, qtbot, workspace):
    seal = rules.widget.findChild(QLabel, "rules_seal")
    qtbot.waitUntil(lambda: seal.text() == "Matches its seal")
    with workspace._writing.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE provision_text SET text = text || ' ' WHERE sealed_from = 2 AND language = 'en'"
        )
    rules.presenter.choose_version(2)
    assert rules.page.facts._seal.text() == "Differs from its seal"


def test_a_language_that_is_not_whole_does_not_become_authentic(rules, qtbot, workspace):
    rules.answer(Asked.AUTHENTIC, versions(workspace)[1].id)
    dialog = dialog_of(qtbot, "rule_original_dialog")
    dialog.form.field("language").set_value("ko")
    press(qtbot, dialog, "save")
    assert "must be whole" in dialog.form.note("language")
