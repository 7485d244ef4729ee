import pytest

from app.domain.number_patterns import DECISION_FIELDS, MEETING_FIELDS, fill, unknown_fields


def test_a_pattern_is_filled_in() -> None:
    assert fill("JWG-{ordinal}", ordinal=3) == "JWG-3"
    assert fill("Decision No {number}/{year}", number=1, year=2026) == "Decision No 1/2026"


def test_a_pattern_with_something_that_is_not_known_yet_gives_nothing() -> None:
    assert fill("JWG-{ordinal}", ordinal=None) == ""
    assert fill("JWG-{ordinal}", year=2026) == ""


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert fill("{ordinal}", ordinal="{year}", year=2026) == "{year}"


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("JWG-{ordinal}", ()),
        ("", ()),
        ("JWG-{number}", ("number",)),
        ("JWG-{}", ("{}",)),
        ("JWG-{ordinal", ("{",)),
        ("{ordinal.__class__}", ("ordinal.__class__",)),
    ],
)
def test_what_cannot_be_filled_in_is_named(pattern: str, wrong: tuple[str, ...]) -> None:
    assert unknown_fields(pattern, MEETING_FIELDS) == wrong


def test_decisions_have_a_number_of_their_own() -> None:
    assert unknown_fields("{number}/JWG.{ordinal}", DECISION_FIELDS) == ()
