from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.holiday_lines import read_holidays, write_holidays


@pytest.mark.parametrize(
    ("line", "day", "name"),
    [
        ("2026-10-03 National Foundation Day", date(2026, 10, 3), "National Foundation Day"),
        ("2026.10.3. 개천절", date(2026, 10, 3), "개천절"),
        ("2026/7/11\tNaadam", date(2026, 7, 11), "Naadam"),
        ("2026년 10월 3일 개천절", date(2026, 10, 3), "개천절"),
        ("2026年11月3日 文化の日", date(2026, 11, 3), "文化の日"),
        ("2026 оны 7 сарын 11-ний Наадам", date(2026, 7, 11), "Наадам"),
        ("3 October 2026: Foundation Day", date(2026, 10, 3), "Foundation Day"),
        ("Oct 3, 2026 Foundation Day", date(2026, 10, 3), "Foundation Day"),
        ("2026-10-03", date(2026, 10, 3), ""),
    ],
)
def test_days_are_read_as_people_write_them(line: str, day: date, name: str) -> None:
    (read,) = read_holidays(line)
    assert (read.days, read.name, read.is_read) == ((day,), name, True)


def test_a_stretch_of_days_is_read() -> None:
    (read,) = read_holidays("2026-02-16 – 2026-02-18 Seollal")
    assert read.days == (date(2026, 2, 16), date(2026, 2, 17), date(2026, 2, 18))
    assert read.name == "Seollal"


@pytest.mark.parametrize(
    "line", ["Christmas", "2026-02-30 Nothing", "10/3/2026 Which?", "2026-02-18 – 2026-02-16 Back",
             "2026-01-01 – 2029-01-01 Years", "=HYPERLINK(\"x\")"],
)  # fmt: skip
def test_a_line_without_a_sure_day_is_handed_back_with_its_number(line: str) -> None:
    first, second = read_holidays(f"2026-01-01 New Year\n\n{line}")
    assert first.is_read
    assert (second.number, second.is_read, second.days) == (3, False, ())


@given(
    st.lists(
        st.tuples(
            st.dates(date(1000, 1, 1)),
            st.text(st.characters(categories=["L"]), max_size=20),
        ),
        max_size=10,
    )
)
def test_what_is_written_is_read_again_as_the_same(days: list[tuple[date, str]]) -> None:
    read = read_holidays(write_holidays(iter(days)))
    assert [(line.days, line.name) for line in read] == [((day,), name) for day, name in days]


@given(st.text(max_size=200))
def test_no_text_brings_the_reading_to_a_fall(text: str) -> None:
    assert all(line.is_read == bool(line.days) for line in read_holidays(text))
