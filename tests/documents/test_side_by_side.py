"""One text in two columns: numbers and references as each language writes them."""

from app.documents.bilingual_facts import ColumnFacts
from app.documents.side_by_side import lay_side_by_side
from app.texts.blocks import Level, Note, Placeholder, Provision, Reference, Text
from app.texts.walking import plain_text


def text(language: str, *, article: str = "Rule") -> tuple[Provision, ...]:
    item = Provision(Level.ITEM, "a1p1a", text=(Text("item"),))
    paragraph = Provision(
        Level.PARAGRAPH, "a1p1", text=(Text("see "), Reference("a2")), children=(item,)
    )
    return (
        Provision(Level.ARTICLE, "a1", heading=(Text(article),), children=(paragraph,)),
        Provision(Level.ARTICLE, "a2", heading=(Text("Last"),), text=(Text(language),)),
    )


def column(language: str, provisions: tuple[Provision, ...]) -> ColumnFacts:
    return ColumnFacts(language=language, name=language, title="T", provisions=provisions)


def laid(*columns: ColumnFacts) -> dict[str, list[str]]:
    (table,) = lay_side_by_side(columns)
    return {row.id: [plain_text(cell.inlines) for cell in row.cells] for row in table.rows}


def test_each_column_has_the_numbers_of_its_language():
    rows = laid(column("en", text("en")), column("ko", text("ko")))
    assert rows["a1"] == ["Article 1  Rule", "제1조  Rule"]
    assert rows["a1p1a"] == ["(a) item", "가. item"]


def test_references_are_written_out_as_each_language_does():
    rows = laid(column("en", text("en")), column("mn", text("mn")))
    assert rows["a1p1"] == ["1. see Article 2", "1. see 2 дугаар зүйл"]


def test_the_text_of_an_article_stands_below_its_heading():
    assert laid(column("en", text("en")))["a2"] == ["Article 2  Last\nen"]


def test_what_one_language_does_not_have_is_left_open():
    rows = laid(column("en", text("en")), column("ko", text("ko")[1:]))
    assert rows["a1"] == ["Article 1  Rule", ""]


def test_a_heading_stays_with_what_it_heads_and_items_stand_in():
    (table,) = lay_side_by_side((column("en", text("en")),))
    assert [row.heads for row in table.rows] == [True, False, False, False]
    assert [row.cells[0].depth for row in table.rows] == [0, 0, 1, 0]


def test_a_gap_stays_a_gap_and_a_note_is_left_out():
    provision = Provision(
        Level.ARTICLE, "a1", text=(Placeholder("text to be confirmed"), Note((Text("n"),)))
    )
    assert laid(column("en", (provision,)))["a1"] == ["Article 1  \n[text to be confirmed]"]


def test_no_columns_are_no_table():
    assert lay_side_by_side(()) == ()
