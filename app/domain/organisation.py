"""Organisations: ministries and agencies, which stay the same while their names change."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, names_field, reference, table, text_field, unique
from app.domain.names import LanguageTag, Names, PartialDate
from app.domain.party import NameKind


class OrganisationKind(StrEnum):
    """What an organisation is."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    CITY = "city"
    PROVINCE = "province"
    REGULATOR = "regulator"
    INSTITUTE = "institute"
    SECRETARIAT = "secretariat"
    COMPANY = "company"
    INTERGOVERNMENTAL = "intergovernmental"
    FUND = "fund"
    OTHER = "other"


class Organisation(Record, table=True):
    """An organisation under the name it bears today; earlier names are kept with their dates."""

    __tablename__ = "organisation"
    __table_args__ = table(
        unique("code", sentence="Another organisation already has this code.", field="code")
    )
    code: str = Field(min_length=1, max_length=80)
    kind: OrganisationKind = choice(OrganisationKind, "kind")
    party_id: UUID | None = reference("party.id", default=None)
    parent_id: UUID | None = reference("organisation.id", default=None)
    names: Names = names_field()
    sort_key: str = ""
    note: str = text_field()


class OrganisationName(Record, table=True):
    """A former or further name of an organisation, with the dates on which it was in use."""

    __tablename__ = "organisation_name"
    __table_args__ = table()
    organisation_id: UUID = reference("organisation.id", ondelete="CASCADE")
    kind: NameKind = choice(NameKind, "kind")
    language: LanguageTag
    text: str = Field(min_length=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class OrganisationDistinction(Record, table=True):
    """Two organisations that somebody has said are not the same, however alike their names."""

    __tablename__ = "organisation_distinction"
    __table_args__ = table(
        unique(
            "first_id",
            "second_id",
            sentence="These two organisations are already told apart.",
            field="second_id",
        )
    )
    first_id: UUID = reference("organisation.id", ondelete="CASCADE")
    second_id: UUID = reference("organisation.id", ondelete="CASCADE")
