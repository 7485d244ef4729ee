"""Finds which units of two long texts could be one, without comparing all of them with all.

Units that share a pair or a run of words which few others have are likely to be one. So each of
thousands of units is compared with a few others only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

_RARE = 24
"""A pair of words that more units than this have tells nothing of which is which."""
_MOST_LIKELY = 8
"""With how many others a unit is compared."""

Words = Sequence[Sequence[str]]


def likely_pairs(
    old: Sequence[int], new: Sequence[int], *, old_words: Words, new_words: Words
) -> Iterator[tuple[int, int]]:
    """Yield the places of units that may be one; of one old unit, the likeliest first.

    Args:
        old: The places of the old text that are still free.
        new: Those of the new text.
        old_words: What every unit of the old text says, word by word.
        new_words: What every unit of the new text says.
    """
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in new:
        for piece in _pieces(new_words[place]):
            places[piece].append(place)
    for one in old:
        yield from ((one, other) for other in _likeliest(old_words[one], places))


def _likeliest(words: Sequence[str], places: Mapping[tuple[str, ...], list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for piece in _pieces(words):
        having = places.get(piece, ())
        if len(having) <= _RARE:
            shared.update(having)
    return [place for place, _ in shared.most_common(_MOST_LIKELY)]


def _pieces(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the pairs of words of a unit, its runs of four, and the whole of a short one."""
    folded = [word.casefold() for word in words]
    pieces: set[tuple[str, ...]] = set(pairwise(folded))
    pieces.update(zip(folded, folded[1:], folded[2:], folded[3:], strict=False))
    pieces.add(("", *folded))
    return pieces
