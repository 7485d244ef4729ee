"""Says whether two spellings may be one person's name, how sure that is, and for what reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.texts.name_sounds import SpokenName, hear


class LikenessReason(StrEnum):
    """Why two names are taken for one; ``words`` in a sentence of the screen says it."""

    SAME_EMAIL = "same-email"
    SAME_NAME = "same-name"
    SAME_LETTERS = "same-letters"
    OTHER_ORDER = "other-order"
    OTHER_SCRIPT = "other-script"
    INITIALS = "initials"
    FATHERS_NAME = "fathers-name"
    ROMANISATION = "romanisation"
    SPELLING = "spelling"
    ONE_NAME_ONLY = "one-name-only"


_SURENESS = {
    LikenessReason.SAME_EMAIL: 0.98,
    LikenessReason.SAME_NAME: 1.0,
    LikenessReason.SAME_LETTERS: 0.98,
    LikenessReason.OTHER_ORDER: 0.95,
    LikenessReason.OTHER_SCRIPT: 0.9,
    LikenessReason.FATHERS_NAME: 0.9,
    LikenessReason.INITIALS: 0.85,
    LikenessReason.ROMANISATION: 0.8,
    LikenessReason.SPELLING: 0.75,
    LikenessReason.ONE_NAME_ONLY: 0.6,
}
_LONG_ENOUGH = 12
_LONG_WORD = 6
_SHORTEST = 3
_BENT = frozenset({"n", "in", "kin"})
"""How the ending of the Mongolian genitive sounds: -n, -iin, -yn, -giin."""


@dataclass(frozen=True)
class Likeness:
    """How alike two names are: from 0 (only just) to 1 (the very same), and why."""

    score: float
    reason: LikenessReason

    @classmethod
    def because(cls, reason: LikenessReason) -> "Likeness":
        """Return the likeness that a reason gives."""
        return cls(_SURENESS[reason], reason)


def compare_names(one: str, other: str) -> Likeness | None:
    """Return how alike two names are; ``None`` if nothing suggests that they are one."""
    if one == other:
        return Likeness.because(LikenessReason.SAME_NAME)
    reason = _reason(hear(one), hear(other))
    return Likeness.because(reason) if reason else None


def compare_persons(ones: Sequence[str], others: Sequence[str]) -> Likeness | None:
    """Return the greatest likeness among the spellings of two persons."""
    found = [compare_names(one, other) for one in ones for other in others]
    return max((each for each in found if each), key=lambda each: each.score, default=None)


def _reason(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    if not one.letters or not other.letters:
        return None
    tests = (_same_letters, _initials, _fathers_name, _same_sound, _spelling)
    return next((reason for test in tests if (reason := test(one, other))), None)


def _same_letters(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    if len(one.letters) != len(other.letters):
        return None
    if one.letters == other.letters:
        differs = one.is_foreign != other.is_foreign
        return LikenessReason.OTHER_SCRIPT if differs else LikenessReason.SAME_LETTERS
    if one.letters in other.turns(other.words) or other.letters in one.turns(one.words):
        return LikenessReason.OTHER_ORDER
    return LikenessReason.OTHER_ORDER if sorted(one.words) == sorted(other.words) else None


def _initials(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    """Tell of “N. Enkhtaivan” and “Nyamdorj Enkhtaivan”, and of “Enkhtaivan” alone."""
    if len(one.whole_words()) > len(other.whole_words()):
        one, other = other, one
    whole = [one.sounds[place] for place in one.whole_words()]
    if not whole or max(map(len, whole)) < _LONG_WORD - 1:
        return None
    left = list(range(len(other.words)))
    for sound in whole:
        place = next((at for at in left if other.sounds[at] == sound), None)
        if place is None:
            return None
        left.remove(place)
    told = [one.words[place] for place in sorted(one.initials)]
    rest = [other.words[place] for place in left]
    return _of_what_is_left(told, rest, is_short=len(whole) == 1)


def _of_what_is_left(told: list[str], rest: list[str], *, is_short: bool) -> LikenessReason | None:
    """Judge the words that only one of two names has, beside those that both have."""
    if told and rest:
        fits = len(told) == len(rest) and all(map(_begins, told, rest))
        return LikenessReason.INITIALS if fits else None
    if is_short and len(told) + len(rest) == 1:
        return LikenessReason.ONE_NAME_ONLY
    return None


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _fathers_name(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    """Tell of “Ukhnaagiin Khürelsükh” and “Ukhnaa Khurelsukh”: the father's name is bent."""
    if len(one.sounds) != 2 or len(other.sounds) != 2:
        return None
    for ones in (one.sounds, one.sounds[::-1]):
        for given, father in ((0, 1), (1, 0)):
            is_same = ones[given] == other.sounds[given] and len(ones[given]) >= _LONG_WORD - 1
            if is_same and _is_bent(ones[father], other.sounds[father]):
                return LikenessReason.FATHERS_NAME
    return None


def _is_bent(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    ending = longer[len(shorter) :]
    return len(shorter) >= _SHORTEST and longer.startswith(shorter) and ending in _BENT


def _same_sound(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    if len(one.sound) != len(other.sound) or len(one.sound) < 4:
        return None
    if one.sound in other.turns(other.sounds) or other.sound in one.turns(one.sounds):
        differs = one.is_foreign != other.is_foreign
        return LikenessReason.OTHER_SCRIPT if differs else LikenessReason.ROMANISATION
    return None


def _spelling(one: SpokenName, other: SpokenName) -> LikenessReason | None:
    """Tell of one letter too many, too few or another one, in a name long enough to bear it.

    Of two Korean names the one letter is mostly the whole difference between two persons.
    """
    if min(len(one.letters), len(other.letters)) < _LONG_ENOUGH:
        return None
    near = any(_is_one_off(turn, other.letters) for turn in one.turns(one.words))
    return LikenessReason.SPELLING if near else None


@lru_cache(maxsize=4096)
def _is_one_off(one: str, other: str) -> bool:
    """Return whether one letter more, less, other or exchanged makes one text of the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((place for place in range(len(one)) if one[place] != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    exchanged = one[at + 1 : at + 2] + one[at : at + 1] == other[at : at + 2]
    return one[at + 1 :] == other[at + 1 :] or (exchanged and one[at + 2 :] == other[at + 2 :])
