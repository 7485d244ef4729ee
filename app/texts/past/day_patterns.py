"""How days are written in English, Korean, Japanese and Mongolian, as patterns with named parts."""

import re

from app.texts.months import MONTHS as NAMES

MONTHS = {name.lower(): number for number, name in enumerate(NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(NAMES, 1)} | {"sept": 9}
_MONGOLIAN = (
    "нэгдүгээр",
    "хоёрдугаар",
    "гуравдугаар",
    "дөрөвдүгээр",
    "тавдугаар",
    "зургаадугаар",
    "долоодугаар",
    "наймдугаар",
    "есдүгээр",
    "аравдугаар",
    "арван нэгдүгээр",
    "арван хоёрдугаар",
)
MONTHS |= {name: number for number, name in enumerate(_MONGOLIAN, 1)}

_M = "|".join(sorted((name for name in MONTHS if name.isascii()), key=len, reverse=True))
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|~|to|and|&|until|through)\s*(?:[A-Z][a-z]+day,?\s+)?"
_D1, _D2 = rf"(?P<d1>\d{{1,2}}){_TH}", rf"(?P<d2>\d{{1,2}}){_TH}"
_M1, _M2 = rf"(?P<m1>{_M})\.?", rf"(?P<m2>{_M})\.?"
_Y1, _Y2 = r"(?P<y1>\d{4})(?!\d)", r"(?P<y2>\d{4})(?!\d)"
_NOT_AFTER = r"(?<![\w.,/-])"

_EAST_DAY = r"\s*(?:\(\s*[^)]{1,4}\))?"
_EAST_TO = r"\s*(?:~|-|–|부터|から|에서)\s*"
_EAST = (
    r"(?P<y1>\d{4})\s*[년年]\s*(?P<m1>\d{1,2})\s*[월月]\s*(?P<d1>\d{1,2})"
    rf"(?:\s*[일日]{_EAST_DAY}{_EAST_TO}|{_EAST_TO})"
    r"(?:(?P<y2>\d{4})\s*[년年]\s*)?(?:(?P<m2>\d{1,2})\s*[월月]\s*)?(?P<d2>\d{1,2})\s*[일日]"
)
_EAST_ONE = r"(?P<y1>\d{4})\s*[년年]\s*(?P<m1>\d{1,2})\s*[월月]\s*(?P<d1>\d{1,2})\s*[일日]"
_EAST_YEARLESS = (
    r"(?<![\d년年]\s)(?<![\d년年])(?P<m1>\d{1,2})\s*[월月]\s*(?P<d1>\d{1,2})\s*[일日]?"
    rf"(?:{_EAST_DAY}{_EAST_TO}(?P<d2>\d{{1,2}})\s*[일日]|(?<=[일日]))"
)
_NORTH_MONTH = rf"(?:\d{{1,2}}|{'|'.join(sorted(_MONGOLIAN, key=len, reverse=True))})"
_NORTH_SIGN = r"\s*-?\s*(?:дугаар|дүгээр|р)?\s*сарын\s*"
_NORTH_END = r"(?:\s*-?\s*(?:ны|ний|нд|н)(?!\w))?(?:\s*өдөр)?"
_NORTH_TO = r"(?:\s*-?\s*(?:ноос|нөөс|наас|нээс|өөс)|\s*(?:-|–|~))\s*(?:өдрөөс\s*)?"
_NORTH = (
    rf"(?P<y1>\d{{4}})\s*он(?:ы|д)?\s*(?P<m1>{_NORTH_MONTH}){_NORTH_SIGN}(?P<d1>\d{{1,2}})(?!\d)"
)
_NORTH_RANGE = (
    rf"{_NORTH}{_NORTH_END}{_NORTH_TO}(?:(?P<m2>{_NORTH_MONTH}){_NORTH_SIGN})?"
    r"(?P<d2>\d{1,2})(?!\d|\s*-?\s*(?:р|дугаар|дүгээр|цаг|:))"
)
_SIGNS = r"\s?[-./]\s?"
_FIGURES = rf"(?<!\d)(?P<y1>\d{{4}}){_SIGNS}(?P<m1>\d{{1,2}}){_SIGNS}(?P<d1>\d{{1,2}})(?!\d)\.?"
_FIGURES_RANGE = (
    rf"{_FIGURES}\s*(?:~|–|to)\s*"
    rf"(?:(?:(?P<y2>\d{{4}}){_SIGNS})?(?P<m2>\d{{1,2}}){_SIGNS})?(?P<d2>\d{{1,2}})(?!\d)"
)


def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FULL = (
    _made(rf"{_NOT_AFTER}{_D1}(?:\s+{_M1}(?:,?\s+{_Y1})?)?{_TO}{_D2}\s+(?:of\s+)?{_M2},?\s+{_Y2}"),
    _made(rf"\b{_M1}\s+{_D1}(?:,?\s+{_Y1})?{_TO}(?:{_M2}\s+)?{_D2},?\s+{_Y2}"),
    _made(rf"{_NOT_AFTER}{_D1}\s+(?:of\s+)?{_M1},?\s+{_Y1}"),
    _made(rf"\b{_M1}\s+{_D1},?\s+{_Y1}"),
    _made(_EAST),
    _made(_EAST_ONE),
    _made(_NORTH_RANGE),
    _made(_NORTH),
    _made(_FIGURES_RANGE),
    _made(_FIGURES),
)
"""Days with their year; where two find something at one place, the longer one counts."""

YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])")
"""``14.02.2014`` and ``02/14/2014``, of which only some can be told apart."""

SHORT_YEAR = _made(rf"{_NOT_AFTER}(?P<d1>\d{{1,2}})\s+{_M1}\s+(?P<y1>\d{{2}})(?!\d|\s*[:h])")

YEARLESS = (
    _made(rf"\b{_M1}\s+{_D1}(?:{_TO}(?:{_M2}\s+)?{_D2})?(?!\d|,?\s+\d{{4}}|\s*,\s*\d{{4}}|:)"),
    _made(rf"{_NOT_AFTER}{_D1}(?:{_TO}{_D2})?\s+(?:of\s+)?{_M1}(?!\w|,?\s+\d{{2,4}})"),
    _made(_EAST_YEARLESS),
)
"""Days whose year must be known from elsewhere."""
