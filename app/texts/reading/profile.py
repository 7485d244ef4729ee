"""How the drafters of a language number their texts: what a reader must know to find provisions."""

import re
from dataclasses import dataclass, field

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """How a part, a chapter or an article begins.

    Attributes:
        kind: What it is.
        pattern: Its beginning, with the groups ``label``, ``number`` and perhaps ``inserted``
            (bis, 의2), and perhaps ``heading`` for one that stands in brackets.
        numerals: The ways its number may be written, tried in turn.
        counted: Whether each bears the number after that of the one before.
    """

    kind: ProvisionKind
    pattern: re.Pattern[str]
    numerals: tuple[Numeral, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class MarkerForm:
    """How an entry of a list begins: ``1.``, ``(a)``, ``가.``.

    Attributes:
        name: Entries of one list have markers of one name.
        pattern: With the group ``number``.
        numerals: The ways its number may be written; of several, the list decides.
        rank: How deep such markers usually stand, 0 for the highest; below 4 they number
            paragraphs.
    """

    name: str
    pattern: re.Pattern[str]
    numerals: tuple[Numeral, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The numbering of one language's drafting.

    Attributes:
        language: Its tag.
        headings: From the highest unit to the lowest.
        markers: The markers of lists.
        sentence_words: Words after “Article 5” that show a sentence going on, not a heading.
        pointing_words: Words after which a number belongs to them: “in paragraph” and, on the next
            line, “2.”.
        loose_heading: A heading on a line of its own before its article, as Japanese has it.
        longest_bare_heading: Longer words after the number of an article are its text, unless they
            stand in brackets.
        closing: How the words begin that stand after the last provision: who signed, and where.
    """

    language: str
    headings: tuple[HeadingForm, ...]
    markers: tuple[MarkerForm, ...]
    sentence_words: frozenset[str] = field(default_factory=frozenset)
    pointing_words: frozenset[str] = field(default_factory=frozenset)
    loose_heading: re.Pattern[str] | None = None
    closing: re.Pattern[str] | None = None
    longest_bare_heading: int = 130


def marker(
    name: str, pattern: str, *numerals: Numeral, rank: int, apart: bool = False
) -> MarkerForm:
    """Return a form whose pattern holds ``#`` where the number stands.

    Args:
        name: Entries of one list have markers of one name.
        pattern: The marker, with ``#`` for its number.
        numerals: The ways its number may be written.
        rank: How deep in a list it usually stands.
        apart: Whether a space must follow; else words may follow at once, as in Korean.
    """
    signs = "|".join(_SIGNS[numeral] for numeral in numerals)
    whole = re.escape(pattern).replace(r"\#", f"(?P<number>{signs})")
    tail = r"(?=\s|$)" if apart else r"(?!\d)"
    return MarkerForm(name, re.compile(whole + tail), numerals, rank)


_LINK = "[0-9]{1,3}[¹²³⁴⁵]?"
_SIGNS = {
    Numeral.DIGITS: r"[0-9０-９]{1,3}",
    Numeral.CHAIN_OF_TWO: rf"{_LINK}\.{_LINK}\.?(?!\.?\d)",
    Numeral.CHAIN_OF_THREE: rf"{_LINK}\.{_LINK}\.{_LINK}\.?(?!\.?\d)",
    Numeral.CHAIN_OF_FOUR: rf"{_LINK}\.{_LINK}\.{_LINK}\.{_LINK}\.?(?!\.?\d)",
    Numeral.CIRCLED: r"[①-⑳]",
    Numeral.UPPER_ROMAN: r"[IVXLC]{1,7}",
    Numeral.LOWER_ROMAN: r"[ivxlc]{1,7}",
    Numeral.UPPER_LETTER: r"[A-Z]",
    Numeral.LOWER_LETTER: r"[a-z]{1,2}",
    Numeral.DOUBLE_LETTER: r"[a-z]{2}",
    Numeral.GANADA: r"[가나다라마바사아자차카타파하]",
    Numeral.KANJI: r"[〇一二三四五六七八九十百]{1,5}",
    Numeral.AIUEO: r"[ア-ン]",
    Numeral.IROHA: r"[イロハニホヘトチリヌルヲワカヨタレソツネナラム]",
    Numeral.CYRILLIC: r"[а-яөү]{1,2}",
    Numeral.MONGOLIAN_WORD: r"[А-Яа-яЁёӨөҮү]+(?: [А-Яа-яЁёӨөҮү]+)?",
}
