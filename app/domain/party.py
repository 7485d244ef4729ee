"""Parties: the states, ministries, provinces and organisations between which a body works."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le
from sqlalchemy import JSON
from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import check, choice, names_field, reference, table, text_field, unique
from app.domain.names import LanguageTag, Names, PartialDate

Weekday = Annotated[int, Ge(1), Le(7)]
"""A day of the week, counted from Monday as ISO 8601 does."""


class PartyKind(StrEnum):
    """What a party is in law."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PROVINCE = "province"
    CITY = "city"
    AGENCY = "agency"
    INTERGOVERNMENTAL = "intergovernmental"
    ORGANISATION = "organisation"
    OTHER = "other"


class NameKind(StrEnum):
    """What a further name of a thing is to its official one."""

    OFFICIAL = "official"
    FORMER = "former"
    SHORT = "short"
    ACRONYM = "acronym"
    ALIAS = "alias"
    AS_PRINTED = "as-printed"


class NameForm(StrEnum):
    """Which of a thing's names it is: each is printed in a place of its own."""

    NAME = "name"
    FORMAL = "formal"
    ADJECTIVE = "adjective"
    SHORT = "short"
    PLAIN = "plain"
    CALL = "call"


class Party(Record, table=True):
    """A party to instruments and a member of bodies, such as the Republic of Korea.

    Attributes:
        weekend: The days of the week on which its offices are closed.
    """

    __tablename__ = "party"
    __table_args__ = table(
        unique("code", sentence="Another party already has this code.", field="code"),
        check(
            "subnational_has_parent",
            "kind NOT IN ('province', 'city') OR parent_id IS NOT NULL",
            "A province or a city needs the state that it belongs to.",
            field="parent_id",
        ),
        check(
            "ends_after_it_begins",
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            "A party cannot end before it began.",
            field="valid_to",
        ),
    )
    code: str = Field(min_length=1, max_length=40)
    kind: PartyKind = choice(PartyKind, "kind")
    parent_id: UUID | None = reference("party.id", default=None)
    names: Names = names_field()
    formal_names: Names = names_field()
    adjectives: Names = names_field()
    sort_key: str = ""
    time_zone: str = ""
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    note: str = text_field()
    weekend: list[Weekday] = Field(default_factory=lambda: [6, 7], sa_type=JSON)


class PartyName(Record, table=True):
    """A further name of a party, with the dates on which it was in use."""

    __tablename__ = "party_name"
    __table_args__ = table()
    party_id: UUID = reference("party.id", ondelete="CASCADE")
    kind: NameKind = choice(NameKind, "kind")
    language: LanguageTag
    text: str = Field(min_length=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    form: NameForm = choice(NameForm, "form", default=NameForm.NAME)
