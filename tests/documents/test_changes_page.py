"""Two texts on one page: what went is struck through, what came underlined, each said in words."""

import re
from html import unescape

import pytest

from app.documents.preview.changes import write_changes
from app.documents.preview.marked_lines import INSERTED, REMOVED
from app.texts.blocks import Contents, Document, Heading, Paragraph, Reference, Role, Text
from app.texts.comparison import compare
from app.texts.outcomes import Outcome
from tests.documents.redline_cases import (
    LONGER,
    MEETINGS,
    MEMBERS,
    PAIRS,
    RULES,
    SCOPE,
    TERMS,
    TITLE,
    paragraph,
    signed,
    table,
    words,
)
from tests.documents.redline_pairs import document
from tests.documents.samples import all_documents
from tests.documents.test_preview import Page

DOCUMENTS = all_documents()


def changes_of(old: Document, new: Document):
    return write_changes(compare(old, new))


def marked(html: str, style: str) -> list[str]:
    """Return the words that stand on the page in a mark."""
    found = re.findall(rf'<span style="{re.escape(style)}">(.*?)</span>', html)
    return [unescape(re.sub("<[^>]*>", "", each)).strip() for each in found]


def test_a_changed_word_is_marked_and_nothing_around_it() -> None:
    page = changes_of(RULES, document(TITLE, SCOPE, LONGER, MEETINGS, TERMS))

    assert marked(page.html, REMOVED) == ["five"]
    assert marked(page.html, INSERTED) == ["six"]
    (change,) = page.changes
    assert (change.outcome, change.where) == (Outcome.CHANGED, "Article 2(1)")
    assert (change.removed, change.added) == ("five", "six")
    assert "Vacancies are filled as" in page.html


def test_marks_are_never_of_colour_alone() -> None:
    assert "text-decoration:underline" in INSERTED
    assert "text-decoration:line-through" in REMOVED


def test_every_change_has_its_place_on_the_page() -> None:
    page = changes_of(RULES, document(TITLE, SCOPE, LONGER, TERMS))

    assert [change.anchor for change in page.changes] == [
        f"change-{place}" for place in range(1, len(page.changes) + 1)
    ]
    assert {change.anchor for change in page.changes} <= Page(page.html).names


def test_an_inserted_and_a_deleted_provision_are_whole() -> None:
    page = changes_of(RULES, document(TITLE, SCOPE, MEMBERS, TERMS))

    told = [(change.outcome, change.where, change.removed) for change in page.changes]
    assert told == [
        (Outcome.DELETED, "Article 3", "Meetings"),
        (Outcome.DELETED, "Article 3(1)", "The Committee meets once a year, in turn"),
    ]
    again = changes_of(document(TITLE, SCOPE, MEMBERS, TERMS), RULES)
    assert [change.outcome for change in again.changes] == [Outcome.INSERTED] * 2


def test_a_moved_provision_is_struck_where_it_was_and_told_once() -> None:
    page = changes_of(RULES, document(TITLE, TERMS, SCOPE, MEMBERS, MEETINGS))

    moved = [change for change in page.changes if change.outcome is Outcome.MOVED]
    assert [(change.where, change.was) for change in moved] == [
        ("Article 1", "Article 4"),
        ("Article 1(1)", "Article 4(1)"),
    ]
    assert marked(page.html, REMOVED).count("Terms") == 1
    assert marked(page.html, INSERTED).count("Terms") == 1


def test_a_number_that_only_follows_is_no_change() -> None:
    page = changes_of(RULES, document(TITLE, MEMBERS, MEETINGS, TERMS))

    assert {change.outcome for change in page.changes} == {Outcome.DELETED}
    assert "Article 3" in page.html


def test_a_reference_that_leads_nowhere_is_shown_as_a_gap() -> None:
    here = paragraph("b2", "Vacancies are filled as ", Reference("d"), " says.")
    old = document(SCOPE, TERMS, here)
    new = document(SCOPE, here)

    page = write_changes(compare(old, old, by="id"))
    assert "Article 2" in page.html
    assert "[d]" in write_changes(compare(new, new, by="text")).html


def test_points_between_two_changes_are_not_told_as_words() -> None:
    old = document(paragraph("a", "They meet once a year, in turn."))
    new = document(paragraph("a", "They meet twice a year, in turn. Online is allowed."))

    (change,) = changes_of(old, new).changes

    assert change.added == "twice … Online is allowed"


def test_rows_of_tables_and_signature_blocks_are_marked_cell_by_cell() -> None:
    old = document(table(("1", "five"), ("2", "same")), signed("Kim"))
    new = document(table(("1", "six"), ("2", "same")), signed("Kimura"))

    page = changes_of(old, new)

    assert marked(page.html, INSERTED) == ["six", "Kimura"]
    assert [change.added for change in page.changes] == ["six", "Kimura"]


def test_a_change_in_a_text_without_a_number_says_how_that_begins() -> None:
    old = document(Paragraph(words("Each side names the five members of the Committee and staff.")))
    new = document(Paragraph(words("Each side names the six members of the Committee and staff.")))

    assert [change.beginning for change in changes_of(old, new).changes] == [
        "Each side names the six members of the"
    ]
    assert [change.beginning for change in changes_of(document(), new).changes] == [""]
    numbered = changes_of(RULES, document(TITLE, SCOPE, LONGER, MEETINGS, TERMS))
    assert [change.beginning for change in numbered.changes] == [""]


def test_tables_of_contents_are_no_text() -> None:
    old = document(Contents(), Heading(words("One")))

    page = changes_of(old, document(Heading(words("One"))))

    assert page.changes == ()


def test_what_is_in_the_texts_is_never_markup() -> None:
    old = document(Paragraph(words("A <b>text</b> & more"), role=Role.NOTICE))
    new = document(Paragraph(words("A <i>text</i> & more"), role=Role.DECISION))

    page = changes_of(old, new)

    assert "<b>text" not in page.html
    assert "&lt;" in page.html
    assert Page(page.html).open == []


def test_nothing_changed_shows_the_text_without_a_mark() -> None:
    page = changes_of(RULES, RULES)

    assert page.changes == ()
    assert marked(page.html, INSERTED) == marked(page.html, REMOVED) == []


def test_an_empty_text_beside_another_is_all_inserted() -> None:
    page = changes_of(document(), document(Paragraph((Text("New"),))))

    assert marked(page.html, INSERTED) == ["New"]


@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_gives_a_page_that_is_whole(name: str) -> None:
    page = changes_of(*PAIRS[name])

    assert Page(page.html).open == []
    assert len(page.changes) == len(compare(*PAIRS[name]).changes)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_can_be_shown_beside_itself(name: str) -> None:
    page = write_changes(compare(DOCUMENTS[name], DOCUMENTS[name]), scale=0.8)

    assert page.changes == ()
    assert Page(page.html).open == []
