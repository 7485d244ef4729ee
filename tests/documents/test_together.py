"""No page breaks a signature off from its text, a table from its words, a line from its list."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.compose import compose
from app.documents.facts import MinutesParagraphFacts
from app.documents.kinds import DocumentKind as K
from app.documents.pdf import convert
from app.documents.word import write
from app.documents.word.together import kept_with_next
from app.texts.blocks import (
    Block,
    Cell,
    Control,
    Document,
    Form,
    Heading,
    Level,
    Paragraph,
    Provision,
    Role,
    Row,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from tests.documents.facts_builders import SIX, minutes_facts, record_id
from tests.documents.invariants import WordFile, w


def words(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(text),), role=role)


def a_table(rows: int, form: Form = Form.RULED) -> Table:
    return Table((1,), tuple(Row((Cell((Text(f"row {n}"),)),)) for n in range(rows)), form=form)


def signing(count: int = 2) -> Signatures:
    return Signatures(
        tuple(
            Signatory(f"P{n}", (Text(f"For side {n}"),), (Text(f"Name {n}"),), (Text(f"Post {n}"),))
            for n in range(count)
        )
    )


def kept_texts(*blocks: Block) -> list[str]:
    """Return the words of every paragraph that stays with the next by its own property."""
    document = Document((Section(tuple(blocks)),))
    return [
        "".join(each.itertext())
        for each in WordFile(write(document)).document.iter(w("p"))
        if each.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]


def test_two_blocks_before_the_signatures_stay_with_them():
    blocks = (words("far"), words("near"), words("Done", Role.CLOSING), signing())
    assert kept_texts(*blocks) == ["near", "Done"]


def test_a_record_before_the_signatures_stays_with_them_too():
    decision = Control("decision", "d", "D", (words("first"), words("last")))
    assert kept_texts(decision, words("Done", Role.CLOSING), signing()) == ["last", "Done"]


def test_of_a_provision_the_last_paragraph_stays():
    item = Provision(Level.ITEM, "i", text=(Text("the item"),))
    lead = Provision(Level.PARAGRAPH, "p", text=(Text("the words"),), children=(item,))
    article = Provision(Level.ARTICLE, "a", heading=(Text("Title"),), text=(Text("below"),))
    blocks = (article, Provision(Level.ARTICLE, "b", children=(lead,)), signing())
    assert kept_texts(*blocks) == ["the words", "the item"]
    assert kept_texts(article, words("Done"), signing()) == ["below", "Done"]


def test_all_rows_of_signatures_but_the_last_stay_with_the_next():
    # Names and capacities stay by their styles.
    assert kept_texts(signing(5)) == ["Post 0", "Post 1", "Post 2", "Post 3"]
    assert kept_texts(signing(2)) == []


@pytest.mark.parametrize("form", [Form.RULED, Form.PARTICULARS])
def test_a_short_table_stays_whole_with_the_words_before_it(form):
    assert kept_texts(words("as follows:"), a_table(3, form)) == ["as follows:", "row 0", "row 1"]
    assert kept_texts(words("as follows:"), a_table(6, form)) == ["as follows:"]


def test_a_short_table_before_the_closing_words_goes_with_them():
    kept = kept_texts(a_table(2), words("Done", Role.CLOSING), signing())
    assert kept == ["row 0", "row 1", "", "Done"]


def test_cards_are_no_table_that_anything_introduces():
    document = Document((Section((words("x"), a_table(3, Form.BADGES))),))
    assert kept_with_next(document) == frozenset()


def test_no_line_of_a_list_is_alone_on_a_page():
    listed = [words(f"line {n}", Role.LISTED) for n in range(4)]
    assert kept_texts(*listed, Heading((Text("next"),))) == ["line 2"]
    assert kept_texts(listed[0], words("other")) == []


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_the_signatures_of_minutes_stay_together_however_many_sign(count):
    parties = SIX[:count]
    document = compose(K.AGREED_MINUTES, minutes_facts(parties=parties))
    (signed,) = (each for each in document.sections[0].blocks if isinstance(each, Signatures))
    place = document.sections[0].blocks.index(signed)
    before = document.sections[0].blocks[place - 2 : place]
    assert {id(each) for each in before} <= kept_with_next(document)


@pytest.mark.libreoffice
@pytest.mark.parametrize("further", [0, 3, 5, 7, 9])
def test_wherever_the_page_ends_the_signatures_have_text_above_them(further):
    facts = minutes_facts()
    first = facts.items[0]
    said = tuple(
        MinutesParagraphFacts(id=record_id(400 + n), text="The two sides exchanged views. " * 5)
        for n in range(further)
    )
    longer = replace(first, paragraphs=first.paragraphs + said)
    document = compose(K.AGREED_MINUTES, replace(facts, items=(longer, *facts.items[1:])))
    pages = [page.extract_text() for page in PdfReader(BytesIO(convert(write(document)))).pages]
    (signed,) = (page for page in pages if "For the Korean side" in page)
    assert "For the Mongolian side" in signed
    assert signed.index("Next meeting") < signed.index("Done in") < signed.index("For the Korean")
    # No page has nothing on it but its header and its footer.
    assert all(len(page) > 150 for page in pages)
