"""Writes the days by which action items are owed as a calendar file."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.action import ActionStatus
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.exchange.calendar_file import CalendarEntry, write_calendar
from app.services import disk
from app.services.parties import our_today_in
from app.store.queries.follow_up import FollowUpRow, list_follow_up
from app.store.workspace import Workspace


class NoDays(Misfortune):
    """A calendar file was asked for of action items that have no day."""

    def __init__(self) -> None:
        super().__init__(
            "None of these action items has a day by which it is due.",
            "Give them a day, or enter the dates of the next meeting.",
        )


def save_calendar(
    workspace: Workspace,
    *,
    body_id: UUID,
    path: Path,
    action_ids: Collection[UUID] = (),
    language: str = "en",
) -> Path:
    """Write when action items are due as a calendar file; return its path.

    Args:
        workspace: The workspace.
        body_id: The body.
        path: The file.
        action_ids: Which of them; all that are not dropped for none.
        language: The language of their words.

    Raises:
        NoDays: if none of them has a day.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        body = reader.get(Body, body_id)
        name = in_language(body.short_names, language) or in_language(body.names, language)
        rows = list_follow_up(
            reader, body_id=body_id, language=language, today=our_today_in(reader, workspace)
        )
    wanted = [row for row in rows if not action_ids or row.id in action_ids]
    entries = [
        _entry(row, row.last_day, name)
        for row in wanted
        if row.last_day and row.status != ActionStatus.DROPPED
    ]
    if not entries:
        raise NoDays
    content = write_calendar(entries, name=name, stamp=workspace.clock.now())
    return disk.write_file(path, content)


def _entry(row: FollowUpRow, day: date, name: str) -> CalendarEntry:
    done = "Done: " if row.status == ActionStatus.DONE else ""
    side = row.side.name if row.side else "All sides"
    told = (side, row.responsible, row.due_words, row.last)
    return CalendarEntry(
        uid=str(row.id),
        sequence=row.version - 1,
        summary=f"{name} {row.code}: {done}{row.text}",
        first_day=day,
        last_day=day,
        description="\n".join(part for part in told if part),
        is_free=True,
    )
