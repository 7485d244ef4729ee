"""Finds where a query stands in a text, in places of the original text and not of its folded form.

Folding changes lengths (``㎞`` becomes ``km``, a decomposed syllable one character), so that a
place in the folded text may be elsewhere in what the reader sees.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import is_normalized

from app.texts.segments import Ending, Segment, Term, fold, segments

Span = tuple[int, int]
"""From the first character to just after the last."""

_CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1160-\u11ff]*", re.DOTALL)
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text around the first place found, with the places in it."""

    text: str
    spans: tuple[Span, ...]


def find_spans(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return the places in ``text`` that ``terms`` find, in order and without overlaps."""
    folded, starts, ends = _fold_with_places(text)
    pieces = list(segments(folded))
    texts = [piece.text for piece in pieces]
    spans = sorted(
        (starts[first], ends[last - 1])
        for term in terms
        for first, last in _places(pieces, texts, term)
    )
    return tuple(_joined(spans))


def excerpt(text: str, spans: Sequence[Span], *, length: int = 160) -> Excerpt:
    """Return about ``length`` characters of ``text`` that show the first of ``spans``."""
    if len(text) <= length:
        return Excerpt(text, tuple(spans))
    first = spans[0][0] if spans else 0
    begin = _word_start(text, max(0, min(first - length // 3, len(text) - length)))
    end = min(begin + length, len(text))
    before = _ELLIPSIS if begin > 0 else ""
    after = _ELLIPSIS if end < len(text) else ""
    shift = len(before) - begin
    kept = tuple(
        (start + shift, min(stop, end) + shift) for start, stop in spans if begin <= start < end
    )
    return Excerpt(f"{before}{text[begin:end]}{after}", kept)


def _fold_with_places(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the folded text and, for each of its characters, where it began and ended."""
    alike = _fold_alike(text)
    if alike is not None:
        return alike, range(len(text)), range(1, len(text) + 1)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _CLUSTER.finditer(text):
        part = _fold_cluster(found.group())
        folded.append(part)
        starts.extend([found.start()] * len(part))
        ends.extend([found.end()] * len(part))
    return "".join(folded), starts, ends


def _fold_alike(text: str) -> str | None:
    """Return the folded text if each of its characters stands where it stood; most do."""
    folded = text.casefold()  # gives at least one character for each
    same_length = len(folded) == len(text)
    if same_length and is_normalized("NFKC", text) and is_normalized("NFKC", folded):
        return folded
    return None


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    return fold(cluster)


def _places(pieces: list[Segment], texts: list[str], term: Term) -> Iterator[Span]:
    count = len(term.segments)
    for at in _candidates(texts, term):
        if tuple(texts[at : at + count - 1]) != term.segments[:-1]:
            continue
        last = pieces[at + count - 1]
        if _fits(last.text, term):
            yield pieces[at].start, last.start + 1 if term.ending is Ending.RUN else last.end


def _candidates(texts: list[str], term: Term) -> list[int]:
    """Return where the term may begin: where its first piece stands."""
    last_start = len(texts) - len(term.segments)
    if len(term.segments) == 1:
        return [at for at, told in enumerate(texts) if _fits(told, term)]
    first = term.segments[0]
    return [at for at, told in enumerate(texts) if told == first and at <= last_start]


def _fits(told: str, term: Term) -> bool:
    if term.ending is Ending.CLOSED:
        return told == term.segments[-1]
    return told.startswith(term.beginnings())


def _joined(spans: list[Span]) -> Iterator[Span]:
    if not spans:
        return
    begin, end = spans[0]
    for start, stop in spans[1:]:
        if start > end:
            yield begin, end
            begin, end = start, stop
        else:
            end = max(end, stop)
    yield begin, end


def _word_start(text: str, at: int) -> int:
    """Move ``at`` to just after a space nearby, so that no word is cut."""
    space = text.rfind(" ", max(0, at - 20), at)
    return space + 1 if space >= 0 else at
