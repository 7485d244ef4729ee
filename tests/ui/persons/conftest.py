"""The page of persons over a real workspace, with a window of its own."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import FixedClock
from app.services import persons
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.persons.joining import PersonsDeskPage
from tests.builders import a_person, key_of, seat_person
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW


@pytest.fixture(scope="session")
def shared_persons(tmp_path_factory):
    return tmp_path_factory.mktemp("persons")


@pytest.fixture
def around(tmp_path, shared_persons, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_persons)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def known(around):
    """Cho, who has sat for Korea; Lee; and one who may be Cho: the ids by name."""
    seat_person(
        around.workspace,
        around.world.korean_delegation,
        "Cho Gye-yeon",
        printed_posts={"en": "Director-General"},
        attendance="attended",
    )
    for name in ("CHO Gye Yoen", "Lee Bo-ra"):
        key_of(persons.register(around.workspace, a_person(printed_name=name)))
    return {row.name: row.id for row in persons.list_all(around.workspace)}


@pytest.fixture
def place(qtbot, around, known):
    """The page as the window knows it, looked at."""
    place = PersonsDeskPage(around.needs)
    qtbot.addWidget(place.widget)
    place.widget.resize(1224, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(ui_services.load(), around.workspace, language="en")
    place.looked_at(shown=True)
    return place


@pytest.fixture
def dialog():
    """Return a function that returns the dialog that is open."""

    def find():
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        return next(each for each in reversed(shown) if each.isVisible())

    return find
