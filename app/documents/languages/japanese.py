"""The words of documents in Japanese that no record holds; years are those of the West."""

from datetime import date, time

from app.documents.languages.wording import Wording

_WEEKDAYS = "月火水木金土日"


def spell_day(day: date) -> str:
    """Return ``2025年5月27日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def spell_days(start: date, end: date | None = None) -> str:
    """Return ``2017年6月29日〜30日``."""
    return spell_day(start) if end is None else f"{spell_day(start)}{_rest(start, end, '〜')}"


def spell_period(start: date, end: date | None = None) -> str:
    """Return ``2017年6月29日から30日まで``."""
    if end is None or end == start:
        return spell_day(start)
    return f"{spell_day(start)}{_rest(start, end, 'から')}まで"


def spell_weekday(day: date) -> str:
    """Return ``火``, which stands in brackets after the day."""
    return _WEEKDAYS[day.weekday()]


def spell_hour(hour: time) -> str:
    """Return ``9時30分``, and ``10時`` on the hour."""
    return f"{hour.hour}時{hour.minute}分" if hour.minute else f"{hour.hour}時"


def spell_ordinal(position: int) -> str:
    """Return ``第1回``."""
    return f"第{position}回"


def _rest(start: date, end: date, between: str) -> str:
    if end == start:
        return ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{between}{end.day}日"
    if start.year == end.year:
        return f"{between}{end.month}月{end.day}日"
    return f"{between}{spell_day(end)}"


JAPANESE = Wording(
    tag="ja",
    spell_day=spell_day,
    spell_days=spell_days,
    spell_period=spell_period,
    spell_weekday=spell_weekday,
    spell_hour=spell_hour,
    spell_ordinal=spell_ordinal,
    spell_count=str,
    gap="{what}は要確認",
    bare_gap="要確認",
    untranslated="{given}のみ、{wanted}文は追って記載",
    languages={
        "en": "英語",
        "ko": "韓国語",
        "mn": "モンゴル語",
        "ja": "日本語",
        "zh": "中国語",
    },
    decision="決定",
    roles={
        "head": "首席代表",
        "alternate": "代表代理",
        "delegate": "代表",
        "member": "団員",
        "adviser": "顧問",
        "expert": "専門家",
        "interpreter": "通訳",
        "secretariat": "事務局",
        "observer": "オブザーバー",
    },
    sources={
        "press-release": "報道発表",
        "press": "報道",
        "news": "報道",
        "article": "報道",
        "government-release": "政府発表",
        "other": "資料",
        "web-page": "ウェブページ",
        "web": "ウェブページ",
        "publication": "刊行物",
        "law": "法令",
        "treaty": "条約",
        "statute": "法令",
    },
)
