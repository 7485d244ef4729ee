"""Aligns two texts that share no identifiers, by what their units say."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.texts.difference import find_hunks
from app.texts.heaviest_chain import heaviest_chain
from app.texts.likely_pairs import likely_pairs
from app.texts.similarity import Profile, make_profile, measure_ceiling, measure_similarity
from app.texts.units import Unit

LEAST_SIMILAR = 0.60
"""Units in the same place with this much in common are one unit, rewritten."""
LEAST_SIMILAR_ELSEWHERE = 0.75
"""Units in different places need more to be one unit that moved."""
_LOOSELY = 0.66
"""Of that much less is asked where the two texts were never one."""
_SHORTEST_MOVE = 4
"""Fewer words than this occur in two places by chance."""
_LARGEST_GRID = 250_000
"""Above this many pairs in one gap only those that share rare words are compared."""


class TextAlignment:
    """Whole units first, then similar ones in the gaps, then similar ones anywhere."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], *, loosely: bool = False) -> None:
        less = _LOOSELY if loosely else 1.0
        self._least = LEAST_SIMILAR * less
        self._least_elsewhere = LEAST_SIMILAR_ELSEWHERE * less
        self._old = old
        self._new = new
        self._old_words = [unit.words for unit in old]
        self._new_words = [unit.words for unit in new]
        self._old_profiles: list[Profile | None] = [None] * len(old)
        self._new_profiles: list[Profile | None] = [None] * len(new)
        self._found: dict[int, int] = {}

    def pairs(self) -> list[tuple[int, int]]:
        """Return the places of units that are one."""
        self._align_in_order()
        self._align_elsewhere()
        self._join_neighbours()
        return [(self._old[one].place, self._new[other].place) for one, other in self._items()]

    def _items(self) -> list[tuple[int, int]]:
        return sorted(self._found.items())

    def _align_in_order(self) -> None:
        old_keys = list(map(_key, self._old, self._old_words))
        new_keys = list(map(_key, self._new, self._new_words))
        gaps = []
        old_at = new_at = 0
        for hunk in find_hunks(old_keys, new_keys):
            same = zip(range(old_at, hunk.old_start), range(new_at, hunk.new_start), strict=True)
            self._found.update(same)
            old_at, new_at = hunk.old_end, hunk.new_end
            gaps.append((range(hunk.old_start, old_at), range(hunk.new_start, new_at)))
        rest = zip(range(old_at, len(old_keys)), range(new_at, len(new_keys)), strict=True)
        self._found.update(rest)
        self._align_identical(old_keys, new_keys)
        taken = set(self._found.values())
        for old, new in gaps:
            old_free = [place for place in old if place not in self._found]
            new_free = [place for place in new if place not in taken]
            self._found.update(self._best_in_gap(old_free, new_free))

    def _align_identical(self, old_keys: list[str], new_keys: list[str]) -> None:
        """Pair what says the same and stands once on either side, wherever it went."""
        old_counts, new_counts = Counter(old_keys), Counter(new_keys)
        places = {key: place for place, key in enumerate(new_keys) if new_counts[key] == 1}
        taken = set(self._found.values())
        for place, key in enumerate(old_keys):
            there = places.get(key)
            is_free = place not in self._found and there is not None and there not in taken
            long_enough = len(self._old_words[place]) >= _SHORTEST_MOVE
            if is_free and long_enough and old_counts[key] == 1 and there is not None:
                self._found[place] = there

    def _best_in_gap(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs in order that have most in common together."""
        if not old or not new:
            return
        if len(old) * len(new) > _LARGEST_GRID:
            yield from self._likely_in_gap(old, new)
            return
        width = len(new) + 1
        best = [[0.0] * width for _ in range(len(old) + 1)]
        shares: dict[tuple[int, int], float] = {}
        for row in range(len(old) - 1, -1, -1):
            for column in range(len(new) - 1, -1, -1):
                top = max(best[row + 1][column], best[row][column + 1])
                share = self._similarity(old[row], new[column], self._least)
                if share >= self._least:
                    shares[row, column] = share
                    top = max(top, share + best[row + 1][column + 1])
                best[row][column] = top
        yield from _read_path(best, shares, old, new)

    def _align_elsewhere(self) -> None:
        taken = set(self._found.values())
        old_left = [place for place in range(len(self._old)) if place not in self._found]
        new_left = [place for place in range(len(self._new)) if place not in taken]
        ranked = [
            (-share, one, other)
            for one, other in self._near(old_left, new_left)
            if (share := self._similarity(one, other, self._least_elsewhere))
            >= self._least_elsewhere
        ]
        for _, one, other in sorted(ranked):
            if one not in self._found and other not in taken:
                self._found[one] = other
                taken.add(other)

    def _near(self, old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs worth comparing; in huge rewritings, those that share rare words."""
        old = [one for one in old if len(self._old_words[one]) >= _SHORTEST_MOVE]
        new = [other for other in new if len(self._new_words[other]) >= _SHORTEST_MOVE]
        if len(old) * len(new) <= _LARGEST_GRID:
            yield from ((one, other) for one in old for other in new)
        else:
            yield from self._likely(old, new)

    def _likely_in_gap(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs in order of a gap that is too large to try every way through it."""
        shares = {
            (one, other): share
            for one, other in self._likely(old, new)
            if (share := self._similarity(one, other, self._least)) >= self._least
        }
        # Of one old unit the latest place first, so that no chain takes two of them.
        pairs = sorted(shares, key=lambda pair: (pair[0], -pair[1]))
        weights = [round(shares[pair] * 1000) for pair in pairs]
        yield from heaviest_chain(pairs, weights=weights)

    def _likely(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
        return likely_pairs(old, new, old_words=self._old_words, new_words=self._new_words)

    def _join_neighbours(self) -> None:
        """Let short units go where the units beside them went: a heading with its article."""
        taken = set(self._found.values())
        for direction in (-1, 1):
            for one, other in self._items()[::direction]:
                beside, there = one + direction, other + direction
                while (
                    0 <= beside < len(self._old)
                    and 0 <= there < len(self._new)
                    and beside not in self._found
                    and there not in taken
                    and self._similarity(beside, there, self._least_elsewhere)
                    >= self._least_elsewhere
                ):
                    self._found[beside] = there
                    taken.add(there)
                    beside, there = beside + direction, there + direction

    def _similarity(self, one: int, other: int, least: float) -> float:
        """Return the similarity of two units; 0 where it cannot reach ``least``."""
        if self._old[one].family is not self._new[other].family:
            return 0.0
        old = self._old_profiles[one]
        if old is None:
            old = self._old_profiles[one] = make_profile(self._old_words[one])
        new = self._new_profiles[other]
        if new is None:
            new = self._new_profiles[other] = make_profile(self._new_words[other])
        if measure_ceiling(old, new) < least:
            return 0.0
        return measure_similarity(old, new)


def _key(unit: Unit, words: tuple[str, ...]) -> str:
    return "\0".join((unit.family.__name__, *words))


def _read_path(
    best: list[list[float]],
    shares: dict[tuple[int, int], float],
    old: Sequence[int],
    new: Sequence[int],
) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(old) and column < len(new):
        share = shares.get((row, column), 0.0)
        here = best[row][column]
        if share and here == share + best[row + 1][column + 1]:
            yield old[row], new[column]
            row, column = row + 1, column + 1
        elif here == best[row + 1][column]:
            row += 1
        else:
            column += 1
