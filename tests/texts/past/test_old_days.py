"""Days as four languages write them, single ones and spans."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.past.days import find_days
from app.texts.past.evidence import Certainty, plain

ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
SOME_DAY = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


def spans(text, **how):
    return [(days.first, days.last) for days in find_days(plain(text), **how)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Seoul, 14 February 2014", date(2014, 2, 14), date(2014, 2, 14)),
        ("on April 11, 2013, in Ulaanbaatar", date(2013, 4, 11), date(2013, 4, 11)),
        ("29–30 June 2017", date(2017, 6, 29), date(2017, 6, 30)),
        ("from June 29 to July 1, 2017", date(2017, 6, 29), date(2017, 7, 1)),
        ("30 December 2016 – 2 January 2017", date(2016, 12, 30), date(2017, 1, 2)),
        ("2014년 2월 14일", date(2014, 2, 14), date(2014, 2, 14)),
        ("2017년 6월 29일(목) ~ 30일(금)", date(2017, 6, 29), date(2017, 6, 30)),
        ("2017. 6. 29. ~ 6. 30.", date(2017, 6, 29), date(2017, 6, 30)),
        ("2014年2月14日", date(2014, 2, 14), date(2014, 2, 14)),
        ("２０１４年２月１４日（金）～１５日（土）", date(2014, 2, 14), date(2014, 2, 15)),
        ("令和6年3月5日", date(2024, 3, 5), date(2024, 3, 5)),
        ("令和元年五月一日", date(2019, 5, 1), date(2019, 5, 1)),
        ("平成二十五年四月十一日", date(2013, 4, 11), date(2013, 4, 11)),
        ("2014 оны 2 дугаар сарын 14", date(2014, 2, 14), date(2014, 2, 14)),
        ("2016 оны 8 сарын 23-ны өдөр", date(2016, 8, 23), date(2016, 8, 23)),
        ("2014 оны арван хоёрдугаар сарын 3", date(2014, 12, 3), date(2014, 12, 3)),
        ("2014 оны 2 дугаар сарын 14-нөөс 16-ны өдрүүдэд", date(2014, 2, 14), date(2014, 2, 16)),
        ("2017-06-27 15:00:00", date(2017, 6, 27), date(2017, 6, 27)),
    ],
)
def test_days_are_read_as_they_are_written(text, first, last):
    assert spans(text) == [(first, last)]


@pytest.mark.parametrize("text", ["31 February 2014", "2014년 13월 1일", "5/2014", "99999999", ""])
def test_what_is_no_day_is_none(text):
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("14 February 2014", Certainty.CERTAIN),
        ("14.02.2014", Certainty.LIKELY),
        ("03/04/2014", Certainty.DOUBTFUL),
        ("26 Feb 25", Certainty.DOUBTFUL),
    ],
)
def test_figures_that_can_mean_two_days_are_doubtful(text, grade):
    assert [days.certainty for days in find_days(text)] == [grade]


def test_days_without_a_year_take_the_one_that_is_given_and_say_so():
    (days,) = find_days("on Tuesday, May 27, in Ulaanbaatar", year=2025)
    assert (days.first, days.certainty) == (date(2025, 5, 27), Certainty.DOUBTFUL)
    assert days.is_year_guessed
    assert find_days("on Tuesday, May 27, in Ulaanbaatar") == ()


def test_days_that_end_before_they_begin_are_told_as_they_stand():
    (days,) = find_days(plain("30–29 June 2017"))
    assert days.is_backwards
    assert days.certainty is Certainty.DOUBTFUL


@settings(max_examples=60, deadline=None)
@given(SOME_DAY)
def test_every_day_is_read_back_from_every_way_of_writing(day):
    written = (
        f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
        f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} оны {day.month} дугаар сарын {day.day}-ны өдөр",
        day.isoformat(),
    )
    for text in written:
        assert spans(f"A {text} b") == [(day, day)], text


@settings(max_examples=60, deadline=None)
@given(SOME_DAY, st.integers(min_value=1, max_value=20))
def test_every_span_is_read_back(day, length):
    last = day + timedelta(days=length)
    told = f"{day.day} {ENGLISH[day.month - 1]} {day.year}"
    until = f"{last.day} {ENGLISH[last.month - 1]} {last.year}"
    assert spans(f"{told} – {until}") == [(day, last)]
    east = f"{day.year}年{day.month}月{day.day}日～{last.year}年{last.month}月{last.day}日"
    assert spans(east) == [(day, last)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_borne(text):
    for days in find_days(plain(text), year=2017):
        assert days.start < days.end
