from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.due_days import ClosedBy, SideCalendar, closures_on, due_day, working_day_until

KOREA = SideCalendar("KR", holidays={date(2026, 9, 25): "Chuseok"})
MONGOLIA = SideCalendar("MN", holidays={date(2026, 7, 10): "Naadam", date(2026, 9, 24): ""})
START, END = date(2026, 9, 30), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("anchor", "days", "wanted"),
    [
        ("before-start", 0, START),
        ("before-start", 56, date(2026, 8, 5)),
        ("during", 1, date(2026, 10, 1)),
        ("after-end", 14, date(2026, 10, 15)),
    ],
)
def test_days_are_counted_from_the_start_or_the_end(anchor: str, days: int, wanted: date) -> None:
    assert due_day(anchor, days, starts_on=START, ends_on=END) == wanted


def test_a_meeting_of_one_day_ends_on_its_first() -> None:
    assert due_day("after-end", 1, starts_on=START, ends_on=None) == END


def test_without_a_day_of_the_meeting_nothing_is_due() -> None:
    assert due_day("before-start", 5, starts_on=None, ends_on=None) is None


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert due_day("before-start", 10**7, starts_on=START, ends_on=None) is None
    assert due_day("after-end", 10**9, starts_on=START, ends_on=None) is None


def test_a_day_is_looked_at_in_the_calendar_of_each_side() -> None:
    (closed,) = closures_on(date(2026, 9, 25), [KOREA, MONGOLIA])
    assert (closed.side, closed.why, closed.name) == ("KR", ClosedBy.HOLIDAY, "Chuseok")
    weekend = closures_on(date(2026, 9, 26), [KOREA, MONGOLIA])
    assert [(each.side, each.why) for each in weekend] == [
        ("KR", ClosedBy.WEEKEND),
        ("MN", ClosedBy.WEEKEND),
    ]
    assert closures_on(date(2026, 9, 28), [KOREA, MONGOLIA]) == ()


def test_the_working_day_before_is_one_on_which_both_sides_work() -> None:
    # Sunday; Saturday; Friday is a holiday in Korea, Thursday one in Mongolia.
    assert working_day_until(date(2026, 9, 27), [KOREA, MONGOLIA]) == date(2026, 9, 23)
    assert working_day_until(date(2026, 9, 23), [KOREA, MONGOLIA]) == date(2026, 9, 23)


def test_a_weekend_need_not_be_saturday_and_sunday() -> None:
    gulf = SideCalendar("SA", weekend=frozenset({5, 6}))
    assert working_day_until(date(2026, 9, 27), [gulf]) == date(2026, 9, 27)
    assert working_day_until(date(2026, 9, 26), [gulf]) == date(2026, 9, 24)


def test_sides_without_a_common_working_day_have_none() -> None:
    never = SideCalendar("XX", weekend=frozenset(range(1, 8)))
    assert working_day_until(START, [never]) is None
    assert working_day_until(date.min, [never]) is None


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.sets(st.integers(1, 7), max_size=5),
    st.sets(st.integers(0, 20), max_size=8),
)
def test_a_working_day_is_never_later_and_nobody_is_closed_on_it(
    day: date, weekend: set[int], holidays: set[int]
) -> None:
    free = {day - timedelta(days=back): "" for back in holidays}
    calendars = [SideCalendar("KR", frozenset(weekend), free), SideCalendar("MN")]
    found = working_day_until(day, calendars)
    if found is not None:
        assert found <= day
        assert closures_on(found, calendars) == ()
        between = (found + timedelta(days=step) for step in range(1, (day - found).days + 1))
        assert all(closures_on(each, calendars) for each in between)
