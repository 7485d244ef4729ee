"""What meetings of a body left unfinished, and the meetings that could take it up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.agenda import AgendaItem, ItemStatus
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.names import in_language
from app.store.reader import Reader

_OVER = frozenset({ItemStatus.CONCLUDED, ItemStatus.WITHDRAWN})
_AHEAD = frozenset(MeetingStatus) - HELD - {MeetingStatus.CANCELLED}


@dataclass(frozen=True)
class LeftOver:
    """An item that was not finished, and the meeting that left it."""

    id: UUID
    label: str
    title: str
    status: ItemStatus
    meeting_id: UUID
    meeting: str


def list_meetings_ahead(
    reader: Reader, *, meeting_id: UUID, language: str
) -> tuple[tuple[UUID, str], ...]:
    """Return the other meetings of the body that are not over, with their names, the next first."""
    ahead = [other for other in _others(reader, meeting_id) if other.status in _AHEAD]
    ahead.sort(key=lambda other: (other.first_day or date.max, other.ordinal or 0))
    return tuple((other.id, _name(other, language)) for other in ahead)


def list_left_over(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[LeftOver, ...]:
    """Return what other meetings of the body left unfinished and none has taken up.

    Deferred items count whenever their meeting is; those never concluded once it is over. An item
    below one that counts comes with it.
    """
    found: list[LeftOver] = []
    for other in sorted(_others(reader, meeting_id), key=lambda other: other.first_day or date.min):
        items = reader.find(AgendaItem, meeting_id=other.id, carried_to_id=None)
        waiting = {item.id: item for item in items if _is_left_over(item, other)}
        tops = [item for item in waiting.values() if item.parent_id not in waiting]
        found.extend(
            LeftOver(
                id=item.id,
                label=item.label,
                title=in_language(item.titles, language),
                status=item.status,
                meeting_id=other.id,
                meeting=_name(other, language),
            )
            for item in sorted(tops, key=lambda item: item.ordinal)
        )
    return tuple(found)


def _others(reader: Reader, meeting_id: UUID) -> list[Meeting]:
    body_id = reader.get(Meeting, meeting_id).body_id
    return [other for other in reader.find(Meeting, body_id=body_id) if other.id != meeting_id]


def _is_left_over(item: AgendaItem, meeting: Meeting) -> bool:
    if item.status in _OVER or item.standard is not None:
        return False
    return item.status is ItemStatus.DEFERRED or meeting.status in HELD


def _name(meeting: Meeting, language: str) -> str:
    title = in_language(meeting.titles, language)
    return " · ".join(part for part in (meeting.code, title) if part)
