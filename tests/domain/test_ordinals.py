from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ordinals import OrdinalRemark, look_at_ordinal, suggest_ordinal


def remarks(ordinal: int, taken: dict[int, date | None], day: date | None = None) -> list[str]:
    return [found.remark for found in look_at_ordinal(ordinal, taken=taken, day=day)]


def test_the_number_after_the_highest_is_suggested() -> None:
    assert suggest_ordinal([1, 19, 4]) == 20
    assert suggest_ordinal([]) == 1


def test_the_next_number_needs_no_remark() -> None:
    assert remarks(23, {22: None}) == []
    assert remarks(7, {}) == []  # a body may begin to be recorded at its seventh meeting


def test_a_number_that_is_taken_is_a_double() -> None:
    assert remarks(22, {22: None}) == [OrdinalRemark.DOUBLE]


def test_numbers_left_out_are_named() -> None:
    (found,) = look_at_ordinal(25, taken={22: None}, day=None)
    assert (found.remark, found.numbers) == (OrdinalRemark.GAP, (23, 24))


def test_a_past_meeting_may_be_entered_afterwards() -> None:
    assert remarks(5, {7: None, 8: None}) == []


def test_days_that_do_not_follow_the_numbers_are_remarked_on() -> None:
    taken = {1: date(2025, 5, 27), 3: date(2026, 9, 1)}
    assert remarks(2, taken, date(2024, 1, 1)) == [OrdinalRemark.EARLIER_THAN_LOWER]
    assert remarks(2, taken, date(2027, 1, 1)) == [OrdinalRemark.LATER_THAN_HIGHER]
    assert remarks(2, taken, date(2026, 1, 1)) == []
    assert remarks(2, taken, None) == []


@given(st.sets(st.integers(1, 200)))
def test_what_is_suggested_is_never_remarked_on(taken: set[int]) -> None:
    assert remarks(suggest_ordinal(list(taken)), dict.fromkeys(taken)) == []
