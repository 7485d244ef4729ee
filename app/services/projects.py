"""Verbs for projects: register one, name who works in it, review it, record its figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.decision import Decision
from app.domain.errors import Conflict, InvalidValue, Misfortune, RuleBroken
from app.domain.names import in_language
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
from app.store.change_set import ChangeSet
from app.store.queries import projects as queries
from app.store.queries.bodies import seats_on
from app.store.queries.projects import (
    FigureRow,
    Involved,
    ProjectDetail,
    ProjectListRow,
    ReviewRow,
)
from app.store.workspace import Workspace

__all__ = [
    "FigureRow",
    "Involved",
    "Project",
    "ProjectDetail",
    "ProjectListRow",
    "ProjectReview",
    "ProjectRow",
    "ProjectStatus",
    "Quantity",
    "ReviewRow",
    "add_organisation",
    "add_party",
    "change",
    "change_status",
    "enter",
    "link_decision",
    "list_all",
    "list_for_body",
    "record_figure",
    "record_quantity",
    "register",
    "remove_figure",
    "remove_organisation",
    "remove_party",
    "review",
    "show",
    "unlink_decision",
]

_CHANGEABLE = frozenset(
    {
        "titles",
        "code",
        "proposer_party_id",
        "host_party_id",
        "instrument_id",
        "count",
        "phase",
        "starts_on",
        "ends_on",
        "note",
    }
)


class LinkedAlready(RuleBroken):
    """A decision was to be linked to a project a second time."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"The decision {symbol or 'without a number'} is linked to this project already.",
            "Choose another decision.",
            field="decision_id",
        )


class NoFigure(Misfortune):
    """A figure was to be recorded that says nothing."""

    def __init__(self) -> None:
        super().__init__(
            "There is no figure yet.",
            "Enter it in the words of the source, or as a number with its unit.",
            field="words",
        )


@dataclass(frozen=True)
class ProjectRow:
    """A project in a list."""

    id: UUID
    code: str
    title: str
    status: str
    count: int


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[ProjectRow, ...]:
    """Return all projects and programmes by title."""
    with workspace.read() as reader:
        rows = [
            ProjectRow(
                id=project.id,
                code=project.code,
                title=in_language(project.titles, language),
                status=project.status.value,
                count=project.count,
            )
            for project in reader.find(Project)
        ]
    return tuple(sorted(rows, key=lambda row: (row.title.casefold(), row.code)))


def list_for_body(
    workspace: Workspace, *, body_id: UUID | None, language: str = "en"
) -> tuple[ProjectListRow, ...]:
    """Return the projects of a body by their code; those of all bodies for none."""
    with workspace.read() as reader:
        return queries.list_projects(reader, body_id=body_id, language=language)


def show(workspace: Workspace, *, project_id: UUID, language: str = "en") -> ProjectDetail:
    """Return everything about one project.

    Raises:
        NotFound: if there is no such project.
    """
    with workspace.read() as reader:
        return queries.show_project(reader, project_id=project_id, language=language)


def register(workspace: Workspace, draft: Project) -> ChangeSet:
    """Enter a project or programme of cooperation."""
    with workspace.write("Register project") as work:
        project = work.add(draft.copied())
        return work.commit(subject=project.id)


def add_party(
    workspace: Workspace, *, project_id: UUID, party_id: UUID, role: str = ""
) -> ChangeSet:
    """Name a party to a project."""
    with workspace.write("Add party to project") as work:
        work.get(Project, project_id)
        work.add(ProjectParty(project_id=project_id, party_id=party_id, role=role))
        return work.commit(subject=project_id)


def add_organisation(
    workspace: Workspace, *, project_id: UUID, organisation_id: UUID, role: str = ""
) -> ChangeSet:
    """Name an organisation that works in a project."""
    with workspace.write("Add organisation to project") as work:
        work.get(Project, project_id)
        work.add(
            ProjectOrganisation(project_id=project_id, organisation_id=organisation_id, role=role)
        )
        return work.commit(subject=project_id)


def review(workspace: Workspace, draft: ProjectReview) -> ChangeSet:
    """Record what a meeting found about a project."""
    with workspace.write("Review project") as work:
        work.get(Project, draft.project_id)
        made = work.add(draft.copied())
        return work.commit(subject=made.id)


def change_status(workspace: Workspace, *, project_id: UUID, status: ProjectStatus) -> ChangeSet:
    """Take a project a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the project stands.
    """
    with workspace.write(f"Mark project as {status.value}") as work:
        project = work.get(Project, project_id)
        PROJECT_LIFE.require(project.status, status)
        project.status = status
        return work.commit(subject=project_id)


def enter(workspace: Workspace, *, body_id: UUID | None, values: Mapping[str, Any]) -> ChangeSet:
    """Enter a project from what staff have filled in, and the parties of its body with it.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another project has the code, or it would end before it starts.
    """
    _require_fit(values)
    with workspace.write("New project") as work:
        draft = Project(body_id=body_id, status=ProjectStatus.PROPOSED, **_held(values))
        project = work.add(draft)
        work.flush()
        seats = seats_on(work, body_id=body_id, day=None) if body_id else ()
        for party_id in dict.fromkeys(seat.party_id for seat in seats):
            work.add(ProjectParty(project_id=project.id, party_id=party_id))
        return work.commit(subject=project.id)


def change(
    workspace: Workspace, *, project_id: UUID, values: Mapping[str, Any], version: int
) -> ChangeSet:
    """Change what was entered about a project.

    Raises:
        InvalidValue: naming each field that does not fit.
        Conflict: if it was changed elsewhere since it was read.
        RuleBroken: if another project has the code, or it would end before it starts.
    """
    _require_fit(values)
    with workspace.write("Change project") as work:
        project = work.get(Project, project_id)
        if project.row_version != version:
            raise Conflict("project", project_id)
        for name, value in _held(values).items():
            setattr(project, name, value)
        return work.commit(subject=project_id)


def remove_party(workspace: Workspace, *, project_id: UUID, party_id: UUID) -> ChangeSet:
    """Take a party out of a project."""
    with workspace.write("Remove party from project") as work:
        work.delete(work.get(ProjectParty, (project_id, party_id)))
        return work.commit(subject=project_id)


def remove_organisation(
    workspace: Workspace, *, project_id: UUID, organisation_id: UUID
) -> ChangeSet:
    """Take an organisation out of a project."""
    with workspace.write("Remove organisation from project") as work:
        work.delete(work.get(ProjectOrganisation, (project_id, organisation_id)))
        return work.commit(subject=project_id)


def link_decision(workspace: Workspace, *, project_id: UUID, decision_id: UUID) -> ChangeSet:
    """Say that a decision speaks of a project.

    Raises:
        LinkedAlready: if that was said before.
    """
    with workspace.write("Link decision to project") as work:
        project = work.get(Project, project_id)
        decision = work.get(Decision, decision_id)
        there = work.first(ProjectDecision, project_id=project_id, decision_id=decision_id)
        if there is not None or project.decision_id == decision_id:
            raise LinkedAlready(decision.symbol or decision.temporary_symbol)
        work.add(ProjectDecision(project_id=project_id, decision_id=decision_id))
        return work.commit(subject=project_id)


def unlink_decision(workspace: Workspace, *, project_id: UUID, decision_id: UUID) -> ChangeSet:
    """Take back that a decision speaks of a project."""
    with workspace.write("Unlink decision from project") as work:
        work.delete(work.get(ProjectDecision, (project_id, decision_id)))
        return work.commit(subject=project_id)


def record_figure(
    workspace: Workspace,
    *,
    project_id: UUID,
    values: Mapping[str, Any],
    source_id: UUID | None = None,
) -> ChangeSet:
    """Record a figure about a project in the words of its source, with the source where known.

    Raises:
        NoFigure: if there are neither words nor a number.
    """
    if not values.get("words", "").strip() and values.get("value") is None:
        raise NoFigure
    with workspace.write("Record figure") as work:
        work.get(Project, project_id)
        figure = work.add(Quantity(entity="project", pk=str(project_id), **values))
        work.flush()
        if source_id is not None:
            work.get(Source, source_id)
            said = Statement(
                source_id=source_id, entity="quantity", pk=str(figure.id), quote=figure.words
            )
            work.add(said)
        return work.commit(subject=project_id)


def remove_figure(workspace: Workspace, *, figure_id: UUID) -> ChangeSet:
    """Take out a figure that was entered by mistake, with what its source says of it."""
    with workspace.write("Remove figure") as work:
        figure = work.get(Quantity, figure_id)
        for told in work.find(Statement, entity="quantity", pk=str(figure_id)):
            work.delete(told)
        work.delete(figure)
        return work.commit(subject=figure_id)


def record_quantity(workspace: Workspace, draft: Quantity) -> ChangeSet:
    """Record a figure about any record, in the words of its source."""
    with workspace.write("Record figure") as work:
        quantity = work.add(draft.copied())
        return work.commit(subject=quantity.id)


def _require_fit(values: Mapping[str, Any]) -> None:
    problems = []
    if not in_language(values.get("titles", {}), "en").strip():
        problems.append(("titles", "Enter the title in at least one language."))
    if not str(values.get("code", "")).strip():
        problems.append(("code", "Enter a short code, such as P-1."))
    if problems:
        raise InvalidValue("project", tuple(problems))


def _held(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form says as the record holds it: no date is none, and not an empty one."""
    held = {name: values[name] for name in _CHANGEABLE & values.keys()}
    return held | {name: held[name] or None for name in ("starts_on", "ends_on") if name in held}
