from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.due_days import DayTrouble, Due, read_due

DAY = date(2026, 12, 15)


@pytest.mark.parametrize(
    "words",
    [
        "2026-12-15",
        "2026/12/15",
        "15 Dec 2026",
        "15 December 2026",
        "15th of December 2026",
        "Dec 15, 2026",
        "December 15 2026",
        "15.12.2026",
        "15/12/2026",
        "12/15/2026",
        "by 15 Dec. 2026",
        "2026년 12월 15일",
        "2026년 12월 15일까지",
        "2026年12月15日まで",
        "２０２６－１２－１５",
        "2026 оны 12 сарын 15",
        "2026 оны 12-р сарын 15-ны өдөр",
    ],
)
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert read_due(words) == Due(on=DAY)


@pytest.mark.parametrize("words", ["before the next meeting", "promptly", "다음 회의 전", "Q3", ""])
def test_words_that_name_no_day_are_kept(words: str) -> None:
    assert read_due(words) == Due(words=words)


@pytest.mark.parametrize("words", ["31 Feb 2026", "2026-13-01", "31.04.2026", "30/02/2026"])
def test_a_day_that_does_not_exist_is_told(words: str) -> None:
    assert read_due(words).trouble is DayTrouble.NO_SUCH_DAY


def test_a_day_that_may_be_two_is_told_and_not_guessed() -> None:
    assert read_due("03/04/2026").trouble is DayTrouble.UNCLEAR
    assert read_due("04/04/2026") == Due(on=date(2026, 4, 4))


def test_a_word_that_is_no_month_is_no_day() -> None:
    assert read_due("15 Decidedly 2026") == Due(words="15 Decidedly 2026")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_the_forms_that_are_sure(day: date) -> None:
    for words in (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert read_due(words) == Due(on=day), words


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_lost(words: str) -> None:
    due = read_due(words)
    assert due.on or due.trouble or due.words == words.strip()
