from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.errors import InvalidValue
from app.domain.meeting import Meeting
from app.domain.preparation import PreparationTask
from app.services import bodies, holidays, meetings, parties, preparation
from app.services.meetings import MeetingStatus
from app.services.preparation import OffsetAnchor, OffsetDraft, TaskDraft, TaskRow, TaskSide
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, a_party, key_of
from tests.services.conftest import Unchanged

START = date(2026, 5, 12)  # a Tuesday
BEFORE, AFTER = OffsetAnchor.BEFORE_START, OffsetAnchor.AFTER_END
TERMS = (
    OffsetDraft({"en": "Notice of the dates"}, BEFORE, 56, TaskSide.HOST, precedent="7/CMA.4"),
    OffsetDraft({"en": "Attendance confirmed"}, BEFORE, 28, TaskSide.GUESTS),
    OffsetDraft({"en": "Documents sent"}, BEFORE, 16),
    OffsetDraft({"en": "Signed copies exchanged"}, AFTER, 14),
)


@pytest.fixture
def terms(workspace: Workspace, world: World) -> None:
    preparation.save_offsets(workspace, body_id=world.body, drafts=TERMS)


@pytest.fixture
def meeting(workspace: Workspace, world: World, terms: None) -> UUID:
    draft = a_meeting(
        world.body,
        ordinal=2,
        planned_starts_on=START,
        planned_ends_on=date(2026, 5, 13),
        host_party_id=world.korea,
    )
    return key_of(meetings.plan(workspace, draft))


def listed(workspace: Workspace, meeting: UUID) -> dict[str, TaskRow]:
    rows = preparation.list_for_meeting(workspace, meeting_id=meeting)
    return {row.title: row for row in rows}


def move(workspace: Workspace, meeting: UUID, by: int) -> None:
    sheet, _ = meetings.show_sheet(workspace, meeting_id=meeting)
    assert sheet.planned_starts_on is not None
    assert sheet.planned_ends_on is not None
    days = timedelta(days=by)
    moved = replace(
        sheet,
        planned_starts_on=sheet.planned_starts_on + days,
        planned_ends_on=sheet.planned_ends_on + days,
    )
    meetings.change(workspace, meeting_id=meeting, sheet=moved)


def test_planning_a_meeting_works_its_list_back_from_the_date(
    workspace: Workspace, meeting: UUID
) -> None:
    rows = preparation.list_for_meeting(workspace, meeting_id=meeting)
    assert [(row.title, row.due_on, row.side.code if row.side else "") for row in rows] == [
        ("Notice of the dates", date(2026, 3, 17), "KR"),
        ("Attendance confirmed", date(2026, 4, 14), "MN"),
        ("Documents sent", date(2026, 4, 26), ""),
        ("Signed copies exchanged", date(2026, 5, 27), ""),
    ]
    assert (rows[0].anchor, rows[0].days, rows[0].precedent) == (BEFORE, 56, "7/CMA.4")


def test_a_meeting_that_was_held_gets_no_list(workspace: Workspace, world: World) -> None:
    preparation.save_offsets(workspace, body_id=world.body, drafts=TERMS)
    assert preparation.list_for_meeting(workspace, meeting_id=world.meeting) == ()


def test_a_meeting_without_dates_gets_a_list_without_days(
    workspace: Workspace, world: World, terms: None
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    assert {row.due_on for row in listed(workspace, key).values()} == {None}


def test_the_list_follows_the_dates_but_for_what_is_fixed_or_done(
    workspace: Workspace, meeting: UUID
) -> None:
    tasks = listed(workspace, meeting)
    preparation.change_task(
        workspace,
        task_id=tasks["Attendance confirmed"].id,
        draft=TaskDraft({"en": "Attendance confirmed"}, due_on=date(2026, 4, 1)),
    )
    preparation.mark_done(workspace, task_ids=[tasks["Notice of the dates"].id])
    move(workspace, meeting, 7)
    moved = listed(workspace, meeting)
    assert moved["Notice of the dates"].due_on == date(2026, 3, 17)
    assert moved["Attendance confirmed"].due_on == date(2026, 4, 1)
    assert moved["Attendance confirmed"].is_fixed
    assert moved["Documents sent"].due_on == date(2026, 5, 3)


def test_another_host_takes_over_the_tasks_of_the_host(
    workspace: Workspace, world: World, meeting: UUID
) -> None:
    sheet, _ = meetings.show_sheet(workspace, meeting_id=meeting)
    hosted = replace(sheet, host_party_id=world.mongolia)
    meetings.change(workspace, meeting_id=meeting, sheet=hosted)
    sides = {title: row.side.code if row.side else "" for title, row in
             listed(workspace, meeting).items()}  # fmt: skip
    assert (sides["Notice of the dates"], sides["Attendance confirmed"]) == ("MN", "KR")


def test_the_tasks_of_several_guests_are_everybodys(
    workspace: Workspace, world: World, terms: None
) -> None:
    japan = key_of(parties.register(workspace, a_party(code="JP", names={"en": "Japan"})))
    bodies.seat_party(workspace, body_id=world.body, party_id=japan)
    draft = a_meeting(world.body, ordinal=2, planned_starts_on=START, host_party_id=japan)
    key = key_of(meetings.plan(workspace, draft))
    assert listed(workspace, key)["Attendance confirmed"].side is None


def test_a_day_off_of_either_side_is_said_with_the_working_day_before(
    workspace: Workspace, world: World, meeting: UUID
) -> None:
    holidays.save_calendar(
        workspace, party_id=world.mongolia, weekend=(6, 7), lines="2026-04-24 Soldiers' Day"
    )
    sunday = listed(workspace, meeting)["Documents sent"]
    assert [(each.side, each.why) for each in sunday.closures] == [
        ("KR", "weekend"), ("MN", "weekend"),
    ]  # fmt: skip
    assert sunday.working_day == date(2026, 4, 23)
    tuesday = listed(workspace, meeting)["Attendance confirmed"]
    assert (tuesday.closures, tuesday.working_day) == ((), None)


def test_a_province_keeps_the_holidays_of_its_state(workspace: Workspace, world: World) -> None:
    holidays.save_calendar(
        workspace, party_id=world.korea, weekend=(6, 7), lines="2026-04-14 Election"
    )
    draft = a_party(code="KR-47", kind="province", parent_id=world.korea, names={"en": "Gyeongbuk"})
    province = key_of(parties.register(workspace, draft))
    bodies.seat_party(workspace, body_id=world.body, party_id=province)
    preparation.save_offsets(workspace, body_id=world.body, drafts=TERMS)
    key = key_of(
        meetings.plan(workspace, a_meeting(world.body, ordinal=2, planned_starts_on=START))
    )
    closures = listed(workspace, key)["Attendance confirmed"].closures
    assert [(each.side, each.name) for each in closures] == [
        ("KR", "Election"), ("KR-47", "Election"),
    ]  # fmt: skip


def test_what_should_be_done_by_now_is_late(
    workspace: Workspace, world: World, meeting: UUID, clock: FixedClock
) -> None:
    assert not any(row.is_late for row in listed(workspace, meeting).values())
    clock.instant += timedelta(days=16)  # 18 March, the day after the notice was due
    late = listed(workspace, meeting)["Notice of the dates"]
    assert (late.is_late, late.days_late) == (True, 1)
    (row,) = [
        row for row in meetings.list_for_body(workspace, body_id=world.body) if row.id == meeting
    ]
    assert (row.tasks.done, row.tasks.total, row.tasks.late) == (0, 4, 1)
    preparation.mark_done(workspace, task_ids=[late.id])
    assert meetings.show(workspace, meeting_id=meeting).row.tasks.late == 0


def test_our_own_calendar_says_which_day_it_is(
    workspace: Workspace, world: World, meeting: UUID, clock: FixedClock
) -> None:
    clock.instant += timedelta(days=15, hours=4)  # 17 March 16:00 in UTC, 18 March in Seoul
    assert listed(workspace, meeting)["Notice of the dates"].days_late == 0
    parties.choose_our_side(workspace, party_id=world.korea)
    assert listed(workspace, meeting)["Notice of the dates"].days_late == 1


def test_nothing_is_late_for_a_meeting_that_is_put_off(
    workspace: Workspace, meeting: UUID, clock: FixedClock
) -> None:
    clock.instant += timedelta(days=60)
    meetings.change_status(
        workspace, meeting_id=meeting, status=MeetingStatus.POSTPONED, reason="Elections"
    )
    assert meetings.show(workspace, meeting_id=meeting).row.tasks.late == 0


def test_done_says_when_and_by_whom_and_can_be_taken_back(
    workspace: Workspace, meeting: UUID
) -> None:
    task = listed(workspace, meeting)["Documents sent"]
    preparation.mark_done(workspace, task_ids=[task.id])
    done = listed(workspace, meeting)["Documents sent"]
    assert (done.done_on, done.done_by) == (date(2026, 3, 2), "Bat")
    preparation.mark_done(workspace, task_ids=[task.id], on=date(2026, 2, 1), by="Cho Gye-yeon")
    done = listed(workspace, meeting)["Documents sent"]
    assert (done.done_on, done.done_by) == (date(2026, 2, 1), "Cho Gye-yeon")
    preparation.mark_not_done(workspace, task_ids=[task.id])
    assert listed(workspace, meeting)["Documents sent"].done_on is None


def test_a_task_of_its_own_stays_where_it_was_put(workspace: Workspace, meeting: UUID) -> None:
    draft = TaskDraft({"en": "Book the interpreter"}, due_on=date(2026, 4, 1), note="Ms Kim")
    preparation.add_task(workspace, meeting_id=meeting, draft=draft)
    move(workspace, meeting, 30)
    task = listed(workspace, meeting)["Book the interpreter"]
    assert (task.due_on, task.note, task.anchor) == (date(2026, 4, 1), "Ms Kim", None)
    preparation.remove_tasks(workspace, task_ids=[task.id])
    assert "Book the interpreter" not in listed(workspace, meeting)


def test_new_terms_reach_the_meetings_that_are_ahead(
    workspace: Workspace, world: World, meeting: UUID
) -> None:
    kept = preparation.list_offsets(workspace, body_id=world.body)
    drafts = [
        OffsetDraft({"en": "Notice sent"}, BEFORE, 42, TaskSide.HOST, id=kept[0].id),
        OffsetDraft({"en": "Visas"}, BEFORE, 10, TaskSide.PARTY, world.mongolia),
        OffsetDraft(kept[3].titles, kept[3].anchor, kept[3].days, id=kept[3].id),
    ]
    preparation.save_offsets(workspace, body_id=world.body, drafts=drafts)
    tasks = listed(workspace, meeting)
    assert tasks.keys() == {"Notice sent", "Visas", "Signed copies exchanged"}
    assert tasks["Notice sent"].due_on == date(2026, 3, 31)
    side = tasks["Visas"].side
    assert side is not None
    assert side.code == "MN"


def test_what_was_done_stays_on_the_list_when_its_term_goes(
    workspace: Workspace, world: World, meeting: UUID
) -> None:
    done = listed(workspace, meeting)["Documents sent"]
    preparation.mark_done(workspace, task_ids=[done.id])
    preparation.save_offsets(workspace, body_id=world.body, drafts=())
    assert listed(workspace, meeting).keys() == {"Documents sent"}


def test_terms_keep_their_order_and_their_keys(workspace: Workspace, world: World) -> None:
    preparation.save_offsets(workspace, body_id=world.body, drafts=TERMS)
    rows = preparation.list_offsets(workspace, body_id=world.body)
    drafts = [
        OffsetDraft(row.titles, row.anchor, row.days, row.side, precedent=row.precedent, id=row.id)
        for row in reversed(rows)
    ]
    preparation.save_offsets(workspace, body_id=world.body, drafts=drafts)
    assert preparation.list_offsets(workspace, body_id=world.body) == rows[::-1]


def test_the_usual_terms_say_where_they_are_laid_down() -> None:
    usual = preparation.usual_offsets()
    assert len(usual) == 11
    assert all(draft.titles["en"] for draft in usual)
    assert sum(bool(preset.precedent) for preset in preparation.list_presets()) > 10


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (OffsetDraft({"en": " "}, BEFORE, 1), "Task 1 has no name"),
        (OffsetDraft({"en": "X"}, BEFORE, -1), "from 0 to"),
        (OffsetDraft({"en": "X"}, BEFORE, 10**6), "from 0 to"),
        (OffsetDraft({"en": "X"}, BEFORE, 1, TaskSide.PARTY), "choose the party"),
    ],
)
def test_a_term_that_says_nothing_or_cannot_be_counted_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged, draft: OffsetDraft, sentence: str
) -> None:
    with unchanged(), pytest.raises(InvalidValue) as caught:
        preparation.save_offsets(workspace, body_id=world.body, drafts=(draft,))
    assert sentence in caught.value.problems[0][1]


def test_a_task_without_a_name_is_refused(
    workspace: Workspace, meeting: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(InvalidValue):
        preparation.add_task(workspace, meeting_id=meeting, draft=TaskDraft({}))


def test_the_list_goes_with_its_meeting(workspace: Workspace, meeting: UUID) -> None:
    with workspace.write("Delete meeting") as work:
        work.delete(work.get(Meeting, meeting))
        work.commit()
    with workspace.read() as reader:
        assert reader.find(PreparationTask) == []
