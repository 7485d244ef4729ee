"""A template is tried with a meeting, whichever document it makes, and nothing is kept of that."""

from pathlib import Path

import pytest

from app.documents.kinds import DocumentKind
from app.documents.template_errors import TemplateUnreadable
from app.services import documents, own_templates, template_trials
from app.services.own_templates import NoTemplateName, TemplateTooLarge
from app.services.template_trials import NothingToTryWith
from app.store.workspace import Workspace
from tests.builders import World, open_minutes, seat_person, take_decision
from tests.services.conftest import Unchanged

NAME = "participants.en.xml.jinja"
OURS = '<document><section><p role="title">Tried: {{ facts.body.name }}</p></section></document>'


@pytest.fixture(autouse=True)
def people(workspace: Workspace, world: World) -> None:
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon")
    seat_person(workspace, world.mongolian_delegation, "Bold Ganbaatar")


def try_it(workspace: Workspace, world: World, name: str, source: str) -> str:
    return template_trials.try_with_meeting(
        workspace, meeting_id=world.meeting, name=name, source=source
    ).html


@pytest.mark.parametrize("kind", [DocumentKind.PARTICIPANTS, DocumentKind.BADGES])
def test_a_template_is_tried_and_not_kept(
    workspace: Workspace, world: World, unchanged: Unchanged, kind: DocumentKind
) -> None:
    name = own_templates.name_for(kind=kind, language="en")
    with unchanged():
        assert "Tried: " in try_it(workspace, world, name, OURS)


def test_the_template_of_a_decision_is_tried_with_a_decision(
    workspace: Workspace, world: World
) -> None:
    name = "decision.en.xml.jinja"
    with pytest.raises(NothingToTryWith, match="no decision") as refused:
        try_it(workspace, world, name, OURS)
    assert "another meeting" in refused.value.remedy
    take_decision(workspace, world.body, meeting_id=world.meeting)
    assert "Tried: " in try_it(workspace, world, name, OURS)


def test_parts_are_tried_with_a_document_that_takes_them_in(
    workspace: Workspace, world: World
) -> None:
    open_minutes(workspace, world.meeting)
    source = own_templates.read(workspace, name="parts.en.xml.jinja")
    assert "Joint Working Group" in try_it(workspace, world, "parts.en.xml.jinja", source)


def test_a_body_s_own_template_does_not_stand_in_the_way_of_a_trial(
    workspace: Workspace, world: World
) -> None:
    own = f"bodies/KM-JWG/{NAME}"
    own_templates.save(workspace, name=own, source=OURS.replace("Tried", "Own"))
    assert "Tried: " in try_it(workspace, world, NAME, OURS)
    assert "Tried: " in try_it(workspace, world, f"bodies/OTHER/{NAME}", OURS)
    assert "Own: " in own_templates.read(workspace, name=own)


def test_a_workspace_that_can_only_be_read_shows_the_document(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    import shutil

    copy = Path(shutil.copyfile(workspace.path, tmp_path / "copy.jwg"))
    with Workspace.open(copy, clock=workspace.clock, actor="Bat", read_only=True) as reading:
        assert "Kim Seo-yeon" in try_it(reading, world, NAME, OURS)


def test_the_fields_of_a_template_and_of_forms_are_listed(
    workspace: Workspace, world: World
) -> None:
    asked = {"meeting_id": world.meeting}
    told = {each.path for each in template_trials.list_fields(workspace, **asked, name=NAME)}
    assert {"body.name", "delegations.members.name"} <= told
    forms = {each.path: each for each in template_trials.list_form_fields(workspace, **asked)}
    assert forms["meeting.number"].value == "JWG-1"


@pytest.mark.parametrize("name", ["notes.en.xml.jinja", ""])
def test_what_is_no_template_is_not_tried(workspace: Workspace, world: World, name: str) -> None:
    with pytest.raises(NoTemplateName):
        try_it(workspace, world, name, OURS)


def test_a_draft_is_kept_right_or_wrong_until_it_is_saved(workspace: Workspace) -> None:
    own_templates.keep_draft(workspace, name=NAME, source="{% if")
    assert own_templates.read_draft(workspace, name=NAME) == "{% if"
    assert own_templates.read(workspace, name=NAME) != "{% if"
    own_templates.keep_draft(workspace, name=NAME, source=OURS)
    own_templates.save(workspace, name=NAME, source=OURS)
    assert own_templates.read_draft(workspace, name=NAME) is None
    own_templates.keep_draft(workspace, name=NAME, source="x")
    own_templates.drop_draft(workspace, name=NAME)
    assert own_templates.read_draft(workspace, name=NAME) is None
    own_templates.keep_draft(workspace, name=NAME, source="x")
    own_templates.restore(workspace, name=NAME)
    assert own_templates.read_draft(workspace, name=NAME) is None


def test_a_draft_is_no_template(workspace: Workspace) -> None:
    own_templates.keep_draft(workspace, name=NAME, source="x")
    rows = {row.name: row for row in own_templates.list_templates(workspace)}
    assert not rows[NAME].is_own
    with pytest.raises(TemplateTooLarge):
        own_templates.keep_draft(workspace, name=NAME, source="x" * 300_000)


def test_a_template_is_checked_without_being_kept(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged():
        own_templates.check(workspace, name=NAME, source=OURS)
        with pytest.raises(TemplateUnreadable):
            own_templates.check(workspace, name=NAME, source="{% if")


def test_a_name_is_made_for_a_document_a_language_and_a_body() -> None:
    name = own_templates.name_for(kind=DocumentKind.AGENDA, language="ko", body_code="KM-JWG")
    assert name == "bodies/KM-JWG/agenda.ko.xml.jinja"
    with pytest.raises(NoTemplateName):
        own_templates.name_for(kind=DocumentKind.AGENDA, language="ko", body_code="../x")


def test_a_document_can_be_made_in_a_language_that_only_an_own_template_has(
    workspace: Workspace, world: World
) -> None:
    own_templates.save(workspace, name="badges.mn.xml.jinja", source=OURS)
    own_templates.save(workspace, name="bodies/KM-JWG/badges.ko.xml.jinja", source=OURS)
    own_templates.save(workspace, name="bodies/OTHER/badges.ja.xml.jinja", source=OURS)
    kind = DocumentKind.BADGES

    def languages(**asked: object) -> tuple[str, ...]:
        return documents.list_languages_of_kind(kind=kind, workspace=workspace, **asked)

    assert languages() == ("en", "mn")
    assert languages(body_id=world.body) == ("en", "ko", "mn")
