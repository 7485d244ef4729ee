"""Projects as their page shows them: who works in one, its figures, and what meetings found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.instrument import Instrument
from app.domain.meeting import Meeting
from app.domain.names import Names, in_language
from app.domain.organisation import Organisation
from app.domain.project import (
    PROJECT_LIFE,
    Project,
    ProjectDecision,
    ProjectOrganisation,
    ProjectParty,
    ProjectReview,
    ProjectStatus,
    Quantity,
)
from app.domain.source import Source, Statement
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class ProjectListRow:
    """A project in the list, with what was found about it last."""

    id: UUID
    code: str
    title: str
    body: str
    body_id: UUID | None
    proposer: PartyChip | None
    status: str
    count: int
    rating: str
    progress: int | None
    reviewed_on: date | None


@dataclass(frozen=True)
class Involved:
    """A party or an organisation in a project, with what it does there."""

    id: UUID
    name: str
    role: str


@dataclass(frozen=True)
class FigureRow:
    """A figure, in the words of its source and, where clear, as a number with its unit."""

    id: UUID
    label: str
    value: Decimal | None
    value_to: Decimal | None
    unit: str
    words: str
    source: str


@dataclass(frozen=True)
class ReviewRow:
    """What a meeting found."""

    id: UUID
    reviewed_on: date
    meeting_id: UUID | None
    meeting: str
    rating: str
    progress: int | None
    text: str


@dataclass(frozen=True)
class LinkedDecision:
    """A decision that speaks of a project; ``registered`` where it is by it that it began."""

    id: UUID
    symbol: str
    title: str
    registered: bool


@dataclass(frozen=True)
class ProjectDetail:
    """Everything about one project.

    Attributes:
        version: The number of what was read.
        next_statuses: Where it may go from where it stands.
    """

    row: ProjectListRow
    version: int
    titles: Names
    proposer_id: UUID | None
    host_id: UUID | None
    host: str
    instrument_id: UUID | None
    instrument: str
    instrument_code: str
    phase: str
    starts_on: str
    ends_on: str
    note: str
    next_statuses: tuple[ProjectStatus, ...]
    parties: tuple[Involved, ...]
    organisations: tuple[Involved, ...]
    figures: tuple[FigureRow, ...]
    reviews: tuple[ReviewRow, ...]
    decisions: tuple[LinkedDecision, ...]


def list_projects(
    reader: Reader, *, body_id: UUID | None, language: str
) -> tuple[ProjectListRow, ...]:
    """Return the projects of a body, or of all bodies for none, by their code."""
    wanted = {} if body_id is None else {"body_id": body_id}
    projects = reader.find(Project, **wanted)
    known = chips(reader, language=language)
    bodies = {
        body.id: in_language(body.short_names, language) or in_language(body.names, language)
        for body in reader.find(Body)
    }
    rows = [_row(reader, project, known, bodies, language) for project in projects]
    return tuple(sorted(rows, key=lambda row: row.code.casefold()))


def show_project(reader: Reader, *, project_id: UUID, language: str) -> ProjectDetail:
    """Return everything about one project.

    Raises:
        NotFound: if there is no such project.
    """
    project = reader.get(Project, project_id)
    known = chips(reader, language=language)
    names = {}
    if project.body_id is not None:
        body = reader.get(Body, project.body_id)
        names = {
            body.id: in_language(body.short_names, language) or in_language(body.names, language)
        }
    host = known.get(project.host_party_id) if project.host_party_id else None
    instrument = reader.get(Instrument, project.instrument_id) if project.instrument_id else None
    return ProjectDetail(
        row=_row(reader, project, known, names, language),
        version=project.row_version,
        titles=dict(project.titles),
        proposer_id=project.proposer_party_id,
        host_id=project.host_party_id,
        host=host.name if host else "",
        instrument_id=project.instrument_id,
        instrument=in_language(instrument.titles, language) if instrument else "",
        instrument_code=instrument.code if instrument else "",
        phase=project.phase,
        starts_on=project.starts_on or "",
        ends_on=project.ends_on or "",
        note=project.note,
        next_statuses=PROJECT_LIFE.after(project.status),
        parties=_by_name(
            Involved(each.party_id, known[each.party_id].name, each.role)
            for each in reader.find(ProjectParty, project_id=project_id)
        ),
        organisations=_by_name(
            Involved(
                each.organisation_id,
                in_language(reader.get(Organisation, each.organisation_id).names, language),
                each.role,
            )
            for each in reader.find(ProjectOrganisation, project_id=project_id)
        ),
        figures=_figures(reader, project_id),
        reviews=_reviews(reader, project_id, language),
        decisions=_decisions(reader, project, language),
    )


def _row(
    reader: Reader,
    project: Project,
    known: dict[UUID, PartyChip],
    bodies: dict[UUID, str],
    language: str,
) -> ProjectListRow:
    reviews = reader.find(ProjectReview, project_id=project.id)
    last = max(reviews, key=lambda review: review.reviewed_on, default=None)
    return ProjectListRow(
        id=project.id,
        code=project.code,
        title=in_language(project.titles, language),
        body=bodies.get(project.body_id, "") if project.body_id else "",
        body_id=project.body_id,
        proposer=known.get(project.proposer_party_id) if project.proposer_party_id else None,
        status=project.status.value,
        count=project.count,
        rating=last.rating.value if last and last.rating else "",
        progress=last.progress if last else None,
        reviewed_on=last.reviewed_on if last else None,
    )


def _by_name(found: Iterable[Involved]) -> tuple[Involved, ...]:
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def _figures(reader: Reader, project_id: UUID) -> tuple[FigureRow, ...]:
    own = _sources_of(reader, "project", str(project_id), field="quantities")
    return tuple(
        FigureRow(
            id=each.id,
            label=each.label,
            value=each.value,
            value_to=each.value_to,
            unit=each.unit,
            words=each.words,
            source=_sources_of(reader, "quantity", str(each.id)) or own,
        )
        for each in reader.find(Quantity, entity="project", pk=str(project_id))
    )


def _sources_of(reader: Reader, entity: str, pk: str, *, field: str | None = None) -> str:
    told = [
        statement
        for statement in reader.find(Statement, entity=entity, pk=pk)
        if field is None or statement.field == field
    ]
    titles = [reader.get(Source, statement.source_id).title for statement in told]
    return "; ".join(dict.fromkeys(titles))


def _reviews(reader: Reader, project_id: UUID, language: str) -> tuple[ReviewRow, ...]:
    rows = []
    for review in reader.find(ProjectReview, project_id=project_id):
        meeting = reader.get(Meeting, review.meeting_id) if review.meeting_id else None
        name = (meeting.code or in_language(meeting.titles, language)) if meeting else ""
        rows.append(
            ReviewRow(
                id=review.id,
                reviewed_on=review.reviewed_on,
                meeting_id=review.meeting_id,
                meeting=name,
                rating=review.rating.value if review.rating else "",
                progress=review.progress,
                text=in_language(review.texts, language),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.reviewed_on, reverse=True))


def _decisions(reader: Reader, project: Project, language: str) -> tuple[LinkedDecision, ...]:
    linked = [each.decision_id for each in reader.find(ProjectDecision, project_id=project.id)]
    keys = dict.fromkeys([*([project.decision_id] if project.decision_id else []), *linked])
    found = []
    for key in keys:
        decision = reader.get(Decision, key)
        titles = {each.language: each.title for each in reader.find(DecisionText, decision_id=key)}
        found.append(
            LinkedDecision(
                id=key,
                symbol=decision.symbol or decision.temporary_symbol,
                title=in_language(titles, language),
                registered=key == project.decision_id,
            )
        )
    return tuple(found)
