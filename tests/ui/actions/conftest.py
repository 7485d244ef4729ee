"""The page of action items over a real workspace, with a window of its own."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import FixedClock
from app.services import actions, parties
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.actions.joining import ActionsDeskPage
from tests.builders import an_action, key_of
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW

TODAY = NOW.date()


@pytest.fixture(scope="session")
def shared_actions(tmp_path_factory):
    return tmp_path_factory.mktemp("actions")


@pytest.fixture
def around(tmp_path, shared_actions, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_actions)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def known(around):
    """A late one of Korea, one of Mongolia, one of both sides: the ids by number."""
    world = around.world
    drafts = (
        an_action(
            world.body,
            code="A1",
            texts={"en": "Send the draft annex"},
            party_id=world.korea,
            origin_meeting_id=world.meeting,
            due_on=TODAY - timedelta(days=12),
        ),
        an_action(
            world.body,
            code="A2",
            texts={"en": "Name two experts"},
            party_id=world.mongolia,
            status="in-progress",
            due_on=TODAY + timedelta(days=5),
        ),
        an_action(world.body, code="A10", texts={"en": "Share the glossary"}),
    )
    parties.choose_our_side(around.workspace, party_id=world.korea)
    return {draft.code: key_of(actions.assign(around.workspace, draft)) for draft in drafts}


@pytest.fixture
def badge():
    return []


@pytest.fixture
def place(qtbot, around, known, badge):
    """The page as the window knows it, looked at."""
    place = ActionsDeskPage(around.needs)
    place.take_badge(badge.append)
    qtbot.addWidget(place.widget)
    place.widget.resize(1224, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(ui_services.load(), around.workspace, language="en")
    place.show_body(around.world.body)
    place.looked_at(shown=True)
    return place


@pytest.fixture
def dialog():
    """Return the dialog that is open."""

    def find():
        shown = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]
        return shown[0] if shown else None

    return find
