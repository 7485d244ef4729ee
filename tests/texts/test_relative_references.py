"""What a text names by its place alone is found, and told when another provision stands there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.rules import ProvisionKind
from app.texts.cross_references import Fate, follow, resolve
from app.texts.provision_index import PlacedProvision, ProvisionIndex
from app.texts.reference_grammars import find_references

KIND = ProvisionKind


def outline(articles: int = 4, paragraphs: int = 3) -> list[PlacedProvision]:
    rows = []
    for a in range(1, articles + 1):
        rows.append(PlacedProvision(f"a{a}", KIND.ARTICLE, f"Article {a}"))
        for p in range(1, paragraphs + 1):
            rows.append(PlacedProvision(f"a{a}p{p}", KIND.PARAGRAPH, f"{p}.", f"a{a}"))
            rows.append(PlacedProvision(f"a{a}p{p}a", KIND.ITEM, "(a)", f"a{a}p{p}"))
            rows.append(PlacedProvision(f"a{a}p{p}b", KIND.ITEM, "(b)", f"a{a}p{p}"))
    return rows


INDEX = ProvisionIndex(outline())


@pytest.mark.parametrize(
    ("language", "text", "at", "meant"),
    [
        ("en", "subject to the preceding paragraph", "a2p2", "a2p1"),
        ("en", "as the following Article provides", "a2p2", "a3"),
        ("en", "the preceding two Articles apply", "a3p1", "a1"),
        ("en", "as said in the preceding subparagraph", "a2p2b", "a2p2a"),
        ("ja", "前項の規定により", "a2p2", "a2p1"),
        ("ja", "前項の規定により", "a2p1", "a2"),
        ("ja", "次条に定める", "a2p2", "a3"),
        ("ja", "前二項の規定", "a2p3", "a2p1"),
        ("ja", "前条第二項の規定", "a2p3", "a1p2"),
        ("ja", "前号の書類", "a2p2b", "a2p2a"),
        ("ko", "전항의 규정에 따라", "a2p2", "a2p1"),
        ("ko", "전조 제2항에 따른", "a2p3", "a1p2"),
        ("ko", "다음 조에서 정하는", "a2p2", "a3"),
        ("mn", "өмнөх зүйлд заасан", "a2p2", "a1"),
        ("mn", "дараагийн хэсэгт заасан", "a2p2", "a2p3"),
    ],
)
def test_words_that_point_beside_them_lead_to_the_neighbour(language, text, at, meant):
    (found,) = find_references(text, language=language)
    assert resolve(found, INDEX, at=at) == meant
    now, (told,) = follow(text, language=language, at=at, before=INDEX, after=INDEX)
    assert (now, told.fate) == (text, Fate.SAME)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at the following meeting"),
        ("en", "in the following paragraphs:"),
        ("en", "by the next session"),
        ("ja", "以前項目を整理した"),
        ("ja", "次に掲げる事項"),
        ("ja", "次の各号に掲げる"),
        ("ko", "안전조치를 취한다"),
        ("ko", "다음 각 호의 어느 하나"),
        ("ko", "오전 회의"),
        ("mn", "дараах байгууллага"),
    ],
)
def test_words_that_only_sound_alike_name_nothing(language, text):
    assert find_references(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "subject to the preceding paragraph"),
        ("ja", "前項の規定により"),
        ("ko", "전항의 규정에 따라"),
        ("mn", "өмнөх хэсэгт заасан"),
    ],
)
def test_what_another_provision_was_put_before_must_be_said_anew(language, text):
    rows = outline()
    place = [row.eid for row in rows].index("a2p2")
    rows.insert(place, PlacedProvision("new", KIND.PARAGRAPH, "1 bis.", "a2"))
    now, (told,) = follow(
        text, language=language, at="a2p2", before=INDEX, after=ProvisionIndex(rows)
    )
    assert now == text
    assert (told.fate, told.target) == (Fate.BY_HAND, "a2p1")


def test_a_repealed_neighbour_is_told_as_gone():
    after = ProvisionIndex(row for row in outline() if not row.eid.startswith("a2p1"))
    _, (told,) = follow("前項の規定", language="ja", at="a2p2", before=INDEX, after=after)
    assert (told.fate, told.target) == (Fate.GONE, "a2p1")


def test_two_neighbours_are_told_when_one_comes_between_them():
    rows = outline()
    place = [row.eid for row in rows].index("a2")
    rows.insert(place, PlacedProvision("new", KIND.ARTICLE, "Article 1 bis"))
    _, (told,) = follow(
        "前二条の規定", language="ja", at="a4p1", before=INDEX, after=ProvisionIndex(rows)
    )
    assert told.fate is Fate.SAME
    _, (told,) = follow(
        "前二条の規定", language="ja", at="a3p1", before=INDEX, after=ProvisionIndex(rows)
    )
    assert told.fate is Fate.BY_HAND


def test_a_paragraph_of_the_article_named_before_is_not_taken_for_one_of_its_own():
    (first, same) = find_references("第一条第一項及び同条第二項の規定", language="ja")
    assert [resolve(each, INDEX, at="a3p3") for each in (first, same)] == ["a1p1", "a1p2"]
    (_, apart) = find_references("第一条第一項の規定は、同条第二項の場合を除く。", language="ja")
    assert apart.is_foreign


def test_an_article_that_speaks_of_its_own_paragraphs_is_left_alone():
    _, (told,) = follow("前項の場合", language="ja", at="a2", before=INDEX, after=INDEX)
    assert told.fate is Fate.SAME


@settings(max_examples=60, deadline=None)
@given(gone=st.sets(st.sampled_from([row.eid for row in outline()]), max_size=6), data=st.data())
def test_a_neighbour_is_never_said_to_be_the_same_when_it_is_not(gone, data):
    at = data.draw(st.sampled_from([r.eid for r in outline() if r.kind is KIND.PARAGRAPH]))
    left = []
    for row in outline():
        if row.eid not in gone and (row.parent is None or row.parent in {r.eid for r in left}):
            left.append(row)
    after = ProvisionIndex(left)
    (found,) = find_references("前項の規定", language="ja")
    _, (told,) = follow("前項の規定", language="ja", at=at, before=INDEX, after=after)
    if at in after:
        same = resolve(found, INDEX, at=at) == resolve(found, after, at=at)
        assert (told.fate is Fate.SAME) is same
