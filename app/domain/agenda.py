"""Agenda items: nested, annotated, with an outcome, and carried on when they are not finished."""

from datetime import time
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import (
    choice,
    names_field,
    reference,
    table,
    text_field,
    unique,
    unique_where,
)
from app.domain.lifecycle import LifeCycle
from app.domain.names import Names


class ItemStatus(StrEnum):
    """Where an agenda item stands."""

    PROPOSED = "proposed"
    INCLUDED = "included"
    OPENED = "opened"
    CONCLUDED = "concluded"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


ITEM_LIFE = LifeCycle(
    kind="agenda item",
    start=tuple(ItemStatus),
    steps={
        ItemStatus.PROPOSED: (ItemStatus.INCLUDED, ItemStatus.WITHDRAWN),
        ItemStatus.INCLUDED: (ItemStatus.OPENED, ItemStatus.DEFERRED, ItemStatus.WITHDRAWN),
        ItemStatus.OPENED: (ItemStatus.CONCLUDED, ItemStatus.DEFERRED, ItemStatus.WITHDRAWN),
        ItemStatus.DEFERRED: (ItemStatus.OPENED,),
    },
)
"""DOMAIN §3: proposed → included → opened → concluded | deferred | withdrawn."""


class ItemOutcome(StrEnum):
    """What came of an agenda item."""

    ADOPTED = "adopted"
    ADOPTED_AS_AMENDED = "adopted-as-amended"
    AGREED = "agreed"
    NOTED = "noted"
    EXCHANGED_VIEWS = "exchanged-views"
    DEFERRED = "deferred"


class StandardItem(StrEnum):
    """An item that nearly every agenda has, and that the program therefore knows."""

    OPENING = "opening"
    ADOPTION_OF_AGENDA = "adoption-of-agenda"
    PREVIOUS_MINUTES = "previous-minutes"
    ACTION_REVIEW = "action-review"
    OTHER_BUSINESS = "other-business"
    NEXT_MEETING = "next-meeting"
    CLOSING = "closing"


class AgendaItem(Record, table=True):
    """One item of a meeting's agenda, perhaps below another."""

    __tablename__ = "agenda_item"
    __table_args__ = table(
        unique(
            "meeting_id", "parent_id", "ordinal", sentence="Two agenda items have the same place."
        ),
        # NULL parents are distinct to a UNIQUE, so top-level items need an index of their own.
        unique_where(
            "uq_agenda_item_top_level",
            "meeting_id",
            "ordinal",
            where="parent_id IS NULL",
            sentence="Two agenda items have the same place.",
        ),
    )
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    parent_id: UUID | None = reference("agenda_item.id", default=None, ondelete="CASCADE")
    ordinal: int
    label: str = ""
    titles: Names = names_field()
    annotations: Names = names_field()
    status: ItemStatus = choice(ItemStatus, "status", default=ItemStatus.PROPOSED)
    outcome: ItemOutcome | None = choice(ItemOutcome, "outcome", default=None)
    outcomes: Names = names_field()
    lead_party_id: UUID | None = reference("party.id", default=None)
    carried_from_id: UUID | None = reference("agenda_item.id", default=None, ondelete="SET NULL")
    carried_to_id: UUID | None = reference("agenda_item.id", default=None, ondelete="SET NULL")
    starts_at: time | None = None
    minutes_planned: int | None = Field(default=None, ge=1)
    note: str = text_field()
    standard: StandardItem | None = choice(StandardItem, "standard", default=None)
    is_late: bool = False
    minutes_id: UUID | None = reference("minutes.id", default=None, ondelete="SET NULL")


class AgendaPaper(Checked, table=True):
    """A paper put before an agenda item."""

    __tablename__ = "agenda_paper"
    __table_args__ = table()
    agenda_item_id: UUID = reference("agenda_item.id", primary_key=True, ondelete="CASCADE")
    paper_id: UUID = reference("paper.id", primary_key=True, ondelete="CASCADE")
    ordinal: int = 0
