"""Lays beside one another what the papers of one meeting say of it, and marks what they contest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.texts.past.days import Days
from app.texts.past.evidence import Certainty, Quote, Said, is_surer, least
from app.texts.past.file_kinds import FileKind
from app.texts.past.meeting_said import Happening
from app.texts.past.recognition import PaperSaid
from app.texts.past.whereabouts import Whereabouts
from app.texts.scripts import guess_language


class FactField(StrEnum):
    """What of a meeting a paper speaks of."""

    ORDINAL = "ordinal"
    TITLE = "title"
    DAYS = "days"
    PLANNED_DAYS = "planned-days"
    PLACE = "place"
    MODE = "mode"
    HAPPENING = "happening"
    NEXT = "next"


@dataclass(frozen=True)
class Fact:
    """One value that papers give for one thing.

    Attributes:
        language: The language of a title or a place; empty for everything else.
        quotes: Who says so, the surest first.
        contested: Whether another paper, or the same one, gives another value.
    """

    field: FactField
    value: Any
    quotes: tuple[Quote, ...]
    certainty: Certainty
    language: str = ""
    contested: bool = False


def facts_of(papers: Sequence[PaperSaid]) -> Iterator[Fact]:
    """Yield what the papers of one meeting say of it, each value once with all who say so."""
    kept: dict[tuple[FactField, str, object], Fact] = {}
    for said in papers:
        for fact in _facts_in(said):
            key = _home(fact, kept)
            there = kept.get(key)
            kept[key] = fact if there is None else _joined(there, fact)
    rivals: dict[tuple[FactField, str], int] = {}
    for field, language, _value in kept:
        rivals[field, language] = rivals.get((field, language), 0) + 1
    was_held = (FactField.HAPPENING, "", Happening.HELD) in kept
    for (field, language, _value), fact in kept.items():
        if was_held and fact.value is Happening.AHEAD:
            continue  # what lay ahead in one paper was held in another
        contested = rivals[field, language] > 1 and field not in _MANY
        yield replace(fact, contested=contested)


def _home(
    fact: Fact, kept: Mapping[tuple[FactField, str, object], Fact]
) -> tuple[FactField, str, object]:
    """Return the key of a fact; “Ibaraki” and “Ibaraki Prefecture” are one place."""
    if isinstance(fact.value, Whereabouts):
        town = fact.value.town.casefold()
        for field, language, known in kept:
            is_place = field is FactField.PLACE and language == fact.language
            if is_place and isinstance(known, str) and (town in known or known in town):
                return (field, language, known)
    return (fact.field, fact.language, _key(fact.value))


_MANY = frozenset({FactField.HAPPENING, FactField.NEXT})


def _facts_in(said: PaperSaid) -> Iterator[Fact]:
    meeting = said.meeting
    ahead = meeting.held is not None and meeting.held.value is Happening.AHEAD
    planned = ahead or (said.kind.value is FileKind.AGENDA and meeting.held is None)
    for field, values in (
        (FactField.ORDINAL, meeting.ordinals),
        (FactField.PLANNED_DAYS if planned else FactField.DAYS, meeting.days),
        (FactField.MODE, meeting.modes),
        (FactField.HAPPENING, (meeting.held,) if meeting.held else ()),
        (FactField.NEXT, (meeting.next_days,) if meeting.next_days else ()),
    ):
        yield from (_fact(field, each) for each in values)
    for title in meeting.titles:
        language = guess_language(title.value) or said.language
        yield replace(_fact(FactField.TITLE, title), language=language)
    for place in meeting.places:
        language = guess_language(place.value.town) or said.language
        yield replace(_fact(FactField.PLACE, place), language=language)


def _fact(field: FactField, said: Said[Any]) -> Fact:
    grade = said.certainty
    if isinstance(said.value, Days) and said.value.is_backwards:
        grade = least(grade, Certainty.DOUBTFUL)
    return Fact(field, said.value, (said.quote,), grade)


def _joined(one: Fact, other: Fact) -> Fact:
    surer = is_surer(other.certainty, one.certainty)
    first, second = (other, one) if surer else (one, other)
    value = first.value
    if isinstance(value, Whereabouts) and second.value.land and not value.land:
        value = second.value
    return replace(first, value=value, quotes=tuple(dict.fromkeys(first.quotes + second.quotes)))


def _key(value: object) -> object:
    if isinstance(value, Days):
        return (value.first, value.last)
    return value.town.casefold() if isinstance(value, Whereabouts) else value
