"""Cuts texts in four languages into the pieces that search finds, one way for index and query.

No search engine splits Korean, Japanese and Mongolian well by itself, and dictionaries differ from
machine to machine. So a run of Hangul, Kanji or Kana ``abcd`` becomes ``ab bc cd d``, a word or a
number stays whole, and everything is compared in folded form. A query becomes phrases of the same
pieces: ``회의`` finds ``회의에서``, and ``제6조`` does not find ``제16조``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import add
from typing import NamedTuple

SEGMENTER_VERSION = "1"
"""Raised when the pieces change; a workspace with another version is indexed anew."""

# Escapes, because normalising this file would turn some of these letters into others.
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
_KANA = "\u3041-\u3096\u309b-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_KANJI = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = f"{_HANGUL}{_KANA}{_KANJI}"
_PIECE = re.compile(
    rf"(?P<run>[{_RUN}]+)|(?P<number>\d+)|(?P<word>(?:[^\W\d_{_RUN}][\u0300-\u036f]*)+)"
)
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_SHORTEST_STEM = 3
"""From this length on a word of a query also finds longer words that begin with it."""

_ENGLISH = re.compile(r"[a-z]+")
_CYRILLIC = re.compile(r"[а-яёөү]+")
_CYRILLIC_VOWELS = "аэиоуөүеёюяы"


class Segment(NamedTuple):
    """One piece of a text.

    Attributes:
        text: The piece, folded.
        start: Where it begins in the folded text.
        end: Where it ends.
        kind: ``run`` (Hangul, Kanji, Kana), ``word`` or ``number``.
    """

    text: str
    start: int
    end: int
    kind: str


class Ending(StrEnum):
    """How the last piece of a term is compared."""

    CLOSED = "closed"
    RUN = "run"
    """One character, which may begin any pair."""
    WORD = "word"
    """A word that also finds longer ones; the word itself comes first."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a query asks for: pieces that follow one another.

    Attributes:
        segments: The folded pieces, in order.
        ending: How the last piece is compared.
        stems: Other beginnings that the last piece may have, such as ``party`` for ``parties``.
    """

    segments: tuple[str, ...]
    ending: Ending = Ending.CLOSED
    stems: tuple[str, ...] = ()

    def beginnings(self) -> tuple[str, ...]:
        """Return every beginning that the last piece may have."""
        return (self.segments[-1], *self.stems)


def fold(text: str) -> str:
    """Return ``text`` without differences of case, width or composition."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def segments(folded: str) -> Iterator[Segment]:
    """Yield the pieces of a folded text in order."""
    for found in _PIECE.finditer(folded):
        kind, start, end = str(found.lastgroup), found.start(), found.end()
        if kind != "run":
            yield Segment(found.group(), start, end, kind)
            continue
        for at in range(start, end - 1):
            yield Segment(folded[at : at + 2], at, at + 2, kind)
        yield Segment(folded[end - 1], end - 1, end, kind)


def index_text(text: str) -> str:
    """Return what the search index is given for ``text``: its pieces with spaces between."""
    pieces: list[str] = []
    for found in _PIECE.finditer(fold(text)):
        piece = found.group()
        if found.lastgroup == "run":
            pieces.extend(map(add, piece, piece[1:]))
            pieces.append(piece[-1])
        else:
            pieces.append(piece)
    return " ".join(pieces)


def terms(query: str) -> tuple[Term, ...]:
    """Return what ``query`` asks for: its words, and each quoted passage as one.

    A text must hold all of them to be found. Words that are written together, such as ``6.2`` or
    ``제6조``, are looked for together.
    """
    found: list[Term] = []
    for at, passage in enumerate(_QUOTED.split(query)):
        is_quoted = at % 2 == 1
        for part in (passage,) if is_quoted else passage.split():
            term = _term(fold(part), is_quoted=is_quoted)
            if term is not None and term not in found:
                found.append(term)
    return tuple(found)


def _term(folded: str, *, is_quoted: bool) -> Term | None:
    pieces = list(segments(folded))
    if not pieces:
        return None
    last = pieces[-1]
    if last.kind == "run":
        return _term_ending_in_run(pieces)
    texts = tuple(piece.text for piece in pieces)
    if last.kind == "word" and len(last.text) >= _SHORTEST_STEM and not is_quoted:
        return Term(texts, Ending.WORD, _stems(last.text))
    return Term(texts)


def _term_ending_in_run(pieces: list[Segment]) -> Term:
    """The last run may go on in the text: its last character alone is no piece of it there."""
    begins_run = len(pieces) == 1 or pieces[-2].end != pieces[-1].end
    if begins_run:
        return Term(tuple(piece.text for piece in pieces), Ending.RUN)
    return Term(tuple(piece.text for piece in pieces[:-1]))


def _stems(word: str) -> tuple[str, ...]:
    if _ENGLISH.fullmatch(word):
        return _english_stems(word)
    return _mongolian_stems(word) if _CYRILLIC.fullmatch(word) else ()


def _english_stems(word: str) -> tuple[str, ...]:
    """``party`` and ``parties``, ``meeting`` and ``meetings`` find one another."""
    stems: list[str] = []
    if word.endswith("ies") and len(word) > 4:
        stems.append(word[:-3] + "y")
    elif word.endswith("y") and len(word) > 3:
        stems.append(word[:-1] + "ies")
    elif word.endswith(("ches", "shes", "sses", "xes", "zes")):
        stems.append(word[:-2])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        stems.append(word[:-1])
    return tuple(stems)


def _mongolian_stems(word: str) -> tuple[str, ...]:
    """Endings change a stem: ``хурал`` becomes ``хурлын``, ``гишүүн`` ``гишүүд``."""
    stems: list[str] = []
    if word.endswith("ь"):
        stems.append(word[:-1])
    if word.endswith("н") and len(word) > _SHORTEST_STEM:
        stems.append(word[:-1])
    drops_vowel = (
        word[-2] in _CYRILLIC_VOWELS
        and word[-1] not in _CYRILLIC_VOWELS + "йьъ"
        and len(word) > _SHORTEST_STEM
        and word[-3] not in _CYRILLIC_VOWELS
    )
    if drops_vowel:
        stems.append(word[:-2] + word[-1])
    return tuple(stem for stem in stems if len(stem) >= _SHORTEST_STEM)
