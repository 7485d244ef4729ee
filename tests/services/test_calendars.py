from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from app.domain.meeting import Meeting, MeetingMode
from app.services import actions, calendars, meetings, preparation
from app.services.calendars import NoDeadlines, NoMeetingDates
from app.services.disk import FileNotWritten
from app.services.meetings import MeetingStatus
from app.services.preparation import OffsetAnchor, OffsetDraft, TaskDraft
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, an_action, key_of

DAY = date(2026, 5, 12)


@pytest.fixture
def meeting(workspace: Workspace, world: World) -> UUID:
    terms = (OffsetDraft({"en": "Documents sent"}, OffsetAnchor.BEFORE_START, 16),)
    preparation.save_offsets(workspace, body_id=world.body, drafts=terms)
    draft = a_meeting(
        world.body, ordinal=2, code="JWG-2", titles={"en": "Second meeting"},
        planned_starts_on=DAY, host_party_id=world.mongolia, venues={"en": "Hall 3"},
    )  # fmt: skip
    return key_of(meetings.plan(workspace, draft))


def change(workspace: Workspace, key: UUID, **fields: object) -> None:
    sheet, _ = meetings.show_sheet(workspace, meeting_id=key)
    meetings.change(workspace, meeting_id=key, sheet=replace(sheet, **fields))  # type: ignore[arg-type]


def events(path: Path) -> list:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_a_meeting_is_written_with_its_place_and_the_clocks_of_the_other_side(
    workspace: Workspace, meeting: UUID, tmp_path: Path
) -> None:
    change(workspace, meeting, starts_time=time(9, 30), ends_time=time(17))
    path = calendars.save_meeting(workspace, meeting_id=meeting, path=tmp_path / "JWG-2.ics")
    (event,) = events(path)
    assert event["SUMMARY"] == "JWG-2 · Second meeting"
    assert event.start == datetime(2026, 5, 12, 9, 30, tzinfo=ZoneInfo("Asia/Ulaanbaatar"))
    assert event["LOCATION"] == "Hall 3, Ulaanbaatar"
    assert event["STATUS"] == "TENTATIVE"
    assert event["DESCRIPTION"].split("\n")[1:] == [
        "Host: Mongolia", "Republic of Korea: 2026-05-12 10:30–18:00 (Asia/Seoul)",
    ]  # fmt: skip
    with workspace.read() as reader:
        stored = reader.get(Meeting, meeting)
    assert (event["UID"], event["SEQUENCE"]) == (stored.ical_uid, stored.ical_sequence)


def test_hours_that_are_not_known_make_whole_days(
    workspace: Workspace, meeting: UUID, tmp_path: Path
) -> None:
    path = calendars.save_meeting(workspace, meeting_id=meeting, path=tmp_path / "m.ics")
    (event,) = events(path)
    assert (event.start, event.end) == (DAY, date(2026, 5, 13))


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (MeetingStatus.DATES_AGREED, "CONFIRMED"),
        (MeetingStatus.POSTPONED, "CANCELLED"),
        (MeetingStatus.CANCELLED, "CANCELLED"),
    ],
)
def test_how_sure_the_date_is_follows_the_state(
    workspace: Workspace, meeting: UUID, tmp_path: Path, status: MeetingStatus, standing: str
) -> None:
    meetings.change_status(workspace, meeting_id=meeting, status=status, reason="Elections")
    path = calendars.save_meeting(workspace, meeting_id=meeting, path=tmp_path / "m.ics")
    (event,) = events(path)
    assert event["STATUS"] == standing
    assert event["SEQUENCE"] == 1
    assert ("Elections" in event["DESCRIPTION"]) == (standing == "CANCELLED")


def test_an_online_meeting_says_where_it_counts_as_held(
    workspace: Workspace, meeting: UUID, tmp_path: Path
) -> None:
    change(workspace, meeting, mode=MeetingMode.ONLINE, deemed_place="Seoul")
    path = calendars.save_meeting(workspace, meeting_id=meeting, path=tmp_path / "m.ics")
    (event,) = events(path)
    assert event["LOCATION"] == "Online (counts as held in Seoul)"


def test_what_is_due_is_written_as_whole_days_that_block_nothing(
    workspace: Workspace, world: World, meeting: UUID, tmp_path: Path
) -> None:
    draft = an_action(world.body, origin_meeting_id=meeting, due_on=date(2026, 12, 1))
    actions.assign(workspace, draft)
    rows = preparation.list_for_meeting(workspace, meeting_id=meeting)
    path = calendars.save_deadlines(workspace, meeting_id=meeting, path=tmp_path / "d.ics")
    task, action = events(path)
    assert (task["SUMMARY"], task.start, task["TRANSP"]) == (
        "JWG-2: Documents sent", date(2026, 4, 26), "TRANSPARENT",
    )  # fmt: skip
    assert task["UID"] == str(rows[0].id)
    assert "closed in KR" in task["DESCRIPTION"]
    assert action["SUMMARY"] == "JWG-2: Send the draft"
    preparation.mark_done(workspace, task_ids=[rows[0].id])
    path = calendars.save_deadlines(workspace, meeting_id=meeting, path=tmp_path / "d.ics")
    done = events(path)[0]
    assert done["SUMMARY"] == "JWG-2: Done: Documents sent"
    assert done["SEQUENCE"] > task["SEQUENCE"]


def test_writing_again_gives_the_same_bytes(
    workspace: Workspace, meeting: UUID, tmp_path: Path
) -> None:
    one = calendars.save_deadlines(workspace, meeting_id=meeting, path=tmp_path / "1.ics")
    two = calendars.save_deadlines(workspace, meeting_id=meeting, path=tmp_path / "2.ics")
    assert one.read_bytes() == two.read_bytes()


def test_a_meeting_without_dates_has_nothing_to_write(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    with pytest.raises(NoMeetingDates):
        calendars.save_meeting(workspace, meeting_id=key, path=tmp_path / "m.ics")
    with pytest.raises(NoDeadlines):
        calendars.save_deadlines(workspace, meeting_id=key, path=tmp_path / "d.ics")
    assert list(tmp_path.glob("*.ics")) == []


def test_a_task_without_a_day_is_left_out(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    preparation.add_task(workspace, meeting_id=world.meeting, draft=TaskDraft({"en": "Some day"}))
    with pytest.raises(NoDeadlines):
        calendars.save_deadlines(workspace, meeting_id=world.meeting, path=tmp_path / "d.ics")


def test_a_file_that_cannot_be_written_is_named(
    workspace: Workspace, meeting: UUID, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileNotWritten, match=r"m\.ics"):
        calendars.save_meeting(workspace, meeting_id=meeting, path=tmp_path / "file" / "m.ics")


def test_the_name_that_is_suggested_can_stand_on_every_disk(
    workspace: Workspace, meeting: UUID
) -> None:
    assert calendars.suggest_name(workspace, meeting_id=meeting) == "JWG-2.ics"
    change(workspace, meeting, code='A/B:C*"<>|' + "x" * 200)
    name = calendars.suggest_name(workspace, meeting_id=meeting, deadlines=True)
    assert len(name) <= 104
    assert not set(name) & set('\\/:*?"<>|')
