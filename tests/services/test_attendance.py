import pytest

from app.domain.delegation import Attendance, DelegateRole, Presence
from app.domain.errors import UnlawfulTransition
from app.services import attendance, delegations, history
from app.services.delegations import DelegateRow
from app.services.facts.minutes import participants_facts
from app.store.workspace import Workspace
from tests.builders import World, a_delegate, a_person, seat_person
from tests.services.conftest import Unchanged


def rows(workspace: Workspace, world: World) -> tuple[DelegateRow, ...]:
    return delegations.list_for_meeting(workspace, meeting_id=world.meeting)[1].delegates


def test_several_are_marked_at_once_and_undone_as_one(workspace: Workspace, world: World) -> None:
    seats = [seat_person(workspace, world.korean_delegation, name) for name in ("Kim", "Lee")]
    attendance.mark(workspace, delegate_ids=seats[:1], attendance=Attendance.NOTIFIED)

    change = attendance.mark(workspace, delegate_ids=seats, attendance=Attendance.ATTENDED)

    assert change.use_case == "Mark 2 delegates as attended"
    assert [row.attendance for row in rows(workspace, world)] == ["attended", "attended"]
    history.undo(workspace)
    assert [row.attendance for row in rows(workspace, world)] == ["notified", "nominated"]


def test_nobody_is_marked_where_the_step_does_not_follow_for_one(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    came = seat_person(workspace, world.korean_delegation, "Kim", attendance=Attendance.ATTENDED)
    other = seat_person(workspace, world.korean_delegation, "Lee")

    with unchanged(), pytest.raises(attendance.NotFromHere, match="does not follow for: Kim"):
        attendance.mark(workspace, delegate_ids=[other, came], attendance=Attendance.NOTIFIED)


def test_who_stands_there_already_is_no_hindrance(workspace: Workspace, world: World) -> None:
    came = seat_person(workspace, world.korean_delegation, "Kim", attendance=Attendance.ATTENDED)
    other = seat_person(workspace, world.korean_delegation, "Lee")

    attendance.mark(workspace, delegate_ids=[came, other], attendance=Attendance.ATTENDED)

    assert {row.attendance for row in rows(workspace, world)} == {"attended"}


def test_where_several_take_part_from_is_recorded_at_once(
    workspace: Workspace, world: World
) -> None:
    seats = [seat_person(workspace, world.korean_delegation, name) for name in ("Kim", "Lee")]

    change = attendance.mark_presence(workspace, delegate_ids=seats, presence=Presence.ONLINE)

    assert change.use_case == "Mark 2 delegates as online"
    assert {row.mode for row in rows(workspace, world)} == {"online"}


def test_who_came_instead_of_the_head_leads_the_delegation_in_the_same_place(
    workspace: Workspace, world: World
) -> None:
    head = seat_person(workspace, world.korean_delegation, "Kim", role=DelegateRole.HEAD)
    seat_person(workspace, world.korean_delegation, "Lee")
    other = seat_person(workspace, world.korean_delegation, "Park")

    attendance.replace(workspace, delegate_id=head, by_id=other)

    shown = [
        (row.name, row.role, row.attendance, row.replaced_by) for row in rows(workspace, world)
    ]
    assert shown == [
        ("Park", "head", "nominated", ""),
        ("Kim", "delegate", "replaced", "Park"),
        ("Lee", "delegate", "nominated", ""),
    ]
    history.undo(workspace)
    assert [row.name for row in rows(workspace, world)] == ["Kim", "Lee", "Park"]


def test_somebody_new_may_come_instead(workspace: Workspace, world: World) -> None:
    gone = seat_person(
        workspace, world.korean_delegation, "Kim", role=DelegateRole.ADVISER, attendance="notified"
    )

    attendance.replace_by_new(
        workspace,
        a_delegate(world.mongolian_delegation),
        delegate_id=gone,
        person=a_person(printed_name="Lee"),
    )

    first, second = rows(workspace, world)
    assert (first.name, first.role) == ("Lee", "adviser")
    assert (second.name, second.replaced_by) == ("Kim", "Lee")


def test_nobody_is_replaced_by_themselves_or_by_the_other_side(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    kim = seat_person(workspace, world.korean_delegation, "Kim")
    bat = seat_person(workspace, world.mongolian_delegation, "Bat")

    for other in (kim, bat):
        with unchanged(), pytest.raises(attendance.SameDelegate, match="of the same delegation"):
            attendance.replace(workspace, delegate_id=kim, by_id=other)


def test_who_has_attended_cannot_be_replaced_any_more(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    kim = seat_person(workspace, world.korean_delegation, "Kim", attendance=Attendance.ATTENDED)
    lee = seat_person(workspace, world.korean_delegation, "Lee")

    with unchanged(), pytest.raises(UnlawfulTransition):
        attendance.replace(workspace, delegate_id=kim, by_id=lee)


def test_who_was_announced_as_replaced_may_come_after_all(
    workspace: Workspace, world: World
) -> None:
    kim = seat_person(workspace, world.korean_delegation, "Kim")
    lee = seat_person(workspace, world.korean_delegation, "Lee")
    attendance.replace(workspace, delegate_id=kim, by_id=lee)

    attendance.mark(workspace, delegate_ids=[kim], attendance=Attendance.ATTENDED)

    shown = {row.name: (row.attendance, row.replaced_by) for row in rows(workspace, world)}
    assert shown["Kim"] == ("attended", "")


def test_the_steps_that_follow_are_told() -> None:
    assert Attendance.CONFIRMED in attendance.list_steps(Attendance.NOTIFIED)
    assert Attendance.NOTIFIED not in attendance.list_steps(Attendance.ATTENDED)


def test_who_did_not_come_is_in_no_list_of_participants(workspace: Workspace, world: World) -> None:
    states = {"Kim": "absent", "Lee": "replaced", "Park": "attended", "Cho": "nominated"}
    for name, state in states.items():
        seat_person(workspace, world.korean_delegation, name, attendance=state)

    with workspace.read() as reader:
        facts = participants_facts(reader, meeting_id=world.meeting, language="en")

    korea = next(each for each in facts.delegations if each.party.code == "KR")
    assert {member.name for member in korea.members} == {"Park", "Cho"}
