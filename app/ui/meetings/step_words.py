"""Says the next steps of a meeting as its menu names them, and what each still needs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.meetings import NextStep

_CONTEXT = "MeetingSteps"
_RESUMED = "resumed"

_MENU = {
    "proposed": QT_TRANSLATE_NOOP("MeetingSteps", "Back to a proposal…"),
    "dates-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "Dates agreed…"),
    "convened": QT_TRANSLATE_NOOP("MeetingSteps", "Convene…"),
    "in-session": QT_TRANSLATE_NOOP("MeetingSteps", "Open the meeting…"),
    _RESUMED: QT_TRANSLATE_NOOP("MeetingSteps", "Resume…"),
    "suspended": QT_TRANSLATE_NOOP("MeetingSteps", "Suspend…"),
    "closed": QT_TRANSLATE_NOOP("MeetingSteps", "Close the meeting…"),
    "record-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "Record agreed…"),
    "archived": QT_TRANSLATE_NOOP("MeetingSteps", "Archive…"),
    "postponed": QT_TRANSLATE_NOOP("MeetingSteps", "Postpone…"),
    "cancelled": QT_TRANSLATE_NOOP("MeetingSteps", "Cancel the meeting…"),
}
_MISSING = {
    "dates": QT_TRANSLATE_NOOP("MeetingSteps", "needs dates"),
    "place": QT_TRANSLATE_NOOP("MeetingSteps", "needs a place"),
    "first-day": QT_TRANSLATE_NOOP("MeetingSteps", "needs its first day, as held"),
    "ends-before-start": QT_TRANSLATE_NOOP("MeetingSteps", "would end before it began"),
    "minutes": QT_TRANSLATE_NOOP("MeetingSteps", "needs minutes"),
    "minutes-not-agreed": QT_TRANSLATE_NOOP("MeetingSteps", "needs minutes both sides approved"),
}


def menu_words(step: "NextStep") -> str:
    """Return a step as the menu names it, with what it still needs."""
    words = _tr(_MENU[_RESUMED if step.is_resumption else step.status.value])
    told = ", ".join(_tr(_MISSING[each.value]) for each in step.hindrances)
    return f"{words.removesuffix('…')} – {told}" if told else words


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
