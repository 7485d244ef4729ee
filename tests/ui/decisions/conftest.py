"""The Decisions page over a real workspace, with a window of its own."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import FixedClock
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.decisions.joining import DecisionsDeskPage
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW


@pytest.fixture(scope="session")
def shared_decisions(tmp_path_factory):
    return tmp_path_factory.mktemp("decisions")


@pytest.fixture
def around(tmp_path, shared_decisions, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_decisions)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def place(around, qtbot):
    """The page as it is looked at, 1440 pixels wide."""
    made = DecisionsDeskPage(around.needs)
    qtbot.addWidget(made.page)
    made.page.resize(1440, 800)
    made.page.show()
    made.open(ui_services.load(), around.workspace, language="en")
    made.show_body(around.world.body)
    made.looked_at(shown=True)
    return made


@pytest.fixture
def dialog():
    def found():
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        return next((each for each in shown if each.isVisible()), None)

    return found
