from datetime import date
from uuid import UUID

import pytest

from app.domain.delegation import Attendance, DelegateRole
from app.domain.errors import RuleBroken
from app.domain.person import Post
from app.services import delegations, earlier_delegations, history, meetings, persons
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    a_meeting,
    key_of,
    register_organisation,
    seat_person,
)
from tests.services.conftest import Unchanged


@pytest.fixture
def following(workspace: Workspace, world: World) -> UUID:
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", planned_starts_on=date(2026, 5, 12))
    return key_of(meetings.plan(workspace, draft))


def test_those_who_sat_at_the_last_meeting_are_offered_and_whose_post_has_changed(
    workspace: Workspace, world: World, following: UUID
) -> None:
    seat = seat_person(
        workspace,
        world.korean_delegation,
        "Cho",
        role=DelegateRole.HEAD,
        printed_posts={"en": "Director"},
        attendance=Attendance.ATTENDED,
    )
    seat_person(workspace, world.mongolian_delegation, "Bat", printed_posts={"en": "Adviser"})
    person = delegations.show_delegate(workspace, delegate_id=seat).person_id
    assert person is not None
    post = Post(person_id=person, titles={"en": "Director-General"}, valid_from="2026-01")
    persons.add_post(workspace, post)

    preview = earlier_delegations.preview(workspace, meeting_id=following)

    assert (preview.source, preview.source_on) == ("JWG-1", date(2025, 5, 27))
    shown = {row.name: (row.post, row.new_post, row.is_there, row.came) for row in preview.rows}
    assert shown == {
        "Cho": ("Director", "Director-General", False, True),
        "Bat": ("Adviser", "", False, False),
    }


def test_those_who_are_ticked_are_nominated_with_the_post_known_now(
    workspace: Workspace, world: World, following: UUID
) -> None:
    seats = [
        seat_person(workspace, world.korean_delegation, "Lee", printed_posts={"en": "Expert"}),
        seat_person(
            workspace,
            world.korean_delegation,
            "Cho",
            role=DelegateRole.HEAD,
            printed_posts={"en": "Director"},
            printed_names={"en": "CHO"},
        ),
    ]
    person = delegations.show_delegate(workspace, delegate_id=seats[1]).person_id
    assert person is not None
    post = Post(person_id=person, titles={"en": "Director-General"}, valid_from="2026-01")
    persons.add_post(workspace, post)

    change = earlier_delegations.copy(workspace, meeting_id=following, delegate_ids=seats)

    assert change.use_case == "Copy delegates from an earlier meeting"
    (korea,) = delegations.list_for_meeting(workspace, meeting_id=following)
    shown = [(seat.name, seat.post, seat.role, seat.attendance) for seat in korea.delegates]
    assert shown == [
        ("CHO", "Director-General", "head", "nominated"),
        ("Lee", "Expert", "delegate", "nominated"),
    ]
    preview = earlier_delegations.preview(workspace, meeting_id=following)
    assert [row.is_there for row in preview.rows] == [True, True]
    history.undo(workspace)
    assert delegations.list_for_meeting(workspace, meeting_id=following) == ()


def test_the_post_of_the_earlier_meeting_is_kept_where_that_is_wanted(
    workspace: Workspace, world: World, following: UUID
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho", printed_posts={"en": "Director"})
    person = delegations.show_delegate(workspace, delegate_id=seat).person_id
    assert person is not None
    persons.add_post(workspace, Post(person_id=person, titles={"en": "DG"}, valid_from="2026"))

    earlier_delegations.copy(
        workspace, meeting_id=following, delegate_ids=[seat], with_new_posts=False
    )

    (korea,) = delegations.list_for_meeting(workspace, meeting_id=following)
    assert korea.delegates[0].post == "Director"


def test_an_office_that_sat_there_is_taken_over_too(
    workspace: Workspace, world: World, following: UUID
) -> None:
    office = register_organisation(workspace)
    seat = key_of(
        delegations.seat(workspace, a_delegate(world.korean_delegation, organisation_id=office))
    )

    earlier_delegations.copy(workspace, meeting_id=following, delegate_ids=[seat])

    (row,) = earlier_delegations.preview(workspace, meeting_id=following).rows
    assert (row.name, row.is_there) == ("Ministry of Environment", True)


def test_nobody_is_taken_over_twice_and_no_second_head(
    workspace: Workspace, world: World, following: UUID, unchanged: Unchanged
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho", role=DelegateRole.HEAD)
    earlier_delegations.copy(workspace, meeting_id=following, delegate_ids=[seat])

    with unchanged(), pytest.raises(RuleBroken):
        earlier_delegations.copy(workspace, meeting_id=following, delegate_ids=[seat])


def test_where_there_was_no_earlier_meeting_that_is_said(
    workspace: Workspace, world: World
) -> None:
    with pytest.raises(earlier_delegations.NobodyToCopy, match="No earlier meeting"):
        earlier_delegations.preview(workspace, meeting_id=world.meeting)
