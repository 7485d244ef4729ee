"""Finds what keeps its order when things change places: everything else moved past it."""

from bisect import bisect_left
from collections.abc import Sequence


def heaviest_chain(
    pairs: Sequence[tuple[int, int]], *, weights: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """Return the heaviest part of ``pairs`` (rising in the first) that rises in the second too.

    What is outside of it moved: the fewest words possible.
    """
    places = sorted({new for _, new in pairs})
    # A tree of maxima over the places up to each: (weight of the chain, its last pair).
    tree: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: list[int] = []
    best = (0, -1)
    for index, (_, new) in enumerate(pairs):
        rank = bisect_left(places, new)
        chain = (0, -1)
        at = rank
        while at > 0:
            chain = max(chain, tree[at])
            at -= at & -at
        before.append(chain[1])
        reached = (chain[0] + weights[index], index)
        best = max(best, reached)
        at = rank + 1
        while at < len(tree):
            tree[at] = max(tree[at], reached)
            at += at & -at
    chosen = []
    index = best[1]
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return tuple(reversed(chosen))
