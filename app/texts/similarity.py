"""Says how much two texts have in common, so that a rewritten paragraph still finds its origin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a text: its words and its pairs of words, each as often as it occurs."""

    words: frozenset[tuple[str, int]]
    pairs: frozenset[tuple[str, int]]
    count: int


def make_profile(words: Sequence[str]) -> Profile:
    """Return the profile of a text given as its words."""
    folded = [word.casefold() for word in words]
    return Profile(
        _counted(folded),
        _counted([f"{one} {other}" for one, other in pairwise(folded)]),
        len(folded),
    )


def measure_similarity(old: Profile, new: Profile) -> float:
    """Return from 0 (nothing in common) to 1 (the same words in the same order).

    Half of it is the words, half their order, so that paragraphs of the same legal phrases in
    another order are not taken for one another.
    """
    if not old.count or not new.count:
        return 1.0 if old.count == new.count else 0.0
    words = _share(old.words, new.words)
    if not old.pairs or not new.pairs:
        return words
    return (words + _share(old.pairs, new.pairs)) / 2


def measure_ceiling(old: Profile, new: Profile) -> float:
    """Return what the similarity cannot exceed, from the lengths alone."""
    total = old.count + new.count
    return 2 * min(old.count, new.count) / total if total else 1.0


def _share(old: frozenset[tuple[str, int]], new: frozenset[tuple[str, int]]) -> float:
    return 2 * len(old & new) / (len(old) + len(new))


def _counted(pieces: list[str]) -> frozenset[tuple[str, int]]:
    """Return each piece with the number of its occurrence, so that sets compare like multisets."""
    seen: Counter[str] = Counter()
    counted = set()
    for piece in pieces:
        counted.add((piece, seen[piece]))
        seen[piece] += 1
    return frozenset(counted)
