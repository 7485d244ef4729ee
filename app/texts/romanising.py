"""Writes Hangul, Kana and Cyrillic in Latin letters, only to compare names, never to print them.

How a person spells the own name in Latin letters is for that person to say.
"""

import unicodedata

_INITIALS = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
)  # fmt: skip
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip
_FIRST_SYLLABLE = ord("가")

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "ye", "ё": "yo", "ж": "j", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "ө": "u", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "i", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip

_KANA_ROWS = {
    "a": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ",
    "t": "たちつてと", "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_KANA = {
    letter: (row if row != "a" else "") + vowel
    for row, letters in _KANA_ROWS.items()
    for letter, vowel in zip(letters, "aiueo", strict=True)
} | {
    "し": "shi", "ち": "chi", "つ": "tsu", "じ": "ji", "ぢ": "ji", "づ": "zu", "ふ": "fu",
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ー": "",
    "ゔ": "vu", "っ": "", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_SMALL_Y = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_KATAKANA_SHIFT = ord("ァ") - ord("ぁ")


def romanise(text: str) -> str:
    """Return ``text`` in Latin letters without marks, as far as its letters have a sound.

    Chinese characters have none of their own and stay as they are.
    """
    composed = unicodedata.normalize("NFC", text.casefold())
    written = _without_marks("".join(_letter(letter) for letter in _joined_kana(composed)))
    return unicodedata.normalize("NFC", written)


def _letter(letter: str) -> str:
    if "가" <= letter <= "힣":
        return _syllable(ord(letter) - _FIRST_SYLLABLE)
    return _CYRILLIC.get(letter) or (letter if letter not in "ьъ" else "")


def _syllable(place: int) -> str:
    initial, rest = divmod(place, 588)
    vowel, final = divmod(rest, 28)
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]


def _joined_kana(text: str) -> list[str]:
    """Return the letters of a text, every Kana among them in Latin letters."""
    written: list[str] = []
    for letter in text:
        kana = chr(ord(letter) - _KATAKANA_SHIFT) if "ァ" <= letter <= "ヶ" else letter
        if kana in _SMALL_Y and written and written[-1].endswith("i"):
            stem = written[-1][:-1]
            written[-1] = stem + ("" if stem in {"sh", "ch", "j"} else "y") + _SMALL_Y[kana]
        else:
            written.append(_KANA.get(kana, letter))
    return written


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
