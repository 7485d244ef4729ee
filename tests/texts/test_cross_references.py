"""References are found in four languages, and lead to the same provision after a renumbering."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.rules import ProvisionKind
from app.texts.cross_references import Fate, follow, resolve
from app.texts.provision_index import PlacedProvision, ProvisionIndex
from app.texts.provision_names import name_in
from app.texts.reference_grammars import find_references
from app.texts.renumbering import number_on, propose_label, put_in_order, renumber_one

ARTICLES, PARAGRAPHS, ITEMS = 9, 3, "ab"
KIND = ProvisionKind


def outline(shapes: tuple[str, str, str] = ("Article {}", "{}.", "({})")) -> list[PlacedProvision]:
    rows = []
    for a in range(1, ARTICLES + 1):
        rows.append(PlacedProvision(f"a{a}", KIND.ARTICLE, shapes[0].format(a)))
        for p in range(1, PARAGRAPHS + 1):
            rows.append(PlacedProvision(f"a{a}p{p}", KIND.PARAGRAPH, shapes[1].format(p), f"a{a}"))
            rows += [
                PlacedProvision(f"a{a}p{p}{i}", KIND.ITEM, shapes[2].format(i), f"a{a}p{p}")
                for i in ITEMS
            ]
    return rows


def with_labels(rows: list[PlacedProvision], labels: dict[str, str]) -> ProvisionIndex:
    return ProvisionIndex(replace(row, label=labels.get(row.eid, row.label)) for row in rows)


def words_for(language: str, article: int, paragraph: int, item: str) -> str:
    number = ITEMS.index(item)
    return {
        "en": f"Article {article}({paragraph})({item})",
        "ko": f"제{article}조제{paragraph}항{'가나'[number]}목",
        "ja": f"第{article}条第{paragraph}項({'アイ'[number]})",
        "mn": f"{article} дугаар зүйлийн {paragraph}",
    }[language]


places = st.tuples(st.integers(1, ARTICLES), st.integers(1, PARAGRAPHS), st.sampled_from(ITEMS))


@settings(max_examples=60, deadline=None)
@given(
    language=st.sampled_from(["en", "ko", "ja", "mn"]),
    named=st.lists(places, min_size=1, max_size=4),
    article=st.integers(1, ARTICLES),
    shift=st.integers(1, 12),
    inserted=st.booleans(),
)
def test_after_a_renumbering_each_reference_leads_to_the_same_provision_and_back(
    language: str,
    named: list[tuple[int, int, str]],
    article: int,
    shift: int,
    inserted: bool,
) -> None:
    rows = outline()
    before = ProvisionIndex(rows)
    label = f"Article {article} bis" if inserted else f"Article {article + shift}"
    after = with_labels(rows, number_on(before, f"a{article}", label))
    text = "; ".join(words_for(language, *each) for each in named) + "."
    meant = [resolve(f, before, at="a1") for f in find_references(text, language=language)]
    assert len(meant) == len(named)
    assert None not in meant
    now, told = follow(text, language=language, at="a1", before=before, after=after)
    assert {each.fate for each in told} <= {Fate.SAME, Fate.FOLLOWS}
    found = find_references(now, language=language)
    assert [resolve(each, after, at="a1") for each in found] == meant
    back, _ = follow(now, language=language, at="a1", before=after, after=before)
    same, _ = follow(text, language=language, at="a1", before=before, after=before)
    assert back.replace("дүгээр", "дугаар") == same.replace("дүгээр", "дугаар") == text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Articles 3, 4 and 9, Articles 4–6", "Articles 3, 5 and 10, Articles 5–7"),
        (
            "en",
            "paragraph 2 of Article 5; Article 7(2) and (3)",
            "paragraph 2 of Article 6; Article 8(2) and (3)",
        ),
        ("en", "paragraph 2 and subparagraph (a)", "paragraph 2 and subparagraph (a)"),
        ("en", "Article 6.2 of the Paris Agreement", "Article 6.2 of the Paris Agreement"),
        ("ko", "제7조제2항 및 제3항", "제8조제2항 및 제3항"),
        ("ko", "파리협정 제6조제2항", "파리협정 제6조제2항"),
        ("ja", "第七条第2項及び第3項、パリ協定第6条", "第八条第2項及び第3項、パリ協定第6条"),
        ("mn", "8 дугаар зүйлийн 8.2, 4 дүгээр зүйл", "9 дүгээр зүйлийн 9.2, 5 дугаар зүйл"),
    ],
)
def test_lists_and_ranges_follow_and_other_treaties_are_left_alone(
    language: str, text: str, expected: str
) -> None:
    before = ProvisionIndex(outline())
    after = with_labels(outline(), number_on(before, "a4", "Article 5"))
    now, _ = follow(text, language=language, at="a5p1", before=before, after=after)
    assert now == expected


def test_what_a_reference_named_that_is_gone_or_never_was_is_told() -> None:
    before = ProvisionIndex(outline())
    after = ProvisionIndex(row for row in outline() if not row.eid.startswith("a7"))
    text = "Article 7(1), Article 12, {ref:a7}, Article 8"
    now, told = follow(text, language="en", at="a1", before=before, after=after)
    assert now == text
    fates = [each.fate for each in told]
    assert fates == [Fate.GONE, Fate.UNKNOWN, Fate.GONE, Fate.SAME]


@pytest.mark.parametrize(
    ("shape", "third", "inserted"),
    [
        ("Article {}", "Article 3", "Article 2 bis"),
        ("제{}조", "제3조", "제2조의2"),
        ("第{}条", "第3条", "第2条の2"),
        ("{} дугаар зүйл", "3 дугаар зүйл", "2¹ дүгээр зүйл"),
    ],
)
def test_each_language_numbers_in_order_and_inserts_in_its_own_way(
    shape: str, third: str, inserted: str
) -> None:
    rows = outline((shape, "{}.", "({})"))
    index = ProvisionIndex(rows)
    assert propose_label(index, kind=KIND.ARTICLE, after="a2", parent=None) == inserted
    assert renumber_one(index, "a9", third)["a9"] == third
    gap = ProvisionIndex(row for row in rows if not row.eid.startswith("a2"))
    assert put_in_order(gap)["a4"] == third
    assert not set(put_in_order(gap)) - {f"a{n}" for n in range(3, ARTICLES + 1)}


def test_paragraphs_counted_through_the_chapters_of_an_annex_are_followed_by_their_number() -> None:
    rows = [PlacedProvision("annex", KIND.ANNEX, "Annex I")]
    for chapter, numbers in (("c1", range(1, 11)), ("c2", range(11, 50))):
        rows.append(PlacedProvision(chapter, KIND.CHAPTER, chapter.upper(), "annex"))
        rows += [PlacedProvision(f"p{n}", KIND.PARAGRAPH, f"{n}.", chapter) for n in numbers]
    before = ProvisionIndex(rows)
    changed = number_on(before, "p11", "12.")
    assert (changed["p11"], changed["p49"], "p10" in changed) == ("12.", "50.", False)
    text = "in line with paragraphs 39–40 above and decision 7/CP.24, paragraph 12"
    now, told = follow(
        text, language="en", at="p47", before=before, after=with_labels(rows, changed)
    )
    assert now == "in line with paragraphs 40–41 above and decision 7/CP.24, paragraph 12"
    assert [each.fate for each in told] == [Fate.FOLLOWS, Fate.FOLLOWS, Fate.FOREIGN]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Article 2 bis(1)(a)"),
        ("ko", "제2조의2 제1항 가목"),
        ("ja", "第2条の2第1項(ア)"),
        ("mn", "2¹ дүгээр зүйл (1)(а)"),
    ],
)
def test_a_provision_is_named_in_each_language_whatever_is_missing_around_it(
    language: str, expected: str
) -> None:
    rows = [row for row in outline() if row.eid.startswith("a3")]
    index = with_labels(rows, {"a3": "Article 2 bis"})
    assert name_in(index, "a3p1a", language=language) == expected
    (found,) = find_references(expected, language=language)
    assert resolve(found, index, at="a3") == "a3p1a"
