import pytest

from app.store.match import exact_match, wide_match
from app.texts.segments import terms


@pytest.mark.parametrize(
    ("query", "wide", "exact"),
    [
        ("회의", '"회의"', '"회의"'),
        ("회", '"회"*', '"회"*'),
        ("제6조", '"제 6 조"*', '"제 6 조"*'),
        ("of 6", '"of" AND "6"', '"of" AND "6"'),
        ("article", '"article"*', '"article"'),
        ("parties", '("parties"* OR "party"*)', '"parties"'),
        ("meetings", '"meeting"*', '"meetings"'),
        ("хурал", '("хурал"* OR "хурл"*)', '"хурал"'),
        ('"of the group"', '"of the group"', '"of the group"'),
    ],
)
def test_a_query_is_written_for_the_index_as(query: str, wide: str, exact: str) -> None:
    assert wide_match(terms(query)) == wide
    assert exact_match(terms(query)) == exact


def test_signs_of_the_query_language_have_no_meaning() -> None:
    assert wide_match(terms("NEAR(a b) title:x -y ^z a*")) == (
        '"near a" AND "b" AND "title x" AND "y" AND "z" AND "a"'
    )


def test_a_single_character_is_looked_for_as_the_pairs_that_there_are() -> None:
    pairs = {"会": ("会議", "会合")}
    assert wide_match(terms("会 rules"), spelt=pairs) == '("会議" OR "会合") AND "rule"*'
    assert wide_match(terms("会議"), spelt=pairs) == '"会議"'
