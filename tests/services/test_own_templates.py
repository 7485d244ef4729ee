"""A workspace carries its own templates; a wrong one is refused with its line, and not kept."""

import pytest

from app.documents.kinds import DocumentKind
from app.documents.template_errors import ForbiddenInTemplate, TemplateUnreadable, UnknownField
from app.services import own_templates, previews
from app.services.own_templates import NoTemplateName, TemplateTooLarge
from app.services.previews import Wanted
from app.store.workspace import Workspace
from app.texts.conformity import MarkupError
from tests.builders import World, seat_person
from tests.services.conftest import Unchanged

NAME = "participants.en.xml.jinja"
OURS = '<document><section><p role="title">Who came: {{ facts.body.name }}</p></section></document>'


@pytest.fixture
def wanted(workspace: Workspace, world: World) -> Wanted:
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon")
    return Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)


def words(workspace: Workspace, wanted: Wanted) -> str:
    return previews.write_plain(workspace, wanted)


def test_an_own_template_goes_before_ours_until_it_is_taken_back(
    workspace: Workspace, wanted: Wanted
) -> None:
    before = words(workspace, wanted)
    own_templates.save(workspace, name=NAME, source=OURS)
    assert words(workspace, wanted).startswith("Who came: Joint Working Group")
    assert own_templates.read(workspace, name=NAME) == OURS
    own_templates.save(workspace, name=NAME, source=OURS.replace("Who came", "Present"))
    assert words(workspace, wanted).startswith("Present: ")
    own_templates.restore(workspace, name=NAME)
    assert words(workspace, wanted) == before


def test_the_template_of_a_body_is_for_that_body_alone(
    workspace: Workspace, wanted: Wanted
) -> None:
    before = words(workspace, wanted)
    own_templates.save(workspace, name=f"bodies/OTHER/{NAME}", source=OURS)
    assert words(workspace, wanted) == before
    own_templates.save(workspace, name=f"bodies/KM-JWG/{NAME}", source=OURS)
    assert words(workspace, wanted).startswith("Who came")


def test_an_own_template_may_be_in_a_language_that_has_none(
    workspace: Workspace, world: World, wanted: Wanted
) -> None:
    own_templates.save(
        workspace, name="badges.mn.xml.jinja", source=OURS.replace("Who came", "Ирсэн хүмүүс")
    )
    badges = Wanted(kind=DocumentKind.BADGES, meeting_id=world.meeting, language="mn")
    assert "Ирсэн хүмүүс" in words(workspace, badges)


def test_the_list_tells_whose_each_template_is(workspace: Workspace) -> None:
    own_templates.save(workspace, name=f"bodies/KM-JWG/{NAME}", source=OURS)
    own_templates.save(workspace, name="agenda.en.xml.jinja", source=OURS)
    rows = {row.name: row for row in own_templates.list_templates(workspace)}
    body_s = rows[f"bodies/KM-JWG/{NAME}"]
    assert (body_s.kind, body_s.body_code) == (DocumentKind.PARTICIPANTS, "KM-JWG")
    assert (body_s.is_own, body_s.is_shipped, body_s.language) == (True, False, "en")
    assert (rows["agenda.en.xml.jinja"].is_own, rows["agenda.en.xml.jinja"].is_shipped) == (
        True,
        True,
    )
    assert (rows[NAME].is_own, rows["parts.en.xml.jinja"].kind) == (False, None)


@pytest.mark.parametrize(
    ("source", "error", "line"),
    [
        ("<document>\n{{ facts.id.upper() }}</document>", ForbiddenInTemplate, 2),
        ("<document>\n\n{% if %}</document>", TemplateUnreadable, 3),
        ("{{ ''.__class__ }}", ForbiddenInTemplate, 1),
        ("{% for x in facts.parties %}", TemplateUnreadable, 1),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_its_line(
    workspace: Workspace, unchanged: Unchanged, source: str, error: type, line: int
) -> None:
    with unchanged(), pytest.raises(error) as refused:
        own_templates.save(workspace, name=NAME, source=source)
    assert (refused.value.template, refused.value.line) == (NAME, line)


@pytest.mark.parametrize(
    "name",
    [
        "notes.en.xml.jinja",
        "agenda.xml.jinja",
        "../agenda.en.xml.jinja",
        "bodies/../agenda.en.xml.jinja",
        "agenda.en.xml.jinja/x",
        "",
    ],
)
def test_a_name_under_which_nothing_is_found_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(NoTemplateName, match="is not the name of a template"):
        own_templates.save(workspace, name=name, source=OURS)
    with pytest.raises(NoTemplateName):
        own_templates.read(workspace, name=name)


def test_a_template_of_an_unlikely_size_is_refused(workspace: Workspace) -> None:
    with pytest.raises(TemplateTooLarge):
        own_templates.save(workspace, name=NAME, source=OURS + " " * 200_000)


def test_ours_are_read_as_they_come(workspace: Workspace) -> None:
    assert "List of Participants" in own_templates.read(workspace, name=NAME)


def test_a_template_is_tried_with_a_meeting_and_not_kept(
    workspace: Workspace, wanted: Wanted, unchanged: Unchanged
) -> None:
    with unchanged():
        shown = previews.try_template(workspace, wanted, name=NAME, source=OURS)
    assert "Who came: " in shown.html
    assert "Who came" not in words(workspace, wanted)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<document>{{ facts.nothing }}</document>", UnknownField),
        ("<document><section>{{ facts.id }}</section></document>", MarkupError),
        ("<document><w:p/></document>", MarkupError),
    ],
)
def test_a_template_that_fails_on_a_meeting_says_where(
    workspace: Workspace, wanted: Wanted, unchanged: Unchanged, source: str, error: type
) -> None:
    with unchanged(), pytest.raises(error) as refused:
        previews.try_template(workspace, wanted, name=NAME, source=source)
    assert refused.value.line == 1
