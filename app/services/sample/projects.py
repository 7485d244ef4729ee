"""Enters the projects and programmes, with the figures that sources give for them."""

from app.domain.project import Project, Quantity
from app.services import projects
from app.services.sample.files import Row, SampleFiles
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace


def enter_projects(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every project; where a source only counts them, one record with the count."""
    for row in files.rows("projects"):
        draft = Project(
            code=row["code"],
            body_id=keys.find("bodies", row["body"]),
            instrument_id=keys.find("instruments", row["instrument"]),
            titles=row["titles"],
            proposer_party_id=keys.find("parties", row["proposer"]),
            status=row["status"],
            count=row["count"] or 1,
            phase=_phases(row),
            starts_on=row.get("starts_on"),
            note=row.get("note", ""),
        )
        project_id = keys.add("projects", row["key"], projects.register(workspace, draft))
        for party in row["parties"]:
            projects.add_party(
                workspace, project_id=project_id, party_id=keys.get("parties", party)
            )
        for organisation in row["organisations"]:
            projects.add_organisation(
                workspace,
                project_id=project_id,
                organisation_id=keys.get("organisations", organisation),
            )
        for quantity in row["quantities"]:
            projects.record_quantity(
                workspace,
                Quantity(
                    entity="project",
                    pk=str(project_id),
                    value=quantity["value"],
                    unit=quantity["unit"],
                    words=quantity["words"],
                ),
            )
        cite(workspace, keys, "projects", row)


def _phases(row: Row) -> str:
    """Return the phases as “1 (from 2006), 2 (from 2016)”."""
    return ", ".join(f"{phase['number']} (from {phase['from']})" for phase in row.get("phases", ()))
