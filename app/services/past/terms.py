"""Gathers what a body and its sides are called, so that old papers about it can be known."""

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from app.domain.body import Body, BodyName
from app.domain.party import Party, PartyName
from app.services import states
from app.store.queries.bodies import seats_on
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.past.body_terms import BodyTerms, SideTerms, side_names

_EASTERN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 8
_FEWEST_CAPITALS = 5
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANJI = re.compile("[\u4e00-\u9fff]")


def terms_of(workspace: Workspace, *, body_id: UUID) -> BodyTerms:
    """Return what a body and its sides are called, in all languages.

    Raises:
        NotFound: if there is no such body.
    """
    with workspace.read() as reader:
        body = reader.get(Body, body_id)
        names = [*body.names.values(), *body.plain_names.values(), *body.short_names.values()]
        names += [each.text for each in reader.find(BodyName, body_id=body_id)]
        parties = [
            reader.get(Party, seat.party_id) for seat in seats_on(reader, body_id=body_id, day=None)
        ]
        told = [(party, tuple(_names_of(reader, party))) for party in parties]
    return BodyTerms(
        names=tuple(dict.fromkeys(name for name in names if _is_telling(name))),
        sides=tuple(SideTerms(str(party.id), side_names(names)) for party, names in told),
        countries=tuple(_countries()),
        pairs=tuple(_pairs(told)),
    )


def _names_of(reader: Reader, party: Party) -> Iterator[str]:
    yield from party.names.values()
    yield from party.formal_names.values()
    yield from party.adjectives.values()
    for name in reader.find(PartyName, party_id=party.id):
        yield name.text
    state = states.find(party.code)
    if state is not None:
        yield from state.names.values()
        yield from state.formal_names.values()
        yield from state.adjectives.values()


def _is_telling(name: str) -> bool:
    """Say whether a name means this body alone: not “Joint Committee”, which many are called."""
    if _EASTERN.search(name):
        return len(name) >= _FEWEST_LETTERS
    return len(name.split()) >= _FEWEST_WORDS or (name.isupper() and len(name) >= _FEWEST_CAPITALS)


def _pairs(told: Iterable[tuple[Party, tuple[str, ...]]]) -> Iterator[str]:
    """Yield what two states are together in Korean and Japanese: 한일, 日韓."""
    parties = tuple(told)
    if len(parties) != 2:
        return
    for letters in (_HANGUL, _KANJI):
        firsts = [
            {name[0] for name in names if letters.match(name[0])} for _party, names in parties
        ]
        for one in firsts[0]:
            for other in firsts[1]:
                if one != other:
                    yield from (f"{one}{other}", f"{other}{one}")


def _countries() -> Iterator[str]:
    for state in states.list_states():
        yield from state.names.values()
        yield from state.formal_names.values()
