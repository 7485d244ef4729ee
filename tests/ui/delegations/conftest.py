"""The tab of delegations over a real workspace, with a window of its own."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import FixedClock
from app.domain.delegation import DelegateRole
from app.services import meetings
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.delegations.part import DelegationsPart
from tests.builders import seat_person
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW


@pytest.fixture(scope="session")
def shared_world(tmp_path_factory):
    return tmp_path_factory.mktemp("delegations")


@pytest.fixture
def around(tmp_path, shared_world, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_world)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def seats(around):
    """Three Koreans, the head among them, and one Mongolian; by name."""
    korea = around.world.korean_delegation
    head = {"role": DelegateRole.HEAD, "printed_posts": {"en": "Director-General"}}
    return {
        "Cho Gye-yeon": seat_person(around.workspace, korea, "Cho Gye-yeon", **head),
        "Lee Bo-ra": seat_person(around.workspace, korea, "Lee Bo-ra"),
        "Kim Min-su": seat_person(around.workspace, korea, "Kim Min-su"),
        "Bat": seat_person(around.workspace, around.world.mongolian_delegation, "Bat"),
    }


@pytest.fixture
def part(qtbot, around):
    """The tab, looked at, showing the meeting."""
    part = DelegationsPart(around.needs)
    qtbot.addWidget(part.widget)
    part.widget.resize(1100, 700)
    part.widget.show()
    qtbot.waitExposed(part.widget)
    part.open(ui_services.load(), around.workspace, language="en")
    part.show_meeting(meetings.show(around.workspace, meeting_id=around.world.meeting))
    part.looked_at(shown=True)
    return part


@pytest.fixture
def dialog():
    """Return a function that returns the dialog that is open."""

    def find():
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        return next(each for each in reversed(shown) if each.isVisible())

    return find
