import pytest

from app.domain.body import Body
from app.domain.meeting import Meeting
from app.domain.paper import PaperCategory
from app.services import papers
from app.store.workspace import Workspace
from tests.builders import World, a_paper

C = PaperCategory


def enter_pattern(workspace: Workspace, world: World, pattern: str) -> None:
    with workspace.write("Enter pattern") as work:
        work.get(Body, world.body).settings = {"paper_pattern": pattern}
        work.commit()


def propose(workspace: Workspace, world: World, category: PaperCategory = C.WORKING) -> str:
    return papers.propose_symbol(workspace, meeting_id=world.meeting, category=category)


def test_the_pattern_of_the_body_gives_the_symbol(workspace: Workspace, world: World) -> None:
    enter_pattern(workspace, world, "JWG.{ordinal}/{number}")
    assert propose(workspace, world) == "JWG.1/1"
    papers.register(workspace, a_paper(world.body, symbol="JWG.1/1"))
    assert propose(workspace, world) == "JWG.1/2"


@pytest.mark.parametrize(
    ("category", "symbol"),
    [
        (C.INFORMATION, "JWG.1/INF.1"),
        (C.CONFERENCE_ROOM, "JWG.1/CRP.1"),
        (C.NON_PAPER, "JWG.1/NP.1"),
        (C.REPORT, "JWG.1/1"),
    ],
)
def test_some_kinds_of_paper_are_counted_by_themselves(
    workspace: Workspace, world: World, category: PaperCategory, symbol: str
) -> None:
    enter_pattern(workspace, world, "JWG.{ordinal}/{number}")
    assert propose(workspace, world, category) == symbol


def test_without_a_pattern_the_papers_of_the_meeting_show_how(
    workspace: Workspace, world: World
) -> None:
    assert propose(workspace, world) == "JWG-1/1"
    papers.register(
        workspace, a_paper(world.body, meeting_id=world.meeting, symbol="JC(2025)/INF.2")
    )
    assert propose(workspace, world) == "JC(2025)/1"
    assert propose(workspace, world, C.INFORMATION) == "JC(2025)/INF.1"


def test_a_symbol_that_was_proposed_for_another_file_is_not_proposed_again(
    workspace: Workspace, world: World
) -> None:
    taken: list[str] = []
    for _ in range(3):
        taken.append(
            papers.propose_symbol(
                workspace, meeting_id=world.meeting, category=C.WORKING, taken=taken
            )
        )
    assert taken == ["JWG-1/1", "JWG-1/2", "JWG-1/3"]


@pytest.mark.parametrize("pattern", ["{nonsense}/{number}", "{}", "{0.__class__}{number}"])
def test_a_pattern_with_unknown_fields_does_no_harm(
    workspace: Workspace, world: World, pattern: str
) -> None:
    enter_pattern(workspace, world, pattern)
    assert propose(workspace, world).endswith("1")


def test_a_meeting_without_a_code_counts_by_year(workspace: Workspace, world: World) -> None:
    with workspace.write("Take code away") as work:
        work.get(Meeting, world.meeting).code = ""
        work.commit()
    assert propose(workspace, world).endswith("/1")
