from datetime import date

import pytest

from app.domain.errors import Conflict, InvalidValue, Mistake, NotFound
from app.domain.identity import new_id
from app.domain.party import NameKind
from app.domain.person import Person, PersonName, Post
from app.services import delegations, meetings, persons
from app.store.broken_rules import StillInUse
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, a_person, key_of, register_organisation, seat_person
from tests.services.conftest import Unchanged


def test_a_person_keeps_the_name_as_printed_and_every_other_spelling(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person(printed_name="Takizaki Shiggeki")))
    for language, text in (("en", "Takizaki Shigeki"), ("ja", "滝崎成樹")):
        name = PersonName(person_id=key, kind=NameKind.AS_PRINTED, language=language, text=text)
        persons.add_name(workspace, name)
    (row,) = persons.list_all(workspace)
    assert row.name == "Takizaki Shiggeki"
    assert row.spellings == ("Takizaki Shigeki", "滝崎成樹")


def test_a_person_may_hold_several_posts_in_the_order_of_their_entry(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person()))
    for title in ("Special Envoy for Climate Change", "Advisor to the Minister"):
        persons.add_post(workspace, Post(person_id=key, titles={"en": title}))
    (row,) = persons.list_all(workspace)
    assert row.posts == ("Special Envoy for Climate Change", "Advisor to the Minister")


def test_persons_are_listed_by_the_name_as_printed(workspace: Workspace) -> None:
    for name in ("batbold", "Cho Gye-yeon", "Amar"):
        persons.register(workspace, a_person(printed_name=name))
    assert [row.name for row in persons.list_all(workspace)] == ["Amar", "batbold", "Cho Gye-yeon"]


def test_a_person_is_sorted_as_somebody_says_or_else_by_the_printed_name(
    workspace: Workspace,
) -> None:
    told = key_of(persons.register(workspace, a_person(sort_key="dorj")))
    untold = key_of(persons.register(workspace, a_person(printed_name="Cho Gye-yeon")))
    with workspace.read() as reader:
        assert reader.get(Person, told).sort_key == "dorj"
        assert reader.get(Person, untold).sort_key == "cho gye-yeon"


def test_a_person_without_a_name_is_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    with unchanged(), pytest.raises(InvalidValue, match="Printed name"):
        persons.register(workspace, a_person(printed_name=""))


def test_posts_and_names_of_an_unknown_person_are_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound):
        persons.add_post(workspace, Post(person_id=new_id(), titles={"en": "Envoy"}))
    name = PersonName(person_id=new_id(), kind=NameKind.ALIAS, language="en", text="Bat")
    with unchanged(), pytest.raises(NotFound):
        persons.add_name(workspace, name)


def test_the_page_of_a_person_shows_every_meeting_with_the_post_printed_on_that_day(
    workspace: Workspace, world: World
) -> None:
    seat = seat_person(
        workspace,
        world.korean_delegation,
        "Cho Gye-yeon",
        printed_names={"en": "CHO Gye Yoen"},
        printed_posts={"en": "Deputy Director-General"},
    )
    person = delegations.show_delegate(workspace, delegate_id=seat).person_id
    assert person is not None

    detail = persons.show(workspace, person_id=person)

    (attended,) = detail.attended
    assert (attended.name, attended.post) == ("CHO Gye Yoen", "Deputy Director-General")
    assert (attended.code, attended.party.code, attended.role) == ("JWG-1", "KR", "delegate")
    (row,) = persons.list_all(workspace)
    assert (row.post, row.side, row.meetings) == ("Deputy Director-General", "KR", 1)


def test_a_person_who_never_came_is_told_by_the_post_and_the_ministry(workspace: Workspace) -> None:
    office = register_organisation(workspace)
    key = key_of(persons.register(workspace, a_person(organisation_id=office, email="b@m.mn")))
    persons.add_post(workspace, Post(person_id=key, titles={"en": "Envoy"}, valid_from="2025"))

    (row,) = persons.list_all(workspace)

    assert (row.post, row.organisation, row.email) == ("Envoy", "Ministry of Environment", "b@m.mn")
    assert (row.side, row.meetings, row.last_on) == ("", 0, None)


def test_the_posts_proposed_are_those_known_on_the_day_the_latest_first(
    workspace: Workspace, world: World
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho", printed_posts={"en": "Director"})
    person = delegations.show_delegate(workspace, delegate_id=seat).person_id
    assert person is not None
    for title, begins, ends in (
        ("Director", "2025-01", None),
        ("Attaché", "2019", "2021"),
        ("Director-General", "2026-01", None),
    ):
        post = Post(person_id=person, titles={"en": title}, valid_from=begins, valid_to=ends)
        persons.add_post(workspace, post)
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", planned_starts_on=date(2026, 5, 12))
    following = key_of(meetings.plan(workspace, draft))

    proposed = persons.list_posts(workspace, person_id=person, meeting_id=following)

    assert [post.titles["en"] for post in proposed] == ["Director-General", "Director"]
    at_the_time = persons.list_posts(workspace, person_id=person, meeting_id=world.meeting)
    assert [(post.titles["en"], post.meeting) for post in at_the_time] == [("Director", "JWG-1")]


def test_a_person_is_changed_and_still_sorted_by_the_name(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person(printed_name="Bat")))
    values = {"printed_name": "Amar", "name_parts": {"en": {"given": "Amar"}}}

    persons.change(workspace, person_id=key, row_version=1, values=values)

    detail = persons.show(workspace, person_id=key)
    assert (detail.name, detail.name_parts) == ("Amar", {"en": {"given": "Amar"}})
    with workspace.read() as reader:
        assert reader.get(Person, key).sort_key == "amar"


def test_persons_and_posts_changed_elsewhere_are_not_overwritten(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    key = key_of(persons.register(workspace, a_person()))
    post = key_of(persons.add_post(workspace, Post(person_id=key, titles={"en": "Envoy"})))
    persons.change(workspace, person_id=key, row_version=1, values={"phone": "+976"})
    persons.change_post(workspace, post_id=post, row_version=1, values={"valid_to": "2025"})

    with unchanged(), pytest.raises(Conflict):
        persons.change(workspace, person_id=key, row_version=1, values={"phone": "+82"})
    with unchanged(), pytest.raises(Conflict):
        persons.change_post(workspace, post_id=post, row_version=1, values={"valid_to": "2026"})
    with unchanged(), pytest.raises(Mistake, match="no field to change called id"):
        persons.change(workspace, person_id=key, row_version=2, values={"id": key})
    with unchanged(), pytest.raises(InvalidValue, match="2025-05-27"):
        persons.change_post(workspace, post_id=post, row_version=2, values={"valid_to": "soon"})


def test_only_a_person_who_is_on_record_for_nothing_can_be_removed(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho")
    person = delegations.show_delegate(workspace, delegate_id=seat).person_id
    assert person is not None
    with unchanged(), pytest.raises(StillInUse):
        persons.remove(workspace, person_id=person)
    delegations.remove(workspace, delegate_ids=[seat])

    persons.remove(workspace, person_id=person)

    assert persons.list_all(workspace) == ()


def test_a_removed_post_gives_its_place_to_nobody(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person()))
    first, *_others = [
        key_of(persons.add_post(workspace, Post(person_id=key, titles={"en": title})))
        for title in ("Envoy", "Adviser")
    ]
    persons.remove_post(workspace, post_id=first)

    persons.add_post(workspace, Post(person_id=key, titles={"en": "Minister"}))

    assert persons.list_all(workspace)[0].posts == ("Adviser", "Minister")
