"""Finds the days that a sentence speaks of, single ones and spans, in four languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.texts.past.day_patterns import FULL, MONTHS, SHORT_YEAR, YEAR_LAST, YEARLESS
from app.texts.past.evidence import Certainty

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s*(元|\d{{1,2}})\s*年")
_KANJI = re.compile(r"[〇一二三四五六七八九十百]+(?=\s*[年月日])")
_SIGNS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")}
_EARLIEST, _LATEST = 1800, 2200
_LONGEST_SPAN = 60
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or the first and the last of several.

    Attributes:
        words: As they are written.
        start, end: Where they stand in the plain text.
        is_year_guessed: Whether their year was taken from elsewhere.
    """

    first: date
    last: date
    words: str
    start: int
    end: int
    certainty: Certainty
    is_year_guessed: bool = False

    @property
    def is_backwards(self) -> bool:
        """Whether they end before they begin, which only a slip can say."""
        return self.last < self.first


def find_days(text: str, *, year: int | None = None) -> tuple[Days, ...]:
    """Return the days in a plain text, in their order.

    Args:
        text: One sentence or line, as ``evidence.plain`` gives it.
        year: The year of days that are written without one; those are always doubtful.
    """
    told = with_western_years(text)
    found: list[Days] = []
    for days in sorted(_all_days(told, year), key=lambda each: (each.start, -each.end)):
        if not found or days.start >= found[-1].end:
            found.append(days)
    return tuple(found)


def with_western_years(text: str) -> str:
    """Return a text with Japanese eras and Chinese figures in dates written in digits."""
    told = _KANJI.sub(lambda found: _number(found[0]), text)
    return _ERA.sub(lambda found: f"{_ERAS[found[1]] + _of_era(found[2])}年", told)


def _of_era(figure: str) -> int:
    return 1 if figure == "元" else int(figure)


def _number(kanji: str) -> str:
    """Return 二〇一四 and 二十三 in digits."""
    if "十" not in kanji and "百" not in kanji:
        return "".join(_SIGNS[sign] for sign in kanji)
    hundreds, _, rest = kanji.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = 100 * _digit(hundreds) if "百" in kanji else 0
    value += 10 * _digit(tens) if ten else 0
    return str(value + (int(_SIGNS.get(ones[-1:], "0")) if ones else 0))


def _digit(sign: str) -> int:
    return int(_SIGNS.get(sign[-1:], "1")) if sign else 1


def _all_days(text: str, year: int | None) -> Iterator[Days]:
    for pattern in FULL:
        for found in pattern.finditer(text):
            yield from _days(found, year=None, certainty=Certainty.CERTAIN)
    for found in YEAR_LAST.finditer(text):
        yield from _with_year_last(found)
    for found in SHORT_YEAR.finditer(text):
        yield from _days(found, year=None, certainty=Certainty.DOUBTFUL)
    if year is not None:
        for pattern in YEARLESS:
            for found in pattern.finditer(text):
                yield from _days(found, year=year, certainty=Certainty.DOUBTFUL)


def _days(found: re.Match[str], *, year: int | None, certainty: Certainty) -> Iterator[Days]:
    told = found.groupdict()
    last_year = _year(told.get("y2") or told.get("y1")) or year
    first_year = _year(told.get("y1") or told.get("y2")) or year
    last_month = told.get("m2") or told.get("m1")
    first = _day(first_year, told.get("m1") or told.get("m2"), told["d1"])
    if first is None:
        return
    last = _day(last_year, last_month, told["d2"]) if told.get("d2") else first
    if last is None:
        last, certainty = first, Certainty.DOUBTFUL
    if last < first or (last - first).days > _LONGEST_SPAN:
        certainty = Certainty.DOUBTFUL
    words = found[0].strip()
    yield Days(first, last, words, found.start(), found.end(), certainty, year is not None)


def _with_year_last(found: re.Match[str]) -> Iterator[Days]:
    one, sign, other, year = int(found[1]), found[2], int(found[3]), found[4]
    day, month = (other, one) if one <= 12 < other else (one, other)
    first = _day(int(year), str(month), str(day))
    if first is None:
        return
    told_apart = sign == "." or one > 12 or other > 12 or one == other
    certainty = Certainty.LIKELY if told_apart else Certainty.DOUBTFUL
    yield Days(first, first, found[0], found.start(), found.end(), certainty)


def _year(told: str | None) -> int | None:
    if not told:
        return None
    return int(told) + (_CENTURY if len(told) == 2 else 0)


def _day(year: int | None, month: str | None, day: str) -> date | None:
    if year is None or month is None or not _EARLIEST <= year <= _LATEST:
        return None
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower().rstrip("."))
    try:
        return date(year, number or 0, int(day))
    except ValueError:
        return None
