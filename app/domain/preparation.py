"""Preparation: what is due before and after a meeting, worked from a body's own list of offsets."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, names_field, reference, table, text_field
from app.domain.names import Names


class OffsetAnchor(StrEnum):
    """From which day of the meeting an offset is counted."""

    BEFORE_START = "before-start"
    DURING = "during"
    AFTER_END = "after-end"


class TaskSide(StrEnum):
    """Whose task it is, said so that it holds whoever hosts."""

    ALL = "all"
    HOST = "host"
    GUESTS = "guests"
    PARTY = "party"


class PreparationOffset(Record, table=True):
    """A task that a body's meetings always need, so many days before the start or after the end.

    Attributes:
        side: Whose task it is; ``party_id`` says which party where it is always the same one.
        precedent: Where such a term is laid down elsewhere.
    """

    __tablename__ = "preparation_offset"
    __table_args__ = table()
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    ordinal: int = Field(ge=1)
    titles: Names = names_field()
    anchor: OffsetAnchor = choice(OffsetAnchor, "anchor")
    days: int = Field(default=0, ge=0)
    party_id: UUID | None = reference("party.id", default=None)
    precedent: str = ""
    side: TaskSide = choice(TaskSide, "side", default=TaskSide.ALL)


class PreparationTask(Record, table=True):
    """One task of one meeting's preparation, with its due day and who did it when.

    A day that somebody entered by hand is fixed: it no longer follows the dates of the meeting.
    """

    __tablename__ = "preparation_task"
    __table_args__ = table()
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    offset_id: UUID | None = reference("preparation_offset.id", default=None, ondelete="SET NULL")
    ordinal: int = Field(ge=1)
    titles: Names = names_field()
    party_id: UUID | None = reference("party.id", default=None)
    due_on: date | None = None
    done_on: date | None = None
    done_by: str = ""
    note: str = text_field()
    is_fixed: bool = False
