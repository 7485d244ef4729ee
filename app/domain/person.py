"""Persons: kept once, under the name as printed, with the posts they held and when."""

from datetime import date
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, list_field, names_field, reference, table, text_field, unique
from app.domain.names import LanguageTag, Names, PartialDate
from app.domain.party import NameKind


class Person(Record, table=True):
    """A person. Name parts are given only where a source states them; nothing is guessed.

    Attributes:
        printed_name: The name exactly as the source prints it.
        names: How the name is shown, per language.
        name_parts: Per language tag, ``family``, ``given`` and ``patronymic`` as far as known.
        name_parts_verified: Whether somebody who knows has confirmed the parts.
        retain_until: The day after which contact data are to be erased.
    """

    __tablename__ = "person"
    __table_args__ = table()
    printed_name: str = Field(min_length=1)
    names: Names = names_field()
    name_parts: dict[LanguageTag, dict[str, str]] = Field(default_factory=dict, sa_type=JSON)
    name_parts_verified: bool = False
    honorific: str = ""
    sort_key: str = ""
    organisation_id: UUID | None = reference("organisation.id", default=None)
    email: str = ""
    phone: str = ""
    languages: list[LanguageTag] = list_field()
    retain_until: date | None = None
    note: str = text_field()


class PersonName(Record, table=True):
    """Another spelling of a person's name: a second romanisation, another order, another script."""

    __tablename__ = "person_name"
    __table_args__ = table()
    person_id: UUID = reference("person.id", ondelete="CASCADE")
    kind: NameKind = choice(NameKind, "kind")
    language: LanguageTag
    text: str = Field(min_length=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class PersonDistinction(Record, table=True):
    """Two persons that somebody has said are not the same, however alike their names."""

    __tablename__ = "person_distinction"
    __table_args__ = table(
        unique(
            "first_id",
            "second_id",
            sentence="These two persons are already told apart.",
            field="second_id",
        )
    )
    first_id: UUID = reference("person.id", ondelete="CASCADE")
    second_id: UUID = reference("person.id", ondelete="CASCADE")


class Post(Record, table=True):
    """A post that a person held, with its title as printed; one person may hold several at once."""

    __tablename__ = "post"
    __table_args__ = table()
    person_id: UUID = reference("person.id", ondelete="CASCADE")
    ordinal: int = Field(default=1, ge=1)
    titles: Names = names_field()
    organisation_id: UUID | None = reference("organisation.id", default=None)
    party_id: UUID | None = reference("party.id", default=None)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
