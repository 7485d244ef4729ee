from uuid import UUID

import pytest

from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.services import agenda, agenda_papers, papers
from app.store.workspace import Workspace
from tests.builders import World, a_paper, an_agenda_item, key_of
from tests.services.conftest import Unchanged


@pytest.fixture
def item(workspace: Workspace, world: World) -> UUID:
    return key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))


@pytest.fixture
def registered(workspace: Workspace, world: World) -> dict[str, UUID]:
    return {
        symbol: key_of(papers.register(workspace, a_paper(world.body, symbol=symbol)))
        for symbol in ("P1", "P2", "P3")
    }


def before(workspace: Workspace, world: World) -> list[str]:
    (row,) = agenda.outline(workspace, meeting_id=world.meeting).items
    return [paper.symbol for paper in row.papers]


def test_papers_stand_in_the_order_in_which_they_were_put_there(
    workspace: Workspace, world: World, item: UUID, registered: dict[str, UUID]
) -> None:
    for symbol in ("P3", "P1"):
        agenda_papers.add_paper(workspace, item_id=item, paper_id=registered[symbol])
    agenda_papers.add_papers(workspace, item_id=item, paper_ids=tuple(registered.values()))
    assert before(workspace, world) == ["P3", "P1", "P2"]


def test_a_paper_is_taken_away_and_stays_a_paper(
    workspace: Workspace, world: World, item: UUID, registered: dict[str, UUID]
) -> None:
    agenda_papers.add_papers(workspace, item_id=item, paper_ids=tuple(registered.values()))
    agenda_papers.remove_paper(workspace, item_id=item, paper_id=registered["P2"])
    assert before(workspace, world) == ["P1", "P3"]


def test_a_paper_is_put_before_an_item_once_and_the_refusal_names_both(
    workspace: Workspace, item: UUID, registered: dict[str, UUID], unchanged: Unchanged
) -> None:
    agenda_papers.add_paper(workspace, item_id=item, paper_id=registered["P1"])
    with unchanged(), pytest.raises(RuleBroken, match="P1 is before agenda item 1 already"):
        agenda_papers.add_paper(workspace, item_id=item, paper_id=registered["P1"])


def test_a_paper_that_is_not_there_cannot_be_taken_away(
    workspace: Workspace, item: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound):
        agenda_papers.remove_paper(workspace, item_id=item, paper_id=new_id())
