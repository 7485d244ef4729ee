"""What templates may do to a fact before printing it; each leaves a missing fact missing."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from app.documents import dates

GAP = "to be confirmed"


def show_gap(value: Any) -> Any:
    """Return ``value``, or an amber gap where a template prints a fact that is missing."""
    return _gap(GAP) if value is None else value


def _fact(value: Any, what: str) -> Any:
    if isinstance(value, Undefined):
        str(value)  # an unknown field is a mistake of the template, not a missing fact
    return _gap(f"{what} {GAP}") if value is None else value


def _gap(words: str) -> Markup:
    return Markup("<missing>{}</missing>").format(words)


def _day(value: date | None) -> str | None:
    return None if value is None else dates.spell_day(value)


def _days(start: date | None, end: date | None = None) -> str | None:
    return None if start is None else dates.spell_days(start, end)


def _weekday(value: date | None) -> str | None:
    return None if value is None else dates.spell_weekday(value)


def _hour(value: time | None) -> str | None:
    return None if value is None else dates.spell_hour(value)


def _ordinal(value: int | None) -> str | None:
    return None if value is None else dates.spell_ordinal(value)


def _count(values: tuple[Any, ...]) -> str:
    return dates.spell_count(len(values))


def _capital(value: str | None) -> str | None:
    return value and value[0].upper() + value[1:]


def _lines(value: str | None) -> Markup | None:
    if value is None:
        return None
    lines = value.splitlines()
    return escape(value) if len(lines) < 2 else Markup("<br/>").join(map(escape, lines))


FILTERS: dict[str, Callable[..., Any]] = {
    "fact": _fact,
    "day": _day,
    "days": _days,
    "weekday": _weekday,
    "hour": _hour,
    "ordinal": _ordinal,
    "count": _count,
    "length": len,
    "capital": _capital,
    "lines": _lines,
}
