"""Action items: what a side promised to do, with one status line per meeting, never overwritten."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import choice, names_field, reference, table, unique
from app.domain.lifecycle import LifeCycle
from app.domain.names import Names
from app.domain.provenance import Provenance


class ActionStatus(StrEnum):
    """Where an action item stands; "overdue" is computed, never stored."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    PARTLY_DONE = "partly-done"
    DONE = "done"
    DROPPED = "dropped"


ACTION_LIFE = LifeCycle(
    kind="action item",
    start=(ActionStatus.OPEN, ActionStatus.IN_PROGRESS),
    steps={
        ActionStatus.OPEN: (
            ActionStatus.IN_PROGRESS,
            ActionStatus.PARTLY_DONE,
            ActionStatus.DONE,
            ActionStatus.DROPPED,
        ),
        ActionStatus.IN_PROGRESS: (
            ActionStatus.OPEN,
            ActionStatus.PARTLY_DONE,
            ActionStatus.DONE,
            ActionStatus.DROPPED,
        ),
        ActionStatus.PARTLY_DONE: (
            ActionStatus.OPEN,
            ActionStatus.IN_PROGRESS,
            ActionStatus.DONE,
            ActionStatus.DROPPED,
        ),
        ActionStatus.DONE: (ActionStatus.OPEN, ActionStatus.IN_PROGRESS),
        ActionStatus.DROPPED: (ActionStatus.OPEN, ActionStatus.IN_PROGRESS),
    },
)
"""DOMAIN §3; what was closed too early may be opened again."""

UNFINISHED = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.PARTLY_DONE})
"""The states in which an action item is still owed."""


class BoardColumn(StrEnum):
    """Where an action item hangs on the board."""

    TO_DO = "to-do"
    IN_PROGRESS = "in-progress"
    WITH_OTHER = "with-other"
    DONE = "done"


BEFORE_NEXT_MEETING = "before the next meeting"
"""What is written in place of a day where the next meeting is the limit."""


class ActionItem(Record, table=True):
    """Something to be done by a side, an organisation or a person; no party means both sides.

    Attributes:
        due_meeting_id: It is due before this meeting begins.
        with_other_since: Since when the other side has it: our part is done, its answer is awaited.
    """

    __tablename__ = "action_item"
    __table_args__ = table(
        unique(
            "body_id",
            "code",
            sentence="The body already has an action item with this code.",
            field="code",
        ),
        Index(None, "body_id", "status", "due_on"),
    )
    body_id: UUID = reference("body.id")
    code: str = Field(min_length=1)
    texts: Names = names_field()
    origin_meeting_id: UUID | None = reference("meeting.id", default=None)
    origin_agenda_id: UUID | None = reference("agenda_item.id", default=None, ondelete="SET NULL")
    decision_id: UUID | None = reference("decision.id", default=None)
    party_id: UUID | None = reference("party.id", default=None)
    organisation_id: UUID | None = reference("organisation.id", default=None)
    person_id: UUID | None = reference("person.id", default=None)
    due_on: date | None = None
    due_words: str = ""
    due_meeting_id: UUID | None = reference("meeting.id", default=None)
    status: ActionStatus = choice(ActionStatus, "status", default=ActionStatus.OPEN)
    closed_on: date | None = None
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    with_other_since: date | None = None


class ActionUpdate(Record, table=True):
    """What was reported on an action item at one time.

    Attributes:
        with_other: It went to the other side then.
        actor: Who entered the line.
    """

    __tablename__ = "action_update"
    __table_args__ = table(Index(None, "action_id", "reported_on"))
    action_id: UUID = Field(foreign_key="action_item.id", ondelete="CASCADE")
    meeting_id: UUID | None = reference("meeting.id", default=None)
    reported_on: date
    party_id: UUID | None = reference("party.id", default=None)
    status_after: ActionStatus = choice(ActionStatus, "status_after")
    due_after: date | None = None
    texts: Names = names_field()
    with_other: bool = False
    actor: str = ""


class MeetingAction(Checked, table=True):
    """An action item as a meeting found it and left it; ``carried`` counts towards its carries."""

    __tablename__ = "meeting_action"
    __table_args__ = table()
    meeting_id: UUID = reference("meeting.id", primary_key=True, ondelete="CASCADE")
    action_id: UUID = reference("action_item.id", primary_key=True, ondelete="CASCADE")
    status_before: ActionStatus = choice(ActionStatus, "status_before")
    status_after: ActionStatus | None = choice(ActionStatus, "status_after", default=None)
    carried: bool = False


def column_of(status: ActionStatus, with_other_since: date | None) -> BoardColumn:
    """Return the column of the board that an action item belongs to."""
    if status not in UNFINISHED:
        return BoardColumn.DONE
    if with_other_since is not None:
        return BoardColumn.WITH_OTHER
    return BoardColumn.TO_DO if status is ActionStatus.OPEN else BoardColumn.IN_PROGRESS
