from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.domain.body import MembershipRole
from app.domain.delegation import Attendance, DelegateRole, Presence
from app.domain.errors import Conflict, Mistake, NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.party_order import PartyOrder
from app.services import delegations, meetings, parties, persons
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    a_meeting,
    a_party,
    a_person,
    an_organisation,
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


def test_a_delegation_is_opened_for_every_party_of_the_body_in_one_go(
    workspace: Workspace, world: World
) -> None:
    meeting = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    delegations.open_delegation(workspace, meeting_id=meeting, party_id=world.mongolia)

    change = delegations.open_for_body(workspace, meeting_id=meeting)

    assert change.use_case == "Open delegations"
    rows = delegations.list_for_meeting(workspace, meeting_id=meeting)
    assert {row.party.code for row in rows} == {"KR", "MN"}


def test_where_every_party_has_a_delegation_none_is_opened(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(delegations.EverybodyHasOne, match="Every party of the body"):
        delegations.open_for_body(workspace, meeting_id=world.meeting)


def test_somebody_new_is_entered_and_nominated_in_one_go(
    workspace: Workspace, world: World
) -> None:
    person = a_person(printed_name="Lee Bo-ra")
    draft = a_delegate(world.korean_delegation, printed_posts={"ko": "과장"})

    change = delegations.nominate(workspace, draft, person=person)

    detail = delegations.show_delegate(workspace, delegate_id=key_of(change))
    assert (detail.person, detail.printed_posts) == ("Lee Bo-ra", {"ko": "과장"})
    assert detail.attendance == "nominated"


def test_an_organisation_that_is_new_may_hold_a_seat(workspace: Workspace, world: World) -> None:
    office = an_organisation(code="KFS", names={"en": "Korea Forest Service"})

    delegations.nominate(workspace, a_delegate(world.korean_delegation), organisation=office)

    (seat,) = delegations.list_for_meeting(workspace, meeting_id=world.meeting)[1].delegates
    assert (seat.name, seat.is_institution) == ("Korea Forest Service", True)


def test_a_head_who_is_nominated_last_takes_the_first_place(
    workspace: Workspace, world: World
) -> None:
    seat_person(workspace, world.korean_delegation, "Kim")
    head = a_delegate(world.korean_delegation, role=DelegateRole.HEAD)

    delegations.nominate(workspace, head, person=a_person(printed_name="Lee"))

    seats = delegations.list_for_meeting(workspace, meeting_id=world.meeting)[1].delegates
    assert [(seat.name, seat.ordinal) for seat in seats] == [("Lee", 1), ("Kim", 2)]


def test_what_was_changed_elsewhere_since_is_not_overwritten(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Kim")
    read = delegations.show_delegate(workspace, delegate_id=seat)
    posts = {"printed_posts": {"en": "Director"}}
    delegations.change(workspace, delegate_id=seat, row_version=read.row_version, values=posts)

    with unchanged(), pytest.raises(Conflict, match="was changed elsewhere"):
        delegations.change(workspace, delegate_id=seat, row_version=read.row_version, values=posts)


def test_a_change_that_does_not_fit_leaves_everything_as_it_was(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Kim", attendance=Attendance.ATTENDED)
    values = {"sessions": ["1"], "attendance": Attendance.NOMINATED}

    with unchanged(), pytest.raises(UnlawfulTransition):
        delegations.change(workspace, delegate_id=seat, row_version=1, values=values)
    with unchanged(), pytest.raises(Mistake, match="no field to change called person_id"):
        delegations.change(workspace, delegate_id=seat, row_version=1, values={"person_id": None})


def test_who_is_made_the_head_takes_the_first_place(workspace: Workspace, world: World) -> None:
    seat_person(workspace, world.korean_delegation, "Kim")
    seat = seat_person(workspace, world.korean_delegation, "Lee")

    delegations.change(
        workspace, delegate_id=seat, row_version=1, values={"role": DelegateRole.HEAD}
    )

    seats = delegations.list_for_meeting(workspace, meeting_id=world.meeting)[1].delegates
    assert [seat.name for seat in seats] == ["Lee", "Kim"]


def test_precedence_is_given_as_a_whole_and_refused_if_somebody_is_missing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    seats = [seat_person(workspace, world.korean_delegation, name) for name in "ABC"]
    turned = [seats[2], seats[0], seats[1]]

    delegations.arrange(workspace, delegation_id=world.korean_delegation, delegate_ids=turned)

    shown = delegations.list_for_meeting(workspace, meeting_id=world.meeting)[1].delegates
    assert [seat.name for seat in shown] == ["C", "A", "B"]
    for wrong in (turned[:2], [*turned, turned[0]], [turned[0], turned[0], turned[1]]):
        with unchanged(), pytest.raises(Conflict):
            delegations.arrange(
                workspace, delegation_id=world.korean_delegation, delegate_ids=wrong
            )


def test_removed_delegates_leave_the_persons_where_they_are(
    workspace: Workspace, world: World
) -> None:
    seats = [seat_person(workspace, world.korean_delegation, name) for name in "AB"]

    change = delegations.remove(workspace, delegate_ids=seats)

    assert change.use_case == "Remove 2 delegates"
    assert [row.name for row in persons.list_all(workspace)] == ["A", "B"]
    delegations.remove_delegation(workspace, delegation_id=world.korean_delegation)
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [row.party.code for row in rows] == ["MN"]


def test_the_parties_follow_one_another_as_is_wanted(workspace: Workspace, world: World) -> None:
    japan = a_party(code="JP", names={"en": "Japan", "mn": "Япон"})
    japan_id = key_of(parties.register(workspace, japan))
    delegations.open_delegation(workspace, meeting_id=world.meeting, party_id=japan_id)

    def codes(order: PartyOrder, **how: Any) -> str:
        rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting, order=order, **how)
        return " ".join(row.party.code for row in rows)

    assert codes(PartyOrder.HOST_FIRST) == "MN KR JP"
    assert codes(PartyOrder.ROTATION) == "MN JP KR"
    assert codes(PartyOrder.SEATS) == "KR MN JP"
    assert codes(PartyOrder.ALPHABET) == "JP MN KR"  # Japan, Mongolia, Republic of Korea
    assert codes(PartyOrder.ONE_FIRST, first=japan_id) == "JP KR MN"


def test_many_delegates_are_read_in_as_few_queries_as_a_few(
    workspace: Workspace, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    execute = Session.execute

    def count(session: Session, statement: Any, *rest: Any, **named: Any) -> Any:
        asked.append(statement)
        return execute(session, statement, *rest, **named)

    def queries() -> int:
        asked.clear()
        with monkeypatch.context() as watched:
            watched.setattr(Session, "execute", count)
            delegations.list_for_meeting(workspace, meeting_id=world.meeting)
        return len(asked)

    for number in range(3):
        seat_person(workspace, world.korean_delegation, f"Delegate {number}")
    few = queries()
    for number in range(20):
        seat_person(workspace, world.korean_delegation, f"Adviser {number}")

    assert queries() == few > 0
