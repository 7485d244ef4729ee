"""What a list of delegates from outside is looked up in: every name of a party or an office."""

from uuid import UUID

from sqlmodel import col, select

from app.domain.organisation import Organisation, OrganisationName
from app.domain.party import Party, PartyName
from app.store.reader import Reader


def names_of_parties(reader: Reader) -> dict[str, UUID]:
    """Return every party by each of its codes, names and adjectives, without regard to case."""
    found: dict[str, UUID] = {}
    for party in reader.find(Party):
        texts = [party.code, *party.names.values(), *party.formal_names.values()]
        texts += party.adjectives.values()
        for text in texts:
            found.setdefault(text.casefold(), party.id)
    for name in reader.find(PartyName):
        found.setdefault(name.text.casefold(), name.party_id)
    return found


def names_of_organisations(reader: Reader) -> dict[str, UUID]:
    """Return every organisation by each of its names, but for those that several bear."""
    columns = (col(OrganisationName.text), col(OrganisationName.organisation_id))
    pairs = [tuple(row) for row in reader.execute(select(*columns))]
    pairs += [
        (text, key)
        for key, names in reader.execute(select(col(Organisation.id), col(Organisation.names)))
        for text in names.values()
    ]
    found: dict[str, set[UUID]] = {}
    for text, key in pairs:
        found.setdefault(text.casefold(), set()).add(key)
    return {text: next(iter(keys)) for text, keys in found.items() if len(keys) == 1}
