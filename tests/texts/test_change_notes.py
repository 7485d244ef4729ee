import pytest

from app.texts.change_notes import (
    Done,
    NamedChange,
    Numbered,
    draft_note,
    is_declared,
    mentions_in,
    paths_of,
    spell_alone,
)

ROWS = (
    Numbered("chp_1", "chapter", "Chapter I", 0),
    Numbered("art_4", "article", "Article 4", 1),
    Numbered("art_4__para_1", "paragraph", "1.", 2),
    Numbered("art_4__para_2", "paragraph", "2.", 2),
    Numbered("art_4__para_2__a", "item", "(a)", 3),
    Numbered("art_5", "article", "Article 5 bis", 1),
    Numbered("annex_1", "annex", "Annex I", 0),
)
PATHS = paths_of(ROWS)


def test_a_provision_is_counted_from_its_article_on():
    assert PATHS["art_4__para_2__a"] == ("article 4", "2", "1")
    assert PATHS["art_5"] == ("article 5.2",)
    assert PATHS["annex_1"] == ("annex 1",)
    running = paths_of([Numbered("c", "chapter", "II.", 0), Numbered("p", "paragraph", "7.", 1)])
    assert running["p"] == ("paragraph 7",)


NOTES = {
    "Article 4 was revised": "4",
    "Revision of paragraph 7 and addition of paragraph 11": "p7 p11",
    "Article 4(2)(a), and Articles 6 to 8 and 10": "4/2/1 6 7 8 10",
    "paragraph 2 of Article 4": "4/2",
    "Article 4, paragraphs 1 and 2; Annex I": "4/1 4/2 x1",
    "제4조제2항 개정": "4/2",
    "第4条第2項を改正": "4/2",
    "4 дүгээр зүйлийн 2 дахь хэсэг": "4/2",
    "Editorial corrections": "",
}
UNITS = {"p": "paragraph", "x": "annex"}


def path(told):
    head, *below = told.split("/")
    unit = UNITS.get(head[0], "article")
    return (f"{unit} {head.lstrip('px')}", *below)


@pytest.mark.parametrize("note", NOTES)
def test_what_a_note_names_is_read_in_the_four_languages(note):
    assert mentions_in(note) == {path(told) for told in NOTES[note].split()}


def test_a_note_on_one_paragraph_declares_no_other():
    note = "Article 4(1) reworded."
    mentions = mentions_in(note)
    assert is_declared(PATHS["art_4__para_1"], ["Article 4(1)"], note, mentions)
    assert not is_declared(PATHS["art_4__para_2"], ["Article 4(2)"], note, mentions)
    assert not is_declared(PATHS["art_4"], ["Article 4"], note, mentions)
    whole = "Article 4 reworded."
    assert is_declared(PATHS["art_4__para_2__a"], [], whole, mentions_in(whole))


def test_a_drafted_note_names_every_change_and_counts_many_numbers_together():
    changes = [
        NamedChange(Done.REWORDED, "Article 4(2)"),
        NamedChange(Done.INSERTED, "Article 5 bis"),
        *(NamedChange(Done.RENUMBERED, f"Article {n}", f"Article {n - 1}") for n in range(7, 15)),
    ]
    note = draft_note(changes, language="en")
    assert note == (
        "Inserted: Article 5 bis. Reworded: Article 4(2)."
        " Renumbered: Article 7 (was Article 6) – Article 14 (was Article 13)."
    )
    for eid, name in (("art_4__para_2", "Article 4(2)"), ("art_5", "Article 5 bis")):
        assert is_declared(PATHS[eid], [name], note, mentions_in(note))
    assert draft_note([], language="ko") == "제정."


def test_a_number_alone_declares_nothing_and_is_told_with_its_kind():
    note = "Adopted on 6 March: paragraph 7 revised."
    mentions = mentions_in(note)
    assert not is_declared(("paragraph 6",), ["6"], note, mentions)
    assert is_declared(("paragraph 7",), ["7"], note, mentions)
    assert spell_alone(("paragraph 27", "1"), "27(a)", language="en") == "paragraph 27(a)"
    assert spell_alone(("paragraph 27",), "27", language="ko") == "제27항"
    assert spell_alone(("article 4", "2"), "Article 4(2)", language="en") == "Article 4(2)"
