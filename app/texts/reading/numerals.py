"""Reads the number off a label: 12, XII, (aa), 가, 一, ①, б and what else drafters count with."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from app.texts.counting import Count, spell_number

_HIGHEST = 400
_RAISED = re.compile("[¹²³⁴⁵⁶⁷]")


class Numeral(StrEnum):
    """The ways of counting that labels use."""

    DIGITS = "digits"
    CHAIN_OF_TWO = "chain-of-two"
    CHAIN_OF_THREE = "chain-of-three"
    CHAIN_OF_FOUR = "chain-of-four"
    CIRCLED = "circled"
    UPPER_ROMAN = "upper-roman"
    LOWER_ROMAN = "lower-roman"
    UPPER_LETTER = "upper-letter"
    LOWER_LETTER = "lower-letter"
    DOUBLE_LETTER = "double-letter"
    GANADA = "ganada"
    KANJI = "kanji"
    AIUEO = "aiueo"
    IROHA = "iroha"
    CYRILLIC = "cyrillic"
    MONGOLIAN_WORD = "mongolian-word"


_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_KANJI_TENS = {"十": 10, "百": 100, "千": 1000}
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_MONGOLIAN_ONES = (
    ("нэг", 1),
    ("хоёр", 2),
    ("гурав", 3),
    ("дөрөв", 4),
    ("тав", 5),
    ("зургаа", 6),
    ("долоо", 7),
    ("найм", 8),
    ("ес", 9),
    ("арав", 10),
)
_MONGOLIAN_TENS = (("арван", 10), ("хорин", 20), ("гучин", 30))
_MONGOLIAN_ENDING = re.compile(r"\s*(дугаар|дүгээр)$")


def _table(count: Count) -> dict[str, int]:
    return {spell_number(value, count=count): value for value in range(1, _HIGHEST)}


_ROMAN = _table(Count.LOWER_ROMAN)
_LETTERS = _table(Count.LOWER_LETTER)
_GANADA = _table(Count.GANADA)
_AIUEO = _table(Count.AIUEO)
_CYRILLIC = _table(Count.RUSSIAN_LOWER)


def read_numeral(sign: str, *, numeral: Numeral) -> int | None:
    """Return the value of a number written in one way of counting; ``None`` if it is none.

    A chain such as ``1.2.3`` counts by its last link.
    """
    reader = _READERS[numeral]
    return reader(_plain(sign))


def _digits(sign: str) -> int | None:
    return int(sign) if sign.isdecimal() and len(sign) <= 4 else None


def _chain(sign: str) -> int | None:
    return _digits(sign.rstrip(".").rsplit(".", 1)[-1])


def _plain(sign: str) -> str:
    """Return a number without the raised figure that tells that it was inserted: 2.1¹ for 2.1."""
    return unicodedata.normalize("NFKC", _RAISED.sub("", sign)).strip()


def _upper_roman(sign: str) -> int | None:
    return _ROMAN.get(sign.lower()) if sign.isupper() else None


def _upper_letter(sign: str) -> int | None:
    return _LETTERS.get(sign.lower()) if sign.isupper() else None


def _double_letter(sign: str) -> int | None:
    return _LETTERS.get(sign[0]) if len(sign) == 2 and sign[0] == sign[1] else None


def _kanji(sign: str) -> int | None:
    if sign.isdecimal():
        return _digits(sign)
    total, held = 0, 0
    for character in sign:
        if character in _KANJI:
            held = held * 10 + _KANJI[character]
        elif character in _KANJI_TENS:
            total += (held or 1) * _KANJI_TENS[character]
            held = 0
        else:
            return None
    return total + held or None


def _iroha(sign: str) -> int | None:
    return _IROHA.index(sign) + 1 if len(sign) == 1 and sign in _IROHA else None


def _mongolian_word(sign: str) -> int | None:
    words = _MONGOLIAN_ENDING.sub("", sign.lower()).replace("дугаар", "").replace("дүгээр", "")
    value = 0
    for part in words.split():
        tens = next((value for word, value in _MONGOLIAN_TENS if part == word), None)
        ones = next((value for word, value in _MONGOLIAN_ONES if _same_stem(part, word)), None)
        if tens is None and ones is None:
            return None
        value += tens or ones or 0
    return value or None


def _same_stem(part: str, word: str) -> bool:
    """Say whether a word is a numeral, whose last letter drops before the ending of the ordinal."""
    return part == word or (len(part) >= 2 and word.startswith(part) and len(word) - len(part) <= 1)


_READERS: dict[Numeral, Callable[[str], int | None]] = {
    Numeral.DIGITS: _digits,
    Numeral.CHAIN_OF_TWO: _chain,
    Numeral.CHAIN_OF_THREE: _chain,
    Numeral.CHAIN_OF_FOUR: _chain,
    Numeral.CIRCLED: _digits,
    Numeral.UPPER_ROMAN: _upper_roman,
    Numeral.LOWER_ROMAN: _ROMAN.get,
    Numeral.UPPER_LETTER: _upper_letter,
    Numeral.LOWER_LETTER: _LETTERS.get,
    Numeral.DOUBLE_LETTER: _double_letter,
    Numeral.GANADA: _GANADA.get,
    Numeral.KANJI: _kanji,
    Numeral.AIUEO: _AIUEO.get,
    Numeral.IROHA: _iroha,
    Numeral.CYRILLIC: _CYRILLIC.get,
    Numeral.MONGOLIAN_WORD: _mongolian_word,
}
