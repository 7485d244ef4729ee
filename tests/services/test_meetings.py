from datetime import UTC, date, datetime

import pytest

from app.domain.body import BodyStatus
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.meeting import Meeting, MeetingKind, MeetingStatus
from app.domain.minutes import MinutesStatus
from app.domain.provenance import Provenance
from app.services import actions, agenda, bodies, decisions, meetings, papers, parties, persons
from app.services.meetings import ReasonMissing, SeveralMeetings, StepKey, StepState, UnknownZone
from app.store.workspace import Workspace
from tests.builders import (
    FIRST_DAY,
    World,
    a_body,
    a_decision,
    a_held_meeting,
    a_meeting,
    a_paper,
    a_party,
    a_person,
    an_action,
    an_agenda_item,
    key_of,
    open_minutes,
    seat_person,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


def test_a_planned_meeting_is_found_by_its_code(workspace: Workspace) -> None:
    body_id = key_of(bodies.establish(workspace, a_body()))
    key = key_of(meetings.plan(workspace, a_meeting(body_id)))
    assert meetings.find_by_code(workspace, code="JWG-1") == key
    assert meetings.find_by_code(workspace, code="JWG-2") is None


def test_a_code_that_two_bodies_use_needs_the_body_too(workspace: Workspace, world: World) -> None:
    other = key_of(bodies.establish(workspace, a_body(code="JP-JC")))
    key = key_of(meetings.plan(workspace, a_meeting(other, code="JWG-1")))
    with pytest.raises(SeveralMeetings) as caught:
        meetings.find_by_code(workspace, code="JWG-1")
    assert "KM-JWG" in caught.value.remedy
    assert caught.value.bodies == ("JP-JC", "KM-JWG")
    assert meetings.find_by_code(workspace, code="JWG-1", body_id=other) == key
    assert meetings.find_by_code(workspace, code="JWG-1", body_id=world.body) == world.meeting
    assert meetings.find_by_code(workspace, code="JWG-2", body_id=world.body) is None


def test_the_same_number_twice_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="already has a meeting of this kind"):
        meetings.plan(workspace, a_meeting(world.body, ordinal=1, code="Again"))


def test_numbers_run_within_one_kind_of_one_body(workspace: Workspace, world: World) -> None:
    other = key_of(bodies.establish(workspace, a_body(code="JP-JC")))
    meetings.plan(workspace, a_meeting(world.body, ordinal=1, kind=MeetingKind.SPECIAL))
    meetings.plan(workspace, a_meeting(other, ordinal=1))
    meetings.plan(workspace, a_meeting(world.body, ordinal=None))
    meetings.plan(workspace, a_meeting(world.body, ordinal=None))
    assert len(meetings.list_for_body(workspace, body_id=world.body)) == 4


def test_a_number_is_entered_never_computed(workspace: Workspace, world: World) -> None:
    meetings.plan(workspace, a_meeting(world.body, ordinal=19, code="JC-19"))
    meetings.plan(workspace, a_meeting(world.body, ordinal=None, code="?"))
    ordinals = {
        row.code: row.ordinal for row in meetings.list_for_body(workspace, body_id=world.body)
    }
    assert ordinals == {"JWG-1": 1, "JC-19": 19, "?": None}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"starts_on": date(2025, 5, 28), "ends_on": date(2025, 5, 27)},
            "last day of a meeting cannot come before its first",
        ),
        (
            {"planned_starts_on": date(2025, 5, 28), "planned_ends_on": date(2025, 5, 27)},
            "planned last day of a meeting cannot come before",
        ),
        (
            {
                "starts_at": datetime(2025, 5, 27, 9, tzinfo=UTC),
                "ends_at": datetime(2025, 5, 27, 8, tzinfo=UTC),
            },
            "cannot end before it starts",
        ),
        ({"ordinal": 0}, "Meetings count from 1"),
    ],
)
def test_dates_the_wrong_way_round_and_numbers_below_one_are_refused(
    workspace: Workspace,
    world: World,
    unchanged: Unchanged,
    fields: dict[str, object],
    sentence: str,
) -> None:
    draft = a_meeting(world.body, **({"ordinal": 2} | fields))
    with unchanged(), pytest.raises(RuleBroken, match=sentence):
        meetings.plan(workspace, draft)


@pytest.mark.parametrize(
    "zone", ["Asia/Ulan Bator City", "Asia", "../etc/passwd", "/etc/passwd", " "]
)
def test_an_unknown_time_zone_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged, zone: str
) -> None:
    with unchanged(), pytest.raises(UnknownZone) as caught:
        meetings.plan(workspace, a_meeting(world.body, ordinal=2, zone=zone))
    assert f"“{zone}”" in caught.value.sentence
    assert "Asia/Seoul" in caught.value.remedy


def test_a_meeting_without_a_zone_is_accepted(workspace: Workspace, world: World) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, zone="")))
    assert meetings.show(workspace, meeting_id=key).zone == ""


def test_a_meeting_of_an_unknown_body_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="a body that is not in the workspace"):
        meetings.plan(workspace, a_meeting(new_id()))


def test_the_latest_meeting_comes_first(workspace: Workspace, world: World) -> None:
    for ordinal, day in ((2, date(2026, 4, 1)), (3, None), (4, date(2024, 1, 1))):
        meetings.plan(
            workspace, a_meeting(world.body, ordinal=ordinal, code=f"M{ordinal}", starts_on=day)
        )
    rows = meetings.list_for_body(workspace, body_id=world.body)
    assert [row.code for row in rows] == ["M2", "JWG-1", "M4", "M3"]


def test_events_without_a_body_are_listed_apart(workspace: Workspace, world: World) -> None:
    summit = a_meeting(
        None, kind=MeetingKind.SUMMIT, ordinal=None, code="", titles={"en": "Summit"}
    )
    meetings.plan(workspace, summit)
    assert [row.title for row in meetings.list_for_body(workspace, body_id=None)] == ["Summit"]
    assert [row.code for row in meetings.list_for_body(workspace, body_id=world.body)] == ["JWG-1"]


def test_a_row_counts_what_belongs_to_the_meeting(workspace: Workspace, world: World) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    agenda.add_item(workspace, an_agenda_item(world.meeting, "1.1", parent_id=item))
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", role="head")
    seat_person(workspace, world.mongolian_delegation, "Batkhishig Purevdoo", role="head")
    seat_person(workspace, world.mongolian_delegation, "Bat")
    papers.register(workspace, a_paper(world.body, meeting_id=world.meeting))
    decisions.draft_decision(workspace, a_decision(world.body, meeting_id=world.meeting))
    actions.assign(workspace, an_action(world.body, origin_meeting_id=world.meeting))
    (row,) = meetings.list_for_body(workspace, body_id=world.body)
    counts = (row.agenda_items, row.delegates, row.papers, row.decisions, row.actions)
    assert counts == (2, 3, 1, 1, 1)
    assert row.host is not None
    assert (row.host.code, row.host.seat) == ("MN", 2)
    assert row == meetings.show(workspace, meeting_id=world.meeting).row


def test_planned_days_are_shown_as_planned_until_the_meeting_was_held(
    workspace: Workspace, world: World
) -> None:
    planned = {"planned_starts_on": date(2026, 9, 1), "planned_ends_on": date(2026, 9, 2)}
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, **planned)))
    row = meetings.show(workspace, meeting_id=key).row
    assert (row.starts_on, row.ends_on, row.dates_are_planned) == (
        date(2026, 9, 1),
        date(2026, 9, 2),
        True,
    )
    held = meetings.show(workspace, meeting_id=world.meeting).row
    assert (held.starts_on, held.dates_are_planned) == (FIRST_DAY, False)


def test_planned_days_are_kept_beside_the_actual_ones(workspace: Workspace, world: World) -> None:
    draft = a_held_meeting(
        world.body,
        ordinal=19,
        planned_starts_on=date(2017, 6, 29),
        planned_ends_on=date(2017, 6, 30),
        starts_on=date(2017, 6, 29),
        ends_on=date(2017, 6, 29),
    )
    detail = meetings.show(workspace, meeting_id=key_of(meetings.plan(workspace, draft)))
    assert detail.planned == (date(2017, 6, 29), date(2017, 6, 30))
    assert (detail.row.starts_on, detail.row.ends_on) == (date(2017, 6, 29), date(2017, 6, 29))


def test_a_meetings_page_tells_who_chairs_and_what_came_before(
    workspace: Workspace, world: World
) -> None:
    chair = key_of(persons.register(workspace, a_person(printed_name="Batkhishig Purevdoo")))
    draft = a_meeting(
        world.body, ordinal=2, chair_person_id=chair, predecessor_id=world.meeting,
        languages=["en", "ko"], prevailing_language="en", outcomes={"en": "Rules adopted"},
        provenance=Provenance.RECONSTRUCTED, provenance_note="From a press release.",
    )  # fmt: skip
    detail = meetings.show(workspace, meeting_id=key_of(meetings.plan(workspace, draft)))
    assert (detail.chair, detail.predecessor) == ("Batkhishig Purevdoo", "First meeting")
    assert (detail.languages, detail.prevailing) == (("en", "ko"), "en")
    assert (detail.outcome, detail.provenance_note) == ("Rules adopted", "From a press release.")
    assert detail.row.provenance is Provenance.RECONSTRUCTED


def test_the_clocks_of_the_other_sides_are_shown(workspace: Workspace, world: World) -> None:
    shown = meetings.show(workspace, meeting_id=world.meeting)
    assert shown.other_clocks == (("Asia/Seoul", "Republic of Korea"),)


def test_a_party_with_a_zone_that_nobody_knows_has_no_clock(workspace: Workspace) -> None:
    body_id = key_of(bodies.establish(workspace, a_body()))
    for code, zone in (("KR", "Asia/Seoul"), ("XX", "Mars/Olympus"), ("YY", "Asia")):
        party_id = key_of(parties.register(workspace, a_party(code=code, time_zone=zone)))
        bodies.seat_party(workspace, body_id=body_id, party_id=party_id)
    key = key_of(meetings.plan(workspace, a_meeting(body_id)))
    shown = meetings.show(workspace, meeting_id=key)
    assert [zone for zone, _name in shown.other_clocks] == ["Asia/Seoul"]


def test_an_unknown_meeting_is_not_shown(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="There is no meeting"):
        meetings.show(workspace, meeting_id=new_id())


def test_a_meeting_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(UnlawfulTransition, match="“closed” cannot become “proposed”"):
        meetings.change_status(workspace, meeting_id=world.meeting, status=MeetingStatus.PROPOSED)
    _approve_minutes(workspace, world)
    change = meetings.change_status(
        workspace, meeting_id=world.meeting, status=MeetingStatus.RECORD_AGREED
    )
    assert change.use_case == "Mark meeting as record agreed"
    shown = meetings.show(workspace, meeting_id=world.meeting)
    assert shown.row.status is MeetingStatus.RECORD_AGREED


@pytest.mark.parametrize("status", [MeetingStatus.POSTPONED, MeetingStatus.CANCELLED])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_putting_off_or_calling_off_needs_a_reason(
    workspace: Workspace,
    world: World,
    unchanged: Unchanged,
    status: MeetingStatus,
    reason: str,
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    with unchanged(), pytest.raises(ReasonMissing, match=f"as {status.value}, say why"):
        meetings.change_status(workspace, meeting_id=key, status=status, reason=reason)
    meetings.change_status(workspace, meeting_id=key, status=status, reason="Dust storm")
    with workspace.read() as reader:
        stored = reader.get(Meeting, key)
    assert (stored.status, stored.status_reason) == (status, "Dust storm")
    assert stored.ordinal == 2


def test_every_change_of_state_raises_the_number_that_calendars_go_by(
    workspace: Workspace, world: World
) -> None:
    _approve_minutes(workspace, world)
    for status in (MeetingStatus.RECORD_AGREED, MeetingStatus.ARCHIVED):
        meetings.change_status(workspace, meeting_id=world.meeting, status=status)
    with workspace.read() as reader:
        assert reader.get(Meeting, world.meeting).ical_sequence == 2


def test_the_record_of_a_meeting_grows_step_by_step(workspace: Workspace, world: World) -> None:
    def now() -> StepKey:
        steps = meetings.show(workspace, meeting_id=world.meeting).steps
        return next(step.key for step in steps if step.state is StepState.NOW)

    assert now() is StepKey.AGENDA
    agenda.add_item(workspace, an_agenda_item(world.meeting))
    for status in ("provisional", "draft", "adopted"):
        agenda.change_agenda_status(workspace, meeting_id=world.meeting, status=status)
    assert now() is StepKey.DELEGATIONS
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    assert now() is StepKey.DELEGATIONS
    seat_person(workspace, world.mongolian_delegation, "Batkhishig Purevdoo")
    assert now() is StepKey.DRAFTED
    open_minutes(workspace, world.meeting)
    assert now() is StepKey.AGREED


def test_the_body_of_a_meeting_is_named_whatever_its_state(
    workspace: Workspace, world: World
) -> None:
    bodies.change_status(workspace, body_id=world.body, status=BodyStatus.ENDED)
    shown = meetings.show(workspace, meeting_id=world.meeting)
    assert shown.body_name == "Joint Working Group on Climate Change Cooperation"


def _approve_minutes(workspace: Workspace, world: World) -> None:
    minutes_id = open_minutes(workspace, world.meeting, "Both sides agreed.")
    take_minutes_to(workspace, minutes_id, MinutesStatus.APPROVED)
