"""Decisions: taken in a meeting or in writing, numbered on adoption, and linked to one another."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import (
    check,
    choice,
    names_field,
    reference,
    table,
    text_field,
    unique,
)
from app.domain.lifecycle import LifeCycle
from app.domain.names import LanguageTag, Names
from app.domain.provenance import Provenance


class DecisionKind(StrEnum):
    """What a decision does."""

    ADOPTION_OF_RULES = "adoption-of-rules"
    REGISTRATION = "registration"
    APPROVAL = "approval"
    ISSUANCE = "issuance"
    DESIGNATION = "designation"
    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"
    OTHER = "other"


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    DRAFT = "draft"
    BRACKETED = "bracketed"
    AGREED = "agreed"
    ADOPTED = "adopted"
    EFFECTIVE = "effective"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


_D = DecisionStatus

DECISION_LIFE = LifeCycle(
    kind="decision",
    start=(_D.DRAFT, _D.ADOPTED),
    steps={
        _D.DRAFT: (_D.BRACKETED, _D.AGREED, _D.ADOPTED, _D.WITHDRAWN),
        _D.BRACKETED: (_D.AGREED, _D.WITHDRAWN),
        _D.AGREED: (_D.ADOPTED, _D.BRACKETED, _D.WITHDRAWN),
        _D.ADOPTED: (_D.EFFECTIVE, _D.AMENDED, _D.SUPERSEDED, _D.LAPSED),
        _D.EFFECTIVE: (_D.AMENDED, _D.SUPERSEDED, _D.LAPSED),
        _D.AMENDED: (_D.AMENDED, _D.SUPERSEDED, _D.LAPSED),
    },
)
"""DOMAIN §3: draft → [bracketed] → agreed → adopted → effective → amended | superseded | lapsed."""

ADOPTED_DECISIONS = frozenset({_D.ADOPTED, _D.EFFECTIVE, _D.AMENDED, _D.SUPERSEDED, _D.LAPSED})
"""The states in which the text of a decision can no longer change."""


class Channel(StrEnum):
    """Whether a decision was taken in a meeting or in writing between meetings."""

    MEETING = "meeting"
    ELECTRONIC = "electronic"


class Method(StrEnum):
    """How agreement was found."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    SILENCE = "silence"
    WRITTEN = "written"


class TextStatus(StrEnum):
    """What authority a text in one language has."""

    AUTHENTIC = "authentic"
    OFFICIAL = "official"
    WORKING = "working"
    MACHINE = "machine"


class Position(StrEnum):
    """Where a party stood on a decision."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    RESERVATION = "reservation"
    ABSENT = "absent"


class DecisionRelationKind(StrEnum):
    """What one decision does to another."""

    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    CONFIRMS = "confirms"
    IMPLEMENTS = "implements"


class Decision(Record, table=True):
    """A decision of a body; its number is given on adoption, drafts carry a temporary one."""

    __tablename__ = "decision"
    __table_args__ = table(
        unique(
            "body_id",
            "symbol",
            sentence="The body already has a decision with this number.",
            field="symbol",
        ),
        check(
            "adopted_has_a_day",
            "status NOT IN ('adopted', 'effective', 'amended', 'superseded', 'lapsed')"
            " OR taken_on IS NOT NULL",
            "An adopted decision needs the day on which it was taken.",
            field="taken_on",
        ),
        check(
            "adopted_has_a_number",
            "status NOT IN ('adopted', 'effective', 'amended', 'superseded', 'lapsed')"
            " OR symbol IS NOT NULL",
            "An adopted decision needs its number.",
            field="symbol",
        ),
    )
    body_id: UUID = reference("body.id")
    meeting_id: UUID | None = reference("meeting.id", default=None)
    agenda_item_id: UUID | None = reference("agenda_item.id", default=None)
    symbol: str | None = None
    temporary_symbol: str = ""
    kind: DecisionKind = choice(DecisionKind, "kind")
    status: DecisionStatus = choice(DecisionStatus, "status", default=DecisionStatus.DRAFT)
    channel: Channel = choice(Channel, "channel", default=Channel.MEETING)
    method: Method = choice(Method, "method", default=Method.CONSENSUS)
    taken_on: date | None = None
    effective_on: date | None = None
    published_on: date | None = None
    ad_referendum: bool = False
    confirmed_on: date | None = None
    conditions: Names = names_field()
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    provenance_note: str = ""
    done_on: date | None = None
    status_note: str = text_field()


class NumberState(StrEnum):
    """Why a number is not that of an adopted decision."""

    RESERVED = "reserved"
    VOID = "void"


class DecisionNumber(Record, table=True):
    """A number of a body that no decision has: kept free for one, or left out with a reason."""

    __tablename__ = "decision_number"
    __table_args__ = table(
        unique(
            "body_id",
            "symbol",
            sentence="This number is reserved or void already.",
            field="symbol",
        )
    )
    body_id: UUID = reference("body.id", ondelete="CASCADE")
    symbol: str = Field(min_length=1, max_length=80)
    state: NumberState = choice(NumberState, "state")
    reason: str = text_field()
    noted_on: date


class DecisionText(Record, table=True):
    """The title and text of a decision in one language."""

    __tablename__ = "decision_text"
    __table_args__ = table(
        unique(
            "decision_id",
            "language",
            sentence="The decision already has this language.",
            field="language",
        )
    )
    decision_id: UUID = reference("decision.id", ondelete="CASCADE")
    language: LanguageTag
    title: str = text_field()
    text: str = text_field()
    status: TextStatus = choice(TextStatus, "status", default=TextStatus.WORKING)
    sha256: str = ""


class DecisionPosition(Checked, table=True):
    """Where one party stood on a decision, with its statement."""

    __tablename__ = "decision_position"
    __table_args__ = table()
    decision_id: UUID = reference("decision.id", primary_key=True, ondelete="CASCADE")
    party_id: UUID = reference("party.id", primary_key=True)
    position: Position = choice(Position, "position")
    statements: Names = names_field()


class DecisionRelation(Record, table=True):
    """What one decision does to another: amends, supersedes, confirms, implements it."""

    __tablename__ = "decision_relation"
    __table_args__ = table(
        unique(
            "decision_id",
            "other_id",
            "relation",
            sentence="This relation is already there.",
            field="other_id",
        ),
        check(
            "not_to_itself",
            "decision_id <> other_id",
            "A decision cannot refer to itself.",
            field="other_id",
        ),
    )
    decision_id: UUID = reference("decision.id", ondelete="CASCADE")
    other_id: UUID = reference("decision.id")
    relation: DecisionRelationKind = choice(DecisionRelationKind, "relation")
