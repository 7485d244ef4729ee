"""Finds names that are almost, but not quite, those of a list: a letter wrong, or turned round.

Only names of several words are looked for, as they are written with spaces: of a name in two or
three characters any other one would be a neighbour.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.-][^\W\d_]+)*")
_ALIKE = 0.8
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class NearName:
    """A name as it stands in the text, and the listed one that it seems to mean."""

    found: str
    meant: str


def find_near_names(text: str, *, names: Collection[str]) -> tuple[NearName, ...]:
    """Return the names in ``text`` that differ a little from one of ``names``, each once."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    places: dict[str, list[int]] = defaultdict(list)
    for place, (word, _start, _end) in enumerate(words):
        places[word.casefold()].append(place)
    split = {name: tuple(_WORD.findall(name.casefold())) for name in names}
    right = set(split.values())
    near = []
    for name, wanted in split.items():
        if len(wanted) < 2:
            continue
        for begin in _beginnings(wanted, places):
            window = words[begin : begin + len(wanted)]
            found = tuple(word.casefold() for word, _start, _end in window)
            spelled = text[window[0][1] : window[-1][2]]
            # Names do not go from one paragraph, or from one cell, to the next.
            if found not in right and _is_near(found, wanted) and not re.search(r"[\n\t]", spelled):
                near.append(NearName(spelled, name))
    return tuple(dict.fromkeys(near))


def _beginnings(wanted: tuple[str, ...], places: dict[str, list[int]]) -> list[int]:
    """Return where ``wanted`` may begin: wherever one of its words stands, in any of its places."""
    found = {
        at - shift for word in wanted for at in places.get(word, ()) for shift in range(len(wanted))
    }
    return sorted(begin for begin in found if begin >= 0)


def _is_near(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if len(found) != len(wanted):
        return False
    if sorted(found) == sorted(wanted):
        return True
    return any(one == other for one, other in zip(found, wanted, strict=True)) and all(
        _is_alike(one, other) for one, other in zip(found, wanted, strict=True)
    )


def _is_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
