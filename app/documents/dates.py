"""Writes days, hours and ordinals as a document in English prints them."""

from datetime import date, time

from app.texts.months import MONTHS

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_COUNTS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def spell_day(day: date) -> str:
    """Return ``27 May 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spell_weekday(day: date) -> str:
    """Return ``Tuesday``, in English whatever the computer's language."""
    return _WEEKDAYS[day.weekday()]


def spell_days(start: date, end: date | None = None) -> str:
    """Return ``29–30 June 2017``, with only as much written twice as differs."""
    if end is None or end == start:
        return spell_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{spell_day(end)}"
    if start.year == end.year:
        month = MONTHS[start.month - 1]
        return f"{start.day} {month} – {spell_day(end)}"
    return f"{spell_day(start)} – {spell_day(end)}"


def spell_hour(hour: time) -> str:
    """Return ``09:30``."""
    return f"{hour:%H:%M}"


def spell_ordinal(position: int) -> str:
    """Return ``first``, ``twenty-second``, and from the hundredth on ``101st``."""
    if 0 <= position < len(_ORDINALS):
        return _ORDINALS[position]
    if 20 <= position <= 99:
        tens, units = divmod(position, 10)
        if units:
            return f"{_TENS[tens]}-{_ORDINALS[units]}"
        return f"{_TENS[tens][:-1]}ieth"
    return f"{position}{_suffix(position)}"


def spell_count(count: int) -> str:
    """Return ``two``, and from thirteen on the figure."""
    return _COUNTS[count] if 0 <= count < len(_COUNTS) else str(count)


def _suffix(position: int) -> str:
    if position % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(position % 10, "th")
