"""The rules of two bodies are read side by side in the window, and saved as a Word file."""

from datetime import UTC, datetime

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTextBrowser, QWidget

from app.clock import FixedClock
from app.domain.body import Body
from app.services import workspaces as workspace_service
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.operations import Operations
from app.ui.rule_comparison.presenter import ComparisonPresenter
from app.ui.rule_comparison.view import ComparisonView
from app.ui.tasks import ImmediateTasks
from tests.builders import a_body, adopt_rules, an_article
from tests.ui.real_window import dialog_of

CLOCK = FixedClock(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path = tmp_path / "Two.jwg"
    with workspace_service.create(path, clock=CLOCK, actor="secretariat") as opened:
        yield opened


def enter(workspace, code, *articles):
    with workspace.write("Establish") as work:
        body = work.add(a_body(code=code, short_names={"en": f"Body {code}"}))
        work.commit()
    assert isinstance(body, Body)
    return adopt_rules(workspace, body.id, *articles, code=f"{code}-RULES")


@pytest.fixture
def presenter(qtbot, workspace, notifier, mistakes):
    window, tasks = QWidget(), ImmediateTasks()
    qtbot.addWidget(window)
    window.resize(1300, 850)
    window.show()
    view = ComparisonView(window=window, notifier=notifier)
    made = ComparisonPresenter(
        view,
        tasks=tasks,
        operations=Operations(
            tasks=tasks,
            changes=ChangeBus(),
            notifier=notifier,
            report_mistake=mistakes.append,
        ),
        report_failure=mistakes.append,
    )
    view.pair_chosen.connect(made.compare)
    view.save_requested.connect(made.save)
    made.open(services.load(), workspace, language="en")
    yield made
    assert mistakes == []


def test_two_texts_are_shown_counted_narrowed_to_what_differs_and_saved(
    presenter, qtbot, workspace, notifier, tmp_path
):
    left = enter(
        workspace,
        "A",
        an_article(1, "The Committee shall meet at least twice a year in either capital."),
        an_article(2, "Decisions are taken by consensus."),
    )
    enter(
        workspace,
        "B",
        an_article(5, "The Committee shall meet at least once a year in either capital."),
        an_article(6, "Decisions are taken by consensus."),
    )
    presenter.start(left)
    dialog = dialog_of(qtbot, "rule_comparison_dialog")
    qtbot.waitUntil(lambda: not dialog.is_filling())
    text = dialog.findChild(QTextBrowser, "compare_text")
    assert "Article 5" in text.toPlainText()
    told = dialog.findChild(QLabel, "compare_count").text()
    assert told.endswith("0 only at the left · 0 only at the right")
    words = text.toHtml()
    assert "underline" in words[: words.index("twice")].rpartition("<span")[2]
    dialog.findChild(QCheckBox, "compare_only").click()
    qtbot.waitUntil(lambda: not dialog.is_filling())
    assert "twice" in text.toPlainText()
    notifier.answers = [tmp_path / "compared.docx"]
    qtbot.mouseClick(dialog.findChild(QPushButton, "compare_save"), Qt.MouseButton.LeftButton)
    (table,) = docx.Document(str(tmp_path / "compared.docx")).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Body A · Detailed rules and procedures · v1.0",
        "Body B · Detailed rules and procedures · v1.0",
    ]
    assert dialog.notice.isVisible()


def test_one_text_alone_is_not_compared(presenter, workspace, notifier):
    enter(workspace, "A", an_article(1))
    presenter.start(None)
    assert notifier.told[0][0] == "There are no two texts of rules to compare."
