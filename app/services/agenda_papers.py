"""Verbs for the papers before an agenda item: put one there, take it away, put them in order."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.agenda import AgendaItem, AgendaPaper
from app.domain.errors import RuleBroken
from app.domain.paper import Paper
from app.services.agenda_order import name_of
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["AlreadyBefore", "add_paper", "add_papers", "remove_paper"]


class AlreadyBefore(RuleBroken):
    """A paper was to be put before an item before which it is already."""

    def __init__(self, item: AgendaItem, paper: Paper) -> None:
        super().__init__(
            f"{paper.symbol} is before agenda item {name_of(item)} already.",
            "Choose another paper.",
            field="paper_id",
        )


def add_paper(workspace: Workspace, *, item_id: UUID, paper_id: UUID) -> ChangeSet:
    """Put a paper before an agenda item, after those that are there.

    Raises:
        AlreadyBefore: if it is there already.
    """
    with workspace.write("Put paper before agenda item") as work:
        put_before(work, item_id, paper_id)
        return work.commit(subject=item_id)


def add_papers(workspace: Workspace, *, item_id: UUID, paper_ids: Sequence[UUID]) -> ChangeSet:
    """Put several papers before an agenda item; those that are there already stay."""
    with workspace.write("Put papers before agenda item") as work:
        work.get(AgendaItem, item_id)
        held = {link.paper_id for link in work.find(AgendaPaper, agenda_item_id=item_id)}
        for paper_id in paper_ids:
            if paper_id not in held:
                put_before(work, item_id, paper_id)
        return work.commit(subject=item_id)


def remove_paper(workspace: Workspace, *, item_id: UUID, paper_id: UUID) -> ChangeSet:
    """Take a paper away from an agenda item; the paper itself stays."""
    with workspace.write("Take paper from agenda item") as work:
        work.delete(work.get(AgendaPaper, (item_id, paper_id)))
        return work.commit(subject=item_id)


def set_papers(work: UnitOfWork, item_id: UUID, paper_ids: Sequence[UUID]) -> None:
    """Put just these papers before an item, in this order, within ``work``."""
    held = {link.paper_id: link for link in work.find(AgendaPaper, agenda_item_id=item_id)}
    for paper_id in held.keys() - set(paper_ids):
        work.delete(held.pop(paper_id))
    for place, paper_id in enumerate(dict.fromkeys(paper_ids), start=1):
        if paper_id not in held:
            work.get(Paper, paper_id)
            work.add(AgendaPaper(agenda_item_id=item_id, paper_id=paper_id, ordinal=place))
        elif held[paper_id].ordinal != place:
            held[paper_id].ordinal = place
    work.flush()


def put_before(work: UnitOfWork, item_id: UUID, paper_id: UUID) -> None:
    """Put a paper before an item within ``work``.

    Raises:
        AlreadyBefore: if it is there already.
    """
    item, paper = work.get(AgendaItem, item_id), work.get(Paper, paper_id)
    held = work.find(AgendaPaper, agenda_item_id=item_id)
    if paper_id in {link.paper_id for link in held}:
        raise AlreadyBefore(item, paper)
    last = max((link.ordinal for link in held), default=0)
    work.add(AgendaPaper(agenda_item_id=item_id, paper_id=paper_id, ordinal=last + 1))
    work.flush()
