from datetime import UTC, date, datetime

import pytest

from app.ui import dates

START = datetime(2025, 5, 27, 1, 30, tzinfo=UTC)


def test_a_day_is_said_in_full():
    assert dates.long_day(date(2025, 5, 27)) == "Tuesday 27 May 2025"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2025, 5, 27), None, "27 May 2025"),
        (date(2025, 5, 27), date(2025, 5, 27), "27 May 2025"),
        (date(2017, 6, 29), date(2017, 6, 30), "29–30 June 2017"),
        (date(2017, 6, 29), date(2017, 7, 1), "29 June – 1 July 2017"),
        (date(2017, 12, 31), date(2018, 1, 1), "31 December 2017 – 1 January 2018"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first, last, told):
    assert dates.days(first, last) == told


def test_an_instant_is_said_by_the_clocks_of_each_place():
    assert dates.hour(START, "Asia/Ulaanbaatar") == "09:30"
    assert dates.hours(START, START.replace(hour=9), "Asia/Seoul") == "10:30–18:30"
    assert dates.hours(START, None, "Asia/Seoul") == "10:30"


def test_a_zone_is_called_by_its_city():
    assert dates.city_of("America/New_York") == "New York"


def test_a_year_heads_its_group_and_no_year_says_so():
    assert dates.year_heading(2025) == "2025"
    assert dates.year_heading(None) == "No date yet"
