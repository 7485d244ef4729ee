"""The alternat: in its own original each party is named first and signs on the left."""

from dataclasses import replace

from app.documents.facts import (
    Facts,
    MinutesFacts,
    ParticipantsFacts,
    PartyFacts,
)
from app.domain.errors import Misfortune


class NoSuchParty(Misfortune):
    """An original was asked for on behalf of a party that the document does not name."""

    def __init__(self, code: str, parties: tuple[PartyFacts, ...]) -> None:
        super().__init__(
            f"There is no party “{code}” in this document, so there is no original for it.",
            f"Its parties are: {', '.join(party.code for party in parties) or 'none'}.",
        )
        self.code = code


def order_parties(parties: tuple[PartyFacts, ...], *, holder: str) -> tuple[PartyFacts, ...]:
    """Return ``parties`` with the one whose copy it is first and the others as they were.

    Raises:
        NoSuchParty: The holder of the copy is none of them.
    """
    first = tuple(party for party in parties if party.code == holder)
    if not first:
        raise NoSuchParty(holder, parties)
    return first + tuple(party for party in parties if party.code != holder)


def order_facts(facts: Facts, *, holder: str) -> Facts:
    """Return ``facts`` as the original of ``holder`` states them: parties and delegations.

    Raises:
        NoSuchParty: The holder of the copy is no party.
    """
    parties = order_parties(facts.parties, holder=holder)
    if isinstance(facts, MinutesFacts | ParticipantsFacts):
        place = {party.code: position for position, party in enumerate(parties)}
        delegations = tuple(
            sorted(facts.delegations, key=lambda each: place.get(each.party.code, len(place)))
        )
        return replace(facts, parties=parties, delegations=delegations)
    return replace(facts, parties=parties)
