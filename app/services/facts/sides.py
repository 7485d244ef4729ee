"""The sides as they write to one another: which office writes for each, and to whom."""

from uuid import UUID

from app.documents.facts import DelegationFacts, PartyFacts
from app.documents.letter_facts import SideFacts
from app.domain.body import BodyOrganisation, OrganisationRole
from app.domain.delegation import Delegate, DelegateRole, Delegation
from app.domain.names import in_language
from app.domain.organisation import Organisation
from app.domain.party import Party
from app.store.reader import Reader


def sides_of(
    reader: Reader,
    *,
    body_id: UUID,
    parties: tuple[PartyFacts, ...],
    delegations: tuple[DelegationFacts, ...],
    meeting_id: UUID | None,
    language: str,
) -> tuple[SideFacts, ...]:
    """Return one side for each party: its secretariat, else the office of its head."""
    heads = {each.party.code: each.head for each in delegations}
    keys = {party.code: party.id for party in reader.find(Party)}
    sides = []
    for party in parties:
        office = _secretariat(reader, body_id, keys[party.code]) or _office_of_head(
            reader, meeting_id, keys[party.code]
        )
        sides.append(
            SideFacts(
                party=party,
                office=in_language(office.names, language) or None if office else None,
                person=heads.get(party.code),
            )
        )
    return tuple(sides)


def _secretariat(reader: Reader, body_id: UUID, party_id: UUID) -> Organisation | None:
    for role in reader.find(
        BodyOrganisation, body_id=body_id, role=OrganisationRole.SECRETARIAT, valid_to=None
    ):
        organisation = reader.get(Organisation, role.organisation_id)
        if organisation.party_id == party_id:
            return organisation
    return None


def _office_of_head(reader: Reader, meeting_id: UUID | None, party_id: UUID) -> Organisation | None:
    """Return the ministry in which the head of a delegation serves."""
    if meeting_id is None:
        return None
    delegation = reader.first(Delegation, meeting_id=meeting_id, party_id=party_id)
    if delegation is None:
        return None
    head = reader.first(Delegate, delegation_id=delegation.id, role=DelegateRole.HEAD)
    key = head.organisation_id if head else None
    office = None
    while key is not None:
        office = reader.get(Organisation, key)
        key = office.parent_id
    return office
