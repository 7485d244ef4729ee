import pytest

from app.domain.body import MembershipRole
from app.domain.delegation import Attendance, DelegateRole, Presence
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.services import delegations, parties, persons
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    a_party,
    a_person,
    key_of,
    register_organisation,
    seat_person,
)
from tests.services.conftest import Unchanged


def test_the_host_comes_first_and_then_the_seats(workspace: Workspace, world: World) -> None:
    japan = key_of(parties.register(workspace, a_party(code="JP", names={"en": "Japan"})))
    delegations.open_delegation(
        workspace, meeting_id=world.meeting, party_id=japan, role=MembershipRole.OBSERVER
    )
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [(row.party.code, row.is_host, row.role) for row in rows] == [
        ("MN", True, "member"),
        ("KR", False, "member"),
        ("JP", False, "observer"),
    ]
    assert [row.party.seat for row in rows] == [2, 1, 3]


def test_a_second_delegation_of_one_party_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="already has a delegation here"):
        delegations.open_delegation(workspace, meeting_id=world.meeting, party_id=world.korea)


def test_a_delegation_has_one_head(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", role=DelegateRole.HEAD)
    person_id = key_of(persons.register(workspace, a_person()))
    draft = a_delegate(world.korean_delegation, person_id=person_id, role=DelegateRole.HEAD)
    with unchanged(), pytest.raises(RuleBroken, match="A delegation has one head"):
        delegations.seat(workspace, draft)
    seat_person(workspace, world.mongolian_delegation, "Batkhishig", role=DelegateRole.HEAD)


def test_a_person_sits_in_a_delegation_once(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    person_id = key_of(persons.register(workspace, a_person()))
    delegations.seat(workspace, a_delegate(world.korean_delegation, person_id=person_id))
    with unchanged(), pytest.raises(RuleBroken, match="This person is already in the delegation"):
        delegations.seat(workspace, a_delegate(world.korean_delegation, person_id=person_id))


def test_an_empty_seat_is_refused(workspace: Workspace, world: World, unchanged: Unchanged) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="needs a person or an organisation"):
        delegations.seat(workspace, a_delegate(world.korean_delegation))


def test_where_no_person_is_known_the_organisation_holds_the_seat(
    workspace: Workspace, world: World
) -> None:
    key = register_organisation(workspace, names={"en": "Korea Forest Service"})
    delegations.seat(workspace, a_delegate(world.korean_delegation, organisation_id=key))
    printed = {"en": "Korean Forest Service"}
    delegations.seat(
        workspace,
        a_delegate(world.mongolian_delegation, organisation_id=key, printed_organisations=printed),
    )
    mongolian, korean = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    (seat,) = korean.delegates
    assert (seat.name, seat.is_institution, seat.organisation) == (
        "Korea Forest Service",
        True,
        "",
    )
    assert (seat.post, seat.initials) == ("", "")
    assert mongolian.delegates[0].name == "Korean Forest Service"


def test_two_institutions_may_sit_beside_one_another(workspace: Workspace, world: World) -> None:
    for code in ("A", "B"):
        key = register_organisation(workspace, code=code, names={"en": code})
        delegations.seat(workspace, a_delegate(world.korean_delegation, organisation_id=key))
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [seat.name for seat in rows[1].delegates] == ["A", "B"]


def test_a_delegate_bears_the_name_and_post_as_printed_on_that_day(
    workspace: Workspace, world: World
) -> None:
    seat_person(
        workspace,
        world.korean_delegation,
        "Cho Gye-yeon",
        printed_names={"en": "CHO Gye Yoen"},
        printed_posts={"en": "Deputy Director General"},
        presence=Presence.ONLINE,
    )
    seat_person(workspace, world.korean_delegation, "Kim-Lee Bo Ra")
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    first, second = rows[1].delegates
    assert (first.name, first.post, first.mode) == (
        "CHO Gye Yoen",
        "Deputy Director General",
        "online",
    )
    assert (second.name, second.initials) == ("Kim-Lee Bo Ra", "KL")


def test_seats_are_given_in_the_order_of_entry(workspace: Workspace, world: World) -> None:
    for name in ("Head", "Alternate", "Adviser"):
        seat_person(workspace, world.korean_delegation, name, ordinal=7)
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [seat.name for seat in rows[1].delegates] == ["Head", "Alternate", "Adviser"]


def test_a_nomination_is_followed_by_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    for step in (Attendance.NOTIFIED, Attendance.CONFIRMED, Attendance.ATTENDED):
        delegations.change_attendance(workspace, delegate_id=seat, attendance=step)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“attended” cannot become"):
        delegations.change_attendance(workspace, delegate_id=seat, attendance=Attendance.NOMINATED)
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert rows[1].delegates[0].attendance == "attended"


def test_what_is_not_there_is_refused_by_name(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no meeting"):
        delegations.open_delegation(workspace, meeting_id=new_id(), party_id=world.korea)
    with unchanged(), pytest.raises(NotFound, match="There is no party"):
        delegations.open_delegation(workspace, meeting_id=world.meeting, party_id=new_id())
    with unchanged(), pytest.raises(NotFound, match="There is no delegation"):
        delegations.seat(workspace, a_delegate(new_id(), person_id=new_id()))
    with pytest.raises(NotFound, match="There is no meeting"):
        delegations.list_for_meeting(workspace, meeting_id=new_id())
