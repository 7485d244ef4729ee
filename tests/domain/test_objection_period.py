from datetime import UTC, date, datetime, time

import pytest

from app.domain.objection_period import deadline, last_day
from app.domain.written_procedure import DayKind

MONDAY = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("days", "counts", "last"),
    [
        (14, DayKind.CALENDAR, date(2025, 9, 15)),
        (1, DayKind.CALENDAR, date(2025, 9, 2)),
        (10, DayKind.WORKING, date(2025, 9, 15)),
        (4, DayKind.WORKING, date(2025, 9, 5)),
        (5, DayKind.WORKING, date(2025, 9, 8)),
    ],
)
def test_a_period_is_counted_from_the_day_after(days: int, counts: DayKind, last: date) -> None:
    assert last_day(MONDAY, days=days, counts=counts) == last


def test_a_holiday_is_no_working_day() -> None:
    holidays = frozenset({date(2025, 9, 2), date(2025, 9, 6)})
    found = last_day(MONDAY, days=1, counts=DayKind.WORKING, holidays=holidays)
    assert found == date(2025, 9, 3)


def test_a_period_ends_at_its_hour_in_its_zone() -> None:
    start = datetime(2025, 9, 1, 1, 0, tzinfo=UTC)
    end = deadline(start, days=10, counts=DayKind.WORKING, hour=time(18), zone="Asia/Seoul")
    assert end == datetime(2025, 9, 15, 9, 0, tzinfo=UTC)


def test_a_period_without_an_hour_ends_with_its_last_day() -> None:
    start = datetime(2025, 9, 1, 1, 0, tzinfo=UTC)
    end = deadline(start, days=1, counts=DayKind.CALENDAR, hour=None, zone="Asia/Seoul")
    assert end == datetime(2025, 9, 2, 15, 0, tzinfo=UTC)


def test_the_first_day_is_that_of_the_zone_and_not_of_greenwich() -> None:
    late = datetime(2025, 9, 1, 20, 0, tzinfo=UTC)  # already the second in Seoul
    end = deadline(late, days=1, counts=DayKind.CALENDAR, hour=time(12), zone="Asia/Seoul")
    assert end == datetime(2025, 9, 3, 3, 0, tzinfo=UTC)
