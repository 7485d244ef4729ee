from hypothesis import given
from hypothesis import strategies as st

from app.texts.symbol_patterns import next_symbol


def test_the_next_number_of_the_meeting_follows_the_last() -> None:
    taken = ["1/JWG.1", "2/JWG.1", "9/JWG.2", "E1/2026"]
    assert next_symbol("{number}/JWG.{ordinal}", taken=taken, ordinal=1) == "3/JWG.1"
    assert next_symbol("{number}/JWG.{ordinal}", taken=taken, ordinal=3) == "1/JWG.3"


def test_a_gap_is_not_filled_because_its_number_may_have_been_given() -> None:
    assert next_symbol("D{number}", taken=["D1", "D7"]) == "D8"


def test_numbers_may_run_by_year() -> None:
    assert next_symbol("E{number}/{year}", taken=["E3/2026"], year=2026) == "E4/2026"


def test_a_pattern_that_cannot_be_filled_proposes_nothing() -> None:
    assert next_symbol("{number}/JWG.{ordinal}", taken=[], ordinal=None) == ""
    assert next_symbol("Decision", taken=[]) == ""
    assert next_symbol("", taken=[]) == ""


def test_signs_of_a_pattern_stand_for_themselves() -> None:
    assert next_symbol("D.{number}(a)", taken=["Dx5(a)", "D.5(a)"]) == "D.6(a)"


@given(st.lists(st.integers(min_value=1, max_value=999), max_size=20))
def test_a_proposed_symbol_is_never_taken(numbers: list[int]) -> None:
    taken = [f"JC4-D{number}" for number in numbers]
    assert next_symbol("JC{ordinal}-D{number}", taken=taken, ordinal=4) not in taken
