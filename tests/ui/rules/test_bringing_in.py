from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QTableView

from app.clock import FixedClock
from app.domain.rules import RuleVersion, VersionStatus
from app.services import bodies
from app.services import rules as rule_service
from app.services import workspaces as workspace_service
from app.settings.settings_file import Settings
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.rules.joining import RulesDeskPage
from app.ui.tasks import ImmediateTasks
from tests.documents import hostile_files

CLOCK = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))
TEXT = """\
Article 1 Scope
1. These Rules apply to every project.
2. They end in 2030.
Article 3 Meetings
The Committee meets twice a year.
"""


@pytest.fixture
def workspace(sample_copy, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    with workspace_service.open(sample_copy, clock=CLOCK, actor="secretariat") as opened:
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
    yield page
    assert mistakes == []


@pytest.fixture
def dialog(rules, qtbot):
    press(qtbot, rules.widget, "rules_import")
    return rules.screen._dialog


def press(qtbot, widget, name):
    qtbot.mouseClick(widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def paste(qtbot, dialog, text=TEXT):
    field = dialog.findChild(QPlainTextEdit, "rule_import_text")
    field.setPlainText(text)
    press(qtbot, dialog, "read_rule_text")


def shown(dialog):
    model = dialog.findChild(QTableView, "rule_import_tree").model()
    return [model.index(row, 0).data().strip() for row in range(model.rowCount())]


def remarks(dialog):
    found = dialog.findChild(QListWidget, "rule_import_remarks")
    return [found.item(row).text() for row in range(found.count())]


def type_in(qtbot, dialog, name, words):
    editor = dialog.form.field(name).editor
    editor.setFocus()
    qtbot.keyClicks(editor, words)


def test_a_pasted_text_is_shown_as_it_is_read_with_what_is_doubtful(dialog, qtbot):
    paste(qtbot, dialog)
    assert shown(dialog)[:2] == ["Article 1  Scope", "1.  These Rules apply to every project."]
    assert remarks(dialog) == [
        "Line 4: Number Article 3 follows; 2 was expected. One may be missing."
    ]


def test_a_remark_leads_to_its_place_in_the_tree_and_in_the_text(dialog, qtbot):
    paste(qtbot, dialog)
    dialog.findChild(QListWidget, "rule_import_remarks").setCurrentRow(0)
    tree = dialog.findChild(QTableView, "rule_import_tree")
    assert tree.currentIndex().data().strip() == "Article 3  Meetings"
    lines = dialog.findChild(QPlainTextEdit, "rule_import_lines")
    assert lines.textCursor().block().text() == "Article 3 Meetings"


def test_a_dropped_file_is_read(dialog, qtbot, tmp_path):
    path = tmp_path / "rules.txt"
    path.write_text(TEXT, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dialog.source.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert len(shown(dialog)) == 4
    assert "rules.txt" in dialog._told.text()


def test_a_file_that_cannot_be_read_is_told_where_it_was_chosen(dialog, qtbot, tmp_path, notifier):
    path = tmp_path / "rules.docx"
    path.write_bytes(b"no Word document")
    dialog.source.file_chosen.emit(path)
    assert "is not a Word document" in dialog.source.banner.sentence()


def test_a_provision_is_lowered_lifted_and_joined_with_the_buttons(dialog, qtbot):
    paste(qtbot, dialog)
    tree = dialog.findChild(QTableView, "rule_import_tree")
    tree.setCurrentIndex(tree.model().index(2, 0))
    press(qtbot, dialog, "rule_import_lower")
    assert tree.model().row(2).depth == 2
    press(qtbot, dialog, "rule_import_lift")
    assert tree.model().row(2).depth == 1
    press(qtbot, dialog, "rule_import_join")
    assert tree.model().row(1).text.endswith("\n2. They end in 2030.")
    assert tree.currentIndex().row() == 1


def test_what_is_missing_is_told_beside_the_field_and_nothing_typed_is_lost(dialog, qtbot):
    dialog.form.field("target").set_value(("new", None, None))
    dialog.form._follow()
    paste(qtbot, dialog)
    type_in(qtbot, dialog, "label", "ver01.0")
    press(qtbot, dialog, "save")
    assert dialog.form.note("code") == "New rules need a short name."
    assert dialog.form.field("label").value() == "ver01.0"
    assert len(shown(dialog)) == 4


def test_new_rules_adopted_earlier_are_taken_over(dialog, rules, qtbot, workspace):
    paste(qtbot, dialog)
    form = dialog.form
    for name, value in (("target", ("new", None, None)), ("is_adopted", True)):
        form.field(name).set_value(value)
    form._follow()
    type_in(qtbot, dialog, "code", "JWG-OLD")
    type_in(qtbot, dialog, "title", "Old rules")
    type_in(qtbot, dialog, "label", "ver01.0")
    form.field("adopted_on").set_value(date(2024, 3, 1))
    form.field("in_force_from").set_value(date(2024, 4, 1))
    press(qtbot, dialog, "save")
    assert rules.screen._dialog is None
    document_id = rule_service.find_by_code(workspace, code="JWG-OLD")
    with workspace.read() as reader:
        version = reader.first(RuleVersion, document_id=document_id)
    assert version.status is VersionStatus.ADOPTED
    assert (version.adopted_on, version.in_force_from) == (date(2024, 3, 1), date(2024, 4, 1))
    assert "Old rules" in [row.title for row in rules.presenter._documents]


def test_a_further_language_tells_where_it_differs(dialog, rules, qtbot):
    rows = [row for row in rules.presenter._documents if row.latest == "2.0"]
    paste(qtbot, dialog)
    dialog.form.field("target").set_value(("language", rows[0].id, 2))
    dialog.form._follow()
    assert any("is missing in this language" in told for told in remarks(dialog))
    press(qtbot, dialog, "save")
    assert "corresponds to" in dialog.banner.sentence()


def test_cancelling_asks_before_anything_is_lost(dialog, qtbot, notifier):
    paste(qtbot, dialog)
    notifier.answers = [False]
    press(qtbot, dialog, "cancel")
    assert dialog.isVisible()
    assert len(shown(dialog)) == 4


def test_a_file_with_macros_is_read_without_them_and_it_is_told(dialog, tmp_path):
    path = tmp_path / "rules.docm"
    path.write_bytes(hostile_files.stripped()["macros"][0])
    dialog.source.file_chosen.emit(path)
    assert "shown last" in shown(dialog)[0]
    assert "Macros, outside files and the like, not taken over: 1." in remarks(dialog)


def test_a_long_text_is_shown_at_once_and_storing_it_can_be_stopped(
    dialog, rules, qtbot, workspace
):
    articles = (f"Article {n} Title {n}\nProject {n} is listed." for n in range(1, 1001))
    paste(qtbot, dialog, "\n".join(articles))
    assert len(shown(dialog)) == 1000
    form = dialog.form
    form.field("target").set_value(("new", None, None))
    form._follow()
    for name, words in (("code", "LONG"), ("title", "Long rules"), ("label", "1")):
        type_in(qtbot, dialog, name, words)
    told = []

    def stop_half_way(done, _total):
        told.append(dialog.findChild(QLabel, "rule_import_told").text())
        if done >= 400:
            press(qtbot, dialog, "cancel")

    dialog._progressed.connect(stop_half_way)
    press(qtbot, dialog, "save")
    assert "Stored: 400 of 1000 provisions" in told
    assert dialog.banner.sentence() == "It was stopped. Nothing of the text was stored."
    assert len(shown(dialog)) == 1000
    assert "Provisions: 1000" in dialog.findChild(QLabel, "rule_import_told").text()
    assert rule_service.find_by_code(workspace, code="LONG") is None


def test_the_menu_opens_the_same_window(rules):
    (command,) = rules.further_commands().values()
    command()
    assert rules.screen._dialog is not None


def test_nothing_is_brought_in_without_a_body(rules, qtbot):
    rules.show_body(None)
    assert not rules.widget.findChild(QPushButton, "rules_import").isEnabled()
    rules.bring_in()
    assert rules.screen._dialog is None
