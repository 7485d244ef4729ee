"""What the calendar says of meetings and turns, in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import dates
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import MeetingRow, WhoseTurn

_CONTEXT = "Calendar"
_TURNS: Mapping[str, str] = {
    "first": QT_TRANSLATE_NOOP("Calendar", "Nobody has hosted yet: by the order of the seats"),
    "alternates": QT_TRANSLATE_NOOP(
        "Calendar", "The sides take turns: the other one hosted {last}"
    ),
    "by-number": QT_TRANSLATE_NOOP(
        "Calendar", "The sides take turns, counted by number from {last}"
    ),
    "rotates": QT_TRANSLATE_NOOP("Calendar", "It has waited longest; {last} was elsewhere"),
    "fixed": QT_TRANSLATE_NOOP("Calendar", "This side always hosts"),
}


def say_turn(turn: "WhoseTurn") -> str:
    """Return who hosts which meeting."""
    meeting = turn.meeting.code or turn.meeting.title if turn.meeting is not None else ""
    if turn.host is None:
        return _say(QT_TRANSLATE_NOOP("Calendar", "Nobody is set to host {meeting} yet")).format(
            meeting=meeting or _say(QT_TRANSLATE_NOOP("Calendar", "the next meeting"))
        )
    return _say(QT_TRANSLATE_NOOP("Calendar", "{host} hosts {meeting}")).format(
        host=turn.host.name,
        meeting=meeting or _say(QT_TRANSLATE_NOOP("Calendar", "the next meeting")),
    )


def say_why(turn: "WhoseTurn") -> str:
    """Return what that is concluded from."""
    if turn.turn is None:
        return _say(QT_TRANSLATE_NOOP("Calendar", "The body has no rotation of hosts"))
    before = turn.last or _say(QT_TRANSLATE_NOOP("Calendar", "the meeting before"))
    return _say(_TURNS[turn.turn.value]).format(last=before)


def say_days(row: "MeetingRow") -> str:
    """Return the days of a meeting."""
    return dates.days(row.starts_on, row.ends_on) if row.starts_on is not None else row.date_words


def short_name(row: "MeetingRow") -> str:
    """Return what a meeting is called in a small space."""
    return row.code or row.title


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
