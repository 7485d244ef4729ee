"""Reads by when something is due, as it is written in a hurry and in four languages."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_YEAR_FIRST = re.compile(
    r"(\d{4})\s*(?:[-./]|年|년|оны?)\s*(\d{1,2})\s*(?:[-./]|月|월|(?:-?р\s*)?сарын)\s*(\d{1,2})"
    r"\s*(?:[.]|日|일|(?:-?ны?)?(?:\s*өдөр)?)?"
)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_BEFORE = re.compile(r"(?:by|until|till|before|due|no later than)\s+|[~〜]\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:까지|まで|хүртэл)$")
_MONTHS = {
    name: place
    for place, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WHOLE_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class DayTrouble(StrEnum):
    """Why words that look like a day are none."""

    NO_SUCH_DAY = "no such day"
    UNCLEAR = "day or month first"


@dataclass(frozen=True, slots=True)
class Due:
    """By when: a day, or the words where they name none (“before the next meeting”)."""

    on: date | None = None
    words: str = ""
    trouble: DayTrouble | None = None


def read_due(words: str) -> Due:
    """Return the day that ``words`` name, or the words themselves where they name none."""
    plain = unicodedata.normalize("NFKC", words).strip()
    bare = _AFTER.sub("", _BEFORE.sub("", plain, count=1) if _BEFORE.match(plain) else plain)
    folded = bare.casefold().strip()
    for read in (_read_year_first, _read_year_last, _read_month_in_words):
        found = read(folded)
        if found is not None:
            return found
    return Due(words=words.strip())


def _read_year_first(folded: str) -> Due | None:
    found = _YEAR_FIRST.fullmatch(folded)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _read_year_last(folded: str) -> Due | None:
    """Read 15.12.2026; a slash is read only where it cannot mean the month first."""
    found = _YEAR_LAST.fullmatch(folded)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or day > 12:
        return _day(year, month, day)
    if month > 12:
        return _day(year, day, month)
    return _day(year, month, day) if day == month else Due(trouble=DayTrouble.UNCLEAR)


def _read_month_in_words(folded: str) -> Due | None:
    found = _DAY_FIRST.fullmatch(folded)
    if found is not None:
        day, name, year = int(found[1]), found[2], int(found[3])
    else:
        found = _MONTH_FIRST.fullmatch(folded)
        if found is None:
            return None
        day, name, year = int(found[2]), found[1], int(found[3])
    month = _month(name)
    return _day(year, month, day) if month else None


def _month(name: str) -> int:
    """Return the number of a month written whole or by its first letters, or 0."""
    month = _MONTHS.get(name[:3], 0)
    is_right = month and (_WHOLE_MONTHS[month - 1].startswith(name) or name == "sept")
    return month if is_right else 0


def _day(year: int, month: int, day: int) -> Due:
    try:
        return Due(on=date(year, month, day))
    except ValueError:
        return Due(trouble=DayTrouble.NO_SUCH_DAY)
