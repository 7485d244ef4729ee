"""Verbs for papers: register one under its symbol and take it a step on."""

from uuid import UUID

from app.domain.paper import PAPER_LIFE, Paper, PaperStatus
from app.store.change_set import ChangeSet
from app.store.queries import papers as queries
from app.store.queries.papers import PaperRow
from app.store.workspace import Workspace

__all__ = ["PaperRow", "change_status", "list_for_meeting", "register"]


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[PaperRow, ...]:
    """Return the papers of a meeting by symbol."""
    with workspace.read() as reader:
        return queries.list_papers(reader, meeting_id=meeting_id, language=language)


def register(workspace: Workspace, draft: Paper) -> ChangeSet:
    """Register a paper.

    Raises:
        RuleBroken: if the body already has a paper with this symbol.
    """
    with workspace.write("Register paper") as work:
        paper = work.add(draft.copied())
        return work.commit(subject=paper.id)


def change_status(workspace: Workspace, *, paper_id: UUID, status: PaperStatus) -> ChangeSet:
    """Take a paper a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the paper stands.
    """
    with workspace.write("Change status of paper") as work:
        paper = work.get(Paper, paper_id)
        PAPER_LIFE.require(paper.status, status)
        paper.status = status
        return work.commit(subject=paper_id)
