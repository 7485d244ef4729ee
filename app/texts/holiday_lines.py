"""Reads holidays as people paste them: one to a line, a day or a stretch of days, and a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_FORMS = (
    re.compile(
        r"(?P<year>\d{4})\s*(?:[-./]|年|년|оны?)\s*(?P<month>\d{1,2})\s*(?:[-./]|月|월|сарын)\s*"
        r"(?P<day>\d{1,2})(?:[.日일]|-?(?:ны|ний))?(?!\d)"
    ),
    re.compile(rf"(?i)(?P<day>\d{{1,2}})\.?\s+(?P<name>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?i)(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"),
)
_UNTIL = re.compile(r"\s*(?:–|—|~|〜|\bto\b|-)\s*")
_LONGEST = 31
_EDGES = " \t,;:–—-|"


@dataclass(frozen=True)
class HolidayLine:
    """One line that was read; what is wrong with it, if anything.

    Attributes:
        number: Its place in the text, from 1.
        days: The days it names.
        name: What the holiday is called; may be empty.
        is_read: Whether it could be read.
    """

    number: int
    days: tuple[date, ...]
    name: str
    is_read: bool = True


def read_holidays(text: str) -> tuple[HolidayLine, ...]:
    """Return every line of a text that is not blank, read as far as it can be."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    return tuple(_read(number, line) for number, line in lines if line)


def write_holidays(days: Iterator[tuple[date, str]]) -> str:
    """Return holidays as lines that are read again as the same."""
    return "\n".join(f"{day.isoformat()} {name}".rstrip() for day, name in days)


def _read(number: int, line: str) -> HolidayLine:
    first, rest = _day_at_start(line)
    if first is None:
        return HolidayLine(number, (), line, is_read=False)
    until = _UNTIL.match(rest)
    last, after = _day_at_start(rest[until.end() :]) if until else (None, rest)
    if last is None:
        return HolidayLine(number, (first,), rest.strip(_EDGES))
    length = (last - first).days
    if not 0 <= length < _LONGEST:
        return HolidayLine(number, (), line, is_read=False)
    days = tuple(first + timedelta(days=step) for step in range(length + 1))
    return HolidayLine(number, days, after.strip(_EDGES))


def _day_at_start(text: str) -> tuple[date | None, str]:
    for form in _FORMS:
        found = form.match(text)
        if found is None:
            continue
        told = found.groupdict()
        month = int(told["month"]) if "month" in told else _month(told["name"])
        try:
            return date(int(told["year"]), month, int(told["day"])), text[found.end() :]
        except ValueError:
            return None, text
    return None, text


def _month(name: str) -> int:
    return next(
        place for place, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3].lower())
    )
