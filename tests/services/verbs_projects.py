"""The further verbs of projects, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services import projects
from tests.builders import key_of

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage

VALUES = {"titles": {"en": "Landfill gas"}, "code": "P7"}


def _version(s: Stage, key: UUID) -> int:
    with s.workspace.read() as reader:
        found = reader.first(projects.Project, id=key)
        return found.row_version if found else 1


def _with_party(s: Stage) -> UUID:
    projects.add_party(s.workspace, project_id=s.project, party_id=s.world.korea)
    return s.world.korea


def _with_organisation(s: Stage) -> UUID:
    projects.add_organisation(s.workspace, project_id=s.project, organisation_id=s.organisation)
    return s.organisation


def _with_decision(s: Stage) -> UUID:
    projects.link_decision(s.workspace, project_id=s.project, decision_id=s.decision)
    return s.decision


def _figure(s: Stage) -> UUID:
    draft = projects.Quantity(entity="project", pk=str(s.project), words="ten")
    return key_of(projects.record_quantity(s.workspace, draft))


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (projects, "enter"): (
        lambda s, key: projects.enter(s.workspace, body_id=key or s.world.body, values=VALUES),
        {"project", "project_party"},
    ),
    (projects, "change"): (
        lambda s, key: projects.change(
            s.workspace,
            project_id=key or s.project,
            values=VALUES,
            version=_version(s, key or s.project),
        ),
        {"project"},
    ),
    (projects, "remove_party"): (
        lambda s, key: projects.remove_party(
            s.workspace, project_id=s.project, party_id=key or _with_party(s)
        ),
        {"project_party"},
    ),
    (projects, "remove_organisation"): (
        lambda s, key: projects.remove_organisation(
            s.workspace, project_id=s.project, organisation_id=key or _with_organisation(s)
        ),
        {"project_organisation"},
    ),
    (projects, "link_decision"): (
        lambda s, key: projects.link_decision(
            s.workspace, project_id=s.project, decision_id=key or s.decision
        ),
        {"project_decision"},
    ),
    (projects, "unlink_decision"): (
        lambda s, key: projects.unlink_decision(
            s.workspace, project_id=s.project, decision_id=key or _with_decision(s)
        ),
        {"project_decision"},
    ),
    (projects, "record_figure"): (
        lambda s, key: projects.record_figure(
            s.workspace,
            project_id=key or s.project,
            values={"words": "540,000 t"},
            source_id=s.source,
        ),
        {"quantity", "statement"},
    ),
    (projects, "remove_figure"): (
        lambda s, key: projects.remove_figure(s.workspace, figure_id=key or _figure(s)),
        {"quantity"},
    ),
}
