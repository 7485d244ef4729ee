"""Verbs for an agenda as a whole: send it round, adopt it, and keep every edition as it stood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from app.domain.agenda import AgendaItem, AgendaPaper, ItemStatus
from app.domain.agenda_edition import AgendaEdition
from app.domain.errors import Misfortune
from app.domain.meeting import AGENDA_LIFE, AgendaStatus, Meeting
from app.domain.names import in_language
from app.domain.paper import Paper
from app.domain.party import Party
from app.services.agenda_order import renumber, walk
from app.services.agenda_restoring import restore_items
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.agenda_comparison import (
    AgendaChange,
    AgendaChangeKind,
    AgendaLine,
    Mark,
    compare_agendas,
)

__all__ = [
    "AgendaChange",
    "AgendaChangeKind",
    "AgendaLine",
    "EditionRow",
    "EmptyAgenda",
    "Mark",
    "NothingAmended",
    "change_agenda_status",
    "compare",
    "list_editions",
    "list_steps",
    "restore",
    "show",
]

_AGREED = frozenset({AgendaStatus.ADOPTED, AgendaStatus.AMENDED})


class EmptyAgenda(Misfortune):
    """An agenda without items was to be sent round or adopted."""

    def __init__(self) -> None:
        super().__init__("The agenda has no items yet.", "Add its items first.")


class NothingAmended(Misfortune):
    """An agenda was to be marked as amended that says what it said before."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing in the agenda has changed since it was adopted.", "Change it first."
        )


@dataclass(frozen=True)
class EditionRow:
    """An edition in a list."""

    id: UUID
    number: int
    status: AgendaStatus
    dated_on: date
    note: str
    items: int


def list_editions(workspace: Workspace, *, meeting_id: UUID) -> tuple[EditionRow, ...]:
    """Return the editions of a meeting's agenda, the latest first."""
    with workspace.read() as reader:
        found = reader.find(AgendaEdition, meeting_id=meeting_id)
    return tuple(
        EditionRow(
            id=edition.id,
            number=edition.number,
            status=edition.status,
            dated_on=edition.dated_on,
            note=edition.note,
            items=len(edition.items),
        )
        for edition in sorted(found, key=lambda edition: -edition.number)
    )


def list_steps(*, status: AgendaStatus) -> tuple[AgendaStatus, ...]:
    """Return the steps that an agenda can take from where it stands."""
    return AGENDA_LIFE.after(AgendaStatus(status))


def show(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    edition_id: UUID | None = None,
    language: str = "en",
) -> tuple[AgendaLine, ...]:
    """Return the items of an edition as they stood; of the agenda as it is now for ``None``."""
    with workspace.read() as reader:
        return _lines(_items(reader, meeting_id, edition_id), language)


def compare(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    old_id: UUID | None,
    new_id: UUID | None,
    language: str = "en",
) -> tuple[AgendaChange, ...]:
    """Return what differs between two editions; ``None`` stands for the agenda as it is now."""
    with workspace.read() as reader:
        old = _lines(_items(reader, meeting_id, old_id), language)
        new = _lines(_items(reader, meeting_id, new_id), language)
    return compare_agendas(old, new)


def change_agenda_status(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    status: AgendaStatus,
    dated_on: date | None = None,
    note: str = "",
    keep_edition: bool = True,
) -> ChangeSet:
    """Take the agenda as a whole a lawful step on, and keep it as it stands then.

    Args:
        workspace: The workspace.
        meeting_id: Whose agenda.
        status: The step.
        dated_on: The day on which it was sent round or adopted; today if none is given.
        note: What is to be remembered of this edition.
        keep_edition: Whether it is kept; not where nobody knows how it stood then.

    Raises:
        UnlawfulTransition: if the step does not follow from where the agenda stands.
        EmptyAgenda: if it has no items.
        NothingAmended: if it is to be amended, and nothing was changed.
    """
    with workspace.write(_USE_CASES[AgendaStatus(status)]) as work:
        meeting = work.get(Meeting, meeting_id)
        AGENDA_LIFE.require(meeting.agenda_status, AgendaStatus(status))
        items = work.find(AgendaItem, meeting_id=meeting_id)
        if keep_edition and not items:
            raise EmptyAgenda
        for item in items:
            if item.status is ItemStatus.PROPOSED:
                item.status = ItemStatus.INCLUDED
        if keep_edition:
            _keep(work, meeting, AgendaStatus(status), dated_on or workspace.today(), note)
        meeting.agenda_status = AgendaStatus(status)
        return work.commit(subject=meeting_id)


def restore(workspace: Workspace, *, edition_id: UUID) -> ChangeSet:
    """Make the agenda again what it was in an edition; every edition stays as it is.

    Raises:
        SpokenOf: if an item that came later is spoken of in the signed record.
    """
    with workspace.write("Restore edition of agenda") as work:
        edition = work.get(AgendaEdition, edition_id)
        restore_items(work, edition.meeting_id, edition.items)
        renumber(work, edition.meeting_id)
        return work.commit(subject=edition.meeting_id)


_USE_CASES = {
    AgendaStatus.PRELIMINARY: "Draw up agenda",
    AgendaStatus.PROVISIONAL: "Send round provisional agenda",
    AgendaStatus.ANNOTATED: "Send round annotated agenda",
    AgendaStatus.DRAFT: "Put agenda before the meeting",
    AgendaStatus.ADOPTED: "Adopt agenda",
    AgendaStatus.AMENDED: "Amend agenda",
}


def _keep(
    work: UnitOfWork, meeting: Meeting, status: AgendaStatus, dated_on: date, note: str
) -> None:
    work.flush()
    items = _items_now(work, meeting.id)
    before = sorted(
        work.find(AgendaEdition, meeting_id=meeting.id), key=lambda edition: edition.number
    )
    was_agreed = bool(before) and before[-1].status in _AGREED
    if status is AgendaStatus.AMENDED and was_agreed and before[-1].items == items:
        raise NothingAmended
    work.add(
        AgendaEdition(
            meeting_id=meeting.id,
            number=before[-1].number + 1 if before else 1,
            status=status,
            dated_on=dated_on,
            items=items,
            note=note,
        )
    )


def _items(reader: Reader, meeting_id: UUID, edition_id: UUID | None) -> list[dict[str, Any]]:
    if edition_id is None:
        reader.get(Meeting, meeting_id)
        return _items_now(reader, meeting_id)
    return list(reader.get(AgendaEdition, edition_id).items)


def _items_now(reader: Reader, meeting_id: UUID) -> list[dict[str, Any]]:
    """Return the agenda as plain records, so that an edition needs no other record to be read."""
    codes = {party.id: party.code for party in reader.find(Party)}
    return [
        {
            "id": str(item.id),
            "parent_id": str(item.parent_id or ""),
            "depth": depth,
            "label": item.label,
            "titles": dict(item.titles),
            "annotations": dict(item.annotations),
            "lead": codes.get(item.lead_party_id, "") if item.lead_party_id else "",
            "starts_at": f"{item.starts_at:%H:%M}" if item.starts_at else "",
            "minutes_planned": item.minutes_planned,
            "standard": item.standard.value if item.standard else "",
            "is_late": item.is_late,
            "papers": _symbols_before(reader, item.id),
        }
        for item, depth in walk(reader.find(AgendaItem, meeting_id=meeting_id))
    ]


def _symbols_before(reader: Reader, item_id: UUID) -> list[str]:
    links = reader.find(AgendaPaper, agenda_item_id=item_id)
    papers = [(link.ordinal, reader.get(Paper, link.paper_id).symbol) for link in links]
    return [symbol for _, symbol in sorted(papers)]


def _lines(items: list[dict[str, Any]], language: str) -> tuple[AgendaLine, ...]:
    return tuple(_line(item, language) for item in items)


def _line(item: Mapping[str, Any], language: str) -> AgendaLine:
    return AgendaLine(
        key=item["id"],
        parent=item["parent_id"],
        depth=item["depth"],
        label=item["label"],
        title=in_language(item["titles"], language),
        annotation=in_language(item["annotations"], language),
        lead=item["lead"],
        starts_at=time.fromisoformat(item["starts_at"]) if item["starts_at"] else None,
        minutes=item["minutes_planned"],
        papers=tuple(item["papers"]),
    )
