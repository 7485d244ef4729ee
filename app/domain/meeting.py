"""Meetings: their ordinals are entered, never computed; planned and actual dates are both kept."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import StringConstraints
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
from app.domain.names import LanguageTag, Names
from app.domain.provenance import Provenance


class MeetingKind(StrEnum):
    """What sort of meeting it is; ordinals run within one kind of one body."""

    ORDINARY = "ordinary"
    SPECIAL = "special"
    PREPARATORY = "preparatory"
    INTERSESSIONAL = "intersessional"
    SUMMIT = "summit"
    CONFERENCE = "conference"
    VISIT = "visit"
    OTHER = "other"


class MeetingMode(StrEnum):
    """How the delegations come together."""

    IN_PERSON = "in-person"
    HYBRID = "hybrid"
    ONLINE = "online"
    UNKNOWN = "unknown"


class MeetingStatus(StrEnum):
    """Where a meeting stands, from the first proposal to the archive."""

    PROPOSED = "proposed"
    DATES_AGREED = "dates-agreed"
    CONVENED = "convened"
    IN_SESSION = "in-session"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    RECORD_AGREED = "record-agreed"
    ARCHIVED = "archived"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


_S = MeetingStatus

MEETING_LIFE = LifeCycle(
    kind="meeting",
    start=tuple(MeetingStatus),  # past meetings are entered as they ended
    steps={
        _S.PROPOSED: (_S.DATES_AGREED, _S.POSTPONED, _S.CANCELLED),
        _S.DATES_AGREED: (_S.CONVENED, _S.PROPOSED, _S.POSTPONED, _S.CANCELLED),
        _S.CONVENED: (_S.IN_SESSION, _S.POSTPONED, _S.CANCELLED),
        _S.IN_SESSION: (_S.SUSPENDED, _S.CLOSED),
        _S.SUSPENDED: (_S.IN_SESSION, _S.CLOSED),
        _S.CLOSED: (_S.RECORD_AGREED,),
        _S.RECORD_AGREED: (_S.ARCHIVED,),
        _S.POSTPONED: (_S.PROPOSED, _S.DATES_AGREED, _S.CANCELLED),
    },
)
"""DESIGN §4. A postponed meeting keeps its ordinal; a cancelled one stays in the list."""

HELD = frozenset({_S.CLOSED, _S.RECORD_AGREED, _S.ARCHIVED})
"""The states of a meeting that has taken place."""


class AgendaStatus(StrEnum):
    """How far the agenda of a meeting has come."""

    PRELIMINARY = "preliminary"
    PROVISIONAL = "provisional"
    ANNOTATED = "annotated"
    DRAFT = "draft"
    ADOPTED = "adopted"
    AMENDED = "amended"


AGENDA_LIFE = LifeCycle(
    kind="agenda",
    start=(AgendaStatus.PRELIMINARY, AgendaStatus.PROVISIONAL, AgendaStatus.ADOPTED),
    steps={
        AgendaStatus.PRELIMINARY: (AgendaStatus.PROVISIONAL,),
        AgendaStatus.PROVISIONAL: (AgendaStatus.ANNOTATED, AgendaStatus.DRAFT),
        AgendaStatus.ANNOTATED: (AgendaStatus.DRAFT,),
        AgendaStatus.DRAFT: (AgendaStatus.ADOPTED,),
        AgendaStatus.ADOPTED: (AgendaStatus.AMENDED,),
        AgendaStatus.AMENDED: (AgendaStatus.AMENDED,),
    },
)
"""DOMAIN §3: preliminary → provisional (→ annotated) → draft at opening → adopted → amended."""


class AgendaNumbering(StrEnum):
    """How the items of an agenda are numbered."""

    DECIMAL = "decimal"
    LETTERS = "letters"
    ROMAN = "roman"
    AS_ENTERED = "as-entered"


_HOUR = r"([01]\d|2[0-3]):[0-5]\d"

SittingBreak = Annotated[str, StringConstraints(pattern=rf"^{_HOUR}-{_HOUR}$")]
"""A pause in the sitting of every day, such as lunch: ``12:30-13:30``."""


class Meeting(Record, table=True):
    """A meeting of a body, or an event such as a summit that belongs to none.

    Attributes:
        ordinal: As the parties count it; entered, never computed.
        starts_at, ends_at: Instants, where the hours are known.
        starts_on, ends_on: The actual days at the place.
        date_words: The dates as the source prints them.
        zone: The IANA zone of the place.
        deemed_place: Where an online meeting counts as held.
        breaks: When the sitting pauses, by the clock at the place.
    """

    __tablename__ = "meeting"
    __table_args__ = table(
        unique(
            "body_id",
            "kind",
            "ordinal",
            sentence="The body already has a meeting of this kind with this number.",
            field="ordinal",
        ),
        check(
            "ends_after_it_starts",
            "ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at",
            "A meeting cannot end before it starts.",
            field="ends_at",
        ),
        check(
            "last_day_after_first",
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            "The last day of a meeting cannot come before its first day.",
            field="ends_on",
        ),
        check(
            "planned_last_day_after_first",
            "planned_ends_on IS NULL OR planned_starts_on IS NULL"
            " OR planned_ends_on >= planned_starts_on",
            "The planned last day of a meeting cannot come before its planned first day.",
            field="planned_ends_on",
        ),
        check(
            "ordinal_is_positive",
            "ordinal IS NULL OR ordinal > 0",
            "Meetings count from 1.",
            field="ordinal",
        ),
    )
    body_id: UUID | None = reference("body.id", default=None)
    ordinal: int | None = None
    code: str = ""
    kind: MeetingKind = choice(MeetingKind, "kind", default=MeetingKind.ORDINARY)
    status: MeetingStatus = choice(MeetingStatus, "status", default=MeetingStatus.PROPOSED)
    status_reason: str = ""
    titles: Names = names_field()
    mode: MeetingMode = choice(MeetingMode, "mode", default=MeetingMode.UNKNOWN)
    planned_starts_on: date | None = None
    planned_ends_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    date_words: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str = ""
    places: Names = names_field()
    venues: Names = names_field()
    deemed_place: str = ""
    host_party_id: UUID | None = reference("party.id", default=None)
    chair_person_id: UUID | None = reference("person.id", default=None)
    chair_words: str = ""
    predecessor_id: UUID | None = reference("meeting.id", default=None)
    agenda_status: AgendaStatus = choice(
        AgendaStatus, "agenda_status", default=AgendaStatus.PRELIMINARY
    )
    languages: list[LanguageTag] = list_field()
    prevailing_language: LanguageTag | None = None
    outcomes: Names = names_field()
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    provenance_note: str = ""
    ical_uid: str = Field(default_factory=lambda: str(uuid4()), unique=True)
    ical_sequence: int = Field(default=0, ge=0)
    note: str = text_field()
    agenda_numbering: AgendaNumbering = choice(
        AgendaNumbering, "agenda_numbering", default=AgendaNumbering.DECIMAL
    )
    breaks: list[SittingBreak] = list_field()

    @property
    def first_day(self) -> date | None:
        """The first day, or the planned one before it is known."""
        return self.starts_on or self.planned_starts_on
