"""Says the steps of a meeting in officials' words: what is done, and which day belongs to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.meetings import NextStep

_CONTEXT = "MeetingSteps"
_RESUMED = "resumed"

_TITLE = {
    "proposed": QT_TRANSLATE_NOOP("MeetingSteps", "Back to a proposal"),
    "dates-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "The dates are agreed"),
    "convened": QT_TRANSLATE_NOOP("MeetingSteps", "Convene the meeting"),
    "in-session": QT_TRANSLATE_NOOP("MeetingSteps", "Open the meeting"),
    _RESUMED: QT_TRANSLATE_NOOP("MeetingSteps", "Resume the meeting"),
    "suspended": QT_TRANSLATE_NOOP("MeetingSteps", "Suspend the meeting"),
    "closed": QT_TRANSLATE_NOOP("MeetingSteps", "Close the meeting"),
    "record-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "The record is agreed"),
    "archived": QT_TRANSLATE_NOOP("MeetingSteps", "Archive the meeting"),
    "postponed": QT_TRANSLATE_NOOP("MeetingSteps", "Postpone the meeting"),
    "cancelled": QT_TRANSLATE_NOOP("MeetingSteps", "Cancel the meeting"),
}
_DAY = {
    "dates-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "Agreed on"),
    "convened": QT_TRANSLATE_NOOP("MeetingSteps", "Convened on"),
    "in-session": QT_TRANSLATE_NOOP("MeetingSteps", "First day"),
    _RESUMED: QT_TRANSLATE_NOOP("MeetingSteps", "Resumed on"),
    "suspended": QT_TRANSLATE_NOOP("MeetingSteps", "Suspended on"),
    "closed": QT_TRANSLATE_NOOP("MeetingSteps", "Last day"),
    "record-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "Agreed on"),
    "postponed": QT_TRANSLATE_NOOP("MeetingSteps", "Postponed on"),
    "cancelled": QT_TRANSLATE_NOOP("MeetingSteps", "Cancelled on"),
}


def title_words(step: "NextStep") -> str:
    """Return what is done."""
    return _tr(_TITLE[_key(step)])


def day_words(step: "NextStep") -> str:
    """Return what the day of a step is."""
    return _tr(_DAY.get(_key(step), QT_TRANSLATE_NOOP("MeetingSteps", "On")))


def _key(step: "NextStep") -> str:
    return _RESUMED if step.is_resumption else step.status.value


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
