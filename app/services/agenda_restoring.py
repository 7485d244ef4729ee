"""Puts an agenda back to how an edition shows it: items, places, words, times and papers."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any
from uuid import UUID

from app.domain.agenda import AgendaItem, AgendaPaper, ItemStatus, StandardItem
from app.domain.paper import Paper
from app.domain.party import Party
from app.services.agenda_detaching import let_go
from app.store.unit_of_work import UnitOfWork

Kept = Mapping[str, Any]


def restore_items(work: UnitOfWork, meeting_id: UUID, kept: Sequence[Kept]) -> None:
    """Make the items of a meeting what they were in an edition.

    Every item is first taken out of its place, so that no two ever have the same one.
    """
    there = {str(item.id): item for item in work.find(AgendaItem, meeting_id=meeting_id)}
    for place, item in enumerate(there.values(), start=1):
        item.ordinal = -place
    work.flush()
    for item in there.values():
        item.parent_id = None
    work.flush()
    wanted = {told["id"] for told in kept}
    for key in there.keys() - wanted:
        gone = there.pop(key)
        let_go(work, gone)
        work.delete(gone)
    sides = {party.code: party.id for party in work.find(Party)}
    for place, told in enumerate(kept, start=len(wanted) + len(there) + 1):
        item = there.get(told["id"]) or _add(work, meeting_id, told, place)
        there[told["id"]] = item
        _fill(item, told, sides)
        work.flush()
    _put_in_places(work, there, kept)
    for told in kept:
        _put_papers_before(work, there[told["id"]], told["papers"])


def _add(work: UnitOfWork, meeting_id: UUID, told: Kept, place: int) -> AgendaItem:
    item = AgendaItem(
        id=UUID(told["id"]),
        meeting_id=meeting_id,
        ordinal=-place,
        titles=told["titles"],
        status=ItemStatus.INCLUDED,
    )
    return work.add(item)


def _fill(item: AgendaItem, told: Kept, sides: Mapping[str, UUID]) -> None:
    item.label = told["label"]
    item.titles = told["titles"]
    item.annotations = told["annotations"]
    item.lead_party_id = sides.get(told["lead"])
    item.starts_at = time.fromisoformat(told["starts_at"]) if told["starts_at"] else None
    item.minutes_planned = told["minutes_planned"]
    item.standard = StandardItem(told["standard"]) if told["standard"] else None
    item.is_late = told["is_late"]


def _put_in_places(work: UnitOfWork, items: Mapping[str, AgendaItem], kept: Sequence[Kept]) -> None:
    for told in kept:
        items[told["id"]].parent_id = UUID(told["parent_id"]) if told["parent_id"] else None
    work.flush()
    counts: dict[str, int] = {}
    for told in kept:
        counts[told["parent_id"]] = counts.get(told["parent_id"], 0) + 1
        items[told["id"]].ordinal = counts[told["parent_id"]]
    work.flush()


def _put_papers_before(work: UnitOfWork, item: AgendaItem, symbols: Sequence[str]) -> None:
    """Put the same papers before the item again, as far as they are still there."""
    held = {
        work.get(Paper, link.paper_id).symbol: link
        for link in work.find(AgendaPaper, agenda_item_id=item.id)
    }
    for symbol in held.keys() - set(symbols):
        work.delete(held[symbol])
    for place, symbol in enumerate(symbols, start=1):
        if symbol in held:
            held[symbol].ordinal = place
            continue
        paper = work.first(Paper, meeting_id=item.meeting_id, symbol=symbol)
        if paper is not None:
            work.add(AgendaPaper(agenda_item_id=item.id, paper_id=paper.id, ordinal=place))
    work.flush()
