"""Says terms and weekdays in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.preparation import Preset

_CONTEXT = "BodyTerms"
_ANCHORS = {
    "before-start": QT_TRANSLATE_NOOP("BodyTerms", "days before"),
    "during": QT_TRANSLATE_NOOP("BodyTerms", "days into it"),
    "after-end": QT_TRANSLATE_NOOP("BodyTerms", "days after"),
}
_SIDES = {
    "all": QT_TRANSLATE_NOOP("BodyTerms", "Every side"),
    "host": QT_TRANSLATE_NOOP("BodyTerms", "The host"),
    "guests": QT_TRANSLATE_NOOP("BodyTerms", "The guests"),
}


def anchors() -> tuple[tuple[str, str], ...]:
    """Return from which day of the meeting can be counted."""
    return tuple((value, _tr(words)) for value, words in _ANCHORS.items())


def sides() -> tuple[tuple[str, str], ...]:
    """Return whose task it can be, whoever hosts."""
    return tuple((value, _tr(words)) for value, words in _SIDES.items())


def preset_words(preset: "Preset") -> str:
    """Return a usual task with its term and where it is laid down."""
    told = QCoreApplication.translate(_CONTEXT, "%n day(s)", "", preset.days)
    terms = {
        "before-start": _tr("{days} before"),
        "during": _tr("on the first day") if not preset.days else _tr("{days} into it"),
        "after-end": _tr("{days} after"),
    }
    term = terms[preset.anchor.value].format(days=told)
    told = _tr("{task}, {term}").format(task=preset.title, term=term)
    return f"{told} ({preset.precedent})" if preset.precedent else told


def weekday(number: int) -> str:
    """Return the name of a weekday, counted from Monday as 1."""
    return QLocale().dayName(number, QLocale.FormatType.ShortFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
