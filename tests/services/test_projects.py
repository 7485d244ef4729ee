from datetime import date
from decimal import Decimal

import pytest

from app.domain.errors import InvalidValue, NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.project import ProjectParty, ProjectReview, ProjectStatus, Quantity, Rating
from app.services import projects
from app.store.workspace import Workspace
from tests.builders import World, a_project, key_of, register_organisation
from tests.services.conftest import Unchanged


def test_projects_are_listed_by_title(workspace: Workspace) -> None:
    for code, title in (("B", "solar"), ("A", "Zero waste"), ("C", "Landfill gas")):
        projects.register(workspace, a_project(code=code, titles={"en": title}, count=2))
    rows = projects.list_all(workspace)
    assert [(row.code, row.count, row.status) for row in rows] == [
        ("C", 2, "unknown"),
        ("B", 2, "unknown"),
        ("A", 2, "unknown"),
    ]


def test_a_project_has_its_parties_and_organisations_once(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(projects.register(workspace, a_project()))
    organisation = register_organisation(workspace)
    projects.add_party(workspace, project_id=key, party_id=world.korea, role="proposer")
    projects.add_organisation(workspace, project_id=key, organisation_id=organisation)
    with workspace.read() as reader:
        assert [row.role for row in reader.find(ProjectParty, project_id=key)] == ["proposer"]
    with unchanged(), pytest.raises(RuleBroken):
        projects.add_party(workspace, project_id=key, party_id=world.korea)
    with unchanged(), pytest.raises(RuleBroken):
        projects.add_organisation(workspace, project_id=key, organisation_id=organisation)
    with unchanged(), pytest.raises(RuleBroken, match="a party that is not in the workspace"):
        projects.add_party(workspace, project_id=key, party_id=new_id())


def test_a_project_is_reviewed_once_a_day_in_per_cent(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(projects.register(workspace, a_project()))
    review = ProjectReview(
        project_id=key,
        meeting_id=world.meeting,
        reviewed_on=date(2025, 5, 27),
        progress=40,
        rating=Rating.AT_RISK,
    )
    projects.review(workspace, review)
    with unchanged(), pytest.raises(RuleBroken, match="already reviewed that day"):
        projects.review(workspace, ProjectReview(project_id=key, reviewed_on=date(2025, 5, 27)))
    wrong = ProjectReview(project_id=key, reviewed_on=date(2025, 5, 28), progress=101)
    with unchanged(), pytest.raises(RuleBroken, match="percentage from 0 to 100"):
        projects.review(workspace, wrong)


def test_a_project_takes_lawful_steps_only(workspace: Workspace, unchanged: Unchanged) -> None:
    key = key_of(projects.register(workspace, a_project()))
    projects.change_status(workspace, project_id=key, status=ProjectStatus.ACTIVE)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“active” cannot become “proposed”"):
        projects.change_status(workspace, project_id=key, status=ProjectStatus.PROPOSED)


def test_a_figure_keeps_the_words_of_its_source(workspace: Workspace) -> None:
    key = key_of(projects.register(workspace, a_project()))
    draft = Quantity(
        entity="project", pk=str(key), value="46.6", unit="µg/m³", words="46.6 µg/m³ in 2020"
    )
    made = key_of(projects.record_quantity(workspace, draft))
    with workspace.read() as reader:
        stored = reader.get(Quantity, made)
    assert (stored.value, stored.unit, stored.words) == (
        Decimal("46.6"),
        "µg/m³",
        "46.6 µg/m³ in 2020",
    )


def test_a_project_that_ends_before_it_starts_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="cannot end before it starts"):
        projects.register(workspace, a_project(starts_on="2016", ends_on="2006"))
    with unchanged(), pytest.raises(InvalidValue, match="Count: Enter a number that is 1 or more"):
        projects.register(workspace, a_project(count=0))


def test_what_is_not_there_is_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no project"):
        projects.add_party(workspace, project_id=new_id(), party_id=new_id())
    with unchanged(), pytest.raises(NotFound, match="There is no project"):
        projects.add_organisation(workspace, project_id=new_id(), organisation_id=new_id())
    with unchanged(), pytest.raises(NotFound, match="There is no project"):
        projects.review(
            workspace, ProjectReview(project_id=new_id(), reviewed_on=date(2025, 5, 27))
        )
