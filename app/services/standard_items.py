"""Verbs for the items that nearly every agenda has: put them in, in the languages of the body."""

import json
from collections.abc import Sequence
from functools import cache
from uuid import UUID

from app.domain.agenda import AgendaItem, ItemStatus, StandardItem
from app.domain.body import Body
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import Names
from app.paths import resource
from app.services.agenda_items import put_in
from app.store.change_set import ChangeSet
from app.store.queries.agenda_outline import languages_of
from app.store.queries.minutes import latest_edition
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["StandardItem", "insert", "list_missing", "titles_of"]

_ORDER = tuple(StandardItem)
AT_THE_END = frozenset(
    {StandardItem.OTHER_BUSINESS, StandardItem.NEXT_MEETING, StandardItem.CLOSING}
)
"""What stands after everything else on an agenda."""
_LOOKS_BACK = frozenset({StandardItem.PREVIOUS_MINUTES, StandardItem.ACTION_REVIEW})


def titles_of(kind: StandardItem) -> Names:
    """Return how a standard item is called, in every language that has the field's own phrase."""
    return dict(_wording()[StandardItem(kind)]["title"])


def list_missing(workspace: Workspace, *, meeting_id: UUID) -> tuple[StandardItem, ...]:
    """Return the standard items that an agenda does not have yet, in their usual order.

    The first meeting of a body has nothing to look back on.
    """
    with workspace.read() as reader:
        return _missing(reader, reader.get(Meeting, meeting_id))


def insert(
    workspace: Workspace, *, meeting_id: UUID, kinds: Sequence[StandardItem] | None = None
) -> ChangeSet:
    """Put standard items into an agenda, each at its usual place; what is there already stays.

    Args:
        workspace: The workspace.
        meeting_id: Whose agenda.
        kinds: Which of them; all that it lacks if none are given.
    """
    with workspace.write("Insert standard items") as work:
        meeting = work.get(Meeting, meeting_id)
        missing = _missing(work, meeting)
        there = {item.standard for item in work.find(AgendaItem, meeting_id=meeting_id)}
        wanted = missing if kinds is None else tuple(StandardItem(kind) for kind in kinds)
        for kind in sorted(wanted, key=_ORDER.index):
            if kind not in there:
                put_in(work, _draft(work, meeting, kind), position=_place(work, meeting, kind))
        _link_minutes(work, meeting)
        return work.commit(subject=meeting_id)


def meeting_before(reader: Reader, meeting: Meeting) -> Meeting | None:
    """Return the meeting that this one follows on: as entered, else the one before it by number."""
    if meeting.predecessor_id is not None:
        return reader.get(Meeting, meeting.predecessor_id)
    if meeting.ordinal is None or meeting.body_id is None:
        return None
    earlier = [
        other
        for other in reader.find(Meeting, body_id=meeting.body_id, kind=meeting.kind)
        if other.ordinal is not None and other.ordinal < meeting.ordinal
    ]
    return max(earlier, key=lambda other: other.ordinal or 0, default=None)


def _missing(reader: Reader, meeting: Meeting) -> tuple[StandardItem, ...]:
    there = {item.standard for item in reader.find(AgendaItem, meeting_id=meeting.id)}
    is_first = meeting_before(reader, meeting) is None
    return tuple(
        kind for kind in _ORDER if kind not in there and not (is_first and kind in _LOOKS_BACK)
    )


def _draft(work: UnitOfWork, meeting: Meeting, kind: StandardItem) -> AgendaItem:
    before = meeting_before(work, meeting)
    told = _wording()[kind]
    body = work.get(Body, meeting.body_id) if meeting.body_id else None
    tongues = [tag for tag in languages_of(meeting, body) if tag in told["title"]] or ["en"]
    annotations = {tag: told.get("annotation", {}).get(tag, "") for tag in tongues}
    if kind is StandardItem.PREVIOUS_MINUTES:
        name = before.code if before is not None else ""
        annotations = {
            tag: words.format(meeting=name) if name else "" for tag, words in annotations.items()
        }
    is_circulated = meeting.agenda_status is not AgendaStatus.PRELIMINARY
    return AgendaItem(
        meeting_id=meeting.id,
        ordinal=1,
        standard=kind,
        status=ItemStatus.INCLUDED if is_circulated else ItemStatus.PROPOSED,
        titles={tag: told["title"][tag] for tag in tongues},
        annotations={tag: words for tag, words in annotations.items() if words},
    )


def _place(work: UnitOfWork, meeting: Meeting, kind: StandardItem) -> int:
    """Return where an item usually stands: beside the standard items that are there already."""
    top = sorted(
        work.find(AgendaItem, meeting_id=meeting.id, parent_id=None), key=lambda item: item.ordinal
    )
    ranks = [_ORDER.index(item.standard) if item.standard else None for item in top]
    own = _ORDER.index(kind)
    if kind in AT_THE_END:
        after = (place for place, rank in enumerate(ranks, 1) if rank is not None and rank > own)
        return next(after, len(top) + 1)
    before = [place for place, rank in enumerate(ranks, 1) if rank is not None and rank < own]
    return before[-1] + 1 if before else 1


def _link_minutes(work: UnitOfWork, meeting: Meeting) -> None:
    """Lead from the item that adopts the previous minutes to these, once they are there."""
    item = work.first(AgendaItem, meeting_id=meeting.id, standard=StandardItem.PREVIOUS_MINUTES)
    before = meeting_before(work, meeting)
    if item is None or item.minutes_id is not None or before is None:
        return
    latest = latest_edition(work, meeting_id=before.id)
    if latest is not None:
        item.minutes_id = latest.id


@cache
def _wording() -> dict[str, dict[str, Names]]:
    path = resource("agenda", "standard_items.json")
    told: dict[str, dict[str, Names]] = json.loads(path.read_text(encoding="utf-8"))
    return told
