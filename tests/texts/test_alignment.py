"""Units find one another by identifier or by what they say, and the fewest words possible move."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.texts.alignment import Match, align, heaviest_chain, interleave
from app.texts.blocks import Cell, Heading, Paragraph, Row, Table, Text
from app.texts.similarity import make_profile, measure_ceiling, measure_similarity
from app.texts.units import Unit

SENTENCES = (
    "The secretariat shall publish the annual report on its website before the session.",
    "Members serve for a term of two years and may be named again once.",
    "A quorum is reached when nine members of either side are present in the room.",
    "The working language is English; other languages may be used at own cost.",
    "Observers may speak when both chairs agree and time allows it.",
    "Decisions are taken by consensus and recorded in the agreed minutes.",
)  # fmt: skip


few_words = st.lists(st.sampled_from("abcd"), max_size=12)


def units(*texts: str, ids: str = "") -> list[Unit]:
    return [
        Unit(place, ids[place : place + 1], Paragraph(()), ((), (Text(text),)))
        for place, text in enumerate(texts)
    ]


def pairs(matches: tuple[Match, ...]) -> list[tuple[int, int, bool]]:
    return [(match.old, match.new, match.moved) for match in matches]


def by_text(old: list[Unit], new: list[Unit]) -> list[tuple[int, int, bool]]:
    return pairs(align(old, new, by_id=False))


def test_units_with_one_identifier_are_one_whatever_they_say():
    old, new = units("One.", "Two.", ids="ab"), units("Something else.", "One.", ids="ba")
    assert {(m.old, m.new) for m in align(old, new, by_id=True)} == {(0, 1), (1, 0)}


def test_units_with_other_identifiers_are_never_one():
    assert align(units("The same.", ids="a"), units("The same.", ids="b"), by_id=True) == ()


def test_units_without_identifier_are_found_by_their_text_among_those_with_one():
    old = units(SENTENCES[0], SENTENCES[1], "x", ids="a ")
    new = units("New.", SENTENCES[1], SENTENCES[0], ids="n a")
    old = [Unit(u.place, u.id.strip(), u.block, u.lines) for u in old]
    new = [Unit(u.place, u.id.strip(), u.block, u.lines) for u in new]
    assert (1, 1) in {(m.old, m.new) for m in align(old, new, by_id=True)}
    assert (0, 2) in {(m.old, m.new) for m in align(old, new, by_id=True)}


def test_equal_texts_are_aligned_in_order():
    assert by_text(units(*SENTENCES), units(*SENTENCES)) == [(n, n, False) for n in range(6)]


def test_a_rewritten_unit_between_equal_ones_is_found():
    changed = "Members shall serve for a term of three years and may be named again once."
    old, new = units(*SENTENCES[:3]), units(SENTENCES[0], changed, SENTENCES[2])
    assert by_text(old, new) == [(0, 0, False), (1, 1, False), (2, 2, False)]


def test_an_unlike_unit_in_the_same_place_is_another():
    old, new = units(*SENTENCES[:3]), units(SENTENCES[0], SENTENCES[4], SENTENCES[2])
    assert by_text(old, new) == [(0, 0, False), (2, 2, False)]


def test_a_unit_elsewhere_moved():
    new = units(*SENTENCES[1:5], SENTENCES[0], SENTENCES[5])
    moved = [match for match in by_text(units(*SENTENCES), new) if match[2]]
    assert moved == [(0, 4, True)]


def test_a_unit_moved_and_slightly_changed_is_still_found():
    changed = SENTENCES[0].replace("annual", "yearly")
    moved = [m for m in by_text(units(*SENTENCES), units(*SENTENCES[1:], changed)) if m[2]]
    assert moved == [(0, 5, True)]


def test_a_short_unit_alone_does_not_move():
    old, new = units("Final part", *SENTENCES), units(*SENTENCES, "Final part")
    assert (0, 6) not in {(m[0], m[1]) for m in by_text(old, new)}


def test_a_short_unit_moves_along_with_the_long_one_beside_it():
    old = units("Reports", *SENTENCES)
    new = units(*SENTENCES[1:], "Reports", SENTENCES[0])
    assert (0, 5, True) in by_text(old, new)
    assert (1, 6, True) in by_text(old, new)


def test_tables_and_texts_are_never_one():
    text = Text(SENTENCES[0])
    table = Table((1,), (Row((Cell((text,)),)),))
    old = [Unit(0, "", table, ((text,),))]
    assert align(old, units(SENTENCES[0]), by_id=False) == ()


def test_a_heading_and_a_paragraph_may_be_one():
    text = Text(SENTENCES[0])
    old = [Unit(0, "", Heading((text,)), ((text,), ()))]
    assert by_text(old, units(SENTENCES[0])) == [(0, 0, False)]


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_the_heaviest_chain_is_as_heavy_as_any(order, weights):
    given_pairs = list(enumerate(order))
    chain = heaviest_chain(given_pairs, weights=weights)
    assert list(chain) == sorted(chain)
    assert [new for _, new in chain] == sorted(new for _, new in chain)
    heaviest = max(
        sum(weights[old] for old, _ in some)
        for size in range(1, 8)
        for some in combinations(given_pairs, size)
        if all(one[1] < other[1] for one, other in pairwise(some))
    )
    assert sum(weights[old] for old, _ in chain) == heaviest


def test_a_long_unit_stays_and_the_short_ones_around_it_move():
    long = " ".join(SENTENCES)
    old = units(long, "Short one.", "Short two.", ids="abc")
    new = [old[1], old[2], old[0]]
    new = [Unit(place, u.id, u.block, u.lines) for place, u in enumerate(new)]
    moved = {match.old for match in align(old, new, by_id=True) if match.moved}
    assert moved == {1, 2}


@given(st.permutations(range(6)), st.integers(0, 6), st.integers(0, 6))
def test_interleaving_shows_every_place_of_both_texts_once(order, old_more, new_more):
    matches = tuple(Match(old, new, moved=old != new) for new, old in enumerate(order))
    places = list(interleave(matches, old_count=6 + old_more, new_count=6 + new_more))
    assert [old for old, _ in places if old is not None] == list(range(6 + old_more))
    assert [new for _, new in places if new is not None] == list(range(6 + new_more))


@given(few_words, few_words)
def test_similarity_is_a_share_the_same_both_ways_and_below_its_ceiling(one, other):
    first, second = make_profile(one), make_profile(other)
    share = measure_similarity(first, second)
    assert 0 <= share <= 1
    assert share == measure_similarity(second, first)
    assert share <= measure_ceiling(first, second) + 1e-9
    assert measure_similarity(first, first) == 1


def test_a_long_text_rewritten_from_end_to_end_is_aligned_near_the_same_places():
    count = 600
    old = units(*(f"Old {n} says {n * 7} of {n * 3} and no more" for n in range(count)))
    new = units(*(f"New {n} tells {n * 5} in {n * 2} with much else" for n in range(count)))
    matches = align(old, new, by_id=False)
    assert all(match.old < count and match.new < count for match in matches)
