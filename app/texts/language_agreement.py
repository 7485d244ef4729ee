"""Compares one provision in two languages: what a translation left out, or says otherwise.

Only what can be counted is compared: numbers, days, and references to other provisions. The words
themselves are for people who read both languages; this shows them where to look first.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Disagreement(StrEnum):
    """In what two texts of a provision differ."""

    MISSING = "missing"
    EMPTY = "empty"
    STALE = "stale"
    UNNUMBERED = "unnumbered"
    NUMBERS = "numbers"
    DATES = "dates"
    AMOUNTS = "amounts"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class Wording:
    """A provision in one language.

    Attributes:
        is_stale: Whether it translates an earlier text of the provision.
    """

    language: str
    label: str
    text: str
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """One difference, with what the first text has and the second has not, and the other way."""

    kind: Disagreement
    language: str
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()


def compare_wordings(
    first: Wording, second: Wording | None, *, language: str
) -> tuple[Warned, ...]:
    """Return where the second text of a provision differs from the first.

    Args:
        first: The text that is measured by, as a rule an authentic one.
        second: The other; ``None`` if there is none.
        language: The language of the second.
    """
    if second is None:
        return (Warned(Disagreement.MISSING, language),)
    if first.text.strip() and not second.text.strip():
        return (Warned(Disagreement.EMPTY, language),)
    found = [Warned(Disagreement.STALE, language)] if second.is_stale else []
    if first.label and not second.label:
        found.append(Warned(Disagreement.UNNUMBERED, language, (first.label,)))
    ours, theirs = _Facts.of(first), _Facts.of(second)
    for kind, mine, others in (
        (Disagreement.REFERENCES, ours.references, theirs.references),
        (Disagreement.DATES, ours.dates, theirs.dates),
        (Disagreement.AMOUNTS, ours.amounts, theirs.amounts),
        (Disagreement.NUMBERS, ours.numbers, theirs.numbers),
    ):
        gone, come = _unmatched(mine, others, theirs.words), _unmatched(others, mine, ours.words)
        if gone or come:
            found.append(Warned(kind, language, gone, come))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Facts:
    references: Counter[str]
    dates: Counter[str]
    amounts: Counter[str]
    numbers: Counter[str]
    words: str

    @classmethod
    def of(cls, wording: Wording) -> "_Facts":
        rest = unicodedata.normalize("NFKC", wording.text)
        references, rest = _take(_REFERENCES, rest, _reference)
        dates, rest = _take(_DATES, rest, _date)
        amounts, rest = _take(_AMOUNTS, rest, _amount)
        numbers = Counter(_plain(sign) for sign in _NUMBER.findall(rest))
        return cls(references, dates, amounts, numbers, rest.casefold())


def _unmatched(mine: Counter[str], others: Counter[str], other_words: str) -> tuple[str, ...]:
    """Return what only the first has, leaving out numbers that the second writes as words."""
    left = (mine - others).elements()
    return tuple(sorted(sign for sign in left if not _is_spelled(sign, other_words)))


def _is_spelled(sign: str, words: str) -> bool:
    return any(re.search(rf"(?<![^\W\d_]){word}", words) for word in _SPELLED.get(sign, ()))


def _take(
    patterns: Iterable[re.Pattern[str]], text: str, read: Callable[[re.Match[str]], str]
) -> tuple[Counter[str], str]:
    """Return what patterns find in a text, and the text without it."""
    found: Counter[str] = Counter()
    for pattern in patterns:
        for match in pattern.finditer(text):
            found[read(match)] += 1
        text = pattern.sub(" ", text)
    return found, text


def _reference(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def _date(match: re.Match[str]) -> str:
    told = match.groupdict()
    month = told["month"].casefold()
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(told["year"]), number, int(told["day"])).isoformat()
    except ValueError:
        return match[0]


def _amount(match: re.Match[str]) -> str:
    return f"{_plain(match['amount'])} {_CURRENCIES[match['currency'].casefold()]}"


def _plain(sign: str) -> str:
    """Return a number without the signs that only group its digits."""
    return re.sub(r"(?<=\d)[,\u00a0 ](?=\d{3}\b)", "", sign)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June"
    r"|July|August|September|October|November|December)"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    re.compile(rf"{_DAY} {_MONTH},? {_YEAR}"),
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(
        rf"{_YEAR}(?:년|年|-| оны) ?(?P<month>\d{{1,2}})"
        rf"(?:월|月|-|[- ]?(?:р |дугаар |дүгээр )?сарын) ?{_DAY}(?:일|日)?"
    ),
)
_REFERENCES = (
    re.compile(r"\{ref:([^\s{}|]+)(?:\|\w+)?\}"),
    re.compile(
        r"(?:Articles?|Art\.) (\d{1,3}(?:\.\d+)?)|제 ?(\d{1,3}(?:\.\d+)?) ?조"
        r"|第(\d{1,3}(?:\.\d+)?)条|(\d{1,3}(?:\.\d+)?)[- ]?(?:дугаар|дүгээр|р) зүйл"
    ),
)
_CURRENCIES = {
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "달러": "USD",
    "ドル": "USD",
    "ам.доллар": "USD",
    "krw": "KRW",
    "₩": "KRW",
    "won": "KRW",
    "원": "KRW",
    "ウォン": "KRW",
    "вон": "KRW",
    "jpy": "JPY",
    "¥": "JPY",
    "yen": "JPY",
    "엔": "JPY",
    "円": "JPY",
    "иен": "JPY",
    "mnt": "MNT",
    "₮": "MNT",
    "tugrik": "MNT",
    "투그릭": "MNT",
    "トゥグルグ": "MNT",
    "төгрөг": "MNT",
    "eur": "EUR",
    "€": "EUR",
    "유로": "EUR",
    "ユーロ": "EUR",
    "евро": "EUR",
}
_SIGN = "|".join(re.escape(each) for each in sorted(_CURRENCIES, key=len, reverse=True))
_FIGURE = r"(?P<amount>\d[\d,\u00a0]*(?:\.\d+)?)"
_AMOUNTS = (
    re.compile(rf"(?P<currency>{_SIGN}) ?{_FIGURE}", re.I),
    re.compile(rf"{_FIGURE} ?(?P<currency>{_SIGN})", re.I),
)
_NUMBER = re.compile(r"\d(?:[\d,\u00a0]*\d)?(?:\.\d+)?")
_SPELLED: dict[str, tuple[str, ...]] = {
    "1": (
        "one",
        "a ",
        "an ",
        "once",
        "first",
        "annual",
        "yearly",
        "한",
        "첫",
        "매년",
        "一",
        "毎年",
        "нэг",
        "жил бүр",
    ),
    "2": (
        "two",
        "twice",
        "second",
        "both",
        "bi",
        "두",
        "둘",
        "양",
        "이 ",
        "二",
        "両",
        "双",
        "хоёр",
        "хос",
    ),
    "3": ("three", "third", "세", "셋", "삼", "三", "гурав", "гурван"),
    "4": ("four", "네", "넷", "사", "四", "дөрөв", "дөрвөн"),
    "5": ("five", "fifth", "다섯", "오", "五", "тав"),
    "6": ("six", "여섯", "육", "六", "зургаа"),
    "7": ("seven", "일곱", "칠", "七", "долоо"),
    "8": ("eight", "여덟", "팔", "八", "найм"),
    "9": ("nine", "ninth", "아홉", "구", "九", "ес"),
    "10": ("ten", "열", "십", "十", "арав", "арван"),
    "12": ("twelve", "열두", "십이", "十二", "арван хоёр"),
    "14": ("fourteen", "십사", "十四", "арван дөрвөн"),
    "15": ("fifteen", "십오", "十五", "арван тав"),
    "20": ("twenty", "이십", "二十", "хорь", "хорин"),
    "30": ("thirty", "삼십", "三十", "гучин"),
    "60": ("sixty", "육십", "六十", "жаран"),
    "90": ("ninety", "구십", "九十", "ерэн"),
}
