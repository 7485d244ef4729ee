import pytest

from app.texts.language_agreement import Disagreement, Wording, compare_wordings

D = Disagreement


def kinds(first: str, second: str, language: str) -> list[Disagreement]:
    told = compare_wordings(
        Wording("en", "1.", first), Wording(language, "1.", second), language=language
    )
    return [warned.kind for warned in told]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("It meets on 27 May 2025.", "2025년 5월 27일에 개최한다.", "ko"),
        ("It meets on 27 May 2025.", "2025年5月27日に開催する。", "ja"),
        ("It meets on May 27, 2025.", "2025 оны 5 дугаар сарын 27-нд хуралдана.", "mn"),
        ("Within 30 days of receipt.", "접수일부터 30일 이내에.", "ko"),
        ("Article 5 applies.", "제5조를 적용한다.", "ko"),
        ("Article 5 applies.", "第5条を適用する。", "ja"),
        ("Article 5 applies.", "5 дугаар зүйлийг баримтална.", "mn"),
        ("Up to USD 1,000,000.", "1,000,000달러까지.", "ko"),
        ("For two years.", "2년 동안.", "ko"),
        ("The two sides meet.", "양측은 회의를 연다.", "ko"),
        ("See {ref:art_5}.", "{ref:art_5}を見よ。", "ja"),
        ("It is 1,200 tonnes.", "1200톤이다.", "ko"),
    ],
)
def test_the_same_facts_written_as_each_language_does_agree(first, second, language):
    assert kinds(first, second, language) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Within 30 days.", "20일 이내에.", [D.NUMBERS]),
        ("On 27 May 2025.", "2025년 5월 28일에.", [D.DATES]),
        ("Article 5 applies.", "제6조를 적용한다.", [D.REFERENCES]),
        ("USD 500 each.", "각 500원.", [D.AMOUNTS]),
        ("Within 30 days.", "", [D.EMPTY]),
        ("See {ref:art_5}.", "보라.", [D.REFERENCES]),
    ],
)
def test_what_differs_is_told_by_its_kind(first, second, expected):
    assert kinds(first, second, "ko") == expected


def test_both_values_are_shown():
    (warned,) = compare_wordings(
        Wording("en", "1.", "Within 30 days."), Wording("ko", "1.", "20일 이내에."), language="ko"
    )
    assert (warned.only_first, warned.only_second) == (("30",), ("20",))


def test_a_text_that_is_not_there_is_missing():
    (warned,) = compare_wordings(Wording("en", "1.", "One."), None, language="mn")
    assert (warned.kind, warned.language) == (D.MISSING, "mn")


def test_a_translation_of_an_earlier_text_is_stale_and_one_without_number_is_told():
    told = compare_wordings(
        Wording("en", "(a)", "One side."),
        Wording("ko", "", "한쪽.", is_stale=True),
        language="ko",
    )
    assert [warned.kind for warned in told] == [D.STALE, D.UNNUMBERED]


def test_a_day_that_no_calendar_has_is_compared_as_it_is_written():
    assert kinds("On 31 February 2025.", "2025년 2월 31일에.", "ko") == [D.DATES]
