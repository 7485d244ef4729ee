"""A draft is adopted in the window, with what its change note leaves out in sight."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.services import bodies, seals
from app.services import rules as rule_service
from app.services import workspaces as workspace_service
from app.settings.settings_file import Settings
from app.texts.provision_draft import ChangeKind, ProvisionChange
from app.ui import services
from app.ui.adoption.filling import By, Earlier
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Mode
from app.ui.rules_desk import RulesDesk
from app.ui.tasks import ImmediateTasks
from tests.ui.real_window import dialog_of, no_dialog, type_into

CLOCK = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def workspace(sample_copy, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    with workspace_service.open(sample_copy, clock=CLOCK, actor="secretariat") as opened:
        yield opened


@pytest.fixture
def document(workspace):
    document_id = rule_service.find_by_code(workspace, code="JWG-KM-ILLUSTRATIVE")
    rule_service.draft_changes(
        workspace,
        document_id=document_id,
        label="3.0",
        changes=(
            ProvisionChange(ChangeKind.REPLACE, "art_7", headings={"en": "Both secretariats"}),
            ProvisionChange(ChangeKind.REPEAL, "art_23"),
        ),
        statuses={"en": TextStatus.AUTHENTIC},
    )
    return document_id


@pytest.fixture
def rules(qtbot, workspace, document, notifier, mistakes, tmp_path):
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
    page.presenter.choose_document(document)
    yield page
    assert mistakes == []


@pytest.fixture
def dialog(rules, qtbot):
    rules.answer(Asked.ADOPT)
    return dialog_of(qtbot, "adoption_dialog")


def press(qtbot, widget, name):
    qtbot.mouseClick(widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def versions(workspace, document):
    return rule_service.list_versions(workspace, document_id=document)


def test_the_note_is_drafted_and_what_it_leaves_out_is_listed_as_it_is_typed(dialog, rules, qtbot):
    notes = dialog.form.field("change_notes")
    assert notes.value()["en"] == "Reworded: Article 7. Repealed: Article 23."
    assert not dialog.form.undeclared.isVisible()
    type_into(qtbot, notes.line("en").editor, "Article 7 was amended.")
    qtbot.waitUntil(lambda: _listed(dialog) == ["Article 23 was repealed"])
    press(qtbot, dialog, "adoption_undeclared_0")
    assert rules.presenter.choice.eid == "art_23"
    assert rules.presenter.choice.mode is Mode.REDLINE
    assert rules.presenter._read.version.label == "3.0"
    press(qtbot, dialog, "adoption_draft_note")
    qtbot.waitUntil(lambda: not dialog.form.undeclared.isVisible())


def _listed(dialog):
    buttons = dialog.form.undeclared.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible()]


def test_a_text_is_adopted_by_a_new_electronic_decision(
    dialog, rules, qtbot, workspace, document, notifier
):
    notifier.answers = [True, True]
    form = dialog.form
    form.field("by").set_value(By.ELECTRONIC)
    form._show_what_applies()
    assert not form.field("meeting_id").isVisible()
    type_into(qtbot, form.field("symbol").editor, "E7/2026")
    form.field("taken_on").set_value(date(2026, 5, 20))
    press(qtbot, dialog, "save")
    assert form.note("in_force_from") == "Enter the day from which the text is in force."
    form.field("in_force_from").set_value(date(2026, 7, 1))
    form.field("earlier").set_value(Earlier.KEPT)
    form.field("earlier_applies_to").set_value({"en": "existing projects only"})
    press(qtbot, dialog, "save")
    _, second, third = versions(workspace, document)
    assert (third.decision, third.status) == ("E7/2026", "adopted")
    assert (third.adopted_on, third.in_force_from) == (date(2026, 5, 20), date(2026, 7, 1))
    assert (second.status, second.applies_to) == ("adopted", "existing projects only")
    assert seals.find_broken(workspace) == ()
    qtbot.waitUntil(no_dialog)


def test_who_does_not_agree_goes_on_editing(dialog, qtbot, workspace, document, notifier):
    notifier.answers = [False]
    press(qtbot, dialog, "save")
    assert dialog.isVisible()
    assert dialog.findChild(QPushButton, "save").isEnabled()
    assert versions(workspace, document)[-1].status == "draft"


def test_rules_without_a_draft_say_so(rules, qtbot, workspace, document, mistakes):
    rule_service.withdraw_draft(workspace, version_id=versions(workspace, document)[-1].id)
    rules.answer(Asked.ADOPT)
    (told,) = mistakes
    assert "no draft" in told.sentence
    mistakes.clear()
