from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from app.domain.names import Names, PartialDate, in_language, name_on, sort_key

NOW = {"en": "Ministry of Environment and Climate Change", "mn": "БОУАӨЯ"}


@dataclass(frozen=True)
class Dated:
    text: str
    valid_from: str | None = None
    valid_to: str | None = None
    language: str = "en"


FORMER = (
    Dated("Ministry of Environment and Green Development", None, "2014-12"),
    Dated("Ministry of Environment and Tourism", "2014-12", "2024-07-10"),
)


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        ({"en": "Korea", "ko": "대한민국"}, "ko", "대한민국"),
        ({"en": "Korea", "ko": "대한민국"}, "mn", "Korea"),
        ({"ko": "대한민국", "ja": "韓国"}, "mn", "대한민국"),
        ({"en": "Korea", "ko": ""}, "ko", "Korea"),
        ({}, "en", ""),
    ],
)
def test_a_text_is_given_in_the_language_or_else_in_english_or_else_in_any(
    names: Names, language: str, expected: str
) -> None:
    assert in_language(names, language) == expected


def test_an_empty_english_text_does_not_hide_the_others() -> None:
    assert in_language({"en": "", "ko": "대한민국"}, "mn") == "대한민국"


def test_another_language_than_english_may_stand_in() -> None:
    assert in_language({"en": "Korea", "ko": "대한민국"}, "mn", fallback="ko") == "대한민국"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2013, 4, 11), "Ministry of Environment and Green Development"),
        (date(2014, 11, 30), "Ministry of Environment and Green Development"),
        (date(2014, 12, 1), "Ministry of Environment and Tourism"),
        (date(2014, 12, 31), "Ministry of Environment and Tourism"),
        (date(2024, 7, 9), "Ministry of Environment and Tourism"),
        (date(2024, 7, 10), "Ministry of Environment and Climate Change"),
        (date(2025, 5, 27), "Ministry of Environment and Climate Change"),
    ],
)
def test_a_document_prints_the_name_of_its_day(day: date, expected: str) -> None:
    assert name_on(day, now=NOW, dated=FORMER, language="en") == expected
    assert name_on(day, now=NOW, dated=FORMER[::-1], language="en") == expected


@pytest.mark.parametrize(
    ("day", "over"),
    [(date(2013, 12, 31), False), (date(2014, 1, 1), True), (date(2014, 6, 1), True)],
)
def test_a_name_that_ended_in_a_year_is_over_with_the_first_day_of_it(
    day: date, over: bool
) -> None:
    dated = [Dated("Old Ministry", None, "2014")]
    assert name_on(day, now=NOW, dated=dated, language="en") == (
        NOW["en"] if over else "Old Ministry"
    )


@pytest.mark.parametrize(("day", "begun"), [(date(2013, 12, 31), False), (date(2014, 1, 1), True)])
def test_a_name_that_began_in_a_year_is_in_use_from_the_first_day_of_it(
    day: date, begun: bool
) -> None:
    dated = [Dated("New Ministry", "2014", None)]
    assert name_on(day, now=NOW, dated=dated, language="en") == (
        "New Ministry" if begun else NOW["en"]
    )


def test_of_several_names_without_a_beginning_the_one_that_ended_first_was_the_first() -> None:
    dated = [Dated("Second", None, "2014"), Dated("First", None, "2008")]
    assert name_on(date(2007, 1, 1), now=NOW, dated=dated, language="en") == "First"
    assert name_on(date(2010, 1, 1), now=NOW, dated=dated, language="en") == "Second"


def test_a_name_without_dates_never_takes_the_place_of_todays() -> None:
    dated = [Dated("Alias")]
    assert name_on(date(2013, 1, 1), now=NOW, dated=dated, language="en") == NOW["en"]


def test_a_former_name_in_another_language_is_not_mixed_in() -> None:
    dated = [Dated("БОНХЯ", None, "2014", language="mn")]
    assert name_on(date(2013, 1, 1), now=NOW, dated=dated, language="en") == NOW["en"]
    assert name_on(date(2013, 1, 1), now=NOW, dated=dated, language="mn") == "БОНХЯ"


@pytest.mark.parametrize("text", ["2006", "2025-05", "2025-05-27", "2024-02-29"])
def test_a_date_may_be_as_exact_as_its_source(text: str) -> None:
    assert TypeAdapter(PartialDate).validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["", "06", "2025-5", "2025-13", "2025-02-29", "27 May 2025", "2025-05-27T00", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PartialDate).validate_python(text)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_can_be_written_less_exactly(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    assert TypeAdapter(PartialDate).validate_python(text) == text


@pytest.mark.parametrize("tag", ["en", "ko", "mn-Cyrl", "zh-Hant-TW", "yue"])
def test_language_tags_are_taken(tag: str) -> None:
    assert TypeAdapter(Names).validate_python({tag: "x"}) == {tag: "x"}


@pytest.mark.parametrize("tag", ["", "EN", "english", "en_GB", "한국어", "e"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Names).validate_python({tag: "x"})


def test_things_are_sorted_by_their_english_name_without_regard_to_case() -> None:
    assert sort_key({"en": "REPUBLIC of Korea", "ko": "대한민국"}) == "republic of korea"
    assert sort_key({"mn": "Монгол"}) == "монгол"
    assert sort_key({}) == ""
