from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.agenda_comparison import (
    AgendaChangeKind,
    AgendaLine,
    Mark,
    compare_agendas,
    compare_words,
)

K = AgendaChangeKind


def lines(*titles):
    return tuple(
        AgendaLine(key=title, parent="", depth=0, label=str(place), title=title)
        for place, title in enumerate(titles, 1)
    )


def told(old, new):
    return [(change.kind, (change.new or change.old).key) for change in compare_agendas(old, new)]


def test_two_like_editions_have_no_differences():
    assert compare_agendas(lines("A", "B"), lines("A", "B")) == ()


def test_an_item_that_came_and_one_that_went_are_told_and_the_renumbered_ones_are_not():
    assert told(lines("A", "B", "C"), lines("A", "N", "C")) == [(K.ADDED, "N"), (K.REMOVED, "B")]
    assert told(lines("A", "B"), lines("N", "A", "B")) == [(K.ADDED, "N")]


def test_only_the_item_that_changed_places_has_moved():
    assert told(lines("A", "B", "C", "D"), lines("D", "A", "B", "C")) == [(K.MOVED, "D")]


def test_an_item_put_below_another_has_moved_and_what_lies_below_it_has_not():
    first, second, third = lines("A", "B", "C")
    below = replace(third, parent="B", depth=1)
    old = (first, second, below)
    new = (first, replace(second, parent="A", depth=1), replace(below, depth=2))
    assert told(old, new) == [(K.MOVED, "B")]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"title": "Opening"}, K.RENAMED),
        ({"annotation": "For adoption"}, K.ANNOTATED),
        ({"starts_at": time(9, 30)}, K.RETIMED),
        ({"minutes": 20}, K.RETIMED),
        ({"lead": "MN"}, K.LEAD),
        ({"papers": ("JWG.1/1",)}, K.PAPERS),
    ],
)
def test_each_kind_of_change_is_told_by_itself(changes, kind):
    (item,) = lines("A")
    assert told((item,), (replace(item, **changes),)) == [(kind, "A")]


def test_a_new_title_shows_which_words_stayed():
    words = compare_words("Opening of the meeting", "Opening of the session")
    assert words == (
        (Mark.KEPT, "Opening of the "),
        (Mark.REMOVED, "meeting"),
        (Mark.INSERTED, "session"),
    )


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_can_be_read_out_of_their_comparison(old, new):
    words = compare_words(old, new)
    assert "".join(told for mark, told in words if mark is not Mark.INSERTED) == old
    assert "".join(told for mark, told in words if mark is not Mark.REMOVED) == new


@given(st.permutations("ABCDEF"), st.permutations("ABCDEF"))
def test_what_did_not_move_stands_in_the_same_order_in_both(old, new):
    moved = {key for kind, key in told(lines(*old), lines(*new)) if kind is K.MOVED}
    stayed = [key for key in old if key not in moved]
    assert stayed == [key for key in new if key not in moved]
