"""Puts into words what is said of persons: why two are taken for one, and when they last came."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPerson

_CONTEXT = "People"
_LONGEST_POST = 60
_REASONS: Mapping[str, str] = {
    "same-email": QT_TRANSLATE_NOOP("People", "the same e-mail address"),
    "same-name": QT_TRANSLATE_NOOP("People", "the same name"),
    "same-letters": QT_TRANSLATE_NOOP("People", "the same name, written a little differently"),
    "other-order": QT_TRANSLATE_NOOP("People", "the same name in another order"),
    "other-script": QT_TRANSLATE_NOOP("People", "the same name in other letters"),
    "initials": QT_TRANSLATE_NOOP("People", "the same name with an initial"),
    "fathers-name": QT_TRANSLATE_NOOP("People", "the same name, the father’s name inflected"),
    "romanisation": QT_TRANSLATE_NOOP("People", "perhaps the same name in another romanisation"),
    "spelling": QT_TRANSLATE_NOOP("People", "one letter is different"),
    "one-name-only": QT_TRANSLATE_NOOP("People", "one of the two names alone"),
}


def say_reason(reason: object) -> str:
    """Return why two names are taken for one."""
    words = _REASONS.get(str(getattr(reason, "value", reason)))
    return QCoreApplication.translate(_CONTEXT, words) if words else ""


def say_likely(found: "LikelyPerson") -> str:
    """Return who may be meant, and why: “Cho Gye-yeon (the same name in other letters)”."""
    told = QCoreApplication.translate(_CONTEXT, "{name} ({reason})")
    return told.format(name=found.name, reason=say_reason(found.reason))


def label_person(row: Any) -> str:
    """Return by what a person is told from namesakes: the name and the latest post."""
    post = row.post if len(row.post) <= _LONGEST_POST else f"{row.post[:_LONGEST_POST].rstrip()}…"
    beside = ", ".join(part for part in (post, row.side) if part)
    return f"{row.name} · {beside}" if beside else str(row.name)
