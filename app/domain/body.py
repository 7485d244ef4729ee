"""Bodies: the joint working groups and committees that meet, and who sits in them."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import (
    check,
    choice,
    list_field,
    names_field,
    reference,
    table,
    text_field,
    unique,
)
from app.domain.lifecycle import LifeCycle
from app.domain.names import LanguageTag, Names, PartialDate
from app.domain.party import NameForm, NameKind


class BodyKind(StrEnum):
    """What sort of body it is."""

    JOINT_WORKING_GROUP = "joint-working-group"
    JOINT_COMMITTEE = "joint-committee"
    COMMITTEE = "committee"
    SUBGROUP = "subgroup"
    COMMISSION = "commission"
    CONSULTATION = "consultation"
    PROGRAMME = "programme"
    PARTNERSHIP = "partnership"
    CONFERENCE = "conference"
    MINISTERIAL_MEETING = "ministerial-meeting"
    FORUM = "forum"
    FUND = "fund"
    DIALOGUE = "dialogue"
    ORGANISATION = "organisation"
    OTHER = "other"


class BodyStatus(StrEnum):
    """Where a body stands in its life."""

    PROPOSED = "proposed"
    ESTABLISHED = "established"
    ACTIVE = "active"
    DORMANT = "dormant"
    ENDED = "ended"
    MERGED = "merged"


BODY_LIFE = LifeCycle(
    kind="body",
    start=(BodyStatus.PROPOSED, BodyStatus.ESTABLISHED, BodyStatus.ACTIVE),
    steps={
        BodyStatus.PROPOSED: (BodyStatus.ESTABLISHED, BodyStatus.ENDED),
        BodyStatus.ESTABLISHED: (BodyStatus.ACTIVE, BodyStatus.ENDED, BodyStatus.MERGED),
        BodyStatus.ACTIVE: (BodyStatus.DORMANT, BodyStatus.ENDED, BodyStatus.MERGED),
        BodyStatus.DORMANT: (BodyStatus.ACTIVE, BodyStatus.ENDED, BodyStatus.MERGED),
    },
)
"""DOMAIN §3: proposed → established → active ↔ dormant → ended | merged."""


class Level(StrEnum):
    """At what level a body works, or was founded."""

    LEADERS = "leaders"
    MINISTER = "minister"
    VICE_MINISTER = "vice-minister"
    DIRECTOR_GENERAL = "director-general"
    DEPUTY_DIRECTOR_GENERAL = "deputy-director-general"
    WORKING = "working"
    EXPERT = "expert"
    UNKNOWN = "unknown"


class HostRotation(StrEnum):
    """Whose turn it is to host."""

    ALTERNATING = "alternating"
    ROTATING = "rotating"
    FIXED = "fixed"
    NONE = "none"
    UNKNOWN = "unknown"


class MembershipRole(StrEnum):
    """In what role a party sits in a body or comes to a meeting."""

    MEMBER = "member"
    OBSERVER = "observer"
    ASSOCIATE = "associate"
    GUEST = "guest"


class OfficeRole(StrEnum):
    """An office that a person holds in a body."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    VICE_CHAIR = "vice-chair"
    SECRETARY = "secretary"
    RAPPORTEUR = "rapporteur"
    FOCAL_POINT = "focal-point"


class OrganisationRole(StrEnum):
    """What an organisation does for a body."""

    MEMBER = "member"
    SECRETARIAT = "secretariat"
    HEADQUARTERS = "headquarters"
    REGIONAL_CENTRE = "regional-centre"
    FOUNDER = "founder"
    FOCAL_POINT = "focal-point"


class Body(Record, table=True):
    """A joint working group, joint committee or other body that parties have set up.

    Attributes:
        short_names: What the screens call it.
        plain_names: Its name without its parties, which a document adds in the order it needs.
        call_names: What its own documents call it: “the Joint Working Group”.
    """

    __tablename__ = "body"
    __table_args__ = table(
        unique("code", sentence="Another body already has this code.", field="code"),
        check(
            "ends_after_it_begins",
            "ended_on IS NULL OR established_on IS NULL OR ended_on >= established_on",
            "A body cannot end before it was established.",
            field="ended_on",
        ),
    )
    code: str = Field(min_length=1, max_length=60)
    kind: BodyKind = choice(BodyKind, "kind")
    status: BodyStatus = choice(BodyStatus, "status", default=BodyStatus.ACTIVE)
    names: Names = names_field()
    short_names: Names = names_field()
    plain_names: Names = names_field()
    call_names: Names = names_field()
    sort_key: str = ""
    topic: str = ""
    level: Level = choice(Level, "level", default=Level.UNKNOWN)
    founder_level: Level | None = choice(Level, "founder_level", default=None)
    cadence: str = ""
    host_rotation: HostRotation = choice(
        HostRotation, "host_rotation", default=HostRotation.UNKNOWN
    )
    parent_id: UUID | None = reference("body.id", default=None)
    instrument_id: UUID | None = reference("instrument.id", default=None)
    established_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    languages: list[LanguageTag] = list_field()
    prevailing_language: LanguageTag | None = None
    meeting_pattern: str = ""
    decision_pattern: str = ""
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    note: str = text_field()


class BodyName(Record, table=True):
    """A further name of a body: an alias, an acronym, the name another source prints."""

    __tablename__ = "body_name"
    __table_args__ = table()
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    kind: NameKind = choice(NameKind, "kind")
    language: LanguageTag
    text: str = Field(min_length=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    form: NameForm = choice(NameForm, "form", default=NameForm.NAME)


class BodyParty(Record, table=True):
    """A party's seat in a body, from one date to another."""

    __tablename__ = "body_party"
    __table_args__ = table(
        unique(
            "body_id",
            "party_id",
            "valid_from",
            sentence="This party already sits in the body.",
            field="party_id",
        ),
        check(
            "ends_after_it_begins",
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            "A seat cannot end before it began.",
            field="valid_to",
        ),
    )
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    party_id: UUID = reference("party.id")
    role: MembershipRole = choice(MembershipRole, "role", default=MembershipRole.MEMBER)
    seat: int = Field(ge=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class BodyOrganisation(Record, table=True):
    """What an organisation does for a body: its secretariat, its regional office, a member."""

    __tablename__ = "body_organisation"
    __table_args__ = table(
        unique(
            "body_id",
            "organisation_id",
            "role",
            sentence="This organisation already has this role in the body.",
            field="role",
        )
    )
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    organisation_id: UUID = reference("organisation.id")
    role: OrganisationRole = choice(OrganisationRole, "role")
    place: str = ""
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class BodyOffice(Record, table=True):
    """An office that a person holds in a body, from one date to another."""

    __tablename__ = "body_office"
    __table_args__ = table(
        check(
            "ends_after_it_begins",
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            "An office cannot end before it began.",
            field="valid_to",
        )
    )
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    person_id: UUID = reference("person.id")
    party_id: UUID | None = reference("party.id", default=None)
    role: OfficeRole = choice(OfficeRole, "role")
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
