"""Puts into words how a project stands, how a meeting judged it, and what its figures are."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from decimal import Decimal

    from app.services.projects import FigureRow, ProjectListRow

_STATUS: Mapping[str, tuple[str, str]] = {
    "proposed": (QT_TRANSLATE_NOOP("Projects", "Proposed"), "violet"),
    "active": (QT_TRANSLATE_NOOP("Projects", "Under way"), "info"),
    "suspended": (QT_TRANSLATE_NOOP("Projects", "Suspended"), "warn"),
    "completed": (QT_TRANSLATE_NOOP("Projects", "Completed"), "ok"),
    "cancelled": (QT_TRANSLATE_NOOP("Projects", "Cancelled"), "neutral"),
    "unknown": (QT_TRANSLATE_NOOP("Projects", "Not known"), "neutral"),
}
_RATING: Mapping[str, tuple[str, str]] = {
    "on-track": (QT_TRANSLATE_NOOP("Projects", "On track"), "ok"),
    "at-risk": (QT_TRANSLATE_NOOP("Projects", "At risk"), "warn"),
    "off-track": (QT_TRANSLATE_NOOP("Projects", "Off track"), "bad"),
    "complete": (QT_TRANSLATE_NOOP("Projects", "Complete"), "ok"),
}
STATUSES = tuple(_STATUS)
RATINGS = tuple(_RATING)


def say_status(status: str) -> str:
    """Return how a project stands."""
    return QCoreApplication.translate("Projects", _STATUS[status][0])


def status_hue(status: str) -> str:
    """Return the hue of the chip that says so."""
    return _STATUS[status][1]


def say_rating(rating: str) -> str:
    """Return how a meeting judged a project; empty for no judgement."""
    return QCoreApplication.translate("Projects", _RATING[rating][0]) if rating else ""


def rating_hue(rating: str) -> str:
    """Return the hue of the chip that says so."""
    return _RATING[rating][1] if rating else ""


def say_title(row: "ProjectListRow") -> str:
    """Return the title, with how many projects stand behind it where they are several."""
    if row.count == 1:
        return row.title
    told = QCoreApplication.translate("Projects", "{title} ({count} projects)")
    return told.format(title=row.title, count=row.count)


def say_figure(figure: "FigureRow") -> str:
    """Return a figure in the words of its source, else as a number with its unit."""
    if figure.words:
        return figure.words
    number = _number(figure.value)
    if figure.value_to is not None:
        number = f"{number}–{_number(figure.value_to)}"
    return f"{number} {figure.unit}".strip()


def say_number(figure: "FigureRow") -> str:
    """Return the number and unit beside the words; empty where they say it themselves."""
    if not figure.words or figure.value is None:
        return ""
    return f"{_number(figure.value)} {figure.unit}".strip()


def _number(value: "Decimal | None") -> str:
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
