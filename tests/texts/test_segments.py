import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.segments import Ending, Segment, Term, fold, index_text, segments, terms

HANGUL = "한몽합동위원회의결정하없음에서규칙제조항"
KANJI_AND_KANA = "実施規則第条改正するガイドラインの合同委員会にーとヲ々"
WORDS = ["Article", "хурлын", "гишүүн", "decision", "JCM", "6", "16", "2025"]


def finds(query: str, text: str) -> bool:
    """Look for the pieces of a query among those of a text, as the index does."""
    pieces = [segment.text for segment in segments(fold(text))]
    return all(_stands_in(term, pieces) for term in terms(query))


def _stands_in(term: Term, pieces: list[str]) -> bool:
    count = len(term.segments)
    return any(
        tuple(pieces[at : at + count - 1]) == term.segments[:-1]
        and _last_fits(term, pieces[at + count - 1])
        for at in range(len(pieces) - count + 1)
    )


def _last_fits(term: Term, piece: str) -> bool:
    if term.ending is Ending.CLOSED:
        return piece == term.segments[-1]
    return piece.startswith(term.beginnings())


def test_a_run_is_cut_into_pairs_and_its_last_character() -> None:
    assert index_text("회의에서") == "회의 의에 에서 서"
    assert index_text("改正する") == "改正 正す する る"


def test_words_and_numbers_stay_whole() -> None:
    assert index_text("Article 16 of the Rules") == "article 16 of the rules"
    assert index_text("제16조") == "제 16 조"
    assert index_text("Дүрмийн 6.2 дугаар зүйл") == "дүрмийн 6 2 дугаар зүйл"


def test_the_places_of_the_pieces_are_those_of_the_folded_text() -> None:
    assert list(segments("제6조 ab")) == [
        Segment("제", 0, 1, "run"),
        Segment("6", 1, 2, "number"),
        Segment("조", 2, 3, "run"),
        Segment("ab", 4, 6, "word"),
    ]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("회의", "제1차 회의에서 채택하였다"),
        ("회의에서", "제1차 회의에서 채택하였다"),
        ("제6조", "규칙 제6조에 따라"),
        ("결정 없음", "결정하지 않음, 결정 없음"),
        ("회", "위원회"),
        ("第六条", "規則第六条を改正する"),
        ("ガイドライン", "実施ｶﾞｲﾄﾞﾗｲﾝの改正"),
        ("ｶﾞｲﾄﾞﾗｲﾝ", "実施ガイドラインの改正"),
        ("JCM", "日本・モンゴルＪＣＭ合同委員会"),
        ("合同", "日本・モンゴルJCM合同委員会"),
        ("хурал", "Хамтарсан ажлын хэсгийн анхдугаар ХУРЛЫН шийдвэр"),
        ("хурал", "хурлаар баталсан"),
        ("гишүүн", "гишүүдийн бүрэлдэхүүн"),
        ("сургууль", "сургуулийн"),
        ("шийдвэр", "шийдвэрлэх"),
        ("party", "each of the Parties"),
        ("parties", "each Party"),
        ("meetings", "the first meeting"),
        ("meeting", "two meetings"),
        ("processes", "a process"),
        ("amend", "as amended"),
        ("6.2", "Article 6.2 of the Paris Agreement"),
        ("ARTICLE", "article"),
        ("straße", "STRASSE"),
        ("②", "paragraph 2"),
        ("“joint crediting”", "a joint crediting mechanism"),
        ('"joint crediting"', "a joint crediting mechanism"),
    ],
)
def test_a_query_finds(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("제6조", "규칙 제16조에 따라"),
        ("제6조", "규칙 제6항 제16조"),
        ("6", "Article 16"),
        ("회의", "위원회 의장"),
        ("의회", "회의"),
        ("결정 있음", "결정 없음"),
        ("of", "office"),
        ("rule", "rural"),
        ('"crediting joint"', "a joint crediting mechanism"),
        ('"joint credit"', "a joint crediting mechanism"),
        ("status", "statute"),
        ("6.2", "Article 6.12"),
        ("хурал", "тайлан"),
    ],
)
def test_a_query_does_not_find(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize("query", ["", "   ", "…", "「」", "()", '""', "★"])
def test_a_query_without_a_word_asks_for_nothing(query: str) -> None:
    assert terms(query) == ()


def test_a_word_said_twice_is_asked_for_once() -> None:
    assert terms("회의 회의") == (Term(("회의",)),)


def test_decomposed_text_folds_like_composed_text() -> None:
    for text in ("데이터 データ 회의 ёлка", "Ärger"):
        assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def runs(alphabet: str) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=1, max_size=12)


PASSAGES = st.lists(
    st.one_of(runs(HANGUL), runs(KANJI_AND_KANA), st.sampled_from(WORDS)), min_size=1, max_size=12
)
JOINTS = st.lists(
    st.sampled_from([" ", "  ", "", ", ", "「", ". ", "・"]), min_size=12, max_size=12
)


def is_cut(text: str, at: int) -> bool:
    """Whether ``at`` lies inside a word or a number, which only match whole or from the start."""
    if at in (0, len(text)):
        return False
    before, after = text[at - 1], text[at]
    run = HANGUL + KANJI_AND_KANA
    both_letters = before.isalpha() and after.isalpha() and not (before in run or after in run)
    return both_letters or (before.isdigit() and after.isdigit())


@given(PASSAGES, JOINTS, st.data())
def test_every_part_of_a_text_is_found_in_it(
    passages: list[str], joints: list[str], data: st.DataObject
) -> None:
    text = "".join(a + b for a, b in zip(passages, joints, strict=False))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if is_cut(text, start) or is_cut(text, end):
        return
    assert finds(text[start:end], text)


@given(runs(HANGUL), runs(HANGUL))
def test_a_run_is_found_exactly_where_it_stands(query: str, text: str) -> None:
    assert finds(query, text) is (query in text)


@given(runs(KANJI_AND_KANA), runs(KANJI_AND_KANA))
def test_kanji_and_kana_are_found_exactly_where_they_stand(query: str, text: str) -> None:
    assert finds(query, text) is (fold(query) in fold(text))


@given(st.text(max_size=60))
def test_the_index_is_given_the_pieces_that_a_query_is_cut_into(text: str) -> None:
    assert index_text(text).split() == [piece.text for piece in segments(fold(text))]


@given(st.text(max_size=60))
def test_any_text_at_all_is_cut_into_pieces_that_an_index_takes(text: str) -> None:
    for piece in index_text(text).split(" "):
        assert '"' not in piece
        assert "*" not in piece
        assert not any(character.isspace() for character in piece)
    for term in terms(text):
        assert all(term.segments)


def test_only_scripts_without_spaces_are_cut_into_pairs():
    cherokee = "\uab70\uab71\uab72"  # between the Han letters and their compatibility forms
    assert index_text(cherokee).split() == [fold(cherokee)]
