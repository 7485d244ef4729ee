"""The words of documents in Mongolian that no record holds; endings agree with their numbers.

Names are never inflected here: the templates put them where they stand as they are.
"""

from datetime import date, time

from app.documents.languages.wording import Wording
from app.texts.harmony import choose_ending

_WEEKDAYS = ("Даваа", "Мягмар", "Лхагва", "Пүрэв", "Баасан", "Бямба", "Ням")
_ORDINALS = {
    1: "Нэгдүгээр",
    2: "Хоёрдугаар",
    3: "Гуравдугаар",
    4: "Дөрөвдүгээр",
    5: "Тавдугаар",
}


def spell_day(day: date) -> str:
    """Return ``2025 оны 5 дугаар сарын 27-ны өдөр``."""
    return f"{_spell_month(day)} {_spell_date(day)} өдөр"


def spell_days(start: date, end: date | None = None) -> str:
    """Return ``2017 оны 6 дугаар сарын 29–30-ны өдөр``."""
    if end is None or end == start:
        return spell_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{_spell_month(start)} {start.day}–{_spell_date(end)} өдөр"
    return spell_period(start, end)


def spell_period(start: date, end: date | None = None) -> str:
    """Return ``2017 оны 6 дугаар сарын 29-ний өдрөөс 30-ны өдөр хүртэл``."""
    if end is None or end == start:
        return spell_day(start)
    month = ""
    if start.year != end.year:
        month = f"{_spell_month(end)} "
    elif start.month != end.month:
        month = f"{_month(end)} "
    begun = f"{_spell_month(start)} {_spell_date(start)} өдрөөс"
    return f"{begun} {month}{_spell_date(end)} өдөр хүртэл"


def spell_weekday(day: date) -> str:
    """Return ``Мягмар гараг``."""
    return f"{_WEEKDAYS[day.weekday()]} гараг"


def spell_hour(hour: time) -> str:
    """Return ``09:30 цаг``."""
    return f"{hour:%H:%M} цаг"


def spell_ordinal(position: int) -> str:
    """Return ``Нэгдүгээр``, and from the sixth on ``6 дугаар``."""
    return _ORDINALS.get(position) or number_in_order(position)


def number_in_order(position: int) -> str:
    """Return ``1 дүгээр``, ``2 дугаар``."""
    return f"{position} {choose_ending(position, back='дугаар', front='дүгээр')}"


def _spell_month(day: date) -> str:
    return f"{day.year} оны {_month(day)}"


def _month(day: date) -> str:
    return f"{number_in_order(day.month)} сарын"


def _spell_date(day: date) -> str:
    return f"{day.day}-{choose_ending(day.day, back='ны', front='ний')}"


MONGOLIAN = Wording(
    tag="mn",
    spell_day=spell_day,
    spell_days=spell_days,
    spell_period=spell_period,
    spell_weekday=spell_weekday,
    spell_hour=spell_hour,
    spell_ordinal=spell_ordinal,
    spell_count=str,
    gap="{what}: тодруулна",
    bare_gap="тодруулна",
    untranslated="зөвхөн {given} хэлээр; {wanted} хэлээр оруулна",
    languages={
        "en": "англи",
        "ko": "солонгос",
        "mn": "монгол",
        "ja": "япон",
        "zh": "хятад",
        "ru": "орос",
    },
    decision="Шийдвэр",
    roles={
        "head": "төлөөлөгчдийн тэргүүн",
        "alternate": "орлогч төлөөлөгч",
        "delegate": "төлөөлөгч",
        "member": "гишүүн",
        "adviser": "зөвлөх",
        "expert": "шинжээч",
        "interpreter": "орчуулагч",
        "secretariat": "нарийн бичгийн газар",
        "observer": "ажиглагч",
    },
    sources={
        "press-release": "хэвлэлийн мэдээ",
        "press": "хэвлэлийн мэдээлэл",
        "news": "хэвлэлийн мэдээлэл",
        "article": "хэвлэлийн мэдээлэл",
        "government-release": "Засгийн газрын мэдээ",
        "other": "эх сурвалж",
        "web-page": "цахим хуудас",
        "web": "цахим хуудас",
        "publication": "нийтлэл",
        "law": "хууль тогтоомж",
        "treaty": "гэрээ",
        "statute": "хууль тогтоомж",
    },
)
