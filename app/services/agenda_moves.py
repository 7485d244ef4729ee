"""Verbs that put an agenda item elsewhere, with everything below it."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.errors import Misfortune
from app.services.agenda_order import (
    BelowItself,
    OfAnotherMeeting,
    name_of,
    put_at,
    put_in_order,
    renumber,
    require_one_agenda,
    require_outside,
    siblings_below,
)
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "BelowItself",
    "Direction",
    "NoSuchPlace",
    "OfAnotherMeeting",
    "move_beside",
    "move_item",
    "nest_items",
    "shift_items",
]

Place = tuple[UUID | None, int]
"""Below which item, and at which position from 1."""


class Direction(StrEnum):
    """Where an item is sent by a key: a step up or down the list, a level up or down the tree."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    IN = "in"


class NoSuchPlace(Misfortune):
    """An item cannot go further in a direction."""

    def __init__(self, item: AgendaItem, direction: Direction) -> None:
        reasons = {
            Direction.UP: "stands first already",
            Direction.DOWN: "stands last already",
            Direction.OUT: "is not below another item",
            Direction.IN: "has no item before it that it could be put below",
        }
        super().__init__(f"Agenda item {name_of(item)} {reasons[direction]}.")
        self.direction = direction


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
        _move(work, item, (parent_id, position))
        return work.commit(subject=item_id)


def move_beside(
    workspace: Workspace, *, item_ids: Sequence[UUID], target_id: UUID, above: bool
) -> ChangeSet:
    """Put items, in the order given, right above or below another one, on its level.

    Raises:
        BelowItself: if the other lies below one of them.
        OfAnotherMeeting: if it is on the agenda of another meeting.
    """
    with workspace.write(_use_case(item_ids)) as work:
        target = work.get(AgendaItem, target_id)
        for item_id in item_ids if above else reversed(item_ids):
            item = work.get(AgendaItem, item_id)
            if item_id == target_id:
                continue
            comes_from_before = item.parent_id == target.parent_id and item.ordinal < target.ordinal
            position = target.ordinal if above else target.ordinal + 1
            _move(work, item, (target.parent_id, position - comes_from_before))
        return work.commit(subject=target_id)


def nest_items(workspace: Workspace, *, item_ids: Sequence[UUID], parent_id: UUID) -> ChangeSet:
    """Put items below another one, after those that are there.

    Raises:
        BelowItself: if the other lies below one of them.
        OfAnotherMeeting: if it is on the agenda of another meeting.
    """
    with workspace.write(_use_case(item_ids)) as work:
        parent = work.get(AgendaItem, parent_id)
        for item_id in item_ids:
            item = work.get(AgendaItem, item_id)
            last = len(siblings_below(work, parent.meeting_id, parent_id)) + 1
            _move(work, item, (parent_id, last))
        return work.commit(subject=parent_id)


def shift_items(
    workspace: Workspace, *, item_ids: Sequence[UUID], direction: Direction
) -> ChangeSet:
    """Send items, in the order of the agenda, one step up, down, out or in.

    Up and down they stay on their level.

    Raises:
        NoSuchPlace: if there is no further step in that direction.
    """
    towards_the_end = Direction(direction) in {Direction.DOWN, Direction.OUT}
    with workspace.write(_use_case(item_ids)) as work:
        for item_id in reversed(item_ids) if towards_the_end else item_ids:
            item = work.get(AgendaItem, item_id)
            place = _STEPS[Direction(direction)](work, item)
            if place is None:
                raise NoSuchPlace(item, Direction(direction))
            _move(work, item, place)
        return work.commit(subject=item_ids[0] if item_ids else None)


def _use_case(item_ids: Sequence[UUID]) -> str:
    return "Move agenda items" if len(item_ids) > 1 else "Move agenda item"


def _move(work: UnitOfWork, item: AgendaItem, place: Place) -> None:
    parent_id, position = place
    require_one_agenda(work, item.meeting_id, parent_id)
    require_outside(work, item, parent_id)
    old_parent = item.parent_id
    if old_parent != parent_id:
        item.ordinal = 0  # nobody's place, while the item is on its way
        item.parent_id = parent_id
        work.flush()
    beside = siblings_below(work, item.meeting_id, parent_id)
    put_in_order(work, put_at(beside, item, position))
    if old_parent != parent_id:
        put_in_order(work, siblings_below(work, item.meeting_id, old_parent))
    renumber(work, item.meeting_id)


def _up(work: UnitOfWork, item: AgendaItem) -> Place | None:
    if item.ordinal > 1:
        return item.parent_id, item.ordinal - 1
    aunt = _beside_parent(work, item, -1)
    if aunt is None:
        return None
    return aunt.id, len(siblings_below(work, item.meeting_id, aunt.id)) + 1


def _down(work: UnitOfWork, item: AgendaItem) -> Place | None:
    if item.ordinal < len(siblings_below(work, item.meeting_id, item.parent_id)):
        return item.parent_id, item.ordinal + 1
    aunt = _beside_parent(work, item, +1)
    return (aunt.id, 1) if aunt is not None else None


def _out(work: UnitOfWork, item: AgendaItem) -> Place | None:
    if item.parent_id is None:
        return None
    parent = work.get(AgendaItem, item.parent_id)
    return parent.parent_id, parent.ordinal + 1


def _in(work: UnitOfWork, item: AgendaItem) -> Place | None:
    if item.ordinal == 1:
        return None
    before = siblings_below(work, item.meeting_id, item.parent_id)[item.ordinal - 2]
    return before.id, len(siblings_below(work, item.meeting_id, before.id)) + 1


def _beside_parent(work: UnitOfWork, item: AgendaItem, step: int) -> AgendaItem | None:
    """Return the item that stands before or after the item's parent, so that the level stays."""
    if item.parent_id is None:
        return None
    parent = work.get(AgendaItem, item.parent_id)
    beside = siblings_below(work, item.meeting_id, parent.parent_id)
    place = parent.ordinal - 1 + step
    return beside[place] if 0 <= place < len(beside) else None


_STEPS = {Direction.UP: _up, Direction.DOWN: _down, Direction.OUT: _out, Direction.IN: _in}
