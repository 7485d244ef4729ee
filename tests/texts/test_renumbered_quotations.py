"""Words in which nothing but the number of a provision was changed are the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.quotations import find_quotation, quote
from app.texts.renumbered_quotations import find_renumbered


@pytest.mark.parametrize(
    ("language", "text", "words", "now", "expected"),
    [
        (
            "en",
            "Each Party shall report under Article 5(2) and pay under Article 7.",
            "report under Article 5(2) and pay",
            "Each Party shall report under Article 6(2) and pay under Article 8.",
            "report under Article 6(2) and pay",
        ),
        (
            "ko",
            "양측은 제5조제2항에 따라 보고한다.",
            "제5조제2항에 따라 보고한다",
            "양측은 제12조제2항에 따라 보고한다.",
            "제12조제2항에 따라 보고한다",
        ),
        (
            "ja",
            "双方は第5条第2項に従い報告する。",
            "第5条第2項に従い報告する",
            "双方は第6条第2項に従い報告する。",
            "第6条第2項に従い報告する",
        ),
        (
            "mn",
            "Талууд 5 дугаар зүйлийн 2-т заасны дагуу мэдээлнэ.",
            "5 дугаар зүйлийн 2-т заасны дагуу",
            "Талууд 6 дугаар зүйлийн 2-т заасны дагуу мэдээлнэ.",
            "6 дугаар зүйлийн 2-т заасны дагуу",
        ),
    ],
)
def test_a_reference_that_followed_its_provision_is_no_other_word(
    language: str, text: str, words: str, now: str, expected: str
) -> None:
    start = text.index(words)
    quotation = quote(text, start, start + len(words))
    assert find_quotation(now, quotation) is None
    found = find_renumbered(now, quotation, language=language)
    assert found is not None
    assert now[found.start : found.end] == expected
    assert not found.is_in_place


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("within 30 days", "The Parties meet within 60 days of Article 5."),
        ("under Article 6 of the Paris Agreement", "under Article 7 of the Paris Agreement"),
        ("report under Article 5", "Nothing is said here under Article 5."),
    ],
)
def test_other_numbers_and_other_words_are_others(words: str, now: str) -> None:
    text = f"The Parties {words}."
    start = text.index(words)
    assert find_renumbered(now, quote(text, start, start + len(words)), language="en") is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Article 5", "Article 12(3)", "shall report", "the fee", ","]), min_size=3
    ),
    st.data(),
)
def test_places_are_those_of_the_text_as_it_is_read(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find_renumbered(text, quote(text, start, end), language="en")
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
