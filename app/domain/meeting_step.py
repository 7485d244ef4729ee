"""The steps a meeting took through its states: when, and why it was put off or opened again."""

from datetime import date
from uuid import UUID

from app.domain.checked import Record
from app.domain.columns import choice, reference, table, text_field
from app.domain.meeting import MeetingStatus


class MeetingStep(Record, table=True):
    """One step of a meeting into a state; written once, so that no reason is ever lost."""

    __tablename__ = "meeting_step"
    __table_args__ = table()
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    status: MeetingStatus = choice(MeetingStatus, "status")
    taken_on: date
    reason: str = text_field()
    actor: str = ""
