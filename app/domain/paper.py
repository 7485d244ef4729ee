"""Papers: what is put before a meeting or sent out after it, each under a symbol."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import choice, names_field, reference, table, text_field, unique
from app.domain.lifecycle import LifeCycle
from app.domain.names import LanguageTag, Names


class PaperCategory(StrEnum):
    """What sort of paper it is."""

    WORKING = "working"
    INFORMATION = "information"
    CONFERENCE_ROOM = "conference-room"
    NON_PAPER = "non-paper"
    PRESENTATION = "presentation"
    AGENDA = "agenda"
    LIST = "list"
    MINUTES = "minutes"
    RULES = "rules"
    REPORT = "report"
    PRESS_RELEASE = "press-release"
    OTHER = "other"


class PaperStatus(StrEnum):
    """Where a paper stands."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


PAPER_LIFE = LifeCycle(
    kind="paper",
    start=tuple(PaperStatus),
    steps={
        PaperStatus.DRAFT: (PaperStatus.CIRCULATED, PaperStatus.WITHDRAWN),
        PaperStatus.CIRCULATED: (PaperStatus.FINAL, PaperStatus.DRAFT, PaperStatus.WITHDRAWN),
        PaperStatus.FINAL: (PaperStatus.WITHDRAWN,),
    },
)


class Distribution(StrEnum):
    """Who may see a paper."""

    ONE_SIDE = "one-side"
    BOTH_SIDES = "both-sides"
    PUBLIC = "public"


class Confidentiality(StrEnum):
    """Whether a paper is open, confidential, or the redacted twin of a confidential one."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    REDACTED = "redacted"


class Paper(Record, table=True):
    """A meeting document with a symbol."""

    __tablename__ = "paper"
    __table_args__ = table(
        unique(
            "body_id",
            "symbol",
            sentence="The body already has a paper with this symbol.",
            field="symbol",
        )
    )
    body_id: UUID = reference("body.id")
    meeting_id: UUID | None = reference("meeting.id", default=None)
    symbol: str = Field(min_length=1)
    titles: Names = names_field()
    category: PaperCategory = choice(PaperCategory, "category")
    status: PaperStatus = choice(PaperStatus, "status", default=PaperStatus.DRAFT)
    distribution: Distribution = choice(
        Distribution, "distribution", default=Distribution.BOTH_SIDES
    )
    confidentiality: Confidentiality = choice(
        Confidentiality, "confidentiality", default=Confidentiality.OPEN
    )
    twin_id: UUID | None = reference("paper.id", default=None, ondelete="SET NULL")
    submitted_by_id: UUID | None = reference("party.id", default=None)
    version: int = Field(default=1, ge=1)
    issued_on: date | None = None
    note: str = text_field()

    @property
    def is_kept_back(self) -> bool:
        """Whether it is for our side only, or confidential: never shown to whoever asks."""
        return (
            self.confidentiality is Confidentiality.CONFIDENTIAL
            or self.distribution is Distribution.ONE_SIDE
        )


class PaperFile(Record, table=True):
    """The file of a paper in one language and revision."""

    __tablename__ = "paper_file"
    __table_args__ = table(
        unique(
            "paper_id",
            "language",
            "revision",
            sentence="This revision of the paper is already there in this language.",
            field="revision",
        )
    )
    paper_id: UUID = reference("paper.id", ondelete="CASCADE")
    language: LanguageTag
    revision: int = Field(default=1, ge=1)
    attachment_id: UUID = reference("attachment.id")
