from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from app.domain.meeting import Meeting, MeetingStatus
from app.domain.minutes import MinutesStatus
from app.services import meetings
from app.services.meetings import Hindrance, NotReady, ReasonMissing
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, key_of, open_minutes, take_minutes_to
from tests.services.conftest import NOW, Unchanged

S = MeetingStatus
PLANNED = date(2026, 2, 26)


@pytest.fixture
def key(workspace: Workspace, world: World) -> UUID:
    draft = a_meeting(
        world.body,
        ordinal=2,
        planned_starts_on=PLANNED,
        planned_ends_on=date(2026, 2, 27),
        starts_at=datetime(2026, 2, 26, 1, 30, tzinfo=UTC),
        ends_at=datetime(2026, 2, 27, 9, 0, tzinfo=UTC),
    )
    return key_of(meetings.plan(workspace, draft))


def take(workspace: Workspace, key: UUID, *way: MeetingStatus) -> None:
    for status in way:
        meetings.change_status(workspace, meeting_id=key, status=status, reason="Because")


def stored(workspace: Workspace, key: UUID) -> Meeting:
    with workspace.read() as reader:
        return reader.get(Meeting, key)


def test_every_step_is_kept_with_its_day_its_reason_and_who_took_it(
    workspace: Workspace, key: UUID
) -> None:
    meetings.change_status(workspace, meeting_id=key, status=S.DATES_AGREED, on=date(2026, 1, 9))
    meetings.change_status(workspace, meeting_id=key, status=S.POSTPONED, reason=" A dust storm \n")
    history = meetings.show(workspace, meeting_id=key).history
    assert [(step.status, step.taken_on, step.reason, step.actor) for step in history] == [
        (S.PROPOSED, NOW.date(), "", "Bat"),
        (S.DATES_AGREED, date(2026, 1, 9), "", "Bat"),
        (S.POSTPONED, NOW.date(), "A dust storm", "Bat"),
    ]
    assert stored(workspace, key).ordinal == 2


def test_a_past_meeting_has_no_history_that_nobody_entered(
    workspace: Workspace, world: World
) -> None:
    assert meetings.show(workspace, meeting_id=world.meeting).history == ()


def test_only_lawful_steps_are_offered_with_what_each_still_needs(
    workspace: Workspace, world: World
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, places={})))
    offered = meetings.show(workspace, meeting_id=key).next_steps
    assert [(step.status, step.hindrances, step.needs_reason) for step in offered] == [
        (S.DATES_AGREED, (Hindrance.DATES,), False),
        (S.POSTPONED, (), True),
        (S.CANCELLED, (), True),
    ]


def test_a_meeting_without_dates_cannot_be_convened(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    with unchanged(), pytest.raises(NotReady, match="it has no dates") as caught:
        meetings.change_status(workspace, meeting_id=key, status=S.DATES_AGREED)
    assert caught.value.field == "planned_starts_on"
    assert caught.value.hindrances == (Hindrance.DATES,)


def test_a_meeting_without_a_place_cannot_be_convened(workspace: Workspace, world: World) -> None:
    draft = a_meeting(world.body, ordinal=2, places={}, planned_starts_on=PLANNED)
    key = key_of(meetings.plan(workspace, draft))
    take(workspace, key, S.DATES_AGREED)
    with pytest.raises(NotReady, match="it has no place"):
        take(workspace, key, S.CONVENED)


def test_for_an_online_meeting_the_place_where_it_counts_as_held_is_enough(
    workspace: Workspace, world: World
) -> None:
    draft = a_meeting(
        world.body, ordinal=2, places={}, planned_starts_on=PLANNED, mode="online",
        deemed_place="Seoul",
    )  # fmt: skip
    key = key_of(meetings.plan(workspace, draft))
    take(workspace, key, S.DATES_AGREED, S.CONVENED)
    assert stored(workspace, key).status is S.CONVENED


def test_opening_enters_the_first_day_and_closing_the_last(workspace: Workspace, key: UUID) -> None:
    take(workspace, key, S.DATES_AGREED, S.CONVENED)
    meetings.change_status(workspace, meeting_id=key, status=S.IN_SESSION, on=PLANNED)
    assert stored(workspace, key).starts_on == PLANNED
    meetings.change_status(workspace, meeting_id=key, status=S.CLOSED, on=date(2026, 2, 27))
    meeting = stored(workspace, key)
    assert (meeting.starts_on, meeting.ends_on) == (PLANNED, date(2026, 2, 27))
    assert meeting.planned_starts_on == PLANNED


def test_a_meeting_that_opens_on_another_day_keeps_the_hours_of_its_clocks(
    workspace: Workspace, key: UUID
) -> None:
    take(workspace, key, S.DATES_AGREED, S.CONVENED)
    meetings.change_status(workspace, meeting_id=key, status=S.IN_SESSION, on=date(2026, 2, 28))
    meeting = stored(workspace, key)
    assert meeting.starts_at == datetime(2026, 2, 28, 1, 30, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    sheet, _ = meetings.show_sheet(workspace, meeting_id=key)
    assert (sheet.starts_time, sheet.ends_time) == (time(9, 30), time(17))


def test_a_meeting_cannot_close_before_it_was_opened(
    workspace: Workspace, key: UUID, unchanged: Unchanged
) -> None:
    take(workspace, key, S.DATES_AGREED, S.CONVENED)
    meetings.change_status(workspace, meeting_id=key, status=S.IN_SESSION, on=PLANNED)
    with unchanged(), pytest.raises(NotReady, match="cannot end before it started") as caught:
        meetings.change_status(workspace, meeting_id=key, status=S.CLOSED, on=date(2026, 2, 25))
    assert caught.value.field == "on"


def test_interrupting_and_going_on_need_reasons_and_are_both_kept(
    workspace: Workspace, key: UUID, unchanged: Unchanged
) -> None:
    take(workspace, key, S.DATES_AGREED, S.CONVENED, S.IN_SESSION)
    with unchanged(), pytest.raises(ReasonMissing):
        meetings.change_status(workspace, meeting_id=key, status=S.SUSPENDED)
    meetings.change_status(workspace, meeting_id=key, status=S.SUSPENDED, reason="No quorum")
    (resume, close) = meetings.show(workspace, meeting_id=key).next_steps
    assert (resume.is_resumption, resume.needs_reason) == (True, True)
    assert (close.status, close.is_resumption) == (S.CLOSED, False)
    meetings.change_status(workspace, meeting_id=key, status=S.IN_SESSION, reason="Quorum again")
    reasons = [step.reason for step in meetings.show(workspace, meeting_id=key).history]
    assert reasons[-2:] == ["No quorum", "Quorum again"]


def test_the_record_is_agreed_only_with_minutes_that_both_sides_approved(
    workspace: Workspace, world: World
) -> None:
    with pytest.raises(NotReady, match="it has no minutes"):
        take(workspace, world.meeting, S.RECORD_AGREED)
    minutes_id = open_minutes(workspace, world.meeting, "Both sides agreed.")
    with pytest.raises(NotReady, match="not approved"):
        take(workspace, world.meeting, S.RECORD_AGREED)
    take_minutes_to(workspace, minutes_id, MinutesStatus.APPROVED)
    take(workspace, world.meeting, S.RECORD_AGREED, S.ARCHIVED)
    assert stored(workspace, world.meeting).status is S.ARCHIVED


def test_a_postponed_meeting_keeps_its_number_and_its_planned_dates(
    workspace: Workspace, key: UUID
) -> None:
    take(workspace, key, S.POSTPONED)
    meeting = stored(workspace, key)
    assert (meeting.ordinal, meeting.planned_starts_on) == (2, PLANNED)
    sheet, _ = meetings.show_sheet(workspace, meeting_id=key)
    later = replace(sheet, planned_starts_on=date(2026, 9, 1), planned_ends_on=None)
    meetings.change(workspace, meeting_id=key, sheet=later)
    take(workspace, key, S.DATES_AGREED)
    assert stored(workspace, key).first_day == date(2026, 9, 1)


def test_the_day_a_side_agreed_stands_at_the_step_of_the_record(
    workspace: Workspace, world: World
) -> None:
    _approve_minutes(workspace, world)
    days = {step.key: step.on for step in meetings.show(workspace, meeting_id=world.meeting).steps}
    assert days["drafted"] == NOW.date()


def _approve_minutes(workspace: Workspace, world: World) -> None:
    minutes_id = open_minutes(workspace, world.meeting, "Both sides agreed.")
    take_minutes_to(workspace, minutes_id, MinutesStatus.APPROVED)
