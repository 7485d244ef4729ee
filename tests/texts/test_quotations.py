"""Words that were quoted are found again after the text around them was amended, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.quotations import CONTEXT, Quotation, find_quotation, quote

WORDS = st.text(alphabet="abcde 第条가는다\n.", max_size=200)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(WORDS.filter(lambda told: told.strip()))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, start, end


@settings(max_examples=60, deadline=None)
@given(quoted())
def test_in_the_same_text_they_stand_where_they_stood(told: tuple[str, int, int]) -> None:
    text, start, end = told
    quotation = quote(text, start, end)
    found = find_quotation(text, quotation)
    if not quotation.words.strip():
        assert found is None
        return
    assert found is not None
    assert (found.start, found.end, found.is_in_place) == (start, end, True)


@settings(max_examples=60, deadline=None)
@given(quoted(), WORDS, WORDS)
def test_whatever_is_put_before_and_after_the_words_that_are_found_are_those_that_were_quoted(
    told: tuple[str, int, int], before: str, after: str
) -> None:
    text, start, end = told
    quotation = quote(text, start, end)
    amended = before + text + after
    found = find_quotation(amended, quotation)
    if quotation.words.strip() and amended.count(quotation.words) == 1:
        assert found is not None
    if found is not None:
        assert amended[found.start : found.end].split() == quotation.words.split()


@settings(max_examples=60, deadline=None)
@given(quoted())
def test_words_that_were_struck_out_are_not_found(told: tuple[str, int, int]) -> None:
    text, start, end = told
    quotation = quote(text, start, end)
    without = "".join(text.split(quotation.words)).replace(" ", "")
    if "".join(quotation.words.split()) not in without.replace("\n", ""):
        assert find_quotation(without, quotation) is None


@pytest.mark.parametrize(
    ("text", "words", "now", "expected"),
    [
        ("Each side shall report. It shall pay.", "shall", "Each side shall report.", "shall"),
        ("a fee of two\nper cent", "two\nper cent", "a fee of two per cent", "two per cent"),
        ("양측은 매년 보고한다.", "매년", "양측은 서면으로 매년 보고한다.", "매년"),
    ],
)
def test_words_are_known_again(text: str, words: str, now: str, expected: str) -> None:
    found = find_quotation(now, quote(text, text.index(words), text.index(words) + len(words)))
    assert found is not None
    assert now[found.start : found.end] == expected


def test_short_words_among_others_are_not_the_same_words() -> None:
    text = "The fee is 5 dollars."
    quotation = quote(text, text.index("5"), text.index("5") + 1)
    assert find_quotation("Within 15 days the sides meet.", quotation) is None
    assert find_quotation("The fee is 5 euros.", quotation) is not None


def test_of_equal_words_the_one_in_the_same_surroundings_is_meant() -> None:
    text = "Party A shall report. Party B shall report."
    quotation = quote(text, text.rindex("shall report"), len(text) - 1)
    amended = "Party B shall report. Nobody else shall report. Party A shall report."
    found = find_quotation(amended, quotation)
    assert found is not None
    assert amended[: found.start].endswith("Party B ")
    assert found.is_in_place


def test_a_very_long_text_takes_no_time() -> None:
    text = "shall " * 40_000
    found = find_quotation(text, Quotation("shall", "nothing of this", "is there", 120_000))
    assert found is None or text[found.start : found.end] == "shall"
    assert CONTEXT == 48
