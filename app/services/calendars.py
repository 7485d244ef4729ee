"""Verbs for calendar files: a meeting, or its deadlines, to be imported by other programs."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.action import ActionItem
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting, MeetingMode, MeetingStatus
from app.domain.names import in_language
from app.domain.preparation import PreparationTask
from app.domain.zones import is_zone
from app.exchange.calendar_file import CalendarEntry, Standing, write_calendar
from app.services import disk
from app.services.meeting_sheet import read_sheet
from app.services.parties import our_today_in
from app.store.queries.actions import ActionRow, list_for_meeting
from app.store.queries.meetings import MeetingDetail, show_meeting
from app.store.queries.preparation import TaskRow, list_tasks
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["NoDeadlines", "NoMeetingDates", "save_deadlines", "save_meeting", "suggest_name"]

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
_LONGEST = 100
# One that is put off is taken out of calendars: its day is free again, and a new one is not agreed.
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})


class NoMeetingDates(Misfortune):
    """A calendar file was asked for of a meeting that has no dates."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” has no dates yet, so there is nothing to put into a calendar.",
            "Enter the planned dates of the meeting first.",
        )


class NoDeadlines(Misfortune):
    """A calendar file of deadlines was asked for where there are none."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” has no deadlines: nothing in its preparation or follow-up has a day.",
            "Give a task of the preparation list a day first.",
        )


def suggest_name(workspace: Workspace, *, meeting_id: UUID, deadlines: bool = False) -> str:
    """Return the name of a calendar file, such as ``JWG-2 deadlines.ics``."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
    title = meeting.code or in_language(meeting.titles, "en")
    name = " ".join(f"{title}{' deadlines' if deadlines else ''}".split())
    return f"{name.translate(_FORBIDDEN)[:_LONGEST].strip('. ')}.ics"


def save_meeting(
    workspace: Workspace, *, meeting_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write a meeting as a calendar file; return its path.

    Raises:
        NoMeetingDates: if it has no dates.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        detail = show_meeting(reader, meeting_id=meeting_id, language=language, today=today)
        entry = _meeting_entry(reader.get(Meeting, meeting_id), detail)
    content = write_calendar([entry], name=detail.body_name, stamp=workspace.clock.now())
    return disk.write_file(path, content)


def save_deadlines(
    workspace: Workspace, *, meeting_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write what is due before and after a meeting as a calendar file; return its path.

    Raises:
        NoDeadlines: if nothing has a day on which it is due.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        meeting = reader.get(Meeting, meeting_id)
        title = meeting.code or in_language(meeting.titles, language)
        tasks = list_tasks(reader, meeting_id=meeting_id, language=language, today=today)
        actions = list_for_meeting(reader, meeting_id=meeting_id, language=language, today=today)
        entries = [
            *_task_entries(reader, tasks, title),
            *_action_entries(reader, actions, title),
        ]
    if not entries:
        raise NoDeadlines(in_language(meeting.titles, language) or title)
    content = write_calendar(entries, name=title, stamp=workspace.clock.now())
    return disk.write_file(path, content)


def _meeting_entry(meeting: Meeting, detail: MeetingDetail) -> CalendarEntry:
    sheet = read_sheet(meeting)
    first, last = sheet.first_day, sheet.last_day
    if first is None or last is None:
        raise NoMeetingDates(detail.row.title or detail.row.code)
    standing = Standing.CONFIRMED
    if meeting.status in _OFF:
        standing = Standing.CANCELLED
    elif meeting.status is MeetingStatus.PROPOSED:
        standing = Standing.TENTATIVE
    return CalendarEntry(
        uid=meeting.ical_uid,
        sequence=meeting.ical_sequence,
        summary=" · ".join(part for part in (detail.row.code, detail.row.title) if part),
        first_day=first,
        last_day=last,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=meeting.zone if meeting.zone and is_zone(meeting.zone) else "",
        location=_location(meeting, detail),
        description="\n".join(_description(meeting, detail)),
        standing=standing,
    )


def _location(meeting: Meeting, detail: MeetingDetail) -> str:
    place = ", ".join(part for part in (detail.venue, detail.row.place) if part)
    if meeting.mode is MeetingMode.ONLINE:
        deemed = meeting.deemed_place or place
        return f"Online (counts as held in {deemed})" if deemed else "Online"
    return place


def _description(meeting: Meeting, detail: MeetingDetail) -> Iterator[str]:
    yield detail.body_name
    if detail.row.host is not None:
        yield f"Host: {detail.row.host.name}"
    if meeting.starts_at is not None:
        for zone, party in detail.other_clocks:
            yield f"{party}: {_hours(meeting.starts_at, meeting.ends_at, zone)}"
    if meeting.status in _OFF and meeting.status_reason:
        yield f"{meeting.status.value.capitalize()}: {meeting.status_reason}"


def _hours(starts_at: datetime, ends_at: datetime | None, zone: str) -> str:
    shown = f"{starts_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    until = f"–{ends_at.astimezone(ZoneInfo(zone)):%H:%M}" if ends_at else ""
    return f"{shown}{until} ({zone})"


def _task_entries(
    reader: Reader, tasks: tuple[TaskRow, ...], title: str
) -> Iterator[CalendarEntry]:
    for task in tasks:
        if task.due_on is None:
            continue
        side = task.side.name if task.side else "All sides"
        done = f"Done: {task.title}" if task.done_on else task.title
        closed = "; ".join(f"closed in {closure.side}" for closure in task.closures)
        lines = (side, closed, task.precedent, task.note)
        yield CalendarEntry(
            uid=str(task.id),
            sequence=reader.get(PreparationTask, task.id).row_version - 1,
            summary=f"{title}: {done}",
            first_day=task.due_on,
            last_day=task.due_on,
            description="\n".join(line for line in lines if line),
            is_free=True,
        )


def _action_entries(
    reader: Reader, actions: tuple[ActionRow, ...], title: str
) -> Iterator[CalendarEntry]:
    for action in actions:
        if action.due_on is None or action.status == "dropped":
            continue
        side = action.side.name if action.side else "All sides"
        done = "Done: " if action.status == "done" else ""
        yield CalendarEntry(
            uid=str(action.id),
            sequence=reader.get(ActionItem, action.id).row_version - 1,
            summary=f"{title}: {done}{action.text}",
            first_day=action.due_on,
            last_day=action.due_on,
            description="\n".join(part for part in (side, action.organisation) if part),
            is_free=True,
        )
