"""The page of projects over a real workspace: entered, reviewed, linked, written as a paper."""

from decimal import Decimal

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from app.clock import FixedClock
from app.domain.identity import new_id
from app.domain.source import SourceQuality
from app.services import projects, sources
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.projects.joining import ProjectsDeskPage
from app.ui.projects.view import Adding
from tests.builders import a_source, key_of, register_organisation, take_decision
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW


@pytest.fixture(scope="session")
def shared_projects(tmp_path_factory):
    return tmp_path_factory.mktemp("projects")


@pytest.fixture
def around(tmp_path, shared_projects, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_projects)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def landfill(around):
    values = {"titles": {"en": "Landfill gas"}, "code": "KM-P1", "count": 1}
    body = around.world.body
    return key_of(projects.enter(around.workspace, body_id=body, values=values))


@pytest.fixture
def place(qtbot, around, landfill):
    """The page as the window knows it, with a project open."""
    place = ProjectsDeskPage(around.needs)
    qtbot.addWidget(place.widget)
    place.widget.resize(1224, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(ui_services.load(), around.workspace, language="en")
    place.show_body(around.world.body)
    place.looked_at(shown=True)
    place.show_record("project", landfill)
    return place


def dialog():
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    return shown[0] if shown else None


def press(qtbot, root, name):
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(around, key):
    return projects.show(around.workspace, project_id=key)


def test_a_project_is_entered_with_the_parties_of_its_body(place, around, qtbot):
    press(qtbot, place.page, "add_project")
    qtbot.keyClicks(dialog().form.field("titles").line("en").editor, "Ger insulation")
    press(qtbot, dialog(), "save")
    assert dialog().form.note("code") == "Enter a short code, such as P-1."
    qtbot.keyClicks(dialog().form.field("code").editor, "KM-P2")
    press(qtbot, dialog(), "save")
    assert dialog() is None
    rows = projects.list_for_body(around.workspace, body_id=around.world.body)
    made = shown(around, rows[1].id)
    assert (rows[1].code, [each.name for each in made.parties]) == (
        "KM-P2",
        ["Mongolia", "Republic of Korea"],
    )


def test_a_meeting_reviews_it_once_a_day_with_a_rating(place, around, landfill, qtbot):
    for refused in (False, True):
        press(qtbot, place.page, "add_project_review")
        form = dialog().form
        form.field("meeting_id").set_value(around.world.meeting)
        form.field("reviewed_on").set_value(NOW.date())
        form.field("rating").set_value("at-risk")
        form.field("progress").set_value(20)
        press(qtbot, dialog(), "save")
        assert (dialog() is not None) is refused
    assert "already reviewed that day" in dialog().form.note("reviewed_on")
    dialog().close_saved()
    (review,) = shown(around, landfill).reviews
    assert (review.meeting, review.rating, review.progress) == ("JWG-1", "at-risk", 20)
    assert place.page.list_pane.table.rows()[0].rating == "at-risk"


def test_a_figure_keeps_its_words_its_number_and_its_source(place, around, landfill, qtbot):
    source = key_of(sources.register(around.workspace, a_source(quality=SourceQuality.PRESS)))
    place.presenter.start_adding_to(Adding.FIGURE)
    form = dialog().form
    qtbot.keyClicks(form.field("words").editor, "about 540,000 t over ten years")
    qtbot.keyClicks(form.field("value").editor, "half a million")
    press(qtbot, dialog(), "save")
    assert "Write it with digits" in form.note("value")
    form.field("value").set_value("540,000")
    form.field("unit").set_value("t")
    form.field("source_id").set_value(source)
    press(qtbot, dialog(), "save")
    (figure,) = shown(around, landfill).figures
    assert (figure.value, figure.unit, figure.source) == (Decimal(540_000), "t", "Press release")
    press(qtbot, place.page, f"remove_figure_{figure.id}")
    assert shown(around, landfill).figures == ()


def test_a_decision_is_linked_once_and_leads_to_it(place, around, landfill, qtbot):
    decision = take_decision(around.workspace, around.world.body, "D1")
    for _again in range(2):
        place.presenter.start_adding_to(Adding.DECISION)
        dialog().form.field("decision_id").set_value(decision)
        press(qtbot, dialog(), "save")
    assert "is linked to this project already" in dialog().form.note("decision_id")
    dialog().close_saved()
    press(qtbot, place.page, "project_decision_0")
    assert around.gone_to == [("decision", decision)]


def test_organisations_and_status_are_taken_on_and_off(place, around, landfill, qtbot):
    office = register_organisation(around.workspace)
    place.presenter.add(Adding.ORGANISATION, {"organisation_id": office, "role": "Pays"})
    assert [each.role for each in shown(around, landfill).organisations] == ["Pays"]
    place.presenter.remove(Adding.ORGANISATION, office)
    assert shown(around, landfill).organisations == ()
    place.presenter.change_status(projects.ProjectStatus.ACTIVE)
    told = place.page.findChildren(QLabel, "project_status")
    assert told[-1].text() == "Under way"


def test_the_review_paper_is_written(place, around, tmp_path, qtbot):
    place.presenter.list_every(False)
    around.notifier.answers.append(tmp_path / "review.docx")
    press(qtbot, place.page, "projects_paper")
    told = docx.Document(str(tmp_path / "review.docx")).element.xpath("string(.)")
    assert "KM-P1" in told
    assert "Landfill gas" in told


def test_a_project_that_is_gone_is_told(place, around, landfill):
    place.show_record("project", new_id())
    assert "There is no project" in around.notifier.told[-1][0]
