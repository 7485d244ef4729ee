from datetime import date

import pytest

from app.domain.attachment import Attachment
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.paper import PaperFile, PaperStatus
from app.services import papers
from app.store.workspace import Workspace
from tests.builders import World, a_paper, key_of
from tests.services.conftest import Unchanged


def test_papers_of_a_meeting_are_listed_by_symbol(workspace: Workspace, world: World) -> None:
    for symbol in ("JWG-1/3", "JWG-1/1"):
        draft = a_paper(
            world.body, meeting_id=world.meeting, symbol=symbol, issued_on=date(2025, 5, 20)
        )
        papers.register(workspace, draft)
    papers.register(workspace, a_paper(world.body, symbol="JWG/INFO/1"))
    rows = papers.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [row.symbol for row in rows] == ["JWG-1/1", "JWG-1/3"]
    assert (rows[0].title, rows[0].category, rows[0].status) == ("Draft rules", "working", "draft")
    assert (rows[0].issued_on, rows[0].distribution) == (date(2025, 5, 20), "both-sides")
    assert (rows[0].has_file, rows[0].sealed, rows[0].languages) == (False, False, ())


def test_a_symbol_is_given_once_in_a_body(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    papers.register(workspace, a_paper(world.body))
    with unchanged(), pytest.raises(RuleBroken, match="already has a paper with this symbol"):
        papers.register(workspace, a_paper(world.body))


def test_a_paper_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(papers.register(workspace, a_paper(world.body)))
    with unchanged(), pytest.raises(UnlawfulTransition, match="“draft” cannot become “final”"):
        papers.change_status(workspace, paper_id=key, status=PaperStatus.FINAL)
    for status in (PaperStatus.CIRCULATED, PaperStatus.FINAL, PaperStatus.WITHDRAWN):
        papers.change_status(workspace, paper_id=key, status=status)
    with unchanged(), pytest.raises(UnlawfulTransition, match="nothing further"):
        papers.change_status(workspace, paper_id=key, status=PaperStatus.DRAFT)


def test_a_final_paper_whose_file_is_held_counts_as_sealed(
    workspace: Workspace, world: World
) -> None:
    draft = a_paper(world.body, meeting_id=world.meeting, status=PaperStatus.FINAL)
    key = key_of(papers.register(workspace, draft))
    file = Attachment(sha256="0" * 64, size=3, media_type="application/pdf", file_name="a.pdf")
    with workspace.write("Attach file") as work:
        work.add(file)
        for language in ("mn", "en"):
            work.add(PaperFile(paper_id=key, language=language, attachment_id=file.id))
        work.commit()
    (row,) = papers.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.languages, row.has_file, row.sealed) == (("en", "mn"), True, True)


def test_what_is_not_there_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no paper"):
        papers.change_status(workspace, paper_id=new_id(), status=PaperStatus.FINAL)
    with unchanged(), pytest.raises(RuleBroken, match="a body that is not in the workspace"):
        papers.register(workspace, a_paper(new_id()))
