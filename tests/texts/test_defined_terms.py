"""Terms are found where they are defined and used; alternatives in brackets are chosen from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.brackets import (
    find_brackets,
    has_loose_bracket,
    is_bracketed,
    put_in_brackets,
    settle,
)
from app.texts.defined_terms import Wording, find_uses, read_terms


@pytest.mark.parametrize(
    ("language", "definition", "use", "term"),
    [
        ("en", "“outcome” means one tonne.", "The Outcomes of a project", "outcome"),
        ("en", "the group (hereinafter referred to as “the JWG”)", "The JWG meets.", "JWG"),
        ("ko", "“감축결과”란 이산화탄소 1톤을 말한다.", "감축결과를 등록한다.", "감축결과"),
        ("ja", "機関（以下「委員会」という。）", "委員会は、", "委員会"),
        ("mn", "“төсөл” гэж арга хэмжээг хэлнэ.", "төслийн бүртгэл", "төсөл"),
    ],
)
def test_a_definition_is_recognised_in_the_manner_of_each_language(
    language: str, definition: str, use: str, term: str
) -> None:
    rows = [Wording("a1", "", definition), Wording("a2", "", use)]
    (found,) = read_terms(rows, language=language).defined
    assert (found.term, found.eid, found.uses) == (term, "a1", ("a2",))


def test_a_term_that_nobody_defines_or_nobody_uses_is_told() -> None:
    rows = [
        Wording("a1", "Definitions", "“Registry” means a list."),
        Wording("a2", "", "notify the Third Party Entity and the Joint Working Group."),
        Wording("a3", "", "ask the Third Party Entity and the Joint Working Group."),
    ]
    found = read_terms(rows, language="en", known=["Joint Working Group on Climate"])
    assert [(each.term, each.uses) for each in found.defined] == [("Registry", ())]
    assert [(each.term, each.uses) for each in found.undefined] == [
        ("Third Party Entity", ("a2", "a3"))
    ]
    assert find_uses("Registry, registry", "Registry", language="en") == ((0, 8),)


def test_alternatives_side_by_side_are_one_place_with_their_sides() -> None:
    text = "within [Korea: thirty (30)] [Mongolia: fifteen (15)] days [of receipt]."
    first, second = find_brackets(text, sides=["Korea", "Mongolia"])
    assert [(each.side, each.words) for each in first.alternatives] == [
        ("Korea", "thirty (30)"),
        ("Mongolia", "fifteen (15)"),
    ]
    assert settle(text, first, 1) == "within fifteen (15) days [of receipt]."
    assert settle(text, second, None).endswith("fifteen (15)] days.")
    assert has_loose_bracket("[a [b]")
    assert not has_loose_bracket(text)


plain = st.text(alphabet="abcа가第 .,:(1)", max_size=30)


@settings(max_examples=60)
@given(before=plain, inside=st.text(alphabet="abcа가第1", min_size=1, max_size=9), after=plain)
def test_what_is_put_in_brackets_comes_out_as_it_was_when_it_is_chosen(
    before: str, inside: str, after: str
) -> None:
    whole = before + inside + after
    text = put_in_brackets(whole, len(before), len(before) + len(inside), side="Korea")
    (place,) = find_brackets(text, sides=["korea"])
    assert [(each.words, each.side) for each in place.alternatives] == [(inside, "Korea")]
    assert settle(text, place, 0) == whole
    assert not is_bracketed(settle(text, place, None))
