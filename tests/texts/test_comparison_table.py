"""The table of changes shows both texts with the numbers they had, and which decision it was."""

import pytest

from app.texts.blocks import (
    Break,
    Cell,
    Document,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    Row,
    Section,
    Table,
    Text,
)
from app.texts.comparison import compare
from app.texts.comparison_table import WORDS, make_comparison_table
from app.texts.labels import LABELS, NoLabels


def article(identifier: str, *text: object, below: tuple[Provision, ...] = ()) -> Provision:
    inlines = tuple(Text(one) if isinstance(one, str) else one for one in text)
    return Provision(Level.ARTICLE, identifier, text=inlines, children=below)


A = article("a", "The Committee shall meet once a year, in turn.")
B = article("b", "The secretariat shall keep the list that ", Reference("c"), " names.")
C = article("c", "Decisions shall be taken by consensus of both sides.")
OLD = (A, B, C)


def shown(cell: Cell) -> str:
    pieces = {Break: "|", Placeholder: "[?]", Note: "(note)"}
    return "".join(
        one.text if isinstance(one, Text) else pieces.get(type(one), "(reference)")
        for one in cell.inlines
    )


def rows(new: tuple[Provision, ...], **options: object) -> list[tuple[str, ...]]:
    table = make_comparison_table(compare(OLD, new), **options)
    return [tuple(map(shown, row.cells)) for row in table.rows]


def test_equal_texts_make_an_empty_table_with_a_head():
    table = make_comparison_table(compare(OLD, OLD))
    assert table.rows == ()
    assert [shown(cell) for cell in table.head[0].cells] == ["Old text", "New text", "Decision"]


def test_a_change_stands_beside_what_it_was_with_its_decision():
    changed = article("a", "The Committee shall meet twice a year, in turn.")
    (row,) = rows((changed, B, C), decisions={"a": "2/JWG.2"})
    assert row == (
        "Article 1|The Committee shall meet once a year, in turn.",
        "Article 1|The Committee shall meet twice a year, in turn.",
        "2/JWG.2",
    )


def test_what_is_gone_is_in_italics_and_what_has_come_in_bold():
    changed = article("a", "The Committee shall meet twice a year, in turn.")
    (row,) = make_comparison_table(compare(OLD, (changed, B, C))).rows
    assert Text("once", italic=True) in row.cells[0].inlines
    assert Text("twice", bold=True) in row.cells[1].inlines


def test_an_insertion_renumbers_and_both_numbers_are_shown():
    added = article("n", "Members shall disclose any interest.")
    found = rows((A, added, B, C))
    assert found == [
        ("", "Article 2|Members shall disclose any interest.", "Inserted"),
        ("Article 2", "Article 3", "Renumbered"),
        ("Article 3", "Article 4", "Renumbered"),
    ]
    assert rows((A, added, B, C), with_renumbered=False) == found[:1]


def test_references_are_printed_with_the_numbers_of_their_own_text():
    added = article("n", "Members shall disclose any interest.")
    changed = article("b", "The registry shall keep the list that ", Reference("c"), " names.")
    found = rows((added, A, changed, C))
    assert found[2][0].endswith("that Article 3 names.")
    assert found[2][1].endswith("that Article 4 names.")


def test_a_reference_that_leads_nowhere_is_a_gap():
    (changed, _gone) = make_comparison_table(compare(OLD, (A, B))).rows
    assert Placeholder("Article 3") in changed.cells[1].inlines


def test_a_deletion_has_no_new_text():
    new = (A, article("b", "The secretariat shall keep the list."))
    assert rows(new)[-1] == (
        "Article 3|Decisions shall be taken by consensus of both sides.",
        "",
        "Deleted",
    )


def test_a_move_tells_where_from_even_if_the_text_was_changed_on_its_way():
    changed = article("c", "Decisions shall be taken by consensus of the two sides.")
    found = rows((changed, A, B), decisions={"c": "2/JWG.2"}, with_renumbered=False)
    assert found[0][2] == "2/JWG.2|Moved; it was Article 3"
    assert found[0][0].startswith("Article 3|")
    assert found[0][1].startswith("Article 1|")


def test_what_moved_along_with_its_article_has_no_row_of_its_own():
    below = (Provision(Level.PARAGRAPH, "c1", text=(Text("In writing too."),)),)
    with_more = article("c", "Decisions.", below=below)
    old, new = (A, B, with_more), (with_more, A, B)
    table = make_comparison_table(compare(old, new), with_renumbered=False)
    assert [shown(row.cells[1]) for row in table.rows] == ["Article 1|Decisions."]


def test_of_a_table_only_the_changed_rows_are_shown():
    def page(*cells: tuple[str, str]) -> Document:
        made = tuple(Row(tuple(Cell((Text(one),)) for one in row), id=row[0]) for row in cells)
        return Document((Section((Table((1, 1), made, id="t"),)),))

    old, new = page(("1", "Adopts"), ("2", "Notes")), page(("1", "Adopts"), ("2", "Names"))
    (row,) = make_comparison_table(compare(old, new)).rows
    assert [shown(cell) for cell in row.cells] == ["2 / Notes", "2 / Names", ""]


def test_a_note_keeps_its_place_and_its_references_are_words():
    def page(*words: str) -> tuple[Provision, ...]:
        return (A, article("n", words[0], Note((Text("See "), Reference("a")))))

    (row,) = make_comparison_table(compare(page("As agreed"), page("As adopted"))).rows
    (note,) = [one for one in row.cells[1].inlines if isinstance(one, Note)]
    assert "".join(one.text for one in note.inlines) == "See Article 1"


def test_a_paragraph_without_a_number_moved_without_one():
    first, second, third = (
        Paragraph((Text(f"{word} is what the {word} side has said of it in public."),), id=word)
        for word in ("one", "two", "other")
    )
    old = Document((Section((first, second, third)),))
    new = Document((Section((third, first, second)),))
    (row,) = make_comparison_table(compare(old, new)).rows
    assert shown(row.cells[2]) == "Moved"


def test_there_are_words_for_every_language_that_has_numbers():
    assert WORDS.keys() == LABELS.keys()


def test_a_language_without_words_is_refused():
    with pytest.raises(NoLabels):
        make_comparison_table(compare(OLD, OLD), language="fr")
