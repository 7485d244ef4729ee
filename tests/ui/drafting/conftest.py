"""The drafting page over a real workspace with an adopted text of three articles."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import FixedClock
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.drafting.joining import DraftingDeskPage
from tests.builders import a_numbered_paragraph, adopt_rules, an_article
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW


@pytest.fixture(scope="session")
def shared_drafting(tmp_path_factory):
    return tmp_path_factory.mktemp("drafting")


@pytest.fixture
def ground(tmp_path, shared_drafting, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_drafting)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        ground = surround(workspace, world, tmp_path)
        yield ground
    assert ground.mistakes == []


@pytest.fixture
def rules_id(ground):
    return adopt_rules(
        ground.workspace,
        ground.world.body,
        an_article(1, "As {ref:art_3} says.", ko="제3조에 따른다."),
        an_article(2, "See Article 3(2).", ko="제3조제2항을 본다."),
        an_article(
            3, "Rules.", a_numbered_paragraph(3, 1, "One."), a_numbered_paragraph(3, 2, "Two.")
        ),
    )


class Drafting:
    """The page, and what is done on it."""

    def __init__(self, place, ground):
        self.place = place
        self.page = place.page
        self.ground = ground
        self.services = ui_services.load()

    @property
    def version(self):
        return self.place.presenter.draft.version_id

    def editor(self, language="en"):
        return self.page.text.block(language).editor

    def stored(self, eid, language="en"):
        sheet = self.services.draft_sheets.read_provision(
            self.ground.workspace, version_id=self.version, eid=eid
        )
        return next(each.text for each in sheet.wordings if each.language == language)

    def lines(self):
        return {line.eid: (line.label, str(line.change)) for line in self.page.outline.table.rows()}

    def go_to(self, eid):
        self.page.outline.table.choose((eid,))

    def compose(self, editor, preedit, commit=""):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(editor, event)

    def dialog(self):
        return next(
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        )


@pytest.fixture
def drafting(qtbot, ground, rules_id):
    """The page with a draft that was begun in its dialog."""
    place = DraftingDeskPage(ground.needs)
    qtbot.addWidget(place.widget)
    place.widget.resize(1200, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(ui_services.load(), ground.workspace, language="en")
    place.show_body(ground.world.body)
    place.looked_at(shown=True)
    place.show_record("rule_drafting", rules_id)
    drafting = Drafting(place, ground)
    dialog = drafting.dialog()
    assert dialog.form.values() == {"label": "2.0"}
    dialog.submit()
    assert place.presenter.draft is not None
    return drafting
