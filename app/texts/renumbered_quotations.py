"""Finds quoted words again where nothing but the numbers of provisions in them was changed.

An article that is put in gives all the later ones another number, and every reference to them other
words: “under Article 5” becomes “under Article 6” and is still the same passage.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from app.texts.quotations import FoundWords, Quotation, find_quotation
from app.texts.reference_grammars import find_references

_ANY_REFERENCE = "\ue000"
"""Stands for a reference, whichever provision it names; no text has this sign of its own."""


def find_renumbered(text: str, quotation: Quotation, *, language: str) -> FoundWords | None:
    """Return where the words of a quotation stand with other numbers; ``None`` if they do not."""
    words = _without_numbers(quotation.words, language).text
    if words == quotation.words:
        return None
    told = replace(
        quotation,
        words=words,
        before=_without_numbers(quotation.before, language).text,
        after=_without_numbers(quotation.after, language).text,
    )
    now = _without_numbers(text, language)
    found = find_quotation(now.text, told)
    if found is None:
        return None
    return FoundWords(now.place(found.start), now.place(found.end), is_in_place=False)


@dataclass(frozen=True, slots=True)
class _WithoutNumbers:
    """A text in which one sign stands for each reference.

    Attributes:
        ends: Where the stretches end that are as they were, and after each by how much the
            text was longer up to there.
    """

    text: str
    ends: tuple[int, ...]
    longer: tuple[int, ...]

    def place(self, at: int) -> int:
        """Return where a place of this text is in the text as it was."""
        return at + self.longer[bisect_right(self.ends, at)]


def _without_numbers(text: str, language: str) -> _WithoutNumbers:
    parts: list[str] = []
    ends: list[int] = []
    longer = [0]
    at, length = 0, 0
    for found in find_references(text, language=language):
        if found.is_foreign or found.start < at:  # the numbers of other texts stay
            continue
        parts += (text[at : found.start], _ANY_REFERENCE)
        length += found.start - at + 1
        at = found.end
        ends.append(length)
        longer.append(at - length)
    parts.append(text[at:])
    return _WithoutNumbers("".join(parts), tuple(ends), tuple(longer))
