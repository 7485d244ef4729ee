"""Finds the numbers of meetings in a sentence: the third meeting, 제3차 회의, 第3回会合."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.texts.meeting_titles import spell_ordinal
from app.texts.past.days import with_western_years

_SPELLED = {spell_ordinal(number).casefold(): number for number in range(1, 100)}
_SPELLED |= {words.replace("-", " "): number for words, number in tuple(_SPELLED.items())}
_WORDS = "|".join(sorted(_SPELLED, key=len, reverse=True))
_MEETING = (
    r"(?:meeting|session|round|sitting|consultations?|dialogue|joint\s+committee|joint\s+working"
    r"\s+group|committee|working\s+group|jwg|jc)\b"
)
_NOT_NEXT = r"(?!\s+(?:century|anniversary|time|plenary|paragraph|preambular|adoption))"
_BETWEEN = r"(?:\s+(?!and\b|that\b|which\b|was\b|were\b|is\b|to\b)[\w’'().&/–-]+){0,9}?\s+"
_ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_WORDS})){_NOT_NEXT}"
    rf"{_BETWEEN}(?P<noun>{_MEETING})",
    re.IGNORECASE,
)
_KOREAN = re.compile(
    r"제\s?(?P<figure>\d{1,3})\s?[차회](?=[^.]{0,50}?"
    r"(?:회의|위원회|공동위|작업반|실무그룹|협의|회담|대화))"
)
_KANJI = "〇一二三四五六七八九十百"
_JAPANESE = re.compile(
    rf"第\s?(?P<figure>\d{{1,3}}|[{_KANJI}]{{1,4}})\s?回(?=[^。]{{0,50}}?"
    r"(?:会合|会議|委員会|協議|対話|作業部会|合同))"
)
_MONGOLIAN_SPELLED = {
    "анхдугаар": 1,
    "анхны": 1,
    "нэгдүгээр": 1,
    "хоёрдугаар": 2,
    "гуравдугаар": 3,
    "дөрөвдүгээр": 4,
    "тавдугаар": 5,
    "зургаадугаар": 6,
    "долоодугаар": 7,
    "наймдугаар": 8,
    "есдүгээр": 9,
    "аравдугаар": 10,
}
_MONGOLIAN_NOUN = r"(?:хуралдаан|хурал|уулзалт|хороо|ажлын\s+хэсэг|зөвлөлдөх|зөвлөлдөөн)"
_MONGOLIAN = re.compile(
    rf"(?<![\w-])(?:(?P<figure>\d{{1,3}})\s?-?\s?(?:дугаар|дүгээр|дахь|дэх|р)"
    rf"|(?P<word>{'|'.join(_MONGOLIAN_SPELLED)})|(?P<roman>[IVX]{{1,5}}))"
    rf"(?!\s+(?:сар|зүйл|улирал))(?=\s[^.]{{0,70}}?{_MONGOLIAN_NOUN})",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_MOST = 300


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number of a meeting, and where it stands in the plain text."""

    number: int
    words: str
    start: int
    end: int


def find_ordinals(text: str) -> tuple[Ordinal, ...]:
    """Return the numbers of meetings in a plain text, in their order; other numbers are none."""
    found = [each for each in _all(text) if 1 <= each.number <= _MOST]
    return tuple(sorted(found, key=lambda each: each.start))


def _all(text: str) -> Iterator[Ordinal]:
    for found in _ENGLISH.finditer(text):
        figure, word = found["figure"], found["word"]
        number = int(figure) if figure else _SPELLED[word.casefold()]
        yield Ordinal(number, figure or word, found.start(), found.end())
    for found in _KOREAN.finditer(text):
        yield Ordinal(int(found["figure"]), found[0], found.start(), found.end())
    for found in _JAPANESE.finditer(text):
        yield Ordinal(_japanese(found["figure"]), found[0], found.start(), found.end())
    for found in _MONGOLIAN.finditer(text):
        yield Ordinal(_mongolian(found), found[0], found.start(), found.end())


def _japanese(figure: str) -> int:
    if figure.isdecimal():
        return int(figure)
    return int(with_western_years(f"{figure}年").rstrip("年"))


def _mongolian(found: re.Match[str]) -> int:
    if found["figure"]:
        return int(found["figure"])
    if found["word"]:
        return _MONGOLIAN_SPELLED[found["word"].lower()]
    values = [_ROMAN[sign] for sign in found["roman"].lower()]
    following = [*values[1:], 0]
    return sum(-one if one < next_ else one for one, next_ in zip(values, following, strict=True))
