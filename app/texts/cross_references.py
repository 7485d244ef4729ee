"""Lets the references in a text follow their provisions when these are given other numbers.

A reference is read in the text as it stood, found again in the text as it stands now, and written
with the numbers that it has now. What cannot be followed with certainty is told, never guessed: a
reference that was rewritten leads to the very provision that it led to before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.rules import ProvisionKind
from app.texts.label_numbers import LabelNumber
from app.texts.provision_index import ProvisionIndex
from app.texts.reading.numerals import Numeral
from app.texts.reference_grammars import find_references
from app.texts.reference_parts import FoundReference, Neighbours, Part

_K = ProvisionKind
_FIGURES = frozenset({Numeral.DIGITS, Numeral.CIRCLED, Numeral.KANJI}) | {
    Numeral.CHAIN_OF_TWO,
    Numeral.CHAIN_OF_THREE,
    Numeral.CHAIN_OF_FOUR,
}
_ROMAN = frozenset({Numeral.LOWER_ROMAN, Numeral.UPPER_ROMAN})
_INNER = (_K.PARAGRAPH, _K.ITEM, _K.SUBITEM)


class Fate(StrEnum):
    """What becomes of a reference."""

    SAME = "same"
    FOLLOWS = "follows"
    BY_HAND = "by-hand"
    GONE = "gone"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class FollowedReference:
    """A reference and what becomes of it.

    Attributes:
        words: As it stands.
        now: As it will stand.
        target: The identity of what it names; empty where it leads nowhere.
    """

    start: int
    end: int
    words: str
    now: str
    target: str
    fate: Fate


def resolve(found: FoundReference, index: ProvisionIndex, *, at: str) -> str | None:
    """Return the identity of what a reference names.

    Args:
        found: The reference.
        index: The text.
        at: The provision that says it; “paragraph 2” is one of its own article.
    """
    if found.target:
        return found.target if found.target in index else None
    path = _path(found, index, at)
    if found.neighbours is not None and not found.parts:
        return path[0] if path else None
    return path[-1] if path else None


def neighbours_of(at: str, named: Neighbours, index: ProvisionIndex) -> tuple[str, ...]:
    """Return the provisions beside a place that a text names, in reading order.

    A paragraph is sought in its own article, an article in the whole text or in its annex. Before
    the first paragraph stand the words that open its article. There are none where there are fewer
    than the text names.
    """
    own = index.enclosing(at, *named.kinds) if at in index else None
    if own is None:
        return ()
    key, kind = index.sequence(own)
    alike = index.counted(kind, annex=key)
    place, reach = alike.index(own), named.reach
    if reach == -1 and place == 0 and kind is _K.PARAGRAPH:
        opening = index.parent(own)
        return (opening,) if opening is not None else ()
    found = alike[max(place + reach, 0) : place] if reach < 0 else alike[place + 1 :][:reach]
    return found if len(found) == abs(reach) else ()


def follow(
    text: str, *, language: str, at: str, before: ProvisionIndex, after: ProvisionIndex
) -> tuple[str, tuple[FollowedReference, ...]]:
    """Return a text with its references as they are numbered now, and what became of each.

    Args:
        text: The words of a provision.
        language: Their language.
        at: The provision.
        before: The text as it was numbered when the words were written.
        after: The text as it is numbered now.
    """
    told = []
    written, end = [], 0
    for found in find_references(text, language=language):
        one = _follow(found, language, at, before, after)
        told.append(one)
        written += [text[end : found.start], one.now]
        end = found.end
    return "".join([*written, text[end:]]), tuple(told)


def _follow(
    found: FoundReference, language: str, at: str, before: ProvisionIndex, after: ProvisionIndex
) -> FollowedReference:
    def told(fate: Fate, target: str = "", now: str | None = None) -> FollowedReference:
        words = found.words if now is None else now
        return FollowedReference(found.start, found.end, found.words, words, target, fate)

    if found.is_foreign:
        return told(Fate.FOREIGN)
    if found.target:
        return told(Fate.SAME if found.target in after else Fate.GONE, found.target)
    if found.neighbours is not None:
        return told(*_fate_beside(found, found.neighbours, at, before, after))
    path = _path(found, before, at)
    if not path:
        return told(Fate.UNKNOWN)
    target = path[-1]
    if any(each not in after for each in path):
        return told(Fate.GONE, target)
    place = at if at in after else target
    leads = _path(found, after, place)
    if leads and leads[-1] == target:
        return told(Fate.SAME, target)
    moved = _moved_path(path, after)
    pairs = zip(found.parts, moved, strict=False)
    numbers = [each for part, eid in pairs if (each := _number_for(part, after.number(eid)))]
    parts = tuple(part for part, _ in numbers)
    if len(parts) < len(path) or _path(replace(found, parts=parts), after, place) != moved:
        return told(Fate.BY_HAND, target)
    now = _rewritten(found, tuple(words for _, words in numbers))
    return told(Fate.SAME if now == found.words else Fate.FOLLOWS, target, now)


def _fate_beside(
    found: FoundReference,
    named: Neighbours,
    at: str,
    before: ProvisionIndex,
    after: ProvisionIndex,
) -> tuple[Fate, str]:
    """Return whether words such as “the preceding paragraph” still name what they named.

    No number can be written anew in them: a person must say it in other words.
    """
    meant = _beside(found, named, before, at)
    if not meant:
        inside = at in before and before.enclosing(at, *named.kinds) is None
        return (Fate.SAME, at) if inside else (Fate.UNKNOWN, "")
    gone = next((each for each in meant if each not in after), None)
    if gone is not None:
        return Fate.GONE, gone
    same = at not in after or _beside(found, named, after, at) == meant
    return (Fate.SAME if same else Fate.BY_HAND), meant[-1 if found.parts else 0]


def _beside(
    found: FoundReference, named: Neighbours, index: ProvisionIndex, at: str
) -> tuple[str, ...]:
    """Return the neighbours, or the unit inside of one that 前条第2項 names with what it is in."""
    beside = neighbours_of(at, named, index)
    if not found.parts or not beside:
        return beside
    return tuple(_inside(beside[0], found.parts, index)) if len(beside) == 1 else ()


def _moved_path(path: list[str], after: ProvisionIndex) -> list[str]:
    """Return the units that a provision stands in now, of the kinds that it stood in before."""
    target = path[-1]
    here = {after.kind(each): each for each in reversed(list(after.ancestors(target)))}
    found = [target if each == target else here.get(after.kind(each), "") for each in path]
    return found if all(found) else []


def _number_for(part: Part, number: LabelNumber | None) -> tuple[Part, str] | None:
    """Return a part of a reference with another number, and how that is written."""
    if number is None:
        return None
    numeral = next((numeral for numeral, value in part.values if value), Numeral.DIGITS)
    if number.numeral in {each for each, _ in part.values} | _ROMAN and len(part.values) > 1:
        numeral = number.numeral
    words = part.write(number.value, number.inserted, numeral)
    return replace(part, values=((numeral, number.value),), inserted=number.inserted), words


def _rewritten(found: FoundReference, words: tuple[str, ...]) -> str:
    """Return the words of a reference with other numbers; what it shares stands elsewhere."""
    made, end = [], found.start
    own = [each for each in zip(found.parts, words, strict=True) if each[0].start >= found.start]
    for part, word in sorted(own, key=lambda each: each[0].start):
        made += [found.words[end - found.start : part.start - found.start], word]
        end = part.end
    return "".join([*made, found.words[end - found.start :]])


def _path(found: FoundReference, index: ProvisionIndex, at: str) -> list[str]:
    """Return the provisions that the numbers of a reference name; nothing if any names none."""
    if found.neighbours is not None:
        return list(_beside(found, found.neighbours, index, at))
    if not found.parts:
        return []
    first, *rest = found.parts
    begun = _first(first, index, at)
    return _inside(begun, rest, index) if begun is not None else []


def _inside(begun: str, rest: Sequence[Part], index: ProvisionIndex) -> list[str]:
    """Return a provision and, one in the other, what numbers name in it."""
    path = [begun]
    for part in rest:
        here = path[-1]
        if _bears(part, here, index):  # the 7 of 7.2 after Article 7
            path.append(here)
            continue
        inside = _one([each for each in index.children(here) if _bears(part, each, index)])
        if inside is None:
            return []
        path.append(inside)
    return path


def _first(part: Part, index: ProvisionIndex, at: str) -> str | None:
    kind = part.kinds[0]
    annex = index.enclosing(at, _K.ANNEX) if at in index else None
    if kind in _INNER:
        return _inside_own(part, index, at)
    if kind is _K.SECTION:
        own = index.enclosing(at, _K.CHAPTER)
        near = [each for each in index.children(own) if _bears(part, each, index)]
        return _one(near) or _one([each for each in index.provisions if _bears(part, each, index)])
    for where in dict.fromkeys((annex, None)):
        counted = index.bearing(kind, _values(part), annex=where)
        bearing = [each for each in counted if _bears(part, each, index)]
        if bearing:
            return _one(bearing)
    return None


def _inside_own(part: Part, index: ProvisionIndex, at: str) -> str | None:
    """Find a paragraph of the article that a text stands in, or an item of its paragraph."""
    for around in index.ancestors(at):
        inside = [each for each in index.children(around) if _bears(part, each, index)]
        if inside:
            return _one(inside)
        if index.kind(around) is _K.ARTICLE:
            return None
    annex = index.enclosing(at, _K.ANNEX)
    counted = index.bearing(_K.PARAGRAPH, _values(part), annex=annex)
    return _one([each for each in counted if _bears(part, each, index)])


def _bears(part: Part, eid: str, index: ProvisionIndex) -> bool:
    """Say whether a provision bears the number of a part of a reference."""
    number, kind = index.number(eid), index.kind(eid)
    if number is None or number.inserted != part.inserted:
        return False
    if kind not in part.kinds and not (kind in _INNER and part.kinds == _INNER):
        return False
    return number.value == _value_as(part, number)


def _value_as(part: Part, number: LabelNumber) -> int | None:
    """Return what the sign of a reference counts where its provision is numbered in a way.

    (i) is 1 where the list counts i, ii, iii, and 9 where it counts a, b, c; figures never name
    what bears letters, nor the other way round. A letter of another script counts as its own.
    """
    values = dict(part.values)
    as_figures = not _FIGURES.isdisjoint(values)
    inner = part.kinds == _INNER
    if inner and as_figures != (number.numeral in _FIGURES):
        return None
    if number.numeral in values:
        return values[number.numeral]
    if number.numeral in _ROMAN:
        return next((v for n, v in part.values if n in _ROMAN), part.values[0][1])
    return part.values[0][1]


def _values(part: Part) -> tuple[int, ...]:
    return tuple(value for _, value in part.values)


def _one(found: list[str]) -> str | None:
    """Return what was found if there is one alone: of two, nobody knows which is meant."""
    return found[0] if len(found) == 1 else None
