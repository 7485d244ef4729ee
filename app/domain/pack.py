"""Packs and annotations: what delegates were given to read, and the notes that came back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import list_field, reference, table, text_field, unique_where
from app.domain.names import LanguageTag


class Pack(Record, table=True):
    """A pack that was handed out: its root, its hash, its recipients and what was in it."""

    __tablename__ = "pack"
    __table_args__ = table()
    meeting_id: UUID | None = reference("meeting.id", default=None)
    content_root: str
    file_sha256: str
    key_id: str = ""
    signature: str = ""
    recipients: list[str] = list_field()
    scope: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Annotation(Record, table=True):
    """A note on a passage, anchored by its quotation and what stands around it.

    Attributes:
        parent_id: The note that this one answers.
        uid: The name that a delegate's note bears for ever; what is written here has none.
        written_at: When the delegate wrote it.
        proposal_id: The proposal for a draft that was made of it.
    """

    __tablename__ = "annotation"
    __table_args__ = table(
        Index(None, "target_code", "target_eid"),
        unique_where(
            "uq_annotation_uid",
            "uid",
            where="uid IS NOT NULL",
            sentence="This note is in the workspace already.",
        ),
    )
    revision: int = Field(default=1, ge=1)
    author: str
    party_id: UUID | None = reference("party.id", default=None)
    parent_id: UUID | None = reference("annotation.id", default=None)
    target_code: str
    target_eid: str
    target_version: int | None = None
    language: LanguageTag
    target_sha256: str
    quote: str = text_field()
    before: str = text_field()
    after: str = text_field()
    start: int = Field(default=0, ge=0)
    text: str = text_field()
    resolved: bool = False
    pack_id: UUID | None = reference("pack.id", default=None)
    uid: UUID | None = None
    document_id: UUID | None = reference("rule_document.id", default=None)
    written_at: datetime | None = None
    proposal_id: UUID | None = reference("provision_proposal.id", default=None, ondelete="SET NULL")
