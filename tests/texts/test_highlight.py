import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.highlight import excerpt, find_spans
from app.texts.segments import terms


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_spans(text, terms(query))]


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("회의", "제1차 회의에서 회의록을", ["회의", "회의"]),
        ("회", "위원회 회의", ["회", "회"]),
        ("제6조", "제16조와 제6조", ["제6조"]),
        ("article", "ARTICLE 7 of the articles", ["ARTICLE", "articles"]),
        ("party", "Each Party, the Parties", ["Party", "Parties"]),
        ("хурал", "ХУРЛЫН шийдвэр", ["ХУРЛЫН"]),
        ("6.2", "Article 6.2 and Article 6.12", ["6.2"]),
        ("改正する", "規則を改正する。", ["改正する"]),
        ("strasse", "In der Straße", ["Straße"]),
        ("ガイド", "実施ｶﾞｲﾄﾞﾗｲﾝの", ["ｶﾞｲﾄﾞ"]),
        ("km", "within 5 ㎞ of", ["㎞"]),
        ("joint group", "Joint Working Group", ["Joint", "Group"]),
        ("absent", "nothing here", []),
        ("", "nothing asked", []),
    ],
)
def test_the_places_are_those_of_the_original(query: str, text: str, places: list[str]) -> None:
    assert marked(text, query) == places


def test_a_decomposed_text_is_marked_in_its_own_characters() -> None:
    text = unicodedata.normalize("NFD", "제1차 회의에서")
    (place,) = marked(text, "회의")
    assert unicodedata.normalize("NFC", place) == "회의"


def test_places_that_touch_are_one() -> None:
    text = "합동위원회"
    assert find_spans(text, terms("합동 위원 동위")) == ((0, 4),)


def test_a_short_text_is_its_own_excerpt() -> None:
    part = excerpt("Article 6", ((0, 7),))
    assert (part.text, part.spans) == ("Article 6", ((0, 7),))


def test_an_excerpt_shows_the_first_place_of_a_long_text() -> None:
    text = "word " * 200 + "the carbon market " + "word " * 200
    spans = find_spans(text, terms("carbon"))
    part = excerpt(text, spans, length=120)
    assert [part.text[start:end] for start, end in part.spans] == ["carbon"]
    assert part.text.startswith("…")
    assert part.text.endswith("…")
    assert len(part.text) <= 142


def test_an_excerpt_without_a_place_shows_the_beginning() -> None:
    part = excerpt("word " * 100, (), length=40)
    assert part.text.startswith("word word")
    assert part.spans == ()


@given(st.text(max_size=80), st.text(max_size=8))
def test_places_lie_in_the_text_and_in_order(text: str, query: str) -> None:
    spans = find_spans(text, terms(query))
    flat = [edge for span in spans for edge in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text("회의 한몽 article ", min_size=1, max_size=300), st.integers(20, 80))
def test_the_places_in_an_excerpt_show_the_same_words(text: str, length: int) -> None:
    spans = find_spans(text, terms("회의"))
    part = excerpt(text, spans, length=length)
    assert all("회의".startswith(part.text[start:end][:1]) for start, end in part.spans)
    assert bool(part.spans) == bool(spans)
