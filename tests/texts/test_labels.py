"""Labels follow the language: endings that agree, and units that were inserted later."""

import pytest

from app.texts.blocks import Level, Provision, Reference, ReferenceForm
from app.texts.labels import styles_for
from app.texts.numbering import number_provisions


def articles(*numbers: str, language: str) -> list[str]:
    units = [
        Provision(Level.ARTICLE, f"a{place}", number=number) for place, number in enumerate(numbers)
    ]
    return [label.text for label in number_provisions(units, language=language).labels.values()]


@pytest.mark.parametrize(
    ("language", "first", "second", "third"),
    [
        ("en", "Article 2 bis", "Article 2 ter", "Article 12 quater"),
        ("ko", "제2조의2", "제2조의3", "제12조의4"),
        ("ja", "第2条の2", "第2条の3", "第12条の4"),
        ("mn", "2¹ дүгээр зүйл", "2² дугаар зүйл", "12³ дугаар зүйл"),
    ],
)
def test_inserted_articles_are_counted_as_the_language_counts_them(language, first, second, third):
    style = styles_for(language)[Level.ARTICLE]
    assert [style.write(number) for number in ("2 bis", "2 ter", "12 quater")] == [
        first,
        second,
        third,
    ]


def test_an_inserted_number_of_another_form_is_left_as_it_is():
    assert styles_for("ko")[Level.ARTICLE].write("2 a") == "제2 a조"
    assert styles_for("mn")[Level.ARTICLE].write("4 a") == "4 a дүгээр зүйл"


def test_mongolian_articles_agree_with_their_numbers_and_are_counted_all_the_same():
    assert articles("", "", "", "2 bis", "", language="mn") == [
        "1 дүгээр зүйл",
        "2 дугаар зүйл",
        "3 дугаар зүйл",
        "2¹ дүгээр зүйл",
        "4 дүгээр зүйл",
    ]


def test_paragraphs_begin_anew_in_every_mongolian_article():
    units = [
        Provision(
            Level.ARTICLE,
            f"a{one}",
            children=tuple(Provision(Level.PARAGRAPH, f"a{one}p{two}") for two in range(2)),
        )
        for one in range(2)
    ]
    numbering = number_provisions(units, language="mn")
    assert [numbering.labels[f"a1p{place}"].text for place in range(2)] == ["1.", "2."]
    assert numbering.spell(Reference("a1p1")) == "2 дугаар зүйл (2)"


def test_references_to_inserted_articles_are_in_the_language():
    units = [
        Provision(Level.ARTICLE, "a"),
        Provision(Level.ARTICLE, "b", number="1 bis", children=(Provision(Level.PARAGRAPH, "b1"),)),
    ]
    assert number_provisions(units, language="ko").spell(Reference("b1")) == "제1조의2 제1항"
    assert number_provisions(units, language="ja").spell(Reference("b1")) == "第1条の2第1項"


@pytest.mark.parametrize(
    ("language", "paragraph", "item"), [("ko", "제2항", "가목"), ("ja", "第2項", "(ア)")]
)
def test_a_unit_alone_is_named_where_the_language_names_it(language, paragraph, item):
    units = [
        Provision(
            Level.ARTICLE,
            "a",
            children=(
                Provision(Level.PARAGRAPH, "p"),
                Provision(Level.PARAGRAPH, "q", children=(Provision(Level.ITEM, "i"),)),
            ),
        )
    ]
    numbering = number_provisions(units, language=language)
    assert numbering.spell(Reference("q", ReferenceForm.LAST)) == paragraph
    assert numbering.spell(Reference("i", ReferenceForm.LAST)) == item
