"""Reads the number in a label as it is printed, and writes the same label with another number.

“Article 7” becomes “Article 8”, “第七条” becomes “第八条”, and “4 дүгээр зүйл” becomes “5 дугаар
зүйл”: what stands around the number stays, as somebody chose it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.rules import ProvisionKind
from app.texts.counting import Count, spell_number
from app.texts.harmony import choose_ending
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reading.profiles import PROFILES

INSERTED = ("", "", "bis", "ter", "quater", "quinquies", "sexies", "septies")
"""What stands after a number that was put between two others, by its place: 2 for ``bis``."""

_LISTED = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM})
_RAISED = "¹²³⁴⁵⁶"
_LATIN = re.compile(rf"[ \u00a0]({'|'.join(INSERTED[2:])})\b")
_EAST = re.compile(r"(?<=[조条])(의|の) ?([0-9０-９]{1,2}|[二三四五六七八九])$")
_SMALL = re.compile(rf"(?<=\d)[{_RAISED}]")
_ENDING = re.compile(r"(дугаар|дүгээр)", re.I)
_LINKS = re.compile(r"\d+")
_COUNTED_AS = {
    Numeral.UPPER_ROMAN: Count.UPPER_ROMAN,
    Numeral.LOWER_ROMAN: Count.LOWER_ROMAN,
    Numeral.LOWER_LETTER: Count.LOWER_LETTER,
    Numeral.GANADA: Count.GANADA,
    Numeral.AIUEO: Count.AIUEO,
    Numeral.CYRILLIC: Count.RUSSIAN_LOWER,
}
CHAINS = frozenset({Numeral.CHAIN_OF_TWO, Numeral.CHAIN_OF_THREE, Numeral.CHAIN_OF_FOUR})
"""Numbers that name what is above them too: 7.2."""
_KANJI = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class LabelNumber:
    """The number in a label.

    Attributes:
        value: What it counts.
        inserted: 2 for ``bis``, 의2, の2 or a raised ¹; 0 for a number that was not put between.
        numeral: How it is written.
        start, end: Where it stands in the label without the sign of insertion.
    """

    value: int
    inserted: int
    numeral: Numeral
    start: int
    end: int


@lru_cache(maxsize=8192)
def read_number(label: str, kind: ProvisionKind, after: int) -> LabelNumber | None:
    """Return the number in a label, or ``None`` if there is none that can be read.

    Args:
        label: As printed.
        kind: What bears it.
        after: The number of the one before it: (i) after (h) is 9, after nothing 1.
    """
    plain, inserted = _without_insertion(label)
    found = list(_readings(plain, kind))
    chosen = next((each for each in found if each[0] == after + 1), found[0] if found else None)
    if chosen is None:
        return None
    value, numeral, start, end = chosen
    return LabelNumber(value, inserted, numeral, start, end)


def write_number(
    label: str, number: LabelNumber, *, value: int, inserted: int = 0, above: tuple[int, ...] = ()
) -> str:
    """Return a label with another number.

    Args:
        label: As printed now.
        number: The number in it.
        value: The number that it shall bear.
        inserted: 2 for ``bis``.
        above: The numbers of what it stands in, the nearest last; 7.2 counts them too.
    """
    plain, _ = _without_insertion(label)
    sign = plain[number.start : number.end]
    written = write_numeral(value, numeral=number.numeral, like=sign, above=above)
    head, tail = plain[: number.start] + written, plain[number.end :]
    if inserted:
        head, tail = _with_insertion(head, tail, inserted)
    agreed = inserted - 1 if inserted and _ENDING.search(tail) else value
    return head + agree(tail, agreed)


def write_numeral(value: int, *, numeral: Numeral, like: str, above: tuple[int, ...] = ()) -> str:
    """Return a number in a way of counting, in digits like those it takes the place of."""
    if numeral in CHAINS:
        return _write_chain(value, like, above)
    if numeral is Numeral.CIRCLED and value <= 20:
        return chr(ord("①") + value - 1)
    if numeral is Numeral.UPPER_LETTER:
        return spell_number(value, count=Count.LOWER_LETTER).upper()
    if numeral is Numeral.DOUBLE_LETTER:
        return spell_number(value, count=Count.LOWER_LETTER) * 2
    if numeral is Numeral.KANJI and not like.isdecimal():
        return _spell_kanji(value)
    if numeral in _COUNTED_AS:
        return spell_number(value, count=_COUNTED_AS[numeral])
    digits = str(value)
    wide = like[:1] in "０１２３４５６７８９" and bool(like)
    return digits.translate({ord("0") + at: ord("０") + at for at in range(10)}) if wide else digits


def agree(words: str, value: int) -> str:
    """Return words with the Mongolian ending that follows a number when it is read."""
    found = _ENDING.search(words)
    if found is None:
        return words
    ending = choose_ending(value, back="дугаар", front="дүгээр")
    ending = ending.upper() if found[0].isupper() else ending
    return words[: found.start()] + ending + words[found.end() :]


def _readings(plain: str, kind: ProvisionKind) -> Iterator[tuple[int, Numeral, int, int]]:
    for profile in PROFILES.values():
        forms = (
            profile.markers
            if kind in _LISTED
            else [form for form in profile.headings if form.kind is kind]
        )
        for form in forms:
            found = form.pattern.match(plain)
            if found is None or not found["number"]:
                continue
            for numeral in form.numerals:
                value = read_numeral(found["number"], numeral=numeral)
                if value is not None and numeral is not Numeral.MONGOLIAN_WORD:
                    start, end = found.span("number")
                    if numeral in CHAINS and plain[end - 1] == ".":
                        end -= 1
                    yield value, numeral, start, end
    if kind not in _LISTED:
        yield from _titled(plain)


def _titled(plain: str) -> Iterator[tuple[int, Numeral, int, int]]:
    """Read a chapter that is numbered as an entry of a list is: ``IV.``, ``A.``, ``1.``."""
    found = re.fullmatch(r"(\d{1,3}|[IVXLC]{1,7}|[A-Z])\.?", plain)
    for numeral in (Numeral.DIGITS, Numeral.UPPER_ROMAN, Numeral.UPPER_LETTER) if found else ():
        value = read_numeral(found[1], numeral=numeral) if found else None
        if value is not None:
            yield value, numeral, 0, len(found[1]) if found else 0


def _without_insertion(label: str) -> tuple[str, int]:
    latin = _LATIN.search(label)
    if latin is not None:
        return label[: latin.start()] + label[latin.end() :], INSERTED.index(latin[1])
    east = _EAST.search(label)
    if east is not None:
        value = read_numeral(east[2], numeral=Numeral.KANJI)
        return label[: east.start()], value or 0
    small = _SMALL.search(label)
    if small is not None:
        return label[: small.start()] + label[small.end() :], _RAISED.index(small[0]) + 2
    return label, 0


def _with_insertion(head: str, tail: str, inserted: int) -> tuple[str, str]:
    """Put the sign of insertion where the language of a label has it."""
    place = min(inserted, len(INSERTED) - 1)
    if "조" in tail:
        return head, f"{tail}의{inserted}"
    if "条" in tail:
        return head, f"{tail}の{inserted}"
    if _ENDING.search(tail):
        return head + _RAISED[place - 2], tail
    return f"{head} {INSERTED[place]}", tail


def _write_chain(value: int, like: str, above: tuple[int, ...]) -> str:
    links = _LINKS.findall(like)
    known = above[-(len(links) - 1) :] if len(links) > 1 else ()
    upper = links[: len(links) - 1 - len(known)] + [str(each) for each in known]
    return ".".join([*upper, str(value)])


def _spell_kanji(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    return "".join(
        (
            ("" if hundreds == 1 else _KANJI[hundreds]) + "百" if hundreds else "",
            ("" if tens == 1 else _KANJI[tens]) + "十" if tens else "",
            _KANJI[ones] if ones else "",
        )
    )
