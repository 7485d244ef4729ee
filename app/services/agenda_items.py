"""Puts an item into an agenda within a unit of work: with a title, in its place, numbered."""

from app.domain.agenda import ITEM_LIFE, AgendaItem, ItemStatus
from app.domain.agenda_edition import AgendaEdition
from app.domain.errors import Misfortune
from app.domain.meeting import AgendaNumbering, Meeting
from app.domain.names import Names
from app.services.agenda_order import (
    put_at,
    put_in_order,
    renumber,
    require_one_agenda,
    siblings_below,
)
from app.store.unit_of_work import UnitOfWork
from app.texts.agenda_labels import suggest_label


class TitleMissing(Misfortune):
    """An agenda item would be left without a title."""

    def __init__(self) -> None:
        super().__init__(
            "An agenda item needs a title.",
            "Enter it in one language at least.",
            field="titles",
        )


def put_in(work: UnitOfWork, draft: AgendaItem, *, position: int | None = None) -> AgendaItem:
    """Add an item within ``work``; as ``app.services.agenda.add_item``."""
    require_title(draft.titles)
    meeting = work.get(Meeting, draft.meeting_id)
    require_one_agenda(work, draft.meeting_id, draft.parent_id)
    item = draft.copied()
    beside = siblings_below(work, item.meeting_id, item.parent_id)
    place = len(beside) + 1 if position is None else max(1, min(position, len(beside) + 1))
    if meeting.agenda_numbering is AgendaNumbering.AS_ENTERED and not item.label:
        item.label = _next_label(work, item, beside[: place - 1])
    if work.first(AgendaEdition, meeting_id=meeting.id) is not None:
        item.is_late = True
    item.ordinal = len(beside) + 1
    work.add(item)
    work.flush()
    put_in_order(work, put_at(beside, item, place))
    renumber(work, item.meeting_id)
    return item


def require_title(titles: Names) -> None:
    """Refuse titles that have no words in any language.

    Raises:
        TitleMissing: if they have none.
    """
    if not any(words.strip() for words in titles.values()):
        raise TitleMissing


def reach(item: AgendaItem, status: ItemStatus) -> None:
    """Take an item to where it shall stand, by as many lawful steps as that takes.

    Raises:
        UnlawfulTransition: if none lead there.
    """
    if item.status is status:
        return
    if not ITEM_LIFE.leads_to(item.status, status):
        ITEM_LIFE.require(item.status, status)
    item.status = status


def _next_label(work: UnitOfWork, item: AgendaItem, before: list[AgendaItem]) -> str:
    parent = work.get(AgendaItem, item.parent_id).label if item.parent_id else ""
    if before and not before[-1].label:
        return ""
    return suggest_label(before[-1].label if before else "", parent=parent)
