"""Writes what a calendar shows as a file for other calendars.

Apart from reading, because the library that writes such files takes long to import.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.errors import Misfortune
from app.exchange.calendar_file import CalendarEntry, Standing, write_calendar
from app.services import disk
from app.services.calendar_view.sheets import OFF, Deadline, MeetingRow, read
from app.store.workspace import Workspace


class NothingShown(Misfortune):
    """A calendar file was asked for of days on which there is nothing."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing in the days that are shown, so there is nothing to save.",
            "Turn to other days first.",
        )


def save(
    workspace: Workspace,
    *,
    body_id: UUID,
    first: date,
    last: date,
    path: Path,
    language: str = "en",
) -> Path:
    """Write the meetings and deadlines between two days as a calendar file; return its path.

    Raises:
        NothingShown: if there are none.
        FileNotWritten: naming the file and the reason.
    """
    sheet = read(workspace, body_id=body_id, first=first, last=last, language=language)
    entries = [
        *(_meeting_entry(row) for row in sheet.meetings if _touches(row, first, last)),
        *(_deadline_entry(each) for each in sheet.deadlines if first <= each.day <= last),
    ]
    if not entries:
        raise NothingShown
    content = write_calendar(entries, name=sheet.body, stamp=workspace.clock.now())
    return disk.write_file(path, content)


def _touches(row: MeetingRow, first: date, last: date) -> bool:
    begins = row.starts_on
    return begins is not None and begins <= last and (row.ends_on or begins) >= first


def _meeting_entry(row: MeetingRow) -> CalendarEntry:
    assert row.starts_on is not None
    standing = Standing.TENTATIVE if row.dates_are_planned else Standing.CONFIRMED
    if row.status in OFF:
        standing = Standing.CANCELLED
    return CalendarEntry(
        uid=f"{row.id}-days",
        sequence=0,
        summary=" · ".join(part for part in (row.code, row.title) if part),
        first_day=row.starts_on,
        last_day=row.ends_on or row.starts_on,
        location=row.place,
        description=f"Host: {row.host.name}" if row.host else "",
        standing=standing,
    )


def _deadline_entry(deadline: Deadline) -> CalendarEntry:
    done = "Done: " if deadline.is_done else ""
    side = deadline.side.name if deadline.side else "All sides"
    return CalendarEntry(
        uid=deadline.key,
        sequence=deadline.version,
        summary=": ".join(part for part in (deadline.about, f"{done}{deadline.title}") if part),
        first_day=deadline.day,
        last_day=deadline.day,
        description="\n".join(part for part in (side, deadline.rule) if part),
        is_free=True,
    )
