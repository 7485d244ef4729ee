"""Finds among thousands of persons those whose names are alike, without comparing all with all."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.texts.name_likeness import Likeness, LikenessReason, compare_names
from app.texts.name_sounds import SpokenName, hear

Key = TypeVar("Key", bound=Hashable)

_LONG_ENOUGH = 12
_LONG_SOUND = 5
_MOST_CANDIDATES = 60
"""A hundred persons called “to be confirmed” are not compared each with all."""


@dataclass(frozen=True)
class Alike(Generic[Key]):
    """Somebody whose name is like one that was asked for.

    Attributes:
        key: Who it is.
        likeness: How alike, and why.
        name: The spelling that is.
    """

    key: Key
    likeness: Likeness
    name: str


class AlikeNames(Generic[Key]):
    """The known persons under everything by which a like name can be found."""

    def __init__(self) -> None:
        self._names: dict[Key, tuple[str, ...]] = {}
        self._by_email: dict[str, list[Key]] = defaultdict(list)
        self._found_by: dict[str, list[tuple[Key, str]]] = defaultdict(list)

    def add(self, key: Key, *, names: Sequence[str], email: str = "") -> None:
        """Enter a person under every spelling of the name."""
        kept = tuple(dict.fromkeys(name for name in names if name))
        self._names[key] = kept
        for name in kept:
            for clue in _clues(hear(name)):
                self._found_by[clue].append((key, name))
        if email:
            self._by_email[email.casefold()].append(key)

    def find(self, *, names: Sequence[str], email: str = "") -> tuple[Alike[Key], ...]:
        """Return who has a name like one of ``names``, or the same address; the likest first."""
        best: dict[Key, Alike[Key]] = {}
        for key in self._by_email.get(email.casefold(), ()) if email else ():
            same = Likeness.because(LikenessReason.SAME_EMAIL)
            best[key] = Alike(key, same, next(iter(self._names[key]), ""))
        for name in dict.fromkeys(name for name in names if name):
            for key, other in self._candidates(name):
                likeness = compare_names(name, other)
                if likeness and (key not in best or best[key].likeness.score < likeness.score):
                    best[key] = Alike(key, likeness, other)
        return tuple(sorted(best.values(), key=lambda each: -each.likeness.score))

    def pairs(self) -> Iterator[tuple[Key, Alike[Key]]]:
        """Yield every pair of persons with like names once."""
        told: set[Key] = set()
        for key, names in self._names.items():
            told.add(key)
            for found in self.find(names=names):
                if found.key not in told:
                    yield key, found

    def _candidates(self, name: str) -> Iterator[tuple[Key, str]]:
        seen: set[tuple[Key, str]] = set()
        spoken = hear(name)
        for clue in _questions(spoken):
            for found in self._found_by.get(clue, ()):
                if len(seen) >= _MOST_CANDIDATES:
                    return
                if found not in seen:
                    seen.add(found)
                    yield found


def _clues(name: SpokenName) -> Iterator[str]:
    """Yield what a name can be found by: its sounds in any order, and each of its words."""
    yield from _whole(name)
    is_short = _is_short(name)
    for place in name.whole_words():
        if len(name.sounds[place]) >= _LONG_SOUND:
            yield f"word:{name.sounds[place]}"
            if is_short:
                yield f"short:{name.sounds[place]}"
            if len(name.sounds) == 2:
                yield f"given:{name.sounds[place]}"


def _questions(name: SpokenName) -> Iterator[str]:
    """Yield what to look under for a name: names in full are only alike to short ones by words."""
    yield from _whole(name)
    kind = "word" if _is_short(name) else "short"
    for place in name.whole_words():
        if len(name.sounds[place]) >= _LONG_SOUND:
            yield f"{kind}:{name.sounds[place]}"
            if len(name.sounds) == 2:  # a father's name, bent, beside the same given name
                yield f"given:{name.sounds[place]}"


def _whole(name: SpokenName) -> Iterator[str]:
    if len(name.sound) >= 2 or name.letters:
        yield "letters:" + "".join(sorted(name.letters))
        yield "sound:" + "".join(sorted(name.sound))
    if len(name.letters) >= _LONG_ENOUGH - 1 and name.letters.isalpha():
        letters = sorted(name.letters)
        yield "near:" + "".join(letters)
        for at in range(len(letters)):
            yield "near:" + "".join(letters[:at] + letters[at + 1 :])


def _is_short(name: SpokenName) -> bool:
    return bool(name.initials) or len(name.words) == 1
