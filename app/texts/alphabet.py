"""Sorts names as the alphabet of a language has them, where Unicode's own order is another one."""

import unicodedata

_CYRILLIC = "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя"
_PLACES = {letter: chr(0x0400 + place) for place, letter in enumerate(_CYRILLIC)}


def alphabet_key(text: str, language: str) -> str:
    """Return what a name is sorted by: Ө stands between О and П, and É beside E.

    Chinese characters have no alphabet of their own and stay in the order of their code.
    """
    folded = unicodedata.normalize("NFC", text.casefold()).strip()
    if language.partition("-")[0] == "mn":
        return "".join(_PLACES.get(letter, letter) for letter in folded)
    if language.partition("-")[0] in {"ko", "ja"}:
        return folded
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
