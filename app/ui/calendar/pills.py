"""Works out where meetings stand on the timeline: on the line of their host, on their day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import dates, phrases
from app.ui.calendar import words

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet, MeetingRow

_OVER = frozenset({"closed", "record-agreed", "archived"})
_MID_MONTH = 15


@dataclass(frozen=True)
class Pill:
    """A meeting on the timeline.

    Attributes:
        line: The line of its host, counted from the top; the last is for no host.
        told: All of it in a sentence.
        record: What it leads to; ``None`` for one that nobody has planned yet.
    """

    day: date
    line: int
    name: str
    when: str
    hue: str
    told: str
    record: tuple[str, UUID] | None = None
    is_held: bool = False
    is_online: bool = False


def lay_out(sheet: "CalendarSheet", first: date, last: date) -> tuple[Pill, ...]:
    """Return the meetings between two days, from left to right."""
    lines = {side.id: place for place, side in enumerate(sheet.sides)}
    pills = [
        _meeting(row, lines)
        for row in sheet.meetings
        if row.starts_on is not None and first <= row.starts_on <= last
    ]
    for each in sheet.outlook:
        day = date(each.year, each.month, _MID_MONTH)
        if first <= day <= last:
            told = QCoreApplication.translate(
                "Calendar", "{year}: {host} by rotation, nothing planned yet"
            ).format(year=each.year, host=each.host.name)
            line = lines[each.host.id]
            pills.append(Pill(day, line, each.host.code, str(each.year), "neutral", told))
    return tuple(sorted(pills, key=lambda pill: pill.day))


def _meeting(row: "MeetingRow", lines: dict[UUID, int]) -> Pill:
    assert row.starts_on is not None
    host = row.host.id if row.host is not None else None
    status = phrases.say("meeting status", row.status)
    host_name = row.host.name if row.host is not None else ""
    told = (words.short_name(row), words.say_days(row), host_name, row.place, status)
    is_one_day = row.ends_on is None or row.ends_on == row.starts_on
    return Pill(
        day=row.starts_on,
        line=lines.get(host, len(lines)) if host is not None else len(lines),
        name=words.short_name(row)[:18],
        when=dates.short_day(row.starts_on) if is_one_day else _short_days(row),
        hue=phrases.hue("meeting status", row.status),
        told=" · ".join(part for part in told if part),
        record=("meeting", row.id),
        is_held=str(row.status.value) in _OVER,
        is_online=host not in lines,
    )


def _short_days(row: "MeetingRow") -> str:
    assert row.starts_on is not None
    assert row.ends_on is not None
    if row.starts_on.month == row.ends_on.month:
        return f"{row.starts_on.day}–{dates.short_day(row.ends_on)}"
    return f"{dates.short_day(row.starts_on)} – {dates.short_day(row.ends_on)}"
