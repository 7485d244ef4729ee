"""The end of an instrument: as it is written, and as tacit extensions carry it on."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.instrument import InstrumentStatus
from app.domain.instrument_term import Term, TermWarning, months_after, term_on

IN_FORCE = InstrumentStatus.IN_FORCE


def test_a_tacit_extension_is_counted_from_the_first_end() -> None:
    term = term_on(
        date(2026, 6, 1),
        status=IN_FORCE,
        in_force_to="2019-01-31",
        extends_by_months=24,
        notice_months=6,
    )
    assert term == Term(date(2027, 1, 31), 4, date(2026, 7, 31), TermWarning.NOTICE_SOON)


def test_the_swiss_malawi_agreement_ends_with_its_decade_and_goes_on() -> None:
    asked = {"status": IN_FORCE, "in_force_to": "2034-12-31", "extends_by_months": 60}
    assert term_on(date(2030, 1, 1), **asked).ends_on == date(2034, 12, 31)
    assert term_on(date(2035, 1, 1), **asked).ends_on == date(2039, 12, 31)


@pytest.mark.parametrize(
    ("today", "warning"),
    [
        (date(2025, 6, 29), None),
        (date(2025, 6, 30), TermWarning.LAPSES_SOON),
        (date(2025, 12, 31), TermWarning.LAPSES_SOON),
        (date(2026, 1, 1), TermWarning.PAST_END),
    ],
)
def test_a_warning_comes_half_a_year_before_one_lapses(
    today: date, warning: TermWarning | None
) -> None:
    assert term_on(today, status=IN_FORCE, in_force_to="2025").warning is warning


def test_what_is_over_neither_goes_on_nor_warns() -> None:
    status = InstrumentStatus.REPLACED
    term = term_on(date(2026, 1, 1), status=status, in_force_to="2019-05", extends_by_months=12)
    assert term == Term(date(2019, 5, 31))
    assert term_on(date(2026, 1, 1), status=IN_FORCE, in_force_to=None) == Term()


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.dates(), st.integers(1, 1200), st.integers(0, 120))
def test_no_dates_break_it(today: date, end: date, months: int, notice: int) -> None:
    term = term_on(
        today,
        status=IN_FORCE,
        in_force_to=end.isoformat(),
        extends_by_months=months,
        notice_months=notice,
    )
    assert term.ends_on is not None
    assert term.ends_on >= end


def test_the_last_of_a_month_stays_the_last() -> None:
    assert months_after(date(2023, 2, 28), 12) == date(2024, 2, 29)
    assert months_after(date(2024, 1, 30), 1) == date(2024, 2, 29)
    assert months_after(date.max, 1) is None
