"""Reads a day as people type it: the language's own order, ISO, or with the month in words."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLocale

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:\s*(?:[-./,年년]|оны?)\s*|\s+)"
    r"(?P<month>\d{1,2})(?:\s*(?:[-./,月월]|(?:-?р\s*)?сарын)\s*|\s+)"
    r"(?P<day>\d{1,2})\s*(?:[.日일]|(?:-?ны?\s*)?(?:өдөр)?)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_YEAR_LAST = re.compile(
    r"(?P<first>\d{1,2})\s*[-./]\s*(?P<second>\d{1,2})\s*[-./]\s*(?P<year>\d{4})"
)
_WORDS = re.compile(r"[^\W\d_]+\.?|\d+")
_LONGEST = 60
_SHORT_YEAR = re.compile(r"\D*\d{1,2}\D+(?:\d{1,2}\D+)?\d{2}\D*")


def read_day(text: str) -> date | None:
    """Return the day that a text says, or ``None`` where it says none, or not surely one."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if len(plain) > _LONGEST:
        return None
    found = _COMPACT.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain)
    if found is not None:
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    found = _YEAR_LAST.fullmatch(plain)
    if found is not None:
        one, other = int(found["first"]), int(found["second"])
        day, month = (one, other) if _day_comes_first() else (other, one)
        return _day(int(found["year"]), month, day)
    return _with_month_in_words(plain)


def lacks_century(text: str) -> bool:
    """Say whether a text may be a day with a year of two figures."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return len(plain) <= _LONGEST and _SHORT_YEAR.fullmatch(plain) is not None


def _with_month_in_words(plain: str) -> date | None:
    """Read "27 May 2025", "May 27, 2025", "Tuesday 27 May 2025"."""
    numbers: list[int] = []
    months: list[int] = []
    months_of, passed_over = _months(QLocale().name()), _passed_over(QLocale().name())
    for word in _WORDS.findall(plain):
        if word.isdecimal():
            numbers.append(int(word))
        elif (month := months_of.get(word.rstrip("."))) is not None:
            months.append(month)
        elif word.rstrip(".") not in passed_over:
            return None
    if len(numbers) != 2 or len(months) != 1:
        return None
    day, year = sorted(numbers)
    return _day(year, months[0], day) if year > 999 else None


@lru_cache(maxsize=4)
def _months(locale: str) -> dict[str, int]:
    """Return the names of the months, in the interface's language and in English."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    found = {
        language.monthName(month, form).rstrip(".").casefold(): month
        for language in (QLocale.c(), QLocale(locale))
        for form in forms
        for month in range(1, 13)
    }
    return found | {"sept": 9}


@lru_cache(maxsize=4)
def _passed_over(locale: str) -> frozenset[str]:
    """Return the words that may stand in a day and say nothing about which it is."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    weekdays = {
        language.dayName(day, form).rstrip(".").casefold()
        for language in (QLocale.c(), QLocale(locale))
        for form in forms
        for day in range(1, 8)
    }
    return frozenset(weekdays | {"of", "the", "st", "nd", "rd", "th"})


def _day_comes_first() -> bool:
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    return form.find("d") < form.find("m")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
