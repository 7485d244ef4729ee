from uuid import UUID

import pytest

from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.source import Statement
from app.services import meetings, sources
from app.store.workspace import Workspace
from tests.builders import World, a_source, key_of
from tests.services.conftest import Unchanged


@pytest.fixture
def official(workspace: Workspace) -> UUID:
    return key_of(sources.register(workspace, a_source(publisher="Ministry of Environment")))


@pytest.fixture
def press(workspace: Workspace) -> UUID:
    draft = a_source(
        code="news1", title="News1", quality="press", reference="https://example.org/1"
    )
    return key_of(sources.register(workspace, draft))


def said(source: UUID, world: World, **fields: object) -> Statement:
    values = {"field": "starts_on", "entity": "meeting", "pk": str(world.meeting)} | fields
    return Statement(source_id=source, **values)


def test_sources_that_disagree_are_both_kept_and_marked(
    workspace: Workspace, world: World, official: UUID, press: UUID
) -> None:
    sources.state(workspace, said(official, world, value="2023-06-11", quote="entered into force"))
    sources.state(workspace, said(press, world, value="2024", quote="took effect last year"))
    notes = sources.list_about(workspace, entity="meeting", key=world.meeting)
    assert [(note.value, note.quality, note.disputed) for note in notes] == [
        ("2023-06-11", "official", True),
        ("2024", "press", True),
    ]
    assert [note.quote for note in notes] == ["entered into force", "took effect last year"]
    assert notes[0].publisher == "Ministry of Environment"
    assert notes[1].reference == "https://example.org/1"


def test_sources_that_agree_are_not_marked(
    workspace: Workspace, world: World, official: UUID, press: UUID
) -> None:
    for source in (official, press):
        sources.state(workspace, said(source, world, value="2023-06-11"))
    notes = sources.list_about(workspace, entity="meeting", key=world.meeting)
    assert [note.disputed for note in notes] == [False, False]


def test_a_dispute_is_about_one_field(
    workspace: Workspace, world: World, official: UUID, press: UUID
) -> None:
    sources.state(workspace, said(official, world, value="2023"))
    sources.state(workspace, said(press, world, value="2024"))
    sources.state(workspace, said(press, world, field="places", value="Seoul"))
    sources.state(workspace, said(official, world, field="", value="one"))
    sources.state(workspace, said(press, world, field="", value="other"))
    notes = sources.list_about(workspace, entity="meeting", key=world.meeting)
    assert {note.field: note.disputed for note in notes} == {
        "": False,
        "places": False,
        "starts_on": True,
    }


def test_a_sentence_that_bears_a_field_out_disputes_nothing(
    workspace: Workspace, world: World, official: UUID, press: UUID
) -> None:
    sources.state(workspace, said(official, world, value="2023-06-11"))
    sources.state(workspace, said(press, world, quote="as is well known"))
    notes = sources.list_about(workspace, entity="meeting", key=world.meeting)
    assert not any(note.disputed for note in notes)


def test_one_source_may_contradict_itself(
    workspace: Workspace, world: World, official: UUID
) -> None:
    for value in ("1996", "1995"):
        sources.state(workspace, said(official, world, value=value))
    notes = sources.list_about(workspace, entity="meeting", key=world.meeting)
    assert [note.disputed for note in notes] == [True, True]


def test_a_meetings_page_shows_what_sources_say(
    workspace: Workspace, world: World, official: UUID
) -> None:
    sources.state(workspace, said(official, world, quote="was held on Tuesday, May 27"))
    (note,) = meetings.show(workspace, meeting_id=world.meeting).sources
    assert note.quote == "was held on Tuesday, May 27"


def test_nothing_is_said_about_an_unknown_record(workspace: Workspace, world: World) -> None:
    assert sources.list_about(workspace, entity="meeting", key=new_id()) == ()
    assert sources.list_about(workspace, entity="body", key=world.meeting) == ()


def test_a_statement_needs_its_source(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no source"):
        sources.state(workspace, said(new_id(), world))


def test_two_sources_with_one_code_are_refused(
    workspace: Workspace, official: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="Another source already has this code"):
        sources.register(workspace, a_source())
    assert official
