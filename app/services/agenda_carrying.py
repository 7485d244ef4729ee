"""Verbs that take up at a later meeting what an earlier one left unfinished."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.agenda import AgendaItem, AgendaPaper, ItemOutcome, ItemStatus
from app.domain.errors import RuleBroken
from app.domain.meeting import Meeting
from app.services.agenda_items import put_in, reach
from app.services.agenda_order import list_below, name_of, walk
from app.services.standard_items import AT_THE_END
from app.store.change_set import ChangeSet
from app.store.queries import agenda_backlog as queries
from app.store.queries.agenda_backlog import LeftOver
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["LeftOver", "carry", "list_left_over", "list_meetings_ahead"]

_OVER = frozenset({ItemStatus.CONCLUDED, ItemStatus.WITHDRAWN})
_COPIED = ("titles", "annotations", "lead_party_id", "minutes_planned", "note", "standard")


class NotUnfinished(RuleBroken):
    """An item was to be carried on that is concluded or withdrawn."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} is {item.status.value}, so there is nothing to carry on.",
            "Enter what is left to do as a new item of the next meeting.",
        )


class CarriedElsewhere(RuleBroken):
    """An item was to be carried on that another meeting has taken up already."""

    def __init__(self, item: AgendaItem, code: str) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} was carried to {code} already.",
            f"Carry it on from {code}, or delete it there first.",
        )


class NotAnotherMeeting(RuleBroken):
    """An item was to be carried to its own meeting, or to a meeting of another body."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} can only be carried to another meeting of its body.",
            "Choose a later meeting.",
            field="meeting_id",
        )


def list_meetings_ahead(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[tuple[UUID, str], ...]:
    """Return the meetings of the body that are still to come, with their names, the next first."""
    with workspace.read() as reader:
        return queries.list_meetings_ahead(reader, meeting_id=meeting_id, language=language)


def list_left_over(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[LeftOver, ...]:
    """Return what other meetings of the body left unfinished and none has taken up."""
    with workspace.read() as reader:
        return queries.list_left_over(reader, meeting_id=meeting_id, language=language)


def carry(workspace: Workspace, *, item_ids: Sequence[UUID], to_meeting_id: UUID) -> ChangeSet:
    """Enter items anew on the agenda of another meeting, with what is unfinished below them.

    What was carried there before is not entered twice. The old item is marked as deferred.

    Raises:
        NotUnfinished: if one of them is concluded or withdrawn.
        CarriedElsewhere: if one was carried to yet another meeting.
        NotAnotherMeeting: if the meeting is its own, or one of another body.
    """
    with workspace.write("Carry agenda items to next meeting") as work:
        target = work.get(Meeting, to_meeting_id)
        wanted = [work.get(AgendaItem, key) for key in item_ids]
        for item in wanted:
            _require_fitting(work, item, target)
        chosen = {each.id for item in wanted for each in (item, *_unfinished_below(work, item))}
        for meeting_id in dict.fromkeys(item.meeting_id for item in wanted):
            for item, _depth in walk(work.find(AgendaItem, meeting_id=meeting_id)):
                if item.id in chosen:
                    _carry_one(work, item, target)
        return work.commit(subject=to_meeting_id)


def _require_fitting(work: UnitOfWork, item: AgendaItem, target: Meeting) -> None:
    origin = work.get(Meeting, item.meeting_id)
    if origin.id == target.id or origin.body_id != target.body_id:
        raise NotAnotherMeeting(item)
    if item.status in _OVER:
        raise NotUnfinished(item)


def _unfinished_below(work: UnitOfWork, item: AgendaItem) -> list[AgendaItem]:
    return [below for below in list_below(work, item) if below.status not in _OVER]


def _carry_one(work: UnitOfWork, item: AgendaItem, target: Meeting) -> None:
    if item.carried_to_id is not None:
        there = work.get(AgendaItem, item.carried_to_id)
        if there.meeting_id != target.id:
            raise CarriedElsewhere(item, work.get(Meeting, there.meeting_id).code)
        return
    parent_id = _parent_there(work, item, target)
    draft = AgendaItem(
        **{name: getattr(item, name) for name in _COPIED},
        meeting_id=target.id,
        parent_id=parent_id,
        ordinal=1,
        carried_from_id=item.id,
    )
    fresh = put_in(work, draft, position=None if parent_id else _place_before_the_end(work, target))
    for link in work.find(AgendaPaper, agenda_item_id=item.id):
        paper = AgendaPaper(agenda_item_id=fresh.id, paper_id=link.paper_id, ordinal=link.ordinal)
        work.add(paper)
    item.carried_to_id = fresh.id
    reach(item, ItemStatus.DEFERRED)
    item.outcome = item.outcome or ItemOutcome.DEFERRED
    work.flush()


def _parent_there(work: UnitOfWork, item: AgendaItem, target: Meeting) -> UUID | None:
    """Return what the parent of an item was carried to, if it was carried there too."""
    if item.parent_id is None:
        return None
    carried = work.get(AgendaItem, item.parent_id).carried_to_id
    if carried is None or work.get(AgendaItem, carried).meeting_id != target.id:
        return None
    return carried


def _place_before_the_end(work: UnitOfWork, target: Meeting) -> int | None:
    """Return the place before other business, the next meeting and the closing."""
    top = work.find(AgendaItem, meeting_id=target.id, parent_id=None)
    places = [item.ordinal for item in top if item.standard in AT_THE_END]
    return min(places, default=None)
