"""Reduces a person's name to how it sounds, so that two spellings of it come out the same.

One name is written Cho Gye-yeon, CHO Gye Yoen and 조계연, another Ōkōchi, Okouchi and Ohkohchi.
What is left is far less than the name: it finds candidates and proves nothing.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.texts.romanising import romanise

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ‐‑][^\W_]+)*\.?")
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_PARTS = re.compile(r"[-‐‑]")
_NO_LETTER = re.compile(r"[\W_]+")
_FAMILIES = {
    spelling: family
    for family, spellings in {
        "i": "lee yi rhee ri i li leigh",
        "pak": "park pak bak bahk",
        "no": "noh roh no ro",
        "yo": "yoo yu ryu you ryoo lyu ryou",
        "im": "lim im rim yim",
        "na": "na ra rha la",
        "o": "oh o",
        "u": "woo u wu",
        "je": "choi choe choy",
    }.items()
    for spelling in spellings.split()
}
"""Korean family names that are spelt in ways no rule of sounds explains."""
_KOREAN = re.compile("(?<![가-힣])[가-힣]{2,4}(?![가-힣 ])")
_LONG_FAMILIES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "독고", "서문"})
_CONSONANTS = (
    (re.compile("kh"), "h"),
    (re.compile("tch|ch|zh|dj|dz|j"), "j"),
    (re.compile("ts|tz|c(?=[eiy])"), "z"),
    (re.compile("sh"), "s"),
    (re.compile("ph|f|b"), "p"),
    (re.compile("th|d"), "t"),
    (re.compile("ck|gh|g|c|q"), "k"),
    (re.compile("l"), "r"),
    (re.compile("w(?=[ou])"), ""),
    (re.compile("w|v"), "v"),
    (re.compile("x"), "ks"),
    (re.compile(r"(?<=[aeiou])h(?![aeiouy])"), ""),
)
_VOWELS = re.compile(r"[aeiou]+|(?<![aeiou])y(?![aeiou])")
_OPEN = frozenset({"a", "aa", "ia", "ea"})
_FRONT = frozenset({"e", "ae", "ai", "ei", "ay"})
_CLOSE = frozenset({"i", "ii", "ee", "ie", "y", "ui", "eui", "uii"})
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class SpokenName:
    """A name as it is compared.

    Attributes:
        written: The name itself.
        words: Its words without case, marks or hyphens; those of another script as they are.
        sounds: What each word sounds like.
        is_foreign: Whether it is in letters other than Latin ones.
    """

    written: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    initials: frozenset[int]
    is_foreign: bool

    @cached_property
    def letters(self) -> str:
        """All letters in a row."""
        return "".join(self.words)

    @cached_property
    def sound(self) -> str:
        """All sounds in a row."""
        return "".join(self.sounds)

    def turns(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Return ``parts`` in a row, beginning with each of them in turn."""
        return tuple("".join(parts[at:] + parts[:at]) for at in range(len(parts)))

    def whole_words(self) -> tuple[int, ...]:
        """Return the places of the words that are no mere initials."""
        return tuple(place for place in range(len(self.words)) if place not in self.initials)


@lru_cache(maxsize=32_768)
def hear(name: str) -> SpokenName:
    """Return a name as it is compared."""
    plain = _ASIDE.sub(" ", name) if not name.lstrip().startswith("(") else name
    found = _WORD.findall(romanise(_KOREAN.sub(_split_korean, plain.strip())))
    words = tuple(_NO_LETTER.sub("", word) for word in found)
    initials = frozenset(
        place
        for place, word in enumerate(found)
        if words[place].isalpha() and len(words[place]) <= (2 if word.endswith(".") else 1)
    )
    return SpokenName(
        written=name,
        words=words,
        sounds=_sounds(found, words),
        initials=initials,
        is_foreign=not name.isascii()
        and any(ord(letter) > 0x24F for letter in plain if letter.isalpha()),
    )


def _split_korean(found: re.Match[str]) -> str:
    """Return a Korean name, which is written in one word, as a family name and a given one."""
    word = found.group()
    size = 2 if word[:2] in _LONG_FAMILIES and len(word) > 2 else 1
    return f"{word[:size]} {word[size:]}"


def _sounds(found: list[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return how each word sounds, the family name, which is the first or the last one, by name."""
    sounds = ["".join(_sound(part) for part in _PARTS.split(word)) for word in found]
    for place in (0, len(words) - 1):
        if words and words[place] in _FAMILIES:
            sounds[place] = _FAMILIES[words[place]]
            break
    return tuple(sounds)


def _sound(word: str) -> str:
    word = _NO_LETTER.sub("", word)
    for pattern, sound in _CONSONANTS:
        word = pattern.sub(sound, word)
    return _DOUBLE.sub(r"\1", _VOWELS.sub(_vowel, word))


def _vowel(found: re.Match[str]) -> str:
    letters = found.group()
    if letters in _OPEN:
        return "a"
    if letters in _FRONT:
        return "e"
    return "i" if letters in _CLOSE else "o"
