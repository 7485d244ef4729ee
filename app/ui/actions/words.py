"""Puts into words what is said of action items: whose, due when, where from, how they stand."""

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.action import BoardColumn
from app.ui import dates, phrases

if TYPE_CHECKING:
    from app.services.follow_up.sheets import FollowUpRow, LineRow
    from app.services.parties import PartyChip

_SOON_DAYS = 14
WITH_OTHER = "with-other"
ICONS = {
    BoardColumn.TO_DO: ("circle", "text2"),
    BoardColumn.IN_PROGRESS: ("circle-dot", "accent"),
    BoardColumn.WITH_OTHER: ("message-square", "violet"),
    BoardColumn.DONE: ("circle-check", "ok"),
}


def say_column(column: BoardColumn) -> str:
    """Return the heading of a column."""
    return {
        BoardColumn.TO_DO: _say("To do"),
        BoardColumn.IN_PROGRESS: _say("In progress"),
        BoardColumn.WITH_OTHER: _say("With the other side"),
        BoardColumn.DONE: _say("Done"),
    }[column]


def say_side(side: "PartyChip | None") -> str:
    """Return whose an action item is, such as “Korean side”."""
    if side is None:
        return _say("All sides")
    return _say("{adjective} side").format(adjective=side.adjective)


def side_hue(side: "PartyChip | None") -> str:
    """Return the hue of the chip of a side."""
    return phrases.party_hue(side.seat) if side is not None else "neutral"


def say_status(row: "FollowUpRow") -> str:
    """Return how an action item stands."""
    if row.column is BoardColumn.WITH_OTHER:
        return _say("With the other side")
    return phrases.say("action status", row.status)


def say_line_status(line: "LineRow") -> str:
    """Return how an action item stood after a line."""
    if line.with_other:
        return _say("With the other side")
    return phrases.say("action status", line.status)


def status_hue(row: "FollowUpRow") -> str:
    """Return the hue of the chip that says how an action item stands."""
    if row.column is BoardColumn.WITH_OTHER:
        return "violet"
    return phrases.hue("action status", row.status)


def say_origin(row: "FollowUpRow") -> str:
    """Return where an action item comes from: “JWG-1 item 3”, “2/JWG-1”."""
    if row.decision:
        return row.decision
    if row.meeting and row.item:
        return _say("{meeting} item {item}").format(meeting=row.meeting, item=row.item)
    return row.meeting


def say_head(row: "FollowUpRow") -> str:
    """Return the small first line of a card."""
    if row.column is BoardColumn.DONE and row.closed_on:
        how = _say("dropped {day}") if row.status == "dropped" else _say("closed {day}")
        return f"{row.code} · {how.format(day=dates.short_day(row.closed_on))}"
    if row.column is BoardColumn.WITH_OTHER and row.with_other_since:
        since = _say("since {day}").format(day=dates.short_day(row.with_other_since))
        return f"{row.code} · {since}"
    return " · ".join(part for part in (row.code, say_origin(row)) if part)


def due_chip(row: "FollowUpRow", today: date) -> tuple[str, str]:
    """Return the words of the chip that warns of a day, and its hue; nothing where none is due."""
    if row.is_late:
        return QCoreApplication.translate("Actions", "Late by %n day(s)", "", row.days_late), "bad"
    if row.last_day is None or row.column is BoardColumn.DONE:
        return "", ""
    left = (row.last_day - today).days
    if left == 0:
        return _say("Due today"), "warn"
    if 0 < left <= _SOON_DAYS:
        return QCoreApplication.translate("Actions", "Due in %n day(s)", "", left), "warn"
    return "", ""


def say_due(row: "FollowUpRow") -> str:
    """Return by when it is due: the day, or the words that stand for one."""
    if row.due_words:
        if row.last_day is None:
            return row.due_words
        return f"{row.due_words} ({dates.brief_day(row.last_day)})"
    return dates.brief_day(row.last_day) if row.last_day else ""


def say_carries(row: "FollowUpRow") -> str:
    """Return how often it was carried on; empty for never."""
    if not row.carries:
        return ""
    return QCoreApplication.translate("Actions", "Carried %n time(s)", "", row.carries)


def sort_code(code: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what a number is sorted by: 1.2 comes before 1.10."""
    parts = re.findall(r"\d+|\D+", code)
    return tuple(
        (not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts
    )


def spoken(row: "FollowUpRow", today: date) -> str:
    """Return everything that a card says, for whoever does not see it."""
    told = (
        say_head(row),
        row.text,
        say_side(row.side),
        row.responsible,
        due_chip(row, today)[0] or say_due(row),
        say_status(row),
        say_carries(row),
    )
    return ". ".join(part for part in told if part)


def _say(words: str) -> str:
    return QCoreApplication.translate("Actions", words)
