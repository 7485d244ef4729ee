"""Finds what two sequences of tokens have in common, in a way that a person would have marked it.

Patience first (tokens that occur once on either side, in the longest order they share), then the
rarest common run in what remains. A second pass makes the result readable: what stands between two
changes and says hardly anything is marked along with them, because three words struck and three
words written read better than every second word.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.texts.tokens import WORDS, Token, TokenKind

_LONGEST_ISLAND = 2
"""Up to this many words between two changes are marked along with them."""
_LEAST_KEPT = 0.25
"""A text of which less is left is shown replaced as a whole."""
_MOST_OCCURRENCES = 48
"""A token more frequent than this on one side says nothing about where it belongs."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change: ``old[old_start:old_end]`` became ``new[new_start:new_end]``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def inserts(self) -> bool:
        """Whether something is new in it."""
        return self.new_end > self.new_start

    @property
    def deletes(self) -> bool:
        """Whether something is gone in it."""
        return self.old_end > self.old_start


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a compared text: kept if it has both sides, else deleted or inserted."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    kept: bool


def find_hunks(old: Sequence[str], new: Sequence[str]) -> tuple[Hunk, ...]:
    """Return the changes between two sequences of keys, in order."""
    return tuple(_gaps(_matches(old, new), len(old), len(new)))


def find_differences(old: Sequence[Token], new: Sequence[Token]) -> tuple[Segment, ...]:
    """Return both texts cut into what was kept, deleted and inserted, cleaned for reading."""
    hunks = find_hunks([token.key for token in old], [token.key for token in new])
    hunks = _clean(hunks, old=old, new=new)
    if _is_rewritten(hunks, old=old, new=new):
        hunks = (Hunk(0, len(old), 0, len(new)),)
    return tuple(_segments(hunks, old=old, new=new))


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of places that match, in order."""
    found: list[tuple[int, int]] = []
    pending = [(0, len(old), 0, len(new))]
    while pending:
        old_start, old_end, new_start, new_end = pending.pop()
        while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
            found.append((old_start, new_start))
            old_start, new_start = old_start + 1, new_start + 1
        while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
            found.append((old_end, new_end))
        if old_start == old_end or new_start == new_end:
            continue
        region = (old_start, old_end, new_start, new_end)
        anchors = _unique_anchors(old, new, region) or _rarest_run(old, new, region)
        found.extend(anchors)
        pending.extend(_between(anchors, region) if anchors else ())
    return sorted(found)


Region = tuple[int, int, int, int]


def _between(anchors: list[tuple[int, int]], region: Region) -> Iterator[Region]:
    old_at, old_end, new_at, new_end = region
    for old_anchor, new_anchor in anchors:
        if old_anchor > old_at and new_anchor > new_at:
            yield old_at, old_anchor, new_at, new_anchor
        old_at, new_at = old_anchor + 1, new_anchor + 1
    if old_end > old_at and new_end > new_at:
        yield old_at, old_end, new_at, new_end


def _unique_anchors(
    old: Sequence[str], new: Sequence[str], region: Region
) -> list[tuple[int, int]]:
    """Return the longest chain of tokens that occur once on either side."""
    old_start, old_end, new_start, new_end = region
    old_counts = Counter(old[old_start:old_end])
    new_places = {key: place for place, key in enumerate(new[new_start:new_end], new_start)}
    new_counts = Counter(new[new_start:new_end])
    pairs = [
        (place, new_places[key])
        for place, key in enumerate(old[old_start:old_end], old_start)
        if old_counts[key] == 1 and new_counts[key] == 1
    ]
    return _longest_chain(pairs)


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of ``pairs`` (ordered by the first) that rises in the second."""
    tails: list[int] = []
    last_of: list[int] = []
    before: list[int] = []
    for index, (_, new_place) in enumerate(pairs):
        length = bisect_left(tails, new_place)
        before.append(last_of[length - 1] if length else -1)
        if length == len(tails):
            tails.append(new_place)
            last_of.append(index)
        else:
            tails[length], last_of[length] = new_place, index
    chain = []
    index = last_of[-1] if last_of else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _rarest_run(old: Sequence[str], new: Sequence[str], region: Region) -> list[tuple[int, int]]:
    """Return the common run that begins with the rarest token; the longest of those."""
    old_start, old_end, new_start, new_end = region
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(old_start, old_end):
        places[old[place]].append(place)
    best: tuple[int, int, int, int] | None = None
    new_place = new_start
    while new_place < new_end:
        candidates = places.get(new[new_place], ())
        step = 1
        if 0 < len(candidates) <= _MOST_OCCURRENCES:
            for old_place in candidates:
                length = _run_length(old, new, (old_place, old_end, new_place, new_end))
                rank = (-len(candidates), length, -new_place, -old_place)
                best = rank if best is None else max(best, rank)
                step = max(step, length)
        new_place += step
    if best is None:
        return []
    _, length, new_rank, old_rank = best
    return [(at - old_rank, at - new_rank) for at in range(length)]


def _run_length(old: Sequence[str], new: Sequence[str], region: Region) -> int:
    old_at, old_end, new_at, new_end = region
    length = 0
    while old_at + length < old_end and new_at + length < new_end:
        if old[old_at + length] != new[new_at + length]:
            break
        length += 1
    return length


def _gaps(matches: list[tuple[int, int]], old_size: int, new_size: int) -> Iterator[Hunk]:
    old_at = new_at = 0
    for old_place, new_place in (*matches, (old_size, new_size)):
        if old_place > old_at or new_place > new_at:
            yield Hunk(old_at, old_place, new_at, new_place)
        old_at, new_at = old_place + 1, new_place + 1


def _clean(
    hunks: tuple[Hunk, ...], *, old: Sequence[Token], new: Sequence[Token]
) -> tuple[Hunk, ...]:
    """Join the changes between which hardly anything was kept."""
    cleaned: list[Hunk] = []
    for hunk in hunks:
        current = hunk
        if cleaned:
            last = _slide(cleaned[-1], until=current.old_start, old=old, new=new)
            cleaned[-1] = last
            if _belong_together(last, current, old):
                cleaned.pop()
                current = Hunk(last.old_start, current.old_end, last.new_start, current.new_end)
        cleaned.append(current)
    return tuple(cleaned)


def _slide(hunk: Hunk, *, until: int, old: Sequence[Token], new: Sequence[Token]) -> Hunk:
    """Shift a pure insertion or deletion to the next change, if it says the same there.

    ``a [b a] [c]`` for ``[a b] a [c]``: the same text, one change less.
    """
    if hunk.inserts == hunk.deletes:
        return hunk
    distance = until - hunk.old_end
    side, start, end = (
        (new, hunk.new_start, hunk.new_end) if hunk.inserts else (old, hunk.old_start, hunk.old_end)
    )
    for step in range(distance):
        if side[start + step].key != side[end + step].key:
            return hunk
    return Hunk(
        hunk.old_start + distance,
        hunk.old_end + distance,
        hunk.new_start + distance,
        hunk.new_end + distance,
    )


def _belong_together(first: Hunk, second: Hunk, old: Sequence[Token]) -> bool:
    island = old[first.old_end : second.old_start]
    words = sum(token.kind in WORDS for token in island)
    if any(token.kind is TokenKind.OBJECT for token in island):
        return False
    if words == 0:
        return True
    one_way = (first.inserts, first.deletes) == (second.inserts, second.deletes)
    # Two words struck out, far apart, are two changes; so are two words put in.
    return words <= _LONGEST_ISLAND and (not one_way or (first.inserts and first.deletes))


def _is_rewritten(hunks: tuple[Hunk, ...], *, old: Sequence[Token], new: Sequence[Token]) -> bool:
    if len(hunks) < 2:
        return False
    gone = sum(_size(old[hunk.old_start : hunk.old_end]) for hunk in hunks)
    added = sum(_size(new[hunk.new_start : hunk.new_end]) for hunk in hunks)
    if not gone or not added:
        return False
    return _size(old) - gone < _LEAST_KEPT * min(_size(old), _size(new))


def _size(tokens: Sequence[Token]) -> int:
    return sum(token.size for token in tokens)


def _segments(
    hunks: tuple[Hunk, ...], *, old: Sequence[Token], new: Sequence[Token]
) -> Iterator[Segment]:
    old_at = new_at = 0
    for hunk in (*hunks, Hunk(len(old), len(old), len(new), len(new))):
        kept = tuple(old[old_at : hunk.old_start]), tuple(new[new_at : hunk.new_start])
        if kept[0]:
            yield Segment(*kept, kept=True)
        if hunk.deletes:
            yield Segment(tuple(old[hunk.old_start : hunk.old_end]), (), kept=False)
        if hunk.inserts:
            yield Segment((), tuple(new[hunk.new_start : hunk.new_end]), kept=False)
        old_at, new_at = hunk.old_end, hunk.new_end
