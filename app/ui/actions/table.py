"""The columns of the table of action items, and of what one meeting did with them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import dates, phrases
from app.ui.actions import words
from app.ui.widgets.record_columns import Column

if TYPE_CHECKING:
    from app.services.follow_up.carrying import ReviewedRow
    from app.services.follow_up.sheets import FollowUpRow

CARRIES, LAST, ORIGIN, RESPONSIBLE = 5, 6, 7, 3


def columns() -> tuple[Column, ...]:
    """Return the columns of the table of all."""
    return (
        Column(
            "code",
            _say("No."),
            lambda row: row.code,
            sort=lambda row: words.sort_code(row.code),
            width=92,
        ),
        Column("text", _say("Action"), lambda row: row.text),
        _side(lambda row: row),
        Column("who", _say("Responsible"), lambda row: row.responsible, width=150),
        Column(
            "due",
            _say("Due"),
            words.say_due,
            sort=lambda row: row.last_day,
            width=146,
            icon=lambda row: ("triangle-alert", "bad") if row.is_late else None,
            spoken=_spoken_due,
        ),
        Column(
            "carries",
            _say("Carried"),
            lambda row: str(row.carries or ""),
            sort=lambda row: -row.carries,
            width=72,
            align_right=True,
        ),
        Column("last", _say("Reported last"), lambda row: row.last, width=170),
        Column("origin", _say("From"), words.say_origin, width=110),
        Column("status", _say("Status"), words.say_status, width=140, chip=words.status_hue),
    )


def review_columns() -> tuple[Column, ...]:
    """Return the columns of what a meeting found, heard and left."""
    return (
        Column(
            "code",
            _say("No."),
            lambda each: each.row.code,
            sort=lambda each: words.sort_code(each.row.code),
            width=92,
        ),
        Column("text", _say("Action"), lambda each: each.row.text),
        _side(lambda each: each.row),
        Column("found", _say("Found as"), _found, width=110),
        Column("line", _say("Reported there"), _reported),
        Column(
            "left",
            _say("Left as"),
            lambda each: phrases.say("action status", each.left) if each.left else "",
            width=110,
        ),
        Column("carried", _say("Carried on"), _carried, width=120),
    )


def _side(row_of: Any) -> Column:
    return Column(
        "side",
        _say("Side"),
        lambda each: words.say_side(row_of(each).side),
        width=124,
        chip=lambda each: words.side_hue(row_of(each).side),
    )


def _found(each: "ReviewedRow") -> str:
    return _say("New") if each.is_new else phrases.say("action status", each.found)


def _reported(each: "ReviewedRow") -> str:
    if each.line is None:
        return ""
    return each.line.text or words.say_line_status(each.line)


def _carried(each: "ReviewedRow") -> str:
    return words.say_carries(each.row) if each.carried else ""


def _spoken_due(row: "FollowUpRow") -> str:
    told = words.say_due(row)
    late = words.due_chip(row, date.min)[0] if row.is_late else ""
    return ", ".join(part for part in (told, late) if part)


def say_day(day: date | None) -> str:
    """Return a day, or nothing."""
    return dates.brief_day(day) if day else ""


def _say(told: str) -> str:
    return QCoreApplication.translate("Actions", told)
