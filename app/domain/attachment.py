"""Attachments: files kept in the workspace itself, once each, known by their hash."""

from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import check, names_field, reference, table, unique
from app.domain.names import LanguageTag, Names

_OWNERS = (
    "instrument_id",
    "meeting_id",
    "paper_id",
    "decision_id",
    "minutes_paragraph_id",
    "minutes_id",
    "action_update_id",
    "project_review_id",
    "rule_version_id",
)


class Attachment(Record, table=True):
    """What is known of a file: its hash, size, type and name."""

    __tablename__ = "attachment"
    __table_args__ = table(
        unique("sha256", sentence="This file is already in the workspace."),
        check("size_is_not_negative", "size >= 0", "A file cannot have a negative size."),
    )
    sha256: str = Field(min_length=64, max_length=64)
    size: int
    media_type: str
    file_name: str


class AttachmentBlob(Checked, table=True):
    """The bytes of a file."""

    __tablename__ = "attachment_blob"
    __table_args__ = table()
    attachment_id: UUID = reference("attachment.id", primary_key=True, ondelete="CASCADE")
    data: bytes


class AttachmentLink(Record, table=True):
    """A file's place at exactly one record."""

    __tablename__ = "attachment_link"
    __table_args__ = table(
        check(
            "belongs_to_one_record",
            " + ".join(f"CASE WHEN {owner} IS NULL THEN 0 ELSE 1 END" for owner in _OWNERS)
            + " = 1",
            "A file belongs to exactly one record.",
        )
    )
    attachment_id: UUID = reference("attachment.id")
    language: LanguageTag | None = None
    captions: Names = names_field()
    instrument_id: UUID | None = reference("instrument.id", default=None, ondelete="CASCADE")
    meeting_id: UUID | None = reference("meeting.id", default=None, ondelete="CASCADE")
    paper_id: UUID | None = reference("paper.id", default=None, ondelete="CASCADE")
    decision_id: UUID | None = reference("decision.id", default=None, ondelete="CASCADE")
    minutes_paragraph_id: UUID | None = reference(
        "minutes_paragraph.id", default=None, ondelete="CASCADE"
    )
    minutes_id: UUID | None = reference("minutes.id", default=None, ondelete="CASCADE")
    action_update_id: UUID | None = reference("action_update.id", default=None, ondelete="CASCADE")
    project_review_id: UUID | None = reference(
        "project_review.id", default=None, ondelete="CASCADE"
    )
    rule_version_id: UUID | None = reference("rule_version.id", default=None, ondelete="CASCADE")
