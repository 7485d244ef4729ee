"""What was recognised in an old paper: a value, how sure it is, and the sentence that says it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)
_LONGEST_QUOTE = 400
_LONGEST_SENTENCE = 4_000
_SENTENCE_END = re.compile(
    r"(?<=[。！？])|(?<=[.!?])(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\d\.)(?=\s+[^\s\da-z])"
)
_WAVES = str.maketrans({"〜": "~", "∼": "~", "—": "–", "−": "-", "‐": "-", "‑": "-", "\u00ad": ""})
_SPACES = re.compile(r"\s+")


class Certainty(StrEnum):
    """How sure a recognition is, the surest first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


_GRADES = tuple(Certainty)


class PlaceKind(StrEnum):
    """How a place in a file is counted."""

    NAME = "name"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands.

    Attributes:
        number: The page, paragraph or line, counted from 1.
        heading: The nearest heading above it, where the file marks headings.
    """

    kind: PlaceKind
    number: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph of a file; the cells of a row of a table are divided by tabs."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a file, word for word."""

    file: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """A value that a file says."""

    value: Value
    quote: Quote
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the place of its line.

    Attributes:
        text: As it is printed.
        plain: With one kind of digits, dashes and spaces, for recognising.
        row: Which line of the file, from 0.
    """

    text: str
    plain: str
    place: Place
    row: int

    def quoted(self, file: str) -> Quote:
        """Return the sentence as a quotation from a file."""
        return Quote(file, self.place, shorten(self.text))


def least(*grades: Certainty) -> Certainty:
    """Return the least sure of some grades."""
    return max(grades, key=_GRADES.index)


def is_surer(one: Certainty, other: Certainty) -> bool:
    """Say whether one grade is surer than another."""
    return _GRADES.index(one) < _GRADES.index(other)


def plain(text: str) -> str:
    """Return a text with one kind of digits, dashes and spaces."""
    told = unicodedata.normalize("NFKC", text).translate(_WAVES)
    return _SPACES.sub(" ", told).strip()


def shorten(text: str) -> str:
    """Return a quotation of a bearable length."""
    told = _SPACES.sub(" ", text).strip()
    return told if len(told) <= _LONGEST_QUOTE else f"{told[: _LONGEST_QUOTE - 1].rstrip()}…"


def sentences_of(lines: tuple[Line, ...]) -> Iterator[Sentence]:
    """Yield the sentences of a file, each with its place."""
    for row, line in enumerate(lines):
        for piece in _SENTENCE_END.split(line.text):
            told = plain(piece[:_LONGEST_SENTENCE])
            if told:
                yield Sentence(piece.strip(), told, line.place, row)
