"""Letterheads: what a party prints at the head of its letters, for one body or for all."""

from uuid import UUID

from app.domain.checked import Record
from app.domain.columns import names_field, reference, table, unique, unique_where
from app.domain.names import Names


class Letterhead(Record, table=True):
    """The head of a party's letters; its lines are one text per language, one line each."""

    __tablename__ = "letterhead"
    __table_args__ = table(
        unique(
            "party_id",
            "body_id",
            sentence="This party already has a letterhead for this body.",
            field="body_id",
        ),
        # NULL bodies are distinct to a UNIQUE, so the general letterhead needs an index of its own.
        unique_where(
            "uq_letterhead_general",
            "party_id",
            where="body_id IS NULL",
            sentence="This party already has a letterhead.",
            field="body_id",
        ),
    )
    party_id: UUID = reference("party.id", ondelete="CASCADE")
    body_id: UUID | None = reference("body.id", default=None, ondelete="CASCADE")
    lines: Names = names_field()
    logo_id: UUID | None = reference("attachment.id", default=None)
