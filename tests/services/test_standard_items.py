import json
from uuid import UUID

import pytest

from app import paths
from app.domain.agenda import AgendaItem, StandardItem
from app.domain.minutes import Minutes
from app.services import agenda, meetings, standard_items
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, an_agenda_item, key_of, open_minutes

LANGUAGES = {"en", "ko", "mn", "ja"}
S = StandardItem


@pytest.fixture
def following(workspace: Workspace, world: World) -> UUID:
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", languages=["ko", "mn"])
    return key_of(meetings.plan(workspace, draft))


def standards(workspace: Workspace, meeting_id: UUID) -> list[StandardItem | None]:
    return [row.standard for row in agenda.outline(workspace, meeting_id=meeting_id).items]


@pytest.mark.parametrize("kind", list(StandardItem))
def test_every_standard_item_is_worded_in_every_language(kind: StandardItem) -> None:
    titles = standard_items.titles_of(kind)
    assert titles.keys() == LANGUAGES
    assert all(words.strip() == words and words for words in titles.values())


def test_an_annotation_names_only_what_there_is_to_name() -> None:
    path = paths.resource("agenda", "standard_items.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    for kind, wording in told.items():
        for words in wording.get("annotation", {}).values():
            fields = {"{meeting}"} if kind == "previous-minutes" else set()
            assert {part for part in ("{meeting}",) if part in words} == fields


def test_a_later_meeting_gets_them_all_in_their_order_and_in_its_languages(
    workspace: Workspace, following: UUID
) -> None:
    standard_items.insert(workspace, meeting_id=following)
    assert standards(workspace, following) == list(StandardItem)
    rows = agenda.outline(workspace, meeting_id=following).items
    assert rows[0].titles == {"ko": "개회", "mn": "Хурлын нээлт"}
    assert rows[2].annotations["ko"].startswith("JWG-1 ")
    assert [row.label for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_first_meeting_of_a_body_looks_back_on_nothing(
    workspace: Workspace, world: World
) -> None:
    standard_items.insert(workspace, meeting_id=world.meeting)
    found = standards(workspace, world.meeting)
    assert S.PREVIOUS_MINUTES not in found
    assert S.ACTION_REVIEW not in found
    assert len(found) == 5


def test_inserting_them_again_changes_nothing(workspace: Workspace, following: UUID) -> None:
    standard_items.insert(workspace, meeting_id=following)
    change = standard_items.insert(workspace, meeting_id=following)
    assert change.kinds == frozenset()
    assert standard_items.list_missing(workspace, meeting_id=following) == ()


def test_each_finds_its_place_among_the_items_that_are_there(
    workspace: Workspace, following: UUID
) -> None:
    for title in ("Reports", "Projects"):
        agenda.add_item(workspace, an_agenda_item(following, titles={"en": title}))
    for kind in (S.CLOSING, S.ADOPTION_OF_AGENDA, S.OTHER_BUSINESS, S.OPENING):
        standard_items.insert(workspace, meeting_id=following, kinds=(kind,))
    rows = agenda.outline(workspace, meeting_id=following, language="en").items
    assert [row.standard or row.title for row in rows] == [
        S.OPENING,
        S.ADOPTION_OF_AGENDA,
        "Reports",
        "Projects",
        S.OTHER_BUSINESS,
        S.CLOSING,
    ]
    assert standard_items.list_missing(workspace, meeting_id=following) == (
        S.PREVIOUS_MINUTES,
        S.ACTION_REVIEW,
        S.NEXT_MEETING,
    )


def test_the_item_on_the_last_minutes_leads_to_them_as_soon_as_they_are_there(
    workspace: Workspace, world: World, following: UUID
) -> None:
    standard_items.insert(workspace, meeting_id=following)
    item = agenda.outline(workspace, meeting_id=following).items[2]
    assert item.minutes_of == ""
    minutes_id = open_minutes(workspace, world.meeting)
    standard_items.insert(workspace, meeting_id=following)
    item = agenda.outline(workspace, meeting_id=following).items[2]
    assert item.minutes_of == "JWG-1"
    with workspace.read() as reader:
        linked = reader.get(AgendaItem, item.id).minutes_id
        assert linked == minutes_id == reader.get(Minutes, minutes_id).id


def test_the_meeting_before_is_the_one_entered_else_the_one_before_by_number(
    workspace: Workspace, world: World, following: UUID
) -> None:
    third = a_meeting(
        world.body, ordinal=3, code="JWG-3", predecessor_id=world.meeting, languages=["en"]
    )
    meeting_id = key_of(meetings.plan(workspace, third))
    standard_items.insert(workspace, meeting_id=meeting_id, kinds=(S.PREVIOUS_MINUTES,))
    (row,) = agenda.outline(workspace, meeting_id=meeting_id).items
    assert row.annotations["en"] == "The minutes of JWG-1 are before the meeting for adoption."


def test_a_meeting_in_a_language_without_phrases_gets_english(
    workspace: Workspace, world: World
) -> None:
    draft = a_meeting(world.body, ordinal=9, code="JWG-9", languages=["ru"])
    meeting_id = key_of(meetings.plan(workspace, draft))
    standard_items.insert(workspace, meeting_id=meeting_id, kinds=(S.OPENING,))
    (row,) = agenda.outline(workspace, meeting_id=meeting_id).items
    assert row.titles == {"en": "Opening of the meeting"}
