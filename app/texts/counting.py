"""Turns 1, 2, 3 into the digits and letters of a list, exactly as Word counts them."""

from collections.abc import Callable
from enum import StrEnum


class Count(StrEnum):
    """Ways of counting; the values are Word's names for them."""

    DECIMAL = "decimal"
    UPPER_ROMAN = "upperRoman"
    LOWER_ROMAN = "lowerRoman"
    LOWER_LETTER = "lowerLetter"
    RUSSIAN_LOWER = "russianLower"
    GANADA = "ganada"
    AIUEO = "aiueoFullWidth"


def spell_number(position: int, *, count: Count) -> str:
    """Return the sign for ``position`` (1 for the first)."""
    if position < 1:
        raise ValueError(f"a list begins at 1, not at {position}")
    return _SPELLERS[count](position)


def _spell_roman(position: int) -> str:
    spelled = ""
    for sign, value in _ROMAN_SIGNS:
        times, position = divmod(position, value)
        spelled += sign * times
    return spelled


def _letters(alphabet: str) -> Callable[[int], str]:
    # Word doubles the letter after the last one (z, aa, bb), it does not count in base 26.
    def spell(position: int) -> str:
        times, index = divmod(position - 1, len(alphabet))
        return alphabet[index] * (times + 1)

    return spell


_ROMAN_SIGNS = (
    *(("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50)),
    *(("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)),
)
_IN_ORDER_OF_A = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)

_SPELLERS: dict[Count, Callable[[int], str]] = {
    Count.DECIMAL: str,
    Count.UPPER_ROMAN: _spell_roman,
    Count.LOWER_ROMAN: lambda position: _spell_roman(position).lower(),
    Count.LOWER_LETTER: _letters("abcdefghijklmnopqrstuvwxyz"),
    Count.RUSSIAN_LOWER: _letters("абвгдежзиклмнопрстуфхцчшщыэюя"),
    Count.GANADA: _letters("가나다라마바사아자차카타파하"),
    Count.AIUEO: _letters(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
}
