"""Two long texts in which hardly a unit is the same: each still finds its origin, and soon."""

import random
from time import thread_time

from app.texts.blocks import Paragraph, Text
from app.texts.likely_pairs import likely_pairs
from app.texts.text_alignment import TextAlignment
from app.texts.units import Unit

WORDS = ["party", "group", "rules", "project", "credit", "registry", "report", "review", "notice"]


def sentences(count: int, *, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=20)) for _ in range(count)]


def units(texts: list[str]) -> list[Unit]:
    return [Unit(place, "", Paragraph(()), ((), (Text(text),))) for place, text in enumerate(texts)]


def pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    return TextAlignment(units(old), units(new)).pairs()


def test_the_likeliest_of_many_is_the_one_with_the_same_rare_words():
    old = [["the", "registry", "of", "credits"], ["the", "day", "of", "notice"]]
    new = [["a", "day", "of", "notice"], ["the", "registry", "of", "projects"]]
    found = list(likely_pairs([0, 1], [0, 1], old_words=old, new_words=new))
    assert found[0] == (0, 1)
    assert (1, 0) in found


def test_a_text_of_which_every_unit_was_reworded_is_aligned_unit_by_unit():
    old = sentences(900, seed=1)
    new = [f"{text} hereby" for text in old]
    begun = thread_time()
    assert pairs(old, new) == [(place, place) for place in range(900)]
    assert thread_time() - begun < 20


def test_a_chapter_inserted_into_a_reworded_text_shifts_what_follows():
    old = sentences(900, seed=2)
    new = [f"{text} hereby" for text in old]
    new[300:300] = sentences(90, seed=3)
    expected = [(place, place if place < 300 else place + 90) for place in range(900)]
    found = dict(pairs(old, new))
    assert sum(found.get(one) == other for one, other in expected) > 895


def test_units_that_all_changed_places_are_found_by_what_they_say():
    old = sentences(900, seed=4)
    order = list(range(900))
    random.Random(5).shuffle(order)
    found = dict(pairs(old, [old[place] for place in order]))
    assert sum(found.get(place) == at for at, place in enumerate(order)) > 890
