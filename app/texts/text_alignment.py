"""Aligns two texts that share no identifiers, by what their units say."""

from collections.abc import Iterator, Sequence

from app.texts.difference import find_hunks
from app.texts.similarity import Profile, make_profile, measure_ceiling, measure_similarity
from app.texts.units import Unit

LEAST_SIMILAR = 0.60
"""Units in the same place with this much in common are one unit, rewritten."""
LEAST_SIMILAR_ELSEWHERE = 0.75
"""Units in different places need more to be one unit that moved."""
_SHORTEST_MOVE = 4
"""Fewer words than this occur in two places by chance."""
_LARGEST_GRID = 250_000
"""Above this many pairs in one gap only places near one another are compared."""


class TextAlignment:
    """Whole units first, then similar ones in the gaps, then similar ones anywhere."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
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
        old_at = new_at = 0
        for hunk in find_hunks(old_keys, new_keys):
            same = zip(range(old_at, hunk.old_start), range(new_at, hunk.new_start), strict=True)
            self._found.update(same)
            old_at, new_at = hunk.old_end, hunk.new_end
            gap = range(hunk.old_start, old_at), range(hunk.new_start, new_at)
            self._found.update(self._best_in_gap(*gap))
        rest = zip(range(old_at, len(old_keys)), range(new_at, len(new_keys)), strict=True)
        self._found.update(rest)

    def _best_in_gap(self, old: range, new: range) -> Iterator[tuple[int, int]]:
        """Yield the pairs in order that have most in common together."""
        if not old or not new:
            return
        width = len(new) + 1
        reach = len(new) if len(old) * len(new) <= _LARGEST_GRID else _LARGEST_GRID // len(old)
        best = [[0.0] * width for _ in range(len(old) + 1)]
        shares: dict[tuple[int, int], float] = {}
        for row in range(len(old) - 1, -1, -1):
            middle = row * len(new) // len(old)
            for column in range(len(new) - 1, -1, -1):
                top = max(best[row + 1][column], best[row][column + 1])
                if abs(column - middle) <= reach:
                    share = self._similarity(old[row], new[column], LEAST_SIMILAR)
                    if share >= LEAST_SIMILAR:
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
            if (share := self._similarity(one, other, LEAST_SIMILAR_ELSEWHERE))
            >= LEAST_SIMILAR_ELSEWHERE
        ]
        for _, one, other in sorted(ranked):
            if one not in self._found and other not in taken:
                self._found[one] = other
                taken.add(other)

    def _near(self, old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs worth comparing; in huge rewritings, only those near one another."""
        reach = len(new) if len(old) * len(new) <= _LARGEST_GRID else _LARGEST_GRID // len(old)
        for at, one in enumerate(old):
            if len(self._old_words[one]) < _SHORTEST_MOVE:
                continue
            middle = at * len(new) // len(old)
            for other in new[max(0, middle - reach) : middle + reach + 1]:
                if len(self._new_words[other]) >= _SHORTEST_MOVE:
                    yield one, other

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
                    and self._similarity(beside, there, LEAST_SIMILAR_ELSEWHERE)
                    >= LEAST_SIMILAR_ELSEWHERE
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
    best: list[list[float]], shares: dict[tuple[int, int], float], old: range, new: range
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
