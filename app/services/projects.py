"""Verbs for projects: register one, name who works in it, review it, record its figures."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.names import in_language
from app.domain.project import (
    PROJECT_LIFE,
    Project,
    ProjectOrganisation,
    ProjectParty,
    ProjectReview,
    ProjectStatus,
    Quantity,
)
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace


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


def record_quantity(workspace: Workspace, draft: Quantity) -> ChangeSet:
    """Record a figure about any record, in the words of its source."""
    with workspace.write("Record figure") as work:
        quantity = work.add(draft.copied())
        return work.commit(subject=quantity.id)
