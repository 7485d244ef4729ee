"""Verbs for the items of an agenda: add one, word it, say how long it takes, delete it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.agenda import ITEM_LIFE, AgendaItem, ItemOutcome, ItemStatus
from app.domain.errors import Conflict, RuleBroken
from app.domain.meeting import AgendaNumbering, Meeting
from app.domain.names import Names
from app.services.agenda_detaching import SpokenOf, let_go
from app.services.agenda_editions import change_agenda_status
from app.services.agenda_items import TitleMissing, put_in, reach, require_title
from app.services.agenda_moves import (
    BelowItself,
    Direction,
    NoSuchPlace,
    OfAnotherMeeting,
    move_beside,
    move_item,
    nest_items,
    shift_items,
)
from app.services.agenda_order import list_below, put_in_order, renumber, siblings_below
from app.services.agenda_papers import add_paper, set_papers
from app.store.change_set import ChangeSet
from app.store.queries import agenda as queries
from app.store.queries.agenda import AgendaRow
from app.store.queries.agenda_outline import Outline, OutlineItem, PaperTag, read_outline
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "AgendaRow",
    "BelowItself",
    "Direction",
    "Hanging",
    "NoSuchPlace",
    "OfAnotherMeeting",
    "Outline",
    "OutlineItem",
    "PaperTag",
    "SpokenOf",
    "TitleMissing",
    "add_after",
    "add_item",
    "add_paper",
    "change_agenda_status",
    "change_numbering",
    "change_status",
    "close_item",
    "close_items",
    "edit_item",
    "list_for_meeting",
    "move_beside",
    "move_item",
    "nest_items",
    "outline",
    "record_outcome",
    "remove_item",
    "remove_items",
    "rename_item",
    "shift_items",
    "tell_what_hangs",
]

_EDITABLE = frozenset(
    {
        *("titles", "annotations", "lead_party_id", "starts_at", "minutes_planned", "note"),
        *("label", "is_late", "minutes_id", "outcome", "outcomes"),
    }
)


_LEFT = {
    ItemStatus.PROPOSED: "Propose agenda item",
    ItemStatus.INCLUDED: "Include agenda item",
    ItemStatus.OPENED: "Open agenda item",
    ItemStatus.CONCLUDED: "Conclude agenda item",
    ItemStatus.DEFERRED: "Defer agenda item",
    ItemStatus.WITHDRAWN: "Withdraw agenda item",
}


class NumberNotEntered(RuleBroken):
    """A number was entered for an item of an agenda whose numbers are counted."""

    def __init__(self) -> None:
        super().__init__(
            "The numbers of this agenda are counted, so none can be entered.",
            "Choose “As entered” as the style of numbering first.",
            field="label",
        )


@dataclass(frozen=True)
class Hanging:
    """What hangs on an item and what is below it: it goes with it, or loses its place.

    Attributes:
        sub_items: How many items are below it.
        papers: The symbols of the papers before them.
        paragraphs: How many paragraphs of minutes speak of them.
        decisions: The symbols of the decisions sought under them.
        carried_to: Whether one of them was carried to another meeting.
    """

    sub_items: int
    papers: tuple[str, ...]
    paragraphs: int
    decisions: tuple[str, ...]
    carried_to: bool


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[AgendaRow, ...]:
    """Return the items of a meeting's agenda, each followed by those below it."""
    with workspace.read() as reader:
        return queries.list_agenda(reader, meeting_id=meeting_id, language=language)


def outline(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> Outline:
    """Return a meeting's agenda as it is worked on, with everything that can be changed in it."""
    with workspace.read() as reader:
        return read_outline(reader, meeting_id=meeting_id, language=language)


def tell_what_hangs(workspace: Workspace, *, item_id: UUID) -> Hanging:
    """Return what hangs on an item, to be told before it is deleted."""
    with workspace.read() as reader:
        item = reader.get(AgendaItem, item_id)
        rows = read_outline(reader, meeting_id=item.meeting_id, language="en").items
    start = next(place for place, row in enumerate(rows) if row.id == item_id)
    going = [rows[start]]
    for row in rows[start + 1 :]:
        if row.depth <= rows[start].depth:
            break
        going.append(row)
    return Hanging(
        sub_items=len(going) - 1,
        papers=tuple(sorted({paper.symbol for row in going for paper in row.papers})),
        paragraphs=sum(row.paragraphs for row in going),
        decisions=tuple(symbol for row in going for _, symbol in row.decisions),
        carried_to=any(row.carried_to for row in going),
    )


def add_item(workspace: Workspace, draft: AgendaItem, *, position: int | None = None) -> ChangeSet:
    """Add an item below its parent at a position from 1, or at the end.

    Once an edition of the agenda has been sent round, what is added counts as late.

    Raises:
        OfAnotherMeeting: if the parent is on the agenda of another meeting.
        TitleMissing: if it has no title.
    """
    with workspace.write("Add agenda item") as work:
        item = put_in(work, draft, position=position)
        return work.commit(subject=item.id)


def add_after(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    titles: Names,
    after_id: UUID | None = None,
    below: bool = False,
) -> ChangeSet:
    """Add an item right after another one, or as the last of those below it.

    Args:
        workspace: The workspace.
        meeting_id: Whose agenda.
        titles: How it is called.
        after_id: The other item; the end of the agenda if none is given.
        below: Whether it belongs below the other item.

    Raises:
        TitleMissing: if it has no title.
    """
    with workspace.write("Add agenda item") as work:
        beside = work.get(AgendaItem, after_id) if after_id else None
        parent_id, position = None, None
        if beside is not None:
            parent_id = beside.id if below else beside.parent_id
            position = None if below else beside.ordinal + 1
        draft = AgendaItem(meeting_id=meeting_id, parent_id=parent_id, ordinal=1, titles=titles)
        item = put_in(work, draft, position=position)
        return work.commit(subject=item.id)


def rename_item(workspace: Workspace, *, item_id: UUID, language: str, title: str) -> ChangeSet:
    """Give an item another title in one language; without words that language has none.

    Raises:
        TitleMissing: if it would be left without any.
    """
    with workspace.write("Rename agenda item") as work:
        item = work.get(AgendaItem, item_id)
        titles = {tag: words for tag, words in item.titles.items() if tag != language}
        if title.strip():
            titles[language] = title.strip()
        require_title(titles)
        item.titles = titles
        return work.commit(subject=item_id)


def edit_item(
    workspace: Workspace,
    *,
    item_id: UUID,
    changes: Mapping[str, Any],
    paper_ids: Sequence[UUID] | None = None,
    version: int | None = None,
) -> ChangeSet:
    """Change fields of an item, and the papers before it.

    Args:
        workspace: The workspace.
        item_id: Which item.
        changes: The new values by field; a ``status`` is reached by as many steps as it takes.
        paper_ids: The papers before it from now on, in order; ``None`` leaves them as they are.
        version: The version that was read before; nothing is changed if it is another by now.

    Raises:
        TitleMissing: if it would be left without a title.
        NumberNotEntered: if a number is entered where numbers are counted.
        UnlawfulTransition: if no lawful steps lead to the status.
        Conflict: if it was changed since it was read.
    """
    with workspace.write("Change agenda item") as work:
        item = work.get(AgendaItem, item_id)
        if version is not None and item.row_version != version:
            raise Conflict("agenda_item", item_id)
        fields = {name: value for name, value in changes.items() if name in _EDITABLE}
        require_title(fields.get("titles", item.titles))
        if fields.get("label", item.label) != item.label:
            _require_entered_numbers(work, item)
        for name, value in fields.items():
            if getattr(item, name) != value:
                setattr(item, name, value)
        if "status" in changes:
            reach(item, ItemStatus(changes["status"]))
        if paper_ids is not None:
            set_papers(work, item_id, paper_ids)
        return work.commit(subject=item_id)


def remove_item(workspace: Workspace, *, item_id: UUID) -> ChangeSet:
    """Delete an item with everything below it; what the minutes say stays, without an item.

    Raises:
        SpokenOf: if the signed record or an adopted decision refers to it.
    """
    with workspace.write("Delete agenda item") as work:
        item = work.get(AgendaItem, item_id)
        for gone in (item, *list_below(work, item)):
            let_go(work, gone)
        meeting_id, parent_id = item.meeting_id, item.parent_id
        work.delete(item)
        put_in_order(work, siblings_below(work, meeting_id, parent_id))
        renumber(work, meeting_id)
        return work.commit(subject=item_id)


def remove_items(workspace: Workspace, *, item_ids: Sequence[UUID]) -> ChangeSet:
    """Delete several items with everything below them, all of them or none; as ``remove_item``."""
    with workspace.write("Delete agenda items") as work:
        for item_id in item_ids:
            work.get(AgendaItem, item_id)
        for item_id in item_ids:
            if work.first(AgendaItem, id=item_id) is not None:  # not gone with one above it
                remove_item(workspace, item_id=item_id)
        return work.commit(subject=item_ids[0] if item_ids else None)


def change_numbering(
    workspace: Workspace, *, meeting_id: UUID, numbering: AgendaNumbering
) -> ChangeSet:
    """Number an agenda in another style; “as entered” keeps the numbers that are there."""
    with workspace.write("Change numbering of agenda") as work:
        meeting = work.get(Meeting, meeting_id)
        meeting.agenda_numbering = AgendaNumbering(numbering)
        work.flush()
        renumber(work, meeting_id)
        return work.commit(subject=meeting_id)


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


def close_item(
    workspace: Workspace,
    *,
    item_id: UUID,
    status: ItemStatus,
    outcome: ItemOutcome | None = None,
    texts: Names | None = None,
) -> ChangeSet:
    """Say how the meeting left an item, with the steps before taken as having been taken.

    Raises:
        UnlawfulTransition: if no lawful steps lead there from where the item stands.
    """
    with workspace.write(_LEFT[ItemStatus(status)]) as work:
        item = work.get(AgendaItem, item_id)
        reach(item, ItemStatus(status))
        item.outcome = outcome
        item.outcomes = texts if texts is not None else item.outcomes
        return work.commit(subject=item_id)


def close_items(
    workspace: Workspace,
    *,
    item_ids: Sequence[UUID],
    status: ItemStatus,
    outcome: ItemOutcome | None = None,
) -> ChangeSet:
    """Say how the meeting left several items, all of them or none; as ``close_item``."""
    with workspace.write("Record outcome of agenda items") as work:
        for item_id in item_ids:
            close_item(workspace, item_id=item_id, status=status, outcome=outcome)
        return work.commit(subject=item_ids[0] if item_ids else None)


def record_outcome(
    workspace: Workspace, *, item_id: UUID, outcome: ItemOutcome | None, texts: Names | None = None
) -> ChangeSet:
    """Record what came of an item; ``None`` takes that back."""
    with workspace.write("Record outcome of agenda item") as work:
        item = work.get(AgendaItem, item_id)
        item.outcome = outcome
        item.outcomes = texts or {}
        return work.commit(subject=item_id)


def _require_entered_numbers(work: UnitOfWork, item: AgendaItem) -> None:
    meeting = work.get(Meeting, item.meeting_id)
    if meeting.agenda_numbering is not AgendaNumbering.AS_ENTERED:
        raise NumberNotEntered
