"""Editions of an agenda: what was sent round as provisional and what was adopted, all kept."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, list_field, reference, table, text_field, unique
from app.domain.meeting import AgendaStatus


class AgendaEdition(Record, table=True):
    """An agenda as it stood when it was circulated or adopted.

    Attributes:
        items: One plain record per item, in order, with its label, depth, titles and annotations.
    """

    __tablename__ = "agenda_edition"
    __table_args__ = table(
        unique(
            "meeting_id",
            "number",
            sentence="This edition of the agenda already exists.",
            field="number",
        )
    )
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    number: int = Field(ge=1)
    status: AgendaStatus = choice(AgendaStatus, "status")
    dated_on: date
    items: list[dict[str, Any]] = list_field()
    note: str = text_field()
