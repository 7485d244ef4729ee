"""Keeps the items of an agenda in their places, no place twice, and numbered as was chosen."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.errors import RuleBroken
from app.domain.meeting import AgendaNumbering, Meeting
from app.domain.names import in_language
from app.store.unit_of_work import UnitOfWork
from app.texts.agenda_labels import label_items


class BelowItself(RuleBroken):
    """An agenda item was to be put below itself or below one of its own sub-items."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} cannot be put below itself.",
            "Choose a place outside the item.",
            field="parent_id",
        )


class OfAnotherMeeting(RuleBroken):
    """An agenda item was to be put below an item of another meeting."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} belongs to another meeting.",
            "Choose an item of the same agenda; what is carried on is entered there anew.",
            field="parent_id",
        )


def name_of(item: AgendaItem) -> str:
    """Return what an item is called in a sentence: its number, else its title."""
    return item.label or f"“{in_language(item.titles, 'en')}”"


def siblings_below(work: UnitOfWork, meeting_id: UUID, parent_id: UUID | None) -> list[AgendaItem]:
    """Return the items right below an item, or at the top, in their order."""
    items = work.find(AgendaItem, meeting_id=meeting_id, parent_id=parent_id)
    return sorted(items, key=lambda item: item.ordinal)


def require_one_agenda(work: UnitOfWork, meeting_id: UUID, parent_id: UUID | None) -> None:
    """Refuse a parent on the agenda of another meeting.

    Raises:
        OfAnotherMeeting: if it is.
    """
    parent = work.get(AgendaItem, parent_id) if parent_id else None
    if parent is not None and parent.meeting_id != meeting_id:
        raise OfAnotherMeeting(parent)


def require_outside(work: UnitOfWork, item: AgendaItem, parent_id: UUID | None) -> None:
    """Refuse a parent that is the item itself or lies below it.

    Raises:
        BelowItself: if it does.
    """
    above = parent_id
    while above is not None:
        if above == item.id:
            raise BelowItself(item)
        above = work.get(AgendaItem, above).parent_id


def put_at(items: list[AgendaItem], item: AgendaItem, position: int) -> list[AgendaItem]:
    """Return ``items`` with ``item`` among them at a position from 1, as near as there is one."""
    others = [other for other in items if other.id != item.id]
    others.insert(max(0, min(position - 1, len(others))), item)
    return others


def put_in_order(work: UnitOfWork, items: list[AgendaItem]) -> None:
    """Give items the places from 1; by way of negative ones, so that no two ever have one place."""
    moved = [(place, item) for place, item in enumerate(items, start=1) if item.ordinal != place]
    for place, item in moved:
        item.ordinal = -place
    work.flush()
    for place, item in moved:
        item.ordinal = place
    work.flush()


def renumber(work: UnitOfWork, meeting_id: UUID) -> None:
    """Write the number of every item anew, unless they are kept as they were entered."""
    numbering = work.get(Meeting, meeting_id).agenda_numbering
    if numbering is AgendaNumbering.AS_ENTERED:
        return
    walked = list(walk(work.find(AgendaItem, meeting_id=meeting_id)))
    labels = label_items([depth for _, depth in walked], numbering=numbering)
    for (item, _depth), label in zip(walked, labels, strict=True):
        if item.label != label:
            item.label = label


def walk(items: list[AgendaItem]) -> Iterator[tuple[AgendaItem, int]]:
    """Yield items as an agenda is read, each with how deep it lies and followed by those below."""
    below: dict[UUID | None, list[AgendaItem]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.ordinal):
        below[item.parent_id].append(item)

    def down(parent_id: UUID | None, depth: int) -> Iterator[tuple[AgendaItem, int]]:
        for item in below[parent_id]:
            yield item, depth
            yield from down(item.id, depth + 1)

    yield from down(None, 0)


def list_below(work: UnitOfWork, item: AgendaItem) -> list[AgendaItem]:
    """Return the items below one, however deep, as they are read."""
    found = list(walk(work.find(AgendaItem, meeting_id=item.meeting_id)))
    start = next(place for place, (each, _) in enumerate(found) if each.id == item.id)
    depth = found[start][1]
    below = []
    for each, deep in found[start + 1 :]:
        if deep <= depth:
            break
        below.append(each)
    return below
