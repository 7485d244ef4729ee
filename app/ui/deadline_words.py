"""What a deadline is called on the pages that show any: what it is, whose, and where it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.day_list import DayRow

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import Deadline

_KINDS: Mapping[str, tuple[str, str]] = {
    "preparation": (QT_TRANSLATE_NOOP("Deadlines", "Preparation"), "violet"),
    "action": (QT_TRANSLATE_NOOP("Deadlines", "Action item"), "info"),
    "objection": (QT_TRANSLATE_NOOP("Deadlines", "Objections until"), "warn"),
    "instrument-end": (QT_TRANSLATE_NOOP("Deadlines", "Term ends"), "warn"),
}


def say_kind(deadline: "Deadline") -> str:
    """Return what makes a day a deadline; that it is late or done comes first."""
    if deadline.is_late:
        return _say(QT_TRANSLATE_NOOP("Deadlines", "Late"))
    if deadline.is_done:
        return _say(QT_TRANSLATE_NOOP("Deadlines", "Done"))
    return _say(_KINDS[deadline.kind.value][0])


def hue_of(deadline: "Deadline") -> str:
    """Return the hue of a deadline."""
    if deadline.is_late:
        return "bad"
    return "ok" if deadline.is_done else _KINDS[deadline.kind.value][1]


def say_whose(deadline: "Deadline") -> str:
    """Return what a deadline belongs to, whose it is, and where its term is laid down."""
    side = deadline.side.name if deadline.side is not None else say_all_sides()
    return " · ".join(part for part in (deadline.about, side, deadline.rule) if part)


def say_all_sides() -> str:
    """Return whose something is that is nobody's alone."""
    return _say(QT_TRANSLATE_NOOP("Deadlines", "all sides"))


def say_action_item() -> str:
    """Return what an action item is called."""
    return _say(_KINDS["action"][0])


def row_of(deadline: "Deadline") -> DayRow:
    """Return the line of a deadline in a list of days."""
    return DayRow(
        deadline.day,
        deadline.title or deadline.about,
        say_whose(deadline),
        deadline.record,
        say_kind(deadline),
        hue_of(deadline),
    )


def _say(words: str) -> str:
    return QCoreApplication.translate("Deadlines", words)
