"""Numbers are counted as Word counts them, and stay what they are when something is inserted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Mistake
from app.texts.blocks import (
    Document,
    Level,
    Paragraph,
    Provision,
    Reference,
    ReferenceForm,
    Section,
)
from app.texts.counting import Count, spell_number
from app.texts.labels import LABELS, NoLabels
from app.texts.numbering import UnknownTarget, number, number_provisions


def unit(level: Level, identifier: str, *children: Provision, number: str = "") -> Provision:
    return Provision(level, identifier, children=children, number=number)


def article(identifier: str, *paragraphs: int, number: str = "") -> Provision:
    """Return an article with as many paragraphs as numbers, each with so many items."""
    return unit(
        Level.ARTICLE,
        identifier,
        *(
            unit(
                Level.PARAGRAPH,
                f"{identifier}.{place}",
                *(unit(Level.ITEM, f"{identifier}.{place}.{item}") for item in range(items)),
            )
            for place, items in enumerate(paragraphs)
        ),
        number=number,
    )


def labels(*provisions: Provision, language: str = "en") -> dict[str, str]:
    numbered = number_provisions(provisions, language=language)
    return {name: label.text for name, label in numbered.labels.items()}


rules = st.lists(st.lists(st.integers(0, 30), max_size=4), min_size=1, max_size=8).map(
    lambda shape: tuple(article(f"a{place}", *items) for place, items in enumerate(shape))
)


@given(rules)
def test_every_unit_is_referred_to_by_a_name_of_its_own(articles):
    numbering = number_provisions(articles, language="en")
    names = [numbering.spell(Reference(target)) for target in numbering.labels]
    assert len(set(names)) == len(names)


@given(rules)
def test_articles_are_counted_one_by_one(articles):
    numbering = number_provisions(articles, language="en")
    numbers = [int(numbering.labels[each.id].number) for each in articles]
    assert numbers == list(range(1, len(articles) + 1))


@given(rules, st.data())
def test_an_article_bis_changes_the_number_of_no_other(articles, data):
    before = labels(*articles)
    place = data.draw(st.integers(0, len(articles)))
    inserted = article("new", 2, 0, number=f"{place} bis")
    after = labels(*articles[:place], inserted, *articles[place:])
    assert after["new"] == f"Article {place} bis"
    assert after["new.0.1"] == "(b)"
    assert {name: after[name] for name in before} == before


@given(rules, st.data())
def test_a_paragraph_bis_changes_the_number_of_no_other(articles, data):
    before = labels(*articles)
    chosen = data.draw(st.sampled_from(articles))
    place = data.draw(st.integers(0, len(chosen.children)))
    inserted = unit(Level.PARAGRAPH, "new", unit(Level.ITEM, "new.0"), number=f"{place} bis")
    children = (*chosen.children[:place], inserted, *chosen.children[place:])
    changed = tuple(
        replace(each, children=children) if each is chosen else each for each in articles
    )
    after = labels(*changed)
    assert (after["new"], after["new.0"]) == (f"{place} bis.", "(a)")
    assert {name: after[name] for name in before} == before


@given(rules, st.data())
def test_taking_an_article_out_moves_only_those_after_it(articles, data):
    place = data.draw(st.integers(0, len(articles) - 1))
    before, after = labels(*articles), labels(*articles[:place], *articles[place + 1 :])
    for each in articles[:place]:
        assert after[each.id] == before[each.id]
    for each in articles[place + 1 :]:
        assert after[each.id] == f"Article {int(before[each.id].split()[1]) - 1}"


def test_articles_run_on_through_the_chapters():
    counted = labels(
        unit(Level.CHAPTER, "c1", article("a1"), article("a2")),
        unit(Level.CHAPTER, "c2", article("a3", 1)),
    )
    assert counted == {
        "c1": "Chapter I.",
        "a1": "Article 1",
        "a2": "Article 2",
        "c2": "Chapter II.",
        "a3": "Article 3",
        "a3.0": "1.",
        "a3.0.0": "(a)",
    }


def test_a_number_that_counting_gives_anyway_is_counted():
    counted = labels(article("a1", number="1"), article("a2"))
    assert counted == {"a1": "Article 1", "a2": "Article 2"}


def test_items_that_stand_in_the_article_itself_are_counted_with_it():
    counted = labels(unit(Level.ARTICLE, "a", unit(Level.ITEM, "i"), unit(Level.ITEM, "j")))
    assert counted == {"a": "Article 1", "i": "(a)", "j": "(b)"}


@pytest.mark.parametrize(
    ("language", "full", "last"),
    [
        ("en", "Article 2(2)(a)", "(a)"),
        ("ko", "제2조 제2항 가목", "가목"),
        ("ja", "第2条第2項(ア)", "(ア)"),
        ("mn", "2 дугаар зүйл (2)(а)", "а)"),
    ],
)
def test_references_are_composed_level_by_level(language, full, last):
    numbering = number_provisions((article("a", 0), article("b", 0, 1)), language=language)
    assert numbering.spell(Reference("b.1.0")) == full
    assert numbering.spell(Reference("b.1.0", ReferenceForm.LAST)) == last


def test_a_reference_to_minutes_agenda_and_annexes_is_their_number():
    document = Document(
        (
            Section(
                (
                    unit(Level.POINT, "p1"),
                    Paragraph(()),
                    unit(Level.POINT, "p2", unit(Level.SUBPOINT, "p2a")),
                    unit(Level.ANNEX, "x1"),
                    unit(Level.AGENDA_ITEM, "i1", unit(Level.AGENDA_SUBITEM, "i1a")),
                )
            ),
        )
    )
    numbering = number(document)
    spelled = {target: numbering.spell(Reference(target)) for target in ("p2", "p2a", "x1", "i1a")}
    assert spelled == {"p2": "2", "p2a": "2(a)", "x1": "Annex 1", "i1a": "1(a)"}


def test_a_reference_to_nothing_is_refused_by_name():
    numbering = number_provisions((article("a"),), language="en")
    with pytest.raises(UnknownTarget, match="art_9"):
        numbering.compose(Reference("art_9"))


def test_a_language_without_labels_is_refused_by_name():
    with pytest.raises(NoLabels, match="“xx”"):
        number_provisions((article("a"),), language="xx")


def test_a_unit_cannot_stand_where_its_level_does_not_allow_it():
    with pytest.raises(Mistake, match="a chapter cannot stand in a article"):
        unit(Level.ARTICLE, "a", unit(Level.CHAPTER, "c"))


def test_every_language_has_a_label_for_every_level():
    for styles in LABELS.values():
        assert set(styles) == set(Level)
        assert all("%" in style.pattern for style in styles.values())


@pytest.mark.parametrize(
    ("count", "position", "sign"),
    [
        (Count.DECIMAL, 12, "12"),
        (Count.UPPER_ROMAN, 1994, "MCMXCIV"),
        (Count.LOWER_ROMAN, 4, "iv"),
        (Count.LOWER_LETTER, 26, "z"),
        (Count.LOWER_LETTER, 27, "aa"),
        (Count.LOWER_LETTER, 28, "bb"),
        (Count.RUSSIAN_LOWER, 7, "ж"),
        (Count.GANADA, 3, "다"),
        (Count.AIUEO, 6, "カ"),
    ],
)
def test_signs_are_those_of_word(count, position, sign):
    assert spell_number(position, count=count) == sign


@given(st.sampled_from(Count), st.integers(1, 200))
def test_no_two_positions_have_one_sign(count, position):
    assert spell_number(position, count=count) != spell_number(position + 1, count=count)


def test_a_list_does_not_begin_at_nought():
    with pytest.raises(ValueError, match="begins at 1"):
        spell_number(0, count=Count.DECIMAL)


def test_numbers_that_counting_does_not_give_stand_as_they_are_printed():
    numbering = number_provisions(
        (
            Provision(Level.CHAPTER, "chapter", printed="I."),
            Provision(Level.ARTICLE, "rule", printed="Rule 3"),
            Provision(Level.ARTICLE, "article", printed="Article 1"),
            Provision(Level.PARAGRAPH, "front", printed=""),
        ),
        language="en",
    )
    told = {key: (label.text, label.literal) for key, label in numbering.labels.items()}
    assert told == {
        "chapter": ("I.", True),
        "rule": ("Rule 3", True),
        "article": ("Article 1", False),
        "front": ("", True),
    }
