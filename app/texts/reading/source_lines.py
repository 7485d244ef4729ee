"""The lines of a text as it came, with breaks that only filled a page undone."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_WIDEST_WRAP = 110
_FULL = 0.75
_NARROWEST_WRAP = 40
_SENTENCE_ENDS = re.compile(r"[.;:!?。．；：！？…][\"”’')\]]*$")
_PAGE_MARK = re.compile(r"\s*(-|–|—)?\s*(page\s+)?\d{1,4}(\s*/\s*\d{1,4})?\s*(-|–|—)?\s*", re.I)
_HEADING_MARK = re.compile(r"#{1,6}[ \t]*(?=[^#\s])")
_CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBER_BESIDE = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_SPACED_LETTERS = re.compile(r"(?:\b\w ){3,}\w\b")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the text.

    Attributes:
        number: Counted from 1, as an editor shows it.
        text: Its words, without the white space around them.
        indent: How many columns it stands in, a tab as four.
        after_blank: Whether an empty line, or the beginning, stands before it.
        is_marked: Whether signs before it mark it as a heading: ``### Part A``.
    """

    number: int
    text: str
    indent: int
    after_blank: bool
    is_marked: bool = False


def without_control_signs(text: str) -> tuple[str, int]:
    """Return a text without signs that no file of ours can hold, and how many there were."""
    return _CONTROL_SIGNS.subn("", text)


def read_lines(text: str) -> tuple[SourceLine, ...]:
    """Return the lines that say anything, in Unicode's composed form."""
    composed = unicodedata.normalize("NFC", text)
    lines: list[SourceLine] = []
    blank = True
    for number, raw in enumerate(composed.splitlines(), 1):
        words = raw.strip()
        if words:
            lines.append(SourceLine(number, words, _indent(raw), blank))
        blank = not words
    return _without_heading_marks(lines)


def _without_heading_marks(lines: list[SourceLine]) -> tuple[SourceLine, ...]:
    """Take off the signs that mark headings, where a text marks its headings so."""
    marked = [line for line in lines if _HEADING_MARK.match(line.text)]
    if len(marked) < 2:
        return tuple(lines)
    return tuple(
        replace(line, text=line.text[found.end() :], is_marked=True)
        if (found := _HEADING_MARK.match(line.text))
        else line
        for line in lines
    )


def is_wrapped(lines: Sequence[SourceLine]) -> bool:
    """Say whether lines end where a page does, not where a paragraph does.

    In such a text most lines that do not end a paragraph are about as long as the longest.
    """
    lengths = sorted(map(width_of, lines))
    if len(lengths) < 8:
        return False
    longest = lengths[-1 - len(lengths) // 50]
    if not _NARROWEST_WRAP <= longest <= _WIDEST_WRAP:
        return False
    full = sum(1 for length in lengths if length >= longest * _FULL)
    if full * 3 >= len(lengths) and median(lengths) >= longest * 0.45:
        return True
    broken = _count_broken_sentences(lines, longest * _FULL)
    return broken >= 2 and broken * 3 >= full


def _count_broken_sentences(lines: Sequence[SourceLine], full: float) -> int:
    """Return how many full lines go on, in the middle of a sentence, with a small letter."""
    return sum(
        1
        for line, following in pairwise(lines)
        if width_of(line) >= full
        and not following.after_blank
        and not ends_a_sentence(line.text)
        and following.text[0].islower()
    )


def width_of(line: SourceLine) -> int:
    """Return how many columns a line fills: a Hangul syllable or a Kanji fills two."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in line.text)
    return line.indent + len(line.text) + wide


def fullness(lines: Iterable[SourceLine]) -> float:
    """Return from which width on a line of a wrapped text may go on in the next."""
    widths = sorted(map(width_of, lines))
    return widths[-1 - len(widths) // 50] * _FULL if widths else 0.0


def joined(first: str, second: str) -> str:
    """Return two parts of one sentence as one: with a space, but not between Han or Kana."""
    if _is_east_asian(first[-1:]) and _is_east_asian(second[:1]):
        return first + second
    return f"{first} {second}"


def ends_a_sentence(text: str) -> bool:
    """Say whether a text could end a paragraph."""
    return _SENTENCE_ENDS.search(text) is not None


def is_finished(text: str) -> bool:
    """Say whether a text ends with a whole sentence, and announces nothing."""
    return ends_a_sentence(text) and not text.rstrip("\"”’')]").endswith(
        (":", "：", ";", "；", "…")
    )


def is_page_mark(text: str) -> bool:
    """Say whether a line is no more than the number of a page."""
    return _PAGE_MARK.fullmatch(text) is not None


def without_letter_spacing(text: str) -> str:
    """Return a heading that was set wide, such as ``A r t i c l e  5``, in plain letters."""
    if not _SPACED_LETTERS.search(text):
        return text
    words = re.split(r"\s{2,}", text)
    return " ".join(
        _NUMBER_BESIDE.sub(" ", word.replace(" ", ""))
        if _SPACED_LETTERS.fullmatch(word) or _short(word)
        else word
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
