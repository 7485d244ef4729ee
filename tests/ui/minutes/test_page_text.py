"""The paragraphs as typed lose no word, whatever is cut, joined, moved, saved or read again."""

from dataclasses import dataclass, field
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.texts.paragraph_cutting import cut
from app.ui.minutes.page_text import AFTER, BEFORE, PageText, Place

ITEM = Place(UUID(int=1))


@dataclass(frozen=True)
class Told:
    """A paragraph as the record tells it."""

    id: UUID
    texts: dict
    agenda_item_id: UUID | None = ITEM.item_id
    stands_after: bool = False
    grade: str = "both-sides"
    kind: str = "statement"
    party_id: UUID | None = None
    confirmed: bool = True
    level: int = 0
    standard: str | None = None
    source_line: str = ""
    decision: object = None
    action: object = None


@dataclass(frozen=True)
class Sheet:
    paragraphs: tuple = field(default_factory=tuple)


def a_page(*texts):
    page = PageText()
    page.take(Sheet(tuple(Told(UUID(int=100 + at), {"en": text}) for at, text in enumerate(texts))))
    return page


def as_stored(page):
    """Return the sheet that the record would tell once everything is saved."""
    return Sheet(tuple(Told(each.id, dict(each.texts)) for each in page.paragraphs))


def words(page):
    return sorted(word for each in page.paragraphs for word in each.texts.get("en", "").split())


SENTENCES = st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=5).map(
    " ".join
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "join", "move", "read", "type", "save"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=20,
)


@given(texts=st.lists(SENTENCES, min_size=1, max_size=5), steps=STEPS)
def test_no_word_is_lost(texts, steps):
    page = a_page(*texts)
    expected = words(page)
    for what, first, second in steps:
        row = page.paragraphs
        each = row[first % len(row)]
        match what:
            case "cut":
                text = each.texts["en"]
                spaces = [0, *(at for at, sign in enumerate(text) if sign == " "), len(text)]
                before, after = cut(text, spaces[second % len(spaces)])
                page.cut(each.id, "en", before, after)
            case "join":
                page.join(each.id)
            case "move":
                page.move(each.id, after=row[second % len(row)].id)
            case "type":
                each.type("en", f"{each.texts['en']} typed".strip())
                expected = sorted([*expected, "typed"])
            case "save":
                for written, tag in page.unsaved():
                    written.note_saved(tag, written.texts[tag])
            case "read":
                for written, tag in page.unsaved():
                    written.note_saved(tag, written.texts[tag])
                page.take(as_stored(page))
        assert words(page) == expected


@given(texts=st.lists(SENTENCES, min_size=1, max_size=4), typed=SENTENCES, at=st.integers(0, 3))
def test_what_is_typed_outlives_every_reading_of_the_record(texts, typed, at):
    page = a_page(*texts)
    stored = as_stored(page)
    each = page.paragraphs[at % len(texts)]
    each.type("en", typed)
    page.take(stored)
    page.take(Sheet())  # everything was removed elsewhere
    if typed != texts[at % len(texts)]:
        assert page.find(each.id).texts["en"] == typed
        assert page.find(each.id).is_gone


def test_words_changed_on_both_sides_are_told_apart():
    page = a_page("as it was")
    (each,) = page.paragraphs
    each.type("en", "as I want it")
    page.take(Sheet((Told(each.id, {"en": "as they want it"}),)))
    assert each.texts["en"] == "as I want it"
    assert each.theirs == {"en": "as they want it"}
    page.take(Sheet((Told(each.id, {"en": "as I want it"}),)))
    assert each.theirs == {}
    assert each.unsaved() == ()


def test_a_paragraph_moves_among_its_own_place_only():
    page = a_page("one", "two")
    made = page.add(AFTER, after=None, texts={"en": "closing"})
    assert made.standard == "closing"
    first, second, _last = page.paragraphs
    assert page.move(made.id, after=first.id) == second.id
    assert [each.texts["en"] for each in page.paragraphs] == ["one", "two", "closing"]
    assert page.move(second.id, after=None) is None
    assert [each.texts["en"] for each in page.paragraphs] == ["two", "one", "closing"]
    assert page.at(BEFORE) == ()


def test_words_are_found_without_regard_to_case_and_more_than_once():
    page = a_page("Annex and annex", "none", "the ANNEX")
    first, _second, third = page.paragraphs
    assert page.find_words("annex", "en") == ((first.id, 0), (first.id, 10), (third.id, 4))
    assert page.find_words("", "en") == ()
    assert page.find_words("annex", "ko") == ()
