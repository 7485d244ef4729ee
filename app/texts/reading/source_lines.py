"""The lines of a text as it came, with breaks that only filled a page undone."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_SENTENCE_ENDS = re.compile(r"[.;:!?。．；：！？…][\"”’')\]]*$")
_PAGE_MARK = re.compile(r"\s*(-|–|—)?\s*(page\s+)?\d{1,4}(\s*/\s*\d{1,4})?\s*(-|–|—)?\s*", re.I)
_SPACED_LETTERS = re.compile(r"(?:\b\w ){3,}\w\b")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the text.

    Attributes:
        number: Counted from 1, as an editor shows it.
        text: Its words, without the white space around them.
        indent: How many columns it stands in, a tab as four.
        after_blank: Whether an empty line, or the beginning, stands before it.
    """

    number: int
    text: str
    indent: int
    after_blank: bool


def read_lines(text: str) -> tuple[SourceLine, ...]:
    """Return the lines that say anything, in Unicode's composed form."""
    composed = unicodedata.normalize("NFC", text)
    lines: list[SourceLine] = []
    blank = True
    for number, raw in enumerate(composed.splitlines(), 1):
        words = raw.strip().replace("\u00a0", " ")
        if words:
            lines.append(SourceLine(number, words, _indent(raw), blank))
        blank = not words
    return tuple(lines)


def is_wrapped(lines: Iterable[SourceLine]) -> bool:
    """Say whether lines end where a page does, not where a paragraph does.

    In such a text most lines that do not end a paragraph are about as long as the longest.
    """
    lengths = sorted(len(line.text) + line.indent for line in lines)
    if len(lengths) < 8:
        return False
    longest = lengths[-1 - len(lengths) // 50]
    if not _NARROWEST_WRAP <= longest <= _WIDEST_WRAP:
        return False
    full = sum(1 for length in lengths if length >= longest * 0.75)
    return full * 3 >= len(lengths) and median(lengths) >= longest * 0.45


def joined(first: str, second: str) -> str:
    """Return two parts of one sentence as one: with a space, but not between Han or Kana."""
    if _is_east_asian(first[-1:]) and _is_east_asian(second[:1]):
        return first + second
    return f"{first} {second}"


def ends_a_sentence(text: str) -> bool:
    """Say whether a text could end a paragraph."""
    return _SENTENCE_ENDS.search(text) is not None


def is_page_mark(text: str) -> bool:
    """Say whether a line is no more than the number of a page."""
    return _PAGE_MARK.fullmatch(text) is not None


def without_letter_spacing(text: str) -> str:
    """Return a heading that was set wide, such as ``A r t i c l e  5``, in plain letters."""
    if not _SPACED_LETTERS.search(text):
        return text
    words = re.split(r"\s{2,}", text)
    return " ".join(
        word.replace(" ", "") if _SPACED_LETTERS.fullmatch(word) or _short(word) else word
        for word in words
    )


def _short(word: str) -> bool:
    return all(len(part) == 1 for part in word.split(" "))


def _indent(raw: str) -> int:
    columns = 0
    for character in raw:
        if character == "\t":
            columns += 4
        elif character == "\u3000":
            columns += 2
        elif character.isspace():
            columns += 1
        else:
            break
    return columns


def _is_east_asian(character: str) -> bool:
    # Korean puts spaces between words, so its syllables are not among these.
    return bool(character) and (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or character in "、。，．「」『』（）・ー々"
    )
