"""The words of documents in Korean that no record holds, as Korean offices write them."""

from datetime import date, time

from app.documents.languages.particles import attach, choose
from app.documents.languages.wording import Wording

_WEEKDAYS = "월화수목금토일"


def spell_day(day: date) -> str:
    """Return ``2025년 5월 27일``."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def spell_days(start: date, end: date | None = None) -> str:
    """Return ``2017년 6월 29일~30일``."""
    return spell_day(start) if end is None else f"{spell_day(start)}{_rest(start, end, '~')}"


def spell_period(start: date, end: date | None = None) -> str:
    """Return ``2017년 6월 29일부터 30일까지``."""
    if end is None or end == start:
        return spell_day(start)
    return f"{spell_day(start)}{_rest(start, end, '부터 ')}까지"


def spell_weekday(day: date) -> str:
    """Return ``화요일``."""
    return f"{_WEEKDAYS[day.weekday()]}요일"


def spell_hour(hour: time) -> str:
    """Return ``09:30``: offices write the hours of the whole day, with a colon."""
    return f"{hour:%H:%M}"


def spell_ordinal(position: int) -> str:
    """Return ``제1차``."""
    return f"제{position}차"


def _rest(start: date, end: date, between: str) -> str:
    if end == start:
        return ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{between}{end.day}일"
    if start.year == end.year:
        return f"{between}{end.month}월 {end.day}일"
    return f"{between}{spell_day(end)}"


KOREAN = Wording(
    tag="ko",
    spell_day=spell_day,
    spell_days=spell_days,
    spell_period=spell_period,
    spell_weekday=spell_weekday,
    spell_hour=spell_hour,
    spell_ordinal=spell_ordinal,
    spell_count=str,
    gap="{what} 확인 필요",
    bare_gap="확인 필요",
    untranslated="{given}로만 있음, {wanted}본 필요",
    languages={"en": "영어", "ko": "한국어", "mn": "몽골어", "ja": "일본어", "zh": "중국어"},
    decision="결정",
    roles={
        "head": "수석대표",
        "alternate": "교체대표",
        "delegate": "대표",
        "member": "대표",
        "adviser": "자문",
        "expert": "전문가",
        "interpreter": "통역",
        "secretariat": "사무국",
        "observer": "옵서버",
    },
    sources={
        "press-release": "보도자료",
        "press": "언론 보도",
        "news": "언론 보도",
        "article": "언론 보도",
        "government-release": "정부 발표",
        "other": "자료",
        "web-page": "누리집",
        "web": "누리집",
        "publication": "간행물",
        "law": "법령",
        "treaty": "조약",
        "statute": "법령",
    },
    filters={"particle": attach, "ending": choose},
)
