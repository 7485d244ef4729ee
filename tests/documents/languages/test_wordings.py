"""Days, hours and ordinals are written as each language writes them, in the years of the West."""

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.languages import WORDINGS, wording_of
from app.domain.delegation import DelegateRole

DAY = date(2025, 5, 27)
KEYS = ("ko", "ja", "mn")


@pytest.mark.parametrize(
    ("language", "day", "weekday"),
    [
        ("en", "27 May 2025", "Tuesday"),
        ("ko", "2025년 5월 27일", "화요일"),
        ("ja", "2025年5月27日", "火"),
        ("mn", "2025 оны 5 дугаар сарын 27-ны өдөр", "Мягмар гараг"),
    ],
)
def test_a_day(language, day, weekday):
    wording = wording_of(language)
    assert wording.spell_day(DAY) == day
    assert wording.spell_weekday(DAY) == weekday


@pytest.mark.parametrize(
    ("month", "day", "spelled"),
    [
        (1, 1, "2025 оны 1 дүгээр сарын 1-ний өдөр"),
        (2, 4, "2025 оны 2 дугаар сарын 4-ний өдөр"),
        (4, 9, "2025 оны 4 дүгээр сарын 9-ний өдөр"),
        (9, 10, "2025 оны 9 дүгээр сарын 10-ны өдөр"),
        (10, 14, "2025 оны 10 дугаар сарын 14-ний өдөр"),
        (12, 20, "2025 оны 12 дугаар сарын 20-ны өдөр"),
        (11, 29, "2025 оны 11 дүгээр сарын 29-ний өдөр"),
        (7, 31, "2025 оны 7 дугаар сарын 31-ний өдөр"),
    ],
)
def test_mongolian_endings_agree_with_month_and_day(month, day, spelled):
    assert wording_of("mn").spell_day(date(2025, month, day)) == spelled


@pytest.mark.parametrize(
    ("language", "start", "end", "shown", "told"),
    [
        (
            "ko",
            (2017, 6, 29),
            (2017, 6, 30),
            "2017년 6월 29일~30일",
            "2017년 6월 29일부터 30일까지",
        ),
        (
            "ko",
            (2017, 6, 29),
            (2017, 7, 1),
            "2017년 6월 29일~7월 1일",
            "2017년 6월 29일부터 7월 1일까지",
        ),
        (
            *("ko", (2017, 12, 31), (2018, 1, 1)),
            *("2017년 12월 31일~2018년 1월 1일", "2017년 12월 31일부터 2018년 1월 1일까지"),
        ),
        ("ja", (2017, 6, 29), (2017, 6, 30), "2017年6月29日〜30日", "2017年6月29日から30日まで"),
        ("ja", (2017, 6, 29), (2017, 7, 1), "2017年6月29日〜7月1日", "2017年6月29日から7月1日まで"),
        (
            *("ja", (2017, 12, 31), (2018, 1, 1)),
            *("2017年12月31日〜2018年1月1日", "2017年12月31日から2018年1月1日まで"),
        ),
        (
            *("mn", (2017, 6, 29), (2017, 6, 30)),
            "2017 оны 6 дугаар сарын 29–30-ны өдөр",
            "2017 оны 6 дугаар сарын 29-ний өдрөөс 30-ны өдөр хүртэл",
        ),
        (
            *("mn", (2017, 6, 29), (2017, 7, 1)),
            *("2017 оны 6 дугаар сарын 29-ний өдрөөс 7 дугаар сарын 1-ний өдөр хүртэл",) * 2,
        ),
        (
            *("mn", (2017, 12, 31), (2018, 1, 1)),
            *("2017 оны 12 дугаар сарын 31-ний өдрөөс 2018 оны 1 дүгээр сарын 1-ний өдөр хүртэл",)
            * 2,
        ),
    ],
)
def test_from_one_day_to_another(language, start, end, shown, told):
    wording = wording_of(language)
    assert wording.spell_days(date(*start), date(*end)) == shown
    assert wording.spell_period(date(*start), date(*end)) == told


@pytest.mark.parametrize("language", KEYS)
def test_a_period_of_one_day_is_that_day(language):
    wording = wording_of(language)
    for end in (None, DAY):
        assert wording.spell_days(DAY, end) == wording.spell_day(DAY)
        assert wording.spell_period(DAY, end) == wording.spell_day(DAY)


@given(st.dates(), st.integers(1, 400), st.sampled_from(KEYS))
def test_both_ends_of_a_period_are_in_it_and_years_are_never_those_of_an_era(start, days, language):
    if start > date.max - timedelta(days=days):
        return
    end = start + timedelta(days=days)
    told = wording_of(language).spell_period(start, end)
    figures = [int(each) for each in re.findall(r"\d+", told)]
    assert figures[:3] == [start.year, start.month, start.day]
    assert figures[-1] == end.day
    assert (end.year in figures[3:]) == (end.year != start.year) or end.year in {
        end.month,
        end.day,
    }


@pytest.mark.parametrize(
    ("language", "hour", "spelled"),
    [
        ("ko", time(9, 5), "09:05"),
        ("ja", time(9, 5), "9時5分"),
        ("ja", time(14, 0), "14時"),
        ("mn", time(9, 5), "09:05 цаг"),
    ],
)
def test_an_hour(language, hour, spelled):
    assert wording_of(language).spell_hour(hour) == spelled


@pytest.mark.parametrize(
    ("language", "position", "spelled"),
    [
        ("ko", 1, "제1차"),
        ("ko", 22, "제22차"),
        ("ja", 1, "第1回"),
        ("ja", 22, "第22回"),
        ("mn", 1, "Нэгдүгээр"),
        ("mn", 2, "Хоёрдугаар"),
        ("mn", 4, "Дөрөвдүгээр"),
        ("mn", 6, "6 дугаар"),
        ("mn", 9, "9 дүгээр"),
        ("mn", 22, "22 дугаар"),
        ("mn", 24, "24 дүгээр"),
    ],
)
def test_which_meeting_it_is(language, position, spelled):
    assert wording_of(language).spell_ordinal(position) == spelled


@pytest.mark.parametrize(
    ("wanted", "given_in", "said"),
    [
        ("en", "ko", "Korean text; English to be supplied"),
        ("ko", "en", "영어로만 있음, 한국어본 필요"),
        ("ja", "en", "英語のみ、日本語文は追って記載"),
        ("mn", "en", "зөвхөн англи хэлээр; монгол хэлээр оруулна"),
        ("mn", "fr", "зөвхөн fr хэлээр; монгол хэлээр оруулна"),
    ],
)
def test_a_missing_translation_names_both_languages(wanted, given_in, said):
    assert wording_of(wanted).name_untranslated(given_in) == said


@pytest.mark.parametrize("language", KEYS)
def test_every_capacity_of_a_delegate_has_a_word(language):
    assert {role.value for role in DelegateRole} <= set(wording_of(language).roles)


def test_a_language_without_wording_falls_back_to_english():
    assert wording_of("fr") is WORDINGS["en"]
