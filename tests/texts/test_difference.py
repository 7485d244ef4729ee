"""A difference leads from the old text to the new and back, and reads as a person would mark it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.blocks import Reference, Text
from app.texts.difference import Segment, find_differences, find_hunks
from app.texts.tokens import tokenize

few = st.lists(st.sampled_from("abcdefg "), max_size=40)
words = st.lists(
    st.sampled_from(["the", "party", "shall", "meet", "not", ",", "会", "合", "위원회", "7"]),
    max_size=30,
).map(" ".join)


def compare(old: str, new: str) -> tuple[Segment, ...]:
    return find_differences(tokenize((Text(old),)), tokenize((Text(new),)))


def marked(old: str, new: str) -> str:
    shown = ""
    for segment in compare(old, new):
        text = "".join(token.key for token in segment.new or segment.old)
        if segment.kept:
            shown += text
        else:
            shown += f"[-{text}]" if segment.old else f"[+{text}]"
    return shown


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The Committee decides.", "The Committee decides.", "The Committee decides."),
        ("", "New.", "[+New.]"),
        ("Old.", "", "[-Old.]"),
        ("It meets twice.", "It meets three times.", "It meets [-twice][+three times]."),
        ("meets twice per year", "sits often per year", "[-meets twice][+sits often] per year"),
        ("paragraphs 39–40 above", "paragraphs 40–41 above", "paragraphs [-39–40][+40–41] above"),
        ("It shall act.", "It alone shall then act.", "It [+alone ]shall[+ then] act."),
        ("会は年一回会合する。", "会は年二回以上会合する。", "会は年[-一回][+二回以上]会合する。"),
        (
            "매년 회의를 개최한다",
            "매년 정기회의를 개최한다",
            "매년 [-회의를][+정기회의를] 개최한다",
        ),
        ("one two three", "four five six", "[-one two three][+four five six]"),
    ],
)
def test_marks_stand_where_a_person_would_put_them(old, new, expected):
    assert marked(old, new) == expected


def test_words_put_in_around_a_blank_are_one_change():
    assert marked("shall act", "shall then at once act") == "shall [+then at once ]act"


def test_a_reference_between_two_changes_is_never_struck():
    old = (Text("The Committee acts under "), Reference("a1"), Text(" it has adopted"))
    new = (Text("The Committee acts by "), Reference("a1"), Text(" they have adopted"))
    kept = [segment for segment in find_differences(tokenize(old), tokenize(new)) if segment.kept]
    assert any(token.inline == Reference("a1") for segment in kept for token in segment.new)


def test_a_text_of_which_hardly_anything_is_left_is_replaced_whole():
    old = "The fund shall be kept by a trustee whom both of the sides have named in advance"
    new = "Credits of the kind described above may never be issued by any registry"
    assert len(compare(old, new)) == 2


@given(few, few)
def test_hunks_lead_from_one_sequence_to_the_other(old, new):
    built, at = [], 0
    for hunk in find_hunks(old, new):
        assert new[len(built) + hunk.old_start - at : hunk.new_start] == []
        built += old[at : hunk.old_start]
        built += new[hunk.new_start : hunk.new_end]
        at = hunk.old_end
    assert built + old[at:] == new


@given(few)
def test_equal_sequences_have_no_hunks(sequence):
    assert find_hunks(sequence, sequence) == ()


@given(words, words)
def test_kept_and_inserted_is_the_new_text_kept_and_deleted_the_old(old, new):
    segments = compare(old, new)
    assert "".join(token.key for segment in segments for token in segment.new) == new
    assert "".join(token.key for segment in segments for token in segment.old) == old


@given(words, words)
def test_segments_never_touch_one_of_their_kind(old, new):
    kinds = [(s.kept, bool(s.old)) for s in compare(old, new)]
    assert all(one != other for one, other in pairwise(kinds))


@given(words, words, words)
def test_a_common_beginning_is_kept(start, old, new):
    segments = compare(f"{start} # {old}", f"{start} # {new}")
    if len(old) + len(new) < len(start):
        kept = "".join(token.key for token in segments[0].new)
        assert segments[0].kept
        assert kept.startswith(start)


def test_a_long_text_that_only_repeats_itself_is_compared_too():
    old = ["the", " "] * 4000
    new = ["a", *old[:3000], "b", *old[3000:], "c"]
    hunks = find_hunks(old, new)
    assert {hunk.new_start for hunk in hunks} >= {0}
    assert hunks[-1].new_end == len(new)
