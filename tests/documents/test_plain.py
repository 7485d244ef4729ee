"""Plain text says everything that the pages say."""

import re

import pytest

from app.documents.plain import plain_text
from app.texts.blocks import (
    Cell,
    Document,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Role,
    Row,
    Section,
    Table,
    Text,
)
from tests.documents.plain import write_plain
from tests.documents.samples import all_documents

NOTE_MARK = re.compile(r"\[\d+\]")
DOCUMENTS = all_documents()


def single(*blocks) -> Document:
    return Document((Section(tuple(blocks)),))


def words(text: str) -> list[str]:
    return NOTE_MARK.sub("", text.replace("/", " ")).split()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_of_the_pages_is_in_the_text_in_order(name):
    told = iter(words(plain_text(DOCUMENTS[name])))
    missing = [word for word in words(write_plain(DOCUMENTS[name])) if word not in told]
    assert missing == []


def test_a_document_reads_as_it_would_on_paper():
    document = single(
        Paragraph((Text("Agreed Minutes"),), role=Role.TITLE),
        Paragraph((Text("of the First Meeting"),), role=Role.SUBTITLE),
        Paragraph((Text("between both sides"),), role=Role.SUBTITLE),
        Provision(
            Level.ARTICLE,
            "a",
            heading=(Text("Purpose"),),
            children=(
                Provision(
                    Level.PARAGRAPH,
                    "p",
                    text=(Text("Both sides"), Note((Text("Two states."),)), Text(" shall meet:")),
                    children=(Provision(Level.ITEM, "i", text=(Placeholder("when"),)),),
                ),
            ),
        ),
        Table((1, 1), (Row((Cell((Text("A1"),)), Cell((Text("Send it"),)))),)),
    )
    assert plain_text(document) == (
        "Agreed Minutes\n\nof the First Meeting\nbetween both sides\n\nArticle 1 Purpose\n\n"
        "1. Both sides[1] shall meet:\n\n    (a) [when]\n\nA1\tSend it\n\n[1] Two states.\n"
    )
