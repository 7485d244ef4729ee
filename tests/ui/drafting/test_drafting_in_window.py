"""The adopted rules lead to the draft and the draft back to them, in the whole window."""

import shutil

from PySide6.QtWidgets import QPushButton

from app.clock import FixedClock
from app.store.workspace import Workspace
from app.ui.drafting.joining import DraftingDeskPage
from app.ui.rules_desk import RulesDesk
from app.ui.widgets.record_table import RecordTable
from tests.builders import adopt_rules, an_article
from tests.ui.real_window import dialog_of, press
from tests.ui.real_workspace import copy_of_world
from tests.ui.ui_fakes import NOW


def test_the_adopted_rules_lead_to_a_new_version_and_back(
    qtbot, open_real, tmp_path, shared_drafting, monkeypatch
):
    path, world = copy_of_world(tmp_path, shared_drafting)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        adopt_rules(workspace, world.body, an_article(1), an_article(2))
    pages = lambda needs: (RulesDesk(needs), DraftingDeskPage(needs))  # noqa: E731
    monkeypatch.setattr("app.ui.desk.make_library", pages)
    desk = open_real(shutil.copyfile(path, tmp_path / "Window.jwg"))
    desk.window.go_to("rules")
    button = desk.window.findChild(QPushButton, "rules_draft")
    assert button.text() == "Draft a new version…"
    press(qtbot, desk.window, "rules_draft")
    press(qtbot, dialog_of(qtbot, "drafting_begin_dialog"), "save")
    assert desk.window.place() == "drafting"
    assert len(desk.window.findChild(RecordTable, "drafting_outline").rows()) == 2
    press(qtbot, desk.window, "drafting_back")
    assert desk.window.place() == "rules"
    shown = [each.text() for each in desk.window.findChildren(QPushButton, "rules_draft")]
    assert shown[-1] == "Go on drafting"
