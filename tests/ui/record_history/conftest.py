"""The pages of the history and of the trash over a real workspace in which things were done."""

import pytest

from app.clock import FixedClock
from app.services import agenda, agenda_papers, papers
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.record_history.joining import HistoryDeskPage, TrashDeskPage
from tests.builders import a_paper, an_agenda_item, key_of
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW

LONG = "Review of the detailed rules for implementing mitigation projects"
CHANGED = "Review of the adopted rules for implementing mitigation projects"


@pytest.fixture(scope="session")
def shared_history(tmp_path_factory):
    return tmp_path_factory.mktemp("history")


@pytest.fixture
def around(tmp_path, shared_history, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_history)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def item(around):
    """An agenda item with a paper before it, whose title was changed."""
    draft = an_agenda_item(around.world.meeting, label="", titles={"en": LONG})
    key = key_of(agenda.add_item(around.workspace, draft))
    paper = a_paper(around.world.body, meeting_id=around.world.meeting, symbol="JWG-1/1")
    paper_id = key_of(papers.register(around.workspace, paper))
    agenda_papers.add_paper(around.workspace, item_id=key, paper_id=paper_id)
    agenda.rename_item(around.workspace, item_id=key, language="en", title=CHANGED)
    return key


def shown(qtbot, around, page):
    """Return a page as the window knows it, looked at."""
    qtbot.addWidget(page.widget)
    page.widget.resize(1224, 820)
    page.widget.show()
    qtbot.waitExposed(page.widget)
    page.open(ui_services.load(), around.workspace, language="en")
    page.looked_at(shown=True)
    return page


@pytest.fixture
def history(qtbot, around, item):
    return shown(qtbot, around, HistoryDeskPage(around.needs))


@pytest.fixture
def trash(qtbot, around, item):
    return shown(qtbot, around, TrashDeskPage(around.needs))
