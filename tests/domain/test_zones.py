from datetime import UTC, date, datetime, time

import pytest

from app.domain.zones import hour_at, hour_exists, instant, is_zone


@pytest.mark.parametrize(
    "name", ["", "Asia", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "a\0b"]
)
def test_what_is_no_zone_is_none(name: str) -> None:
    assert not is_zone(name)


def test_an_hour_at_a_place_is_an_instant() -> None:
    moment = instant(date(2025, 5, 27), time(9, 30), "Asia/Ulaanbaatar")
    assert moment == datetime(2025, 5, 27, 1, 30, tzinfo=UTC)
    assert hour_at(moment, "Asia/Seoul") == time(10, 30)
    assert hour_at(moment, "") == time(1, 30)


def test_an_hour_that_clocks_pass_over_does_not_exist() -> None:
    spring = date(2026, 3, 29)
    assert not hour_exists(spring, time(2, 30), "Europe/Berlin")
    assert hour_exists(spring, time(3, 30), "Europe/Berlin")
    assert hour_exists(date(2026, 10, 25), time(2, 30), "Europe/Berlin")  # there twice: the first
