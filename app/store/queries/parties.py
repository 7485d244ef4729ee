"""Parties as the screens show them: a code, a name and a seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.names import in_language
from app.domain.party import Party
from app.store.reader import Reader


@dataclass(frozen=True)
class PartyChip:
    """A party in brief; ``seat`` counts from 1 and chooses the colour of the side."""

    id: UUID
    code: str
    name: str
    adjective: str
    seat: int


@dataclass(frozen=True)
class PartyRow:
    """A party in a list."""

    id: UUID
    code: str
    name: str
    kind: str


def list_parties(reader: Reader, *, language: str) -> tuple[PartyRow, ...]:
    """Return all parties by name."""
    parties = sorted(reader.find(Party), key=lambda party: (party.sort_key, party.code))
    return tuple(
        PartyRow(
            id=party.id,
            code=party.code,
            name=in_language(party.names, language),
            kind=party.kind.value,
        )
        for party in parties
    )


def chips(
    reader: Reader, *, language: str, seats: Mapping[UUID, int] | None = None
) -> dict[UUID, PartyChip]:
    """Return every party in brief; parties without a seat in ``seats`` get seat 0."""
    taken = seats or {}
    return {
        party.id: PartyChip(
            id=party.id,
            code=party.code,
            name=in_language(party.names, language),
            adjective=in_language(party.adjectives, language) or in_language(party.names, language),
            seat=taken.get(party.id, 0),
        )
        for party in reader.find(Party)
    }
