"""The alternat: in its own original each party is named first and signs on the left."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from app.documents.facts import Facts, PartyFacts
from app.domain.errors import Misfortune

AnyFacts = TypeVar("AnyFacts", bound=Facts)


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


def order_facts(facts: AnyFacts, *, holder: str) -> AnyFacts:
    """Return ``facts`` as the original of ``holder`` states them: parties and what each has.

    Raises:
        NoSuchParty: The holder of the copy is no party.
    """
    parties = order_parties(facts.parties, holder=holder)
    place = {party.code: position for position, party in enumerate(parties)}
    ordered: dict[str, Any] = {"parties": parties}
    for field in fields(facts):
        value = getattr(facts, field.name)
        # Delegations, chairs, sides: one for each party; what is of none of them comes last.
        if isinstance(value, tuple) and value and all(hasattr(each, "party") for each in value):
            ordered[field.name] = tuple(
                sorted(value, key=lambda each: place.get(_code_of(each.party), len(place)))
            )
    return replace(facts, **ordered)


def _code_of(party: PartyFacts | None) -> str:
    return party.code if party else ""
