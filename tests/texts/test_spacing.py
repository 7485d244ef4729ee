"""Texts come into one form, without what no printer and no XML can take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Mistake
from app.texts.blocks import Break, Note, Reference, ReferenceForm, Text
from app.texts.characters import clean
from app.texts.spacing import tidy
from app.texts.wording import read_wording, write_wording
from tests.texts.trees import marks

raw = st.text(st.characters())


@given(raw)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(raw)
def test_clean_text_can_be_written_as_utf8(text):
    assert clean(text).encode().decode() == clean(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a\x00b\x1b", "ab"),
        ("page\x0cbreak", "page break"),
        ("line\u2028break", "line break"),
        ("\ud800half", "half"),
        ("e\u0301", "é"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_characters_that_cannot_be_printed_are_removed(text, cleaned):
    assert clean(text) == cleaned


@given(st.lists(marks, max_size=6))
def test_tidying_twice_changes_nothing_more(inlines):
    assert tidy(tidy(inlines)) == tidy(inlines)


def test_like_runs_are_joined_and_unlike_ones_are_not():
    assert tidy([Text("a"), Text("b "), Text(" c", bold=True), Break(), Text(" d ")]) == (
        Text("ab "),
        Text("c", bold=True),
        Break(),
        Text("d"),
    )


def test_a_stored_text_keeps_its_references():
    stored = "See {ref:art_5} and {ref:art_5__item_a|last}.\nSecond line {not a mark}."
    inlines = read_wording(stored)
    assert inlines == (
        Text("See "),
        Reference("art_5"),
        Text(" and "),
        Reference("art_5__item_a", ReferenceForm.LAST),
        Text("."),
        Break(),
        Text("Second line {not a mark}."),
    )
    assert write_wording(inlines) == stored


def test_a_stored_text_cannot_hold_a_note():
    with pytest.raises(Mistake):
        write_wording((Note((Text("n"),)),))
