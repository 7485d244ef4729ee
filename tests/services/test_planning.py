from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from app.domain.body import HostRotation, MembershipRole
from app.domain.errors import InvalidValue, RuleBroken
from app.domain.meeting import Meeting, MeetingKind, MeetingMode
from app.services import agenda, bodies, delegations, meetings, planning, preparation
from app.services.bodies import BodySheet, SeatSheet
from app.services.meetings import MeetingStatus
from app.services.planning import Basis, Extras, MeetingSheet, OrdinalRemark, Turn
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, key_of, seat_person
from tests.services.conftest import Unchanged

BODY = BodySheet(
    code="KR-JP-JC",
    names={
        "en": "ROK–Japan Joint Committee on Environmental Cooperation",
        "ja": "日韓環境保護協力合同委員会",
    },
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    languages=("en", "ja"),
    prevailing_language="en",
    meeting_pattern="JC-{ordinal}",
)
KIND = MeetingKind.ORDINARY


@pytest.fixture
def body(workspace: Workspace) -> UUID:
    return key_of(bodies.create(workspace, BODY))


@pytest.fixture
def held(workspace: Workspace, body: UUID) -> UUID:
    """The 22nd meeting, held in Seoul."""
    known = planning.prepare(workspace, body_id=body)
    korea = known.sides[0]
    draft = a_meeting(
        body,
        ordinal=22,
        code="JC-22",
        titles={"en": "22nd Meeting of the ROK–Japan Joint Committee", "ja": "第22回合同委員会"},
        places={"en": "Seoul"},
        zone="Asia/Seoul",
        starts_on=date(2025, 4, 3),
        ends_on=date(2025, 4, 4),
        status=MeetingStatus.CLOSED,
        host_party_id=korea.id,
        mode=MeetingMode.HYBRID,
        languages=["en", "ja"],
    )
    return key_of(meetings.plan(workspace, draft))


def test_the_first_meeting_of_a_body_is_proposed_from_its_rotation(
    workspace: Workspace, body: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)
    proposal = planning.propose_turn(known, kind=KIND, ordinal=None)
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (known.sides[0].id, Turn.FIRST)
    sheet = planning.draft(known, basis=Basis.ROTATION)
    assert (sheet.host_party_id, sheet.zone) == (known.sides[0].id, "Asia/Seoul")
    assert (sheet.languages, sheet.prevailing_language) == (("en", "ja"), "en")


def test_the_number_is_suggested_but_never_entered(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)
    assert planning.suggest_number(known, kind=KIND) == 23
    assert planning.suggest_number(known, kind=MeetingKind.SPECIAL) == 1
    for basis in Basis:
        assert planning.draft(known, basis=basis).ordinal is None


def test_the_next_host_is_proposed_with_its_clock_and_its_reason(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)
    sheet = planning.draft(known, basis=Basis.ROTATION)
    japan = known.sides[1]
    assert (sheet.host_party_id, sheet.zone, sheet.predecessor_id) == (
        japan.id, "Asia/Tokyo", held,
    )  # fmt: skip
    proposal = planning.propose_turn(known, kind=KIND, ordinal=23)
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (japan.id, Turn.ALTERNATES)
    assert proposal.last is not None
    assert proposal.last.ordinal == 22


def test_a_host_that_received_before_is_expected_to_receive_there_again(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)
    japan = known.sides[1].id
    meetings.plan(workspace, a_meeting(body, ordinal=23, host_party_id=japan))
    sheet = planning.draft(planning.prepare(workspace, body_id=body), basis=Basis.ROTATION)
    assert (sheet.places, sheet.zone) == ({"en": "Seoul"}, "Asia/Seoul")


def test_from_the_last_meeting_more_is_taken_over(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    sheet, _ = meetings.show_sheet(workspace, meeting_id=held)
    hours = replace(sheet, starts_time=time(10), ends_time=time(17))
    meetings.change(workspace, meeting_id=held, sheet=hours)
    known = planning.prepare(workspace, body_id=body)
    taken = planning.draft(known, basis=Basis.LAST)
    assert (taken.mode, taken.starts_time, taken.ends_time) == (
        MeetingMode.HYBRID, time(10), time(17),
    )  # fmt: skip
    assert taken.planned_starts_on is None
    assert planning.draft(known, basis=Basis.NOTHING).host_party_id is None


def test_a_called_off_meeting_is_no_ones_turn(workspace: Workspace, body: UUID, held: UUID) -> None:
    japan = planning.prepare(workspace, body_id=body).sides[1].id
    off = key_of(meetings.plan(workspace, a_meeting(body, ordinal=23, host_party_id=japan)))
    meetings.change_status(
        workspace, meeting_id=off, status=MeetingStatus.CANCELLED, reason="Earthquake"
    )
    known = planning.prepare(workspace, body_id=body)
    assert planning.draft(known, basis=Basis.ROTATION).host_party_id == japan
    assert known.last is not None
    assert known.last.id == held


def test_observers_do_not_host(workspace: Workspace) -> None:
    seats = (SeatSheet("MN", MembershipRole.OBSERVER), SeatSheet("KR"), SeatSheet("JP"))
    sheet = replace(BODY, seats=seats, host_rotation=HostRotation.ROTATING)
    key = key_of(bodies.create(workspace, sheet))
    known = planning.prepare(workspace, body_id=key)
    proposal = planning.propose_turn(known, kind=KIND, ordinal=1)
    assert proposal is not None
    assert proposal.host == known.sides[1].id


def test_without_a_rule_no_host_is_proposed(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, replace(BODY, host_rotation=HostRotation.UNKNOWN)))
    known = planning.prepare(workspace, body_id=key)
    assert planning.propose_turn(known, kind=KIND, ordinal=1) is None
    assert planning.draft(known, basis=Basis.ROTATION).host_party_id is None


def test_titles_follow_the_last_one_and_the_code_its_pattern(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)
    titles = planning.propose_titles(known, ordinal=23, languages=("en", "ja", "ko"))
    assert titles == {
        "en": "23rd Meeting of the ROK–Japan Joint Committee", "ja": "第23回合同委員会"
    }  # fmt: skip
    assert planning.propose_code(known, ordinal=23, day=None) == "JC-23"
    assert planning.propose_code(known, ordinal=None, day=None) == ""


def test_a_pattern_for_titles_comes_before_the_last_title(
    workspace: Workspace, held: UUID, body: UUID
) -> None:
    sheet = bodies.show_sheet(workspace, body_id=body)
    patterns = {"en": "{nth} Session, {year}"}
    bodies.change(workspace, body_id=body, sheet=replace(sheet, title_patterns=patterns))
    known = planning.prepare(workspace, body_id=body)
    titles = planning.propose_titles(known, ordinal=23, languages=("en",), day=date(2026, 1, 1))
    assert titles == {"en": "Twenty-third Session, 2026"}


def test_a_number_is_looked_at_for_doubles_and_gaps(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body)

    def remarks(ordinal: int, kind: MeetingKind = KIND) -> list[str]:
        found = planning.look_at_number(known, kind=kind, ordinal=ordinal, day=None)
        return [each.remark for each in found]

    assert remarks(23) == []
    assert remarks(22) == [OrdinalRemark.DOUBLE]
    assert remarks(25) == [OrdinalRemark.GAP]
    assert remarks(4) == []
    assert remarks(22, MeetingKind.SPECIAL) == []


def test_a_meeting_that_is_changed_is_none_of_its_own_past(
    workspace: Workspace, body: UUID, held: UUID
) -> None:
    known = planning.prepare(workspace, body_id=body, except_id=held)
    assert known.past == ()


def test_the_clocks_of_the_other_capitals_are_told(workspace: Workspace, body: UUID) -> None:
    known = planning.prepare(workspace, body_id=body)
    sheet = MeetingSheet(
        planned_starts_on=date(2026, 5, 12), starts_time=time(20), ends_time=time(22),
        zone="America/New_York",
    )  # fmt: skip
    seoul, tokyo = planning.clocks(known, sheet)
    assert (seoul.side.code, f"{seoul.starts_at:%H:%M}", seoul.day_shift) == ("KR", "09:00", 1)
    assert tokyo.ends_at is not None
    assert f"{tokyo.ends_at:%H:%M}" == "11:00"
    at_home = planning.clocks(known, replace(sheet, zone="Asia/Seoul"))
    assert [clock.side.code for clock in at_home] == ["JP"]
    assert planning.clocks(known, replace(sheet, starts_time=None)) == ()
    assert planning.clocks(known, replace(sheet, zone="Mars/Olympus")) == ()


def test_a_meeting_is_planned_with_all_that_was_wished_for(
    workspace: Workspace, world: World
) -> None:
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", role="head")
    preparation.save_offsets(workspace, body_id=world.body, drafts=preparation.usual_offsets())
    sheet = MeetingSheet(
        titles={"en": "Second meeting"}, ordinal=2, planned_starts_on=date(2026, 9, 1),
        host_party_id=world.korea,
    )  # fmt: skip
    extras = Extras(delegations=True, standing_agenda=True)
    change = planning.plan(workspace, body_id=world.body, sheet=sheet, extras=extras)
    key = key_of(change)
    row = meetings.show(workspace, meeting_id=key).row
    assert (row.ordinal, row.status, row.tasks.total) == (2, MeetingStatus.PROPOSED, 11)
    seats = [
        seat.name
        for each in delegations.list_for_meeting(workspace, meeting_id=key)
        for seat in each.delegates
    ]
    assert seats == ["Cho Gye-yeon"]
    assert len(agenda.list_for_meeting(workspace, meeting_id=key)) == 7
    assert change.use_case == "Plan meeting"


def test_wishing_for_delegates_of_a_body_that_never_met_is_no_error(
    workspace: Workspace, body: UUID
) -> None:
    sheet = MeetingSheet(titles={"en": "First meeting"}, ordinal=1)
    extras = Extras(delegations=True, standing_agenda=True)
    key = key_of(planning.plan(workspace, body_id=body, sheet=sheet, extras=extras))
    assert len(agenda.list_for_meeting(workspace, meeting_id=key)) == 5


def test_a_meeting_that_was_held_is_entered_as_closed(workspace: Workspace, body: UUID) -> None:
    sheet = MeetingSheet(
        titles={"en": "8th Meeting"}, ordinal=8, starts_on=date(2003, 7, 23),
        ends_on=date(2003, 7, 23),
    )  # fmt: skip
    key = key_of(planning.plan(workspace, body_id=body, sheet=sheet, extras=Extras(held=True)))
    shown = meetings.show(workspace, meeting_id=key)
    assert (shown.row.status, shown.row.tasks.total) == (MeetingStatus.CLOSED, 0)
    assert shown.history == ()


def test_an_event_of_no_body_can_be_entered(workspace: Workspace) -> None:
    sheet = MeetingSheet(titles={"en": "Summit"}, kind=MeetingKind.SUMMIT)
    key = key_of(planning.plan(workspace, body_id=None, sheet=sheet))
    assert [row.id for row in meetings.list_for_body(workspace, body_id=None)] == [key]


@pytest.mark.parametrize(
    "sheet",
    [
        MeetingSheet(ordinal=2),
        MeetingSheet(titles={"en": "X"}, ordinal=1),
        MeetingSheet(titles={"en": "X"}, zone="Nowhere"),
    ],
)
def test_what_cannot_be_entered_leaves_nothing_behind(
    workspace: Workspace, world: World, unchanged: Unchanged, sheet: MeetingSheet
) -> None:
    extras = Extras(delegations=True, standing_agenda=True)
    with unchanged(), pytest.raises((InvalidValue, RuleBroken)):
        planning.plan(workspace, body_id=world.body, sheet=sheet, extras=extras)
    with workspace.read() as reader:
        assert len(reader.find(Meeting)) == 1
