"""Reads the day of a condition: ``2026-12-01``, ``<2026-12``, ``>=today``, ``last-meeting``."""

import re
from calendar import monthrange
from datetime import date, timedelta

from app.texts.query.asked import Days, NearMeeting

_COMPARED = re.compile(r"(?P<comparison><=|>=|<|>|=|)(?P<told>.*)", re.DOTALL)
_PARTIAL = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d?)(-(?P<day>\d\d?))?)?")
_RANGE = re.compile(r"(?P<first>[^.]+)\.\.(?P<last>[^.]+)")
_MEETINGS = {"last-meeting": NearMeeting.LAST, "next-meeting": NearMeeting.NEXT}
_SUNDAY = 7

Stretch = tuple[date, date]


def read_days(told: str, today: date) -> Days | None:
    """Return the days that a folded value means; ``None`` where it means none."""
    between = _RANGE.fullmatch(told)
    if between is not None:
        first, last = _stretch(between["first"], today), _stretch(between["last"], today)
        if first is None or last is None or first[0] > last[1]:
            return None
        return Days(first[0], last[1])
    found = _COMPARED.fullmatch(told)
    assert found is not None  # it takes anything
    comparison, words = found["comparison"] or "=", found["told"].replace(" ", "-")
    if words in _MEETINGS:
        return Days(of_meeting=_MEETINGS[words], comparison=comparison)
    stretch = _stretch(words, today)
    return None if stretch is None else bounded(comparison, stretch)


def bounded(comparison: str, stretch: Stretch) -> Days:
    """Return the days before, after or in a stretch."""
    first, last = stretch
    if comparison == "<":
        return Days(None, _moved(first, -1))
    if comparison == ">":
        return Days(_moved(last, 1), None)
    if comparison == "<=":
        return Days(None, last)
    if comparison == ">=":
        return Days(first, None)
    return Days(first, last)


def _stretch(words: str, today: date) -> Stretch | None:
    monday = _moved(today, 1 - today.isoweekday())
    named = {
        "today": (today, today),
        "yesterday": (_moved(today, -1),) * 2,
        "tomorrow": (_moved(today, 1),) * 2,
        "this-week": (monday, _moved(monday, _SUNDAY - 1)),
        "this-month": _month(today.year, today.month),
        "this-year": (date(today.year, 1, 1), date(today.year, 12, 31)),
    }
    return named.get(words) or _partial(words)


def _partial(words: str) -> Stretch | None:
    found = _PARTIAL.fullmatch(words)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return _month(year, month)
        return (date(year, month, day),) * 2
    except ValueError:
        return None


def _month(year: int, month: int) -> Stretch:
    first = date(year, month, 1)
    return first, date(year, month, monthrange(year, month)[1])


def _moved(day: date, days: int) -> date:
    """Return a day so many days away, no further than the calendar goes."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
