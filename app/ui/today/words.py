"""What the start page says, in words."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import dates, deadline_words, phrases
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.day_list import DayRow

if TYPE_CHECKING:
    from app.services.today.sheets import Done, FollowUpRow, MeetingRow, Unfinished

_CONTEXT = "Today"
_UNFINISHED = {
    "minutes": QT_TRANSLATE_NOOP("Today", "Minutes"),
    "decision": QT_TRANSLATE_NOOP("Today", "Decision"),
    "rules": QT_TRANSLATE_NOOP("Today", "Rules"),
}
_STATES = {
    "pre-drafted": QT_TRANSLATE_NOOP("Today", "Draft"),
    "exchanged": QT_TRANSLATE_NOOP("Today", "Sent round"),
    "negotiated": QT_TRANSLATE_NOOP("Today", "Being agreed"),
    "approved": QT_TRANSLATE_NOOP("Today", "To be signed"),
    "draft": QT_TRANSLATE_NOOP("Today", "Draft"),
    "bracketed": QT_TRANSLATE_NOOP("Today", "In brackets"),
    "agreed": QT_TRANSLATE_NOOP("Today", "Agreed"),
}


def row_of_undated(each: "FollowUpRow") -> DayRow:
    """Return the line of an action item that is owed without a day."""
    side = each.side.name if each.side is not None else deadline_words.say_all_sides()
    return DayRow(
        None,
        each.text,
        " · ".join(part for part in (each.code, each.meeting, side, each.due_words) if part),
        ("action_item", each.id),
        deadline_words.say_action_item(),
        "info",
    )


def row_of_unfinished(each: "Unfinished") -> DayRow:
    """Return the line of something that is begun."""
    changed = each.changed_at.astimezone()
    told = _say(QT_TRANSLATE_NOOP("Today", "{kind} · last changed {moment}"))
    kind = _say(_UNFINISHED[each.kind])
    return DayRow(
        changed.date(),
        each.title,
        told.format(kind=kind, moment=dates.moment(changed)),
        each.record,
        _say(_STATES.get(each.status, each.status)),
        "neutral",
    )


def row_of_change(each: "Done") -> DayRow:
    """Return the line of something that was done."""
    at = each.at.astimezone()
    return DayRow(
        at.date(),
        each.use_case,
        " · ".join(filter(None, (dates.moment(at), each.actor))),
        ("change", UUID(int=each.number)),
    )


def say_meeting(row: "MeetingRow") -> str:
    """Return when and where a meeting is, and who hosts it."""
    days = dates.days(row.starts_on, row.ends_on) if row.starts_on else row.date_words
    host = ""
    if row.host is not None:
        told = _say(QT_TRANSLATE_NOOP("Today", "hosted by {host}"))
        host = told.format(host=row.host.name)
    state = phrases.say("meeting status", row.status)
    return " · ".join(part for part in (days, row.place, host, state) if part)


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
