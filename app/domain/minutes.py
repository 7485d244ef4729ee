"""Minutes: paragraphs of three grades, an answer per side, and a signature per signatory."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.agenda import StandardItem
from app.domain.checked import Record
from app.domain.columns import check, choice, names_field, reference, table, text_field, unique
from app.domain.lifecycle import LifeCycle
from app.domain.names import Names
from app.domain.provenance import Provenance


class MinutesKind(StrEnum):
    """Which record of a meeting it is."""

    AGREED_MINUTES = "agreed-minutes"
    SUMMARY_RECORD = "summary-record"


class MinutesStatus(StrEnum):
    """How far the record of a meeting has come."""

    PRE_DRAFTED = "pre-drafted"
    EXCHANGED = "exchanged"
    NEGOTIATED = "negotiated"
    APPROVED = "approved"
    SIGNED = "signed"
    CONFIRMED = "confirmed"
    DISTRIBUTED = "distributed"
    PUBLISHED = "published"
    CORRECTED = "corrected"


_M = MinutesStatus

MINUTES_LIFE = LifeCycle(
    kind="record of a meeting",
    start=(_M.PRE_DRAFTED,),
    steps={
        _M.PRE_DRAFTED: (_M.EXCHANGED, _M.NEGOTIATED),
        _M.EXCHANGED: (_M.NEGOTIATED,),
        _M.NEGOTIATED: (_M.EXCHANGED, _M.APPROVED),
        _M.APPROVED: (_M.NEGOTIATED, _M.SIGNED),
        _M.SIGNED: (_M.CONFIRMED, _M.DISTRIBUTED, _M.CORRECTED),
        _M.CONFIRMED: (_M.DISTRIBUTED, _M.CORRECTED),
        _M.DISTRIBUTED: (_M.PUBLISHED, _M.CORRECTED),
        _M.PUBLISHED: (_M.CORRECTED,),
    },
)
"""DESIGN §4. A signed edition is never changed: a later edition marks it corrected."""

SEALED_MINUTES = frozenset({_M.SIGNED, _M.CONFIRMED, _M.DISTRIBUTED, _M.PUBLISHED, _M.CORRECTED})
"""The states in which the paragraphs of minutes can no longer change."""


class Grade(StrEnum):
    """Whose word a paragraph is: both sides', one side's, or noted by the other."""

    BOTH_SIDES = "both-sides"
    ONE_SIDE = "one-side"
    NOTED = "noted"


class ParagraphKind(StrEnum):
    """What a paragraph does."""

    STATEMENT = "statement"
    DISCUSSION = "discussion"
    CONCLUSION = "conclusion"
    NOTE = "note"


class Answer(StrEnum):
    """What a side answered to a draft of the minutes."""

    AGREED = "agreed"
    CHANGES_PROPOSED = "changes-proposed"
    NO_OBJECTION = "no-objection"


class Minutes(Record, table=True):
    """One edition of the record of a meeting."""

    __tablename__ = "minutes"
    __table_args__ = table(
        unique(
            "meeting_id",
            "kind",
            "edition",
            sentence="This edition of the minutes already exists.",
            field="edition",
        )
    )
    meeting_id: UUID = reference("meeting.id", ondelete="CASCADE")
    kind: MinutesKind = choice(MinutesKind, "kind", default=MinutesKind.AGREED_MINUTES)
    edition: int = Field(default=1, ge=1)
    status: MinutesStatus = choice(MinutesStatus, "status", default=MinutesStatus.PRE_DRAFTED)
    symbol: str = ""
    approved_at_id: UUID | None = reference("meeting.id", default=None)
    status_sentences: Names = names_field()
    next_meetings: Names = names_field()
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    provenance_note: str = ""
    corrects_id: UUID | None = reference("minutes.id", default=None)
    reopened_why: str = text_field()


class MinutesParagraph(Record, table=True):
    """A paragraph of the minutes: who says it, and whether it was confirmed as having happened.

    Attributes:
        level: 0 for a point, 1 for a sub-point of the point before it.
        source_line: The line that was typed during the meeting and became this paragraph.
        standard: What it says where every record says it: the opening, the next meeting.
    """

    __tablename__ = "minutes_paragraph"
    __table_args__ = table(
        unique("minutes_id", "ordinal", sentence="Two paragraphs have the same place."),
        check(
            "one_side_is_named",
            "grade = 'both-sides' OR party_id IS NOT NULL",
            "A paragraph that is one side's word needs that side.",
            field="party_id",
        ),
    )
    minutes_id: UUID = reference("minutes.id", ondelete="CASCADE")
    agenda_item_id: UUID | None = reference("agenda_item.id", default=None)
    decision_id: UUID | None = reference("decision.id", default=None)
    ordinal: int
    grade: Grade = choice(Grade, "grade")
    kind: ParagraphKind = choice(ParagraphKind, "kind", default=ParagraphKind.STATEMENT)
    party_id: UUID | None = reference("party.id", default=None)
    person_id: UUID | None = reference("person.id", default=None)
    texts: Names = names_field()
    confirmed: bool = False
    level: int = Field(default=0, ge=0, le=3)
    source_line: str = text_field()
    action_id: UUID | None = reference("action_item.id", default=None, ondelete="SET NULL")
    standard: StandardItem | None = choice(StandardItem, "standard", default=None)


class MinutesAnswer(Record, table=True):
    """A dated answer of one side to an edition of the minutes."""

    __tablename__ = "minutes_answer"
    __table_args__ = table()
    minutes_id: UUID = reference("minutes.id", ondelete="CASCADE")
    party_id: UUID = reference("party.id")
    answer: Answer = choice(Answer, "answer")
    answered_on: date
    note: str = text_field()


class Signature(Record, table=True):
    """The signature of one signatory, with a place and a date of its own."""

    __tablename__ = "signature"
    __table_args__ = table(
        unique("minutes_id", "ordinal", sentence="Two signatures have the same place.")
    )
    minutes_id: UUID = reference("minutes.id", ondelete="CASCADE")
    ordinal: int = Field(ge=1)
    party_id: UUID = reference("party.id")
    person_id: UUID | None = reference("person.id", default=None)
    printed_names: Names = names_field()
    capacities: Names = names_field()
    place: str = ""
    signed_on: date | None = None
