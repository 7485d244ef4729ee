"""Delegations: who came for each party, under the name and post as printed on that day."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.body import MembershipRole
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
    unique_where,
)
from app.domain.lifecycle import LifeCycle
from app.domain.names import Names


class DelegateRole(StrEnum):
    """In what capacity somebody sits in a delegation."""

    HEAD = "head"
    ALTERNATE = "alternate"
    DELEGATE = "delegate"
    ADVISER = "adviser"
    EXPERT = "expert"
    INTERPRETER = "interpreter"
    SECRETARIAT = "secretariat"
    OBSERVER = "observer"


class Attendance(StrEnum):
    """How far a nomination has come."""

    NOMINATED = "nominated"
    NOTIFIED = "notified"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"
    ABSENT = "absent"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


NOT_THERE = frozenset({Attendance.ABSENT, Attendance.REPLACED})
"""The states of somebody who was announced and did not come: no list of participants names them."""

_CAME = (Attendance.ATTENDED, Attendance.ABSENT, Attendance.REPLACED)

DELEGATE_LIFE = LifeCycle(
    kind="delegate",
    start=tuple(Attendance),
    steps={
        Attendance.NOMINATED: (Attendance.NOTIFIED, *_CAME),
        Attendance.NOTIFIED: (Attendance.CONFIRMED, *_CAME),
        Attendance.CONFIRMED: _CAME,
        Attendance.UNKNOWN: (Attendance.NOMINATED, *_CAME),
        Attendance.ABSENT: (Attendance.ATTENDED,),
        Attendance.ATTENDED: (Attendance.ABSENT,),
        Attendance.REPLACED: (Attendance.NOMINATED, Attendance.ATTENDED),
    },
)
"""DOMAIN §3: nominated → notified → confirmed → attended | absent | replaced.

Who was announced as replaced may come after all.
"""


class Presence(StrEnum):
    """Where a delegate takes part from."""

    ROOM = "room"
    ONLINE = "online"
    UNKNOWN = "unknown"


class Delegation(Record, table=True):
    """One party's delegation at one meeting."""

    __tablename__ = "delegation"
    __table_args__ = table(
        unique(
            "meeting_id",
            "party_id",
            sentence="This party already has a delegation here.",
            field="party_id",
        )
    )
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    party_id: UUID = reference("party.id")
    role: MembershipRole = choice(MembershipRole, "role", default=MembershipRole.MEMBER)
    seat: int = Field(ge=1)
    credentials_ok: bool = False
    note: str = text_field()


class Delegate(Record, table=True):
    """A seat in a delegation: a person, or the organisation where the source names no person."""

    __tablename__ = "delegate"
    __table_args__ = table(
        check(
            "is_somebody",
            "person_id IS NOT NULL OR organisation_id IS NOT NULL",
            "A seat in a delegation needs a person or an organisation.",
            field="person_id",
        ),
        unique(
            "delegation_id",
            "person_id",
            sentence="This person is already in the delegation.",
            field="person_id",
        ),
        unique_where(
            "one_head",
            "delegation_id",
            where="role = 'head'",
            sentence="A delegation has one head; make the present head a delegate first.",
            field="role",
        ),
    )
    delegation_id: UUID = reference("delegation.id", ondelete="CASCADE")
    person_id: UUID | None = reference("person.id", default=None)
    organisation_id: UUID | None = reference("organisation.id", default=None)
    role: DelegateRole = choice(DelegateRole, "role", default=DelegateRole.DELEGATE)
    ordinal: int = Field(ge=1)
    printed_names: Names = names_field()
    printed_posts: Names = names_field()
    printed_organisations: Names = names_field()
    attendance: Attendance = choice(Attendance, "attendance", default=Attendance.NOMINATED)
    presence: Presence = choice(Presence, "presence", default=Presence.UNKNOWN)
    sessions: list[str] = list_field()
    replaced_by_id: UUID | None = reference("delegate.id", default=None, ondelete="SET NULL")
