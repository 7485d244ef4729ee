"""Titles of meetings: the one before with the next number in it, or one made from the body's name.

Nothing is inflected: where a language would need an ending, the number stands beside the name.
"""

import re
from collections.abc import Callable

from app.texts.harmony import choose_ending

_UNITS = [
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
]
_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_TENTHS = [
    "Twentieth",
    "Thirtieth",
    "Fortieth",
    "Fiftieth",
    "Sixtieth",
    "Seventieth",
    "Eightieth",
    "Ninetieth",
]
_MONGOLIAN = ("Нэгдүгээр", "Хоёрдугаар", "Гуравдугаар", "Дөрөвдүгээр", "Тавдугаар")
_MONGOLIAN_FORMS = r"(?P<between>\s*-?\s*)(?P<form>дугаар|дүгээр|дахь|дэх|р)\b"


def make_title(name: str, language: str, ordinal: int) -> str:
    """Return the title of a meeting with a number, from the name of its body."""
    plain = name.removeprefix("the ").removeprefix("The ")
    patterns = {
        "ko": f"제{ordinal}차 {plain}",
        "ja": f"第{ordinal}回{plain}",
        "mn": f"{plain}, {_in_mongolian(ordinal)} хуралдаан",
    }
    return patterns.get(
        language.partition("-")[0], f"{_with_ending(ordinal)} Meeting of the {plain}"
    )


def next_title(title: str, language: str, *, old: int, new: int) -> str:
    """Return a title with a new number where the old one stood; nothing where it has none."""
    for wanted, written in _forms(language.partition("-")[0], old, new):
        found = list(re.finditer(wanted, title))
        if len(found) == 1:
            place = found[0]
            return f"{title[: place.start()]}{written(place)}{title[place.end() :]}"
    return ""


def spell_ordinal(ordinal: int) -> str:
    """Return ``First``, ``Twenty-second``; from 100 on ``100th``."""
    if 1 <= ordinal <= len(_UNITS):
        return _UNITS[ordinal - 1]
    if ordinal >= 100 or ordinal < 1:
        return _with_ending(ordinal)
    tens, units = divmod(ordinal, 10)
    if not units:
        return _TENTHS[tens - 2]
    return f"{_TENS[tens - 2]}-{_UNITS[units - 1].lower()}"


Written = Callable[[re.Match[str]], str]


def _forms(language: str, old: int, new: int) -> tuple[tuple[str, Written], ...]:
    """Return how a number may stand in a title, and how the new one is written then."""
    if language == "ko":
        return ((rf"(?<!\d){old}(?=\s*[차회])", lambda _found: str(new)),)
    if language == "ja":
        return ((rf"(?<=第){old}(?=回)", lambda _found: str(new)),)
    if language == "mn":
        return (
            (rf"(?<!\d){old}{_MONGOLIAN_FORMS}", lambda found: _like(found, new)),
            *_spelled_in_mongolian(old, new),
        )
    return (
        (rf"(?<!\d){old}(?:st|nd|rd|th)\b", lambda _found: _with_ending(new)),
        (rf"(?i)\b{spell_ordinal(old)}\b", lambda found: _cased(spell_ordinal(new), found[0])),
    )


def _spelled_in_mongolian(old: int, new: int) -> tuple[tuple[str, Written], ...]:
    if not 1 <= old <= len(_MONGOLIAN):
        return ()
    spelled = _MONGOLIAN[new - 1] if 1 <= new <= len(_MONGOLIAN) else _in_mongolian(new)
    return ((rf"(?i)\b{_MONGOLIAN[old - 1]}\b", lambda found: _cased(spelled, found[0])),)


def _like(found: re.Match[str], number: int) -> str:
    """Return a number with the ending that agrees with it, written as the one before was."""
    form = found["form"]
    if form in {"дугаар", "дүгээр"}:
        form = choose_ending(number, back="дугаар", front="дүгээр")
    elif form in {"дахь", "дэх"}:
        form = choose_ending(number, back="дахь", front="дэх")
    return f"{number}{found['between']}{form}"


def _in_mongolian(number: int) -> str:
    return f"{number} {choose_ending(number, back='дугаар', front='дүгээр')}"


def _with_ending(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else endings.get(number % 10, 'th')}"


def _cased(word: str, like: str) -> str:
    """Return a word in the capitals of another."""
    if like.isupper():
        return word.upper()
    return word if like[:1].isupper() else word.lower()
