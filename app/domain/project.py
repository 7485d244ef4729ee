"""Projects: what the parties do together, reviewed meeting by meeting, with figures and sources."""

from datetime import date
from decimal import Decimal
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
from app.domain.names import Names, PartialDate


class ProjectStatus(StrEnum):
    """Where a project stands."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


PROJECT_LIFE = LifeCycle(
    kind="project",
    start=tuple(ProjectStatus),
    steps={
        ProjectStatus.PROPOSED: (ProjectStatus.ACTIVE, ProjectStatus.CANCELLED),
        ProjectStatus.ACTIVE: (
            ProjectStatus.SUSPENDED,
            ProjectStatus.COMPLETED,
            ProjectStatus.CANCELLED,
        ),
        ProjectStatus.SUSPENDED: (ProjectStatus.ACTIVE, ProjectStatus.CANCELLED),
        ProjectStatus.UNKNOWN: (
            ProjectStatus.PROPOSED,
            ProjectStatus.ACTIVE,
            ProjectStatus.COMPLETED,
            ProjectStatus.CANCELLED,
        ),
    },
)


class Rating(StrEnum):
    """How a review judges a project."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    COMPLETE = "complete"


class Project(Record, table=True):
    """A project or programme of cooperation; ``count`` where a source names only how many."""

    __tablename__ = "project"
    __table_args__ = table(
        unique("code", sentence="Another project already has this code.", field="code"),
        check(
            "ends_after_it_begins",
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            "A project cannot end before it starts.",
            field="ends_on",
        ),
    )
    code: str = Field(min_length=1, max_length=80)
    body_id: UUID | None = reference("body.id", default=None)
    parent_id: UUID | None = reference("project.id", default=None)
    instrument_id: UUID | None = reference("instrument.id", default=None)
    decision_id: UUID | None = reference("decision.id", default=None)
    titles: Names = names_field()
    proposer_party_id: UUID | None = reference("party.id", default=None)
    host_party_id: UUID | None = reference("party.id", default=None)
    status: ProjectStatus = choice(ProjectStatus, "status", default=ProjectStatus.UNKNOWN)
    count: int = Field(default=1, ge=1)
    phase: str = ""
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    budget: Decimal | None = Field(default=None, max_digits=18, decimal_places=2)
    currency: str | None = None
    note: str = text_field()


class ProjectParty(Checked, table=True):
    """A party to a project, with what it brings."""

    __tablename__ = "project_party"
    __table_args__ = table()
    project_id: UUID = reference("project.id", primary_key=True, ondelete="CASCADE")
    party_id: UUID = reference("party.id", primary_key=True)
    contribution: Decimal | None = Field(default=None, max_digits=18, decimal_places=2)
    role: str = ""


class ProjectOrganisation(Checked, table=True):
    """An organisation that works in a project."""

    __tablename__ = "project_organisation"
    __table_args__ = table()
    project_id: UUID = reference("project.id", primary_key=True, ondelete="CASCADE")
    organisation_id: UUID = reference("organisation.id", primary_key=True)
    role: str = ""


class ProjectDecision(Checked, table=True):
    """A decision that speaks of a project, beside the one that registered it."""

    __tablename__ = "project_decision"
    __table_args__ = table()
    project_id: UUID = reference("project.id", primary_key=True, ondelete="CASCADE")
    decision_id: UUID = reference("decision.id", primary_key=True, ondelete="CASCADE")


class ProjectReview(Record, table=True):
    """What a meeting found about a project."""

    __tablename__ = "project_review"
    __table_args__ = table(
        check(
            "progress_is_a_percentage",
            "progress IS NULL OR progress BETWEEN 0 AND 100",
            "Progress is a percentage from 0 to 100.",
            field="progress",
        ),
        unique(
            "project_id",
            "reviewed_on",
            sentence="The project was already reviewed that day.",
            field="reviewed_on",
        ),
    )
    project_id: UUID = reference("project.id", ondelete="CASCADE")
    meeting_id: UUID | None = reference("meeting.id", default=None)
    reviewed_on: date
    progress: int | None = None
    rating: Rating | None = choice(Rating, "rating", default=None)
    texts: Names = names_field()


class Quantity(Record, table=True):
    """A figure about any record, in the words of its source and, where clear, as a number.

    Attributes:
        entity, pk: The kind and key of the record that the figure is about.
        value, value_to: The number; for a range its two ends.
    """

    __tablename__ = "quantity"
    __table_args__ = table()
    entity: str = Field(min_length=1, index=True)
    pk: str = Field(min_length=1, index=True)
    label: str = ""
    value: Decimal | None = Field(default=None, max_digits=24, decimal_places=6)
    value_to: Decimal | None = Field(default=None, max_digits=24, decimal_places=6)
    unit: str = ""
    words: str = text_field()
