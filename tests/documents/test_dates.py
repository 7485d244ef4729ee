"""Days, hours and ordinals are written as English documents write them."""

from datetime import date, time

import pytest

from app.documents import dates


@pytest.mark.parametrize(
    ("start", "end", "spelled"),
    [
        (date(2025, 5, 27), None, "27 May 2025"),
        (date(2025, 5, 27), date(2025, 5, 27), "27 May 2025"),
        (date(2017, 6, 29), date(2017, 6, 30), "29–30 June 2017"),
        (date(2025, 3, 31), date(2025, 4, 1), "31 March – 1 April 2025"),
        (date(2024, 12, 31), date(2025, 1, 2), "31 December 2024 – 2 January 2025"),
    ],
)
def test_days_are_written_without_saying_anything_twice(start, end, spelled):
    assert dates.spell_days(start, end) == spelled


def test_the_weekday_is_english_whatever_the_computer_speaks():
    assert dates.spell_weekday(date(2025, 5, 27)) == "Tuesday"


def test_hours_have_two_digits():
    assert dates.spell_hour(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("position", "spelled"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (90, "ninetieth"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (101, "101st"),
        (111, "111th"),
        (122, "122nd"),
        (103, "103rd"),
    ],
)
def test_ordinals_are_words_as_long_as_they_are_short(position, spelled):
    assert dates.spell_ordinal(position) == spelled


@pytest.mark.parametrize(("count", "spelled"), [(2, "two"), (6, "six"), (13, "13")])
def test_small_counts_are_words(count, spelled):
    assert dates.spell_count(count) == spelled
