"""Issued documents: what was generated and sent, with its bytes and hash, and what came back."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import names_field, reference, table, text_field
from app.domain.names import LanguageTag


class IssuedDocument(Record, table=True):
    """A document generated from the records: which, in what language, whose original.

    Attributes:
        written_to: Where on the disk it was put last, so that a copy that somebody changed there
            is noticed before it is written over.
        returned_attachment_id: A copy that came back changed, until it is read into the records.
        choices: How it was wanted, where that was not the usual: what was left out, what stood
            beside it, of which day it is.
    """

    __tablename__ = "issued_document"
    __table_args__ = table()
    kind: str = Field(min_length=1)
    template: str = ""
    language: LanguageTag
    body_id: UUID | None = reference("body.id", default=None)
    meeting_id: UUID | None = reference("meeting.id", default=None)
    decision_id: UUID | None = reference("decision.id", default=None)
    rule_version_id: UUID | None = reference("rule_version.id", default=None)
    original_of_id: UUID | None = reference("party.id", default=None)
    is_draft: bool = True
    issued_at: datetime
    file_name: str
    sha256: str = Field(min_length=64, max_length=64)
    attachment_id: UUID = reference("attachment.id")
    written_to: str = ""
    returned_on: date | None = None
    returned_attachment_id: UUID | None = reference("attachment.id", default=None)
    note: str = text_field()
    choices: dict[str, str] = names_field()
