"""Own Word forms: the files of a ministry with fields in them, kept to be filled for a meeting."""

from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import reference, table, text_field, unique, unique_where
from app.domain.names import LanguageTag

_SENTENCE = "There is already a Word form of this name."


class OwnForm(Record, table=True):
    """A Word form of one body, or of all of them.

    Attributes:
        name: What staff call it; its documents are called so too.
        language: The language of its wording, in which dates are then written.
        body_id: The body whose meetings it is for; none for those of every body.
        attachment_id: The Word file.
    """

    __tablename__ = "own_form"
    __table_args__ = table(
        unique("body_id", "name", sentence=_SENTENCE, field="name"),
        # NULL bodies are distinct to a UNIQUE, so the general forms need an index of their own.
        unique_where(
            "uq_own_form_general",
            "name",
            where="body_id IS NULL",
            sentence=_SENTENCE,
            field="name",
        ),
    )
    name: str = Field(min_length=1, max_length=120)
    language: LanguageTag
    body_id: UUID | None = reference("body.id", default=None)
    attachment_id: UUID = reference("attachment.id")
    note: str = text_field()
