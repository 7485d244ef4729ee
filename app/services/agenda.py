"""Verbs for the agenda: add an item, put it elsewhere, record what came of it."""

from uuid import UUID

from app.domain.agenda import ITEM_LIFE, AgendaItem, AgendaPaper, ItemOutcome, ItemStatus
from app.domain.errors import RuleBroken
from app.domain.meeting import AGENDA_LIFE, AgendaStatus, Meeting
from app.domain.names import Names
from app.domain.paper import Paper
from app.store.change_set import ChangeSet
from app.store.queries import agenda as queries
from app.store.queries.agenda import AgendaRow
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "AgendaRow",
    "add_item",
    "add_paper",
    "change_agenda_status",
    "change_status",
    "list_for_meeting",
    "move_item",
    "record_outcome",
]


class BelowItself(RuleBroken):
    """An agenda item was to be put below itself or below one of its own sub-items."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Agenda item {label} cannot be put below itself.",
            "Choose a place outside the item.",
        )


class OfAnotherMeeting(RuleBroken):
    """An agenda item was to be put below an item of another meeting."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Agenda item {label} belongs to another meeting.",
            "Choose an item of the same agenda; what is carried on is entered there anew.",
        )


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[AgendaRow, ...]:
    """Return the items of a meeting's agenda, each followed by those below it."""
    with workspace.read() as reader:
        return queries.list_agenda(reader, meeting_id=meeting_id, language=language)


def add_item(workspace: Workspace, draft: AgendaItem) -> ChangeSet:
    """Add an item at the end of the agenda, or at the end of those below its parent.

    Raises:
        OfAnotherMeeting: if the parent is on the agenda of another meeting.
    """
    with workspace.write("Add agenda item") as work:
        work.get(Meeting, draft.meeting_id)
        _require_one_agenda(work, draft.meeting_id, draft.parent_id)
        item = draft.copied()
        item.ordinal = len(_siblings(work, item.meeting_id, item.parent_id)) + 1
        work.add(item)
        return work.commit(subject=item.id)


def move_item(
    workspace: Workspace, *, item_id: UUID, parent_id: UUID | None, position: int
) -> ChangeSet:
    """Put an item, with everything below it, at a position (from 1) below a parent.

    Raises:
        BelowItself: if the new parent lies below the item.
        OfAnotherMeeting: if it is on the agenda of another meeting.
    """
    with workspace.write("Move agenda item") as work:
        item = work.get(AgendaItem, item_id)
        _require_one_agenda(work, item.meeting_id, parent_id)
        _require_outside(work, item, parent_id)
        old_parent = item.parent_id
        item.ordinal = 0  # nobody's place, while the item is on its way
        item.parent_id = parent_id
        siblings = [
            other for other in _siblings(work, item.meeting_id, parent_id) if other.id != item_id
        ]
        siblings.insert(max(0, min(position - 1, len(siblings))), item)
        _put_in_order(work, siblings)
        if old_parent != parent_id:
            _put_in_order(work, _siblings(work, item.meeting_id, old_parent))
        return work.commit(subject=item_id)


def change_status(workspace: Workspace, *, item_id: UUID, status: ItemStatus) -> ChangeSet:
    """Take an item a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the item stands.
    """
    with workspace.write("Change status of agenda item") as work:
        item = work.get(AgendaItem, item_id)
        ITEM_LIFE.require(item.status, status)
        item.status = status
        return work.commit(subject=item_id)


def record_outcome(
    workspace: Workspace, *, item_id: UUID, outcome: ItemOutcome, texts: Names | None = None
) -> ChangeSet:
    """Record what came of an item."""
    with workspace.write("Record outcome of agenda item") as work:
        item = work.get(AgendaItem, item_id)
        item.outcome = outcome
        item.outcomes = texts or {}
        return work.commit(subject=item_id)


def change_agenda_status(
    workspace: Workspace, *, meeting_id: UUID, status: AgendaStatus
) -> ChangeSet:
    """Take the agenda as a whole a lawful step on, from preliminary to adopted."""
    with workspace.write("Change status of agenda") as work:
        meeting = work.get(Meeting, meeting_id)
        AGENDA_LIFE.require(meeting.agenda_status, status)
        meeting.agenda_status = status
        return work.commit(subject=meeting_id)


def add_paper(workspace: Workspace, *, item_id: UUID, paper_id: UUID) -> ChangeSet:
    """Put a paper before an agenda item."""
    with workspace.write("Put paper before agenda item") as work:
        work.get(AgendaItem, item_id)
        work.get(Paper, paper_id)
        work.add(AgendaPaper(agenda_item_id=item_id, paper_id=paper_id))
        return work.commit(subject=item_id)


def _siblings(work: UnitOfWork, meeting_id: UUID, parent_id: UUID | None) -> list[AgendaItem]:
    items = work.find(AgendaItem, meeting_id=meeting_id)
    below = [item for item in items if item.parent_id == parent_id]
    return sorted(below, key=lambda item: item.ordinal)


def _require_one_agenda(work: UnitOfWork, meeting_id: UUID, parent_id: UUID | None) -> None:
    parent = work.get(AgendaItem, parent_id) if parent_id else None
    if parent is not None and parent.meeting_id != meeting_id:
        raise OfAnotherMeeting(parent.label)


def _require_outside(work: UnitOfWork, item: AgendaItem, parent_id: UUID | None) -> None:
    above = parent_id
    while above is not None:
        if above == item.id:
            raise BelowItself(item.label)
        above = work.get(AgendaItem, above).parent_id


def _put_in_order(work: UnitOfWork, items: list[AgendaItem]) -> None:
    """Number items from 1; by way of negative numbers, so that no two ever have one place."""
    for ordinal, item in enumerate(items, start=1):
        item.ordinal = -ordinal
    work.flush()
    for ordinal, item in enumerate(items, start=1):
        item.ordinal = ordinal
    work.flush()
