"""Sources: where a fact comes from, in the words of the source; two may disagree, both are kept."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, reference, table, text_field, unique
from app.domain.names import LanguageTag, PartialDate


class SourceQuality(StrEnum):
    """How much weight a source bears."""

    OFFICIAL = "official"
    UNOFFICIAL_TRANSLATION = "unofficial-translation"
    ACADEMIC = "academic"
    PRESS = "press"
    COPY = "copy"
    ILLUSTRATIVE = "illustrative"


class Source(Record, table=True):
    """A press release, article or page that facts were taken from."""

    __tablename__ = "source"
    __table_args__ = table(unique("code", sentence="Another source already has this code."))
    code: str = Field(min_length=1, max_length=40)
    title: str
    publisher: str = ""
    kind: str = ""
    quality: SourceQuality = choice(SourceQuality, "quality")
    language: LanguageTag = "en"
    published_on: PartialDate | None = None
    reference: str = text_field()
    note: str = text_field()


class Statement(Record, table=True):
    """What one source says about one field of one record.

    Attributes:
        entity, pk: The kind and key of the record.
        field: The field that is spoken of; empty for the record as a whole.
        value: What the source says, as text.
        quote: The sentence of the source, verbatim.
    """

    __tablename__ = "statement"
    __table_args__ = table(Index(None, "entity", "pk", "field"))
    source_id: UUID = reference("source.id")
    entity: str = Field(min_length=1)
    pk: str = Field(min_length=1)
    field: str = ""
    value: str = text_field()
    quote: str = text_field()
    note: str = text_field()
