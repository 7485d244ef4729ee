"""The facts of name plates and badges: every seat, with the name in the person's own script."""

from uuid import UUID

from app.documents.facts import PartyFacts
from app.documents.meeting_facts import CardFacts, CardsFacts
from app.domain.delegation import NOT_THERE, Delegate, DelegateRole
from app.domain.meeting import Meeting
from app.domain.names import is_same_language
from app.domain.organisation import Organisation
from app.domain.person import Person, PersonName
from app.services.facts.meetings import (
    body_facts,
    body_of,
    meeting_facts,
    parties_of,
    party_facts,
)
from app.services.facts.names_of_the_day import party_on
from app.store.queries.delegations import DelegateRow, list_delegations
from app.store.reader import Reader

# In which language the officials of a state write their own names.
_OWN_LANGUAGES = {"KR": "ko", "MN": "mn", "JP": "ja"}


def cards_facts(reader: Reader, *, meeting_id: UUID, language: str) -> CardsFacts:
    """Return a card for every seat of every delegation, but for those that are not taken."""
    meeting = reader.get(Meeting, meeting_id)
    cards = []
    for delegation in list_delegations(reader, meeting_id=meeting_id, language=language):
        named = party_on(reader, delegation.party.id, meeting.first_day)
        party = party_facts(named, language)
        taken = [seat for seat in delegation.delegates if seat.attendance not in NOT_THERE]
        cards += [_card(reader, seat, party, language) for seat in taken]
    return CardsFacts(
        id=f"cards-{meeting_id}",
        symbol=None,
        body=body_facts(body_of(reader, meeting), language),
        parties=parties_of(reader, meeting, language),
        meeting=meeting_facts(meeting, language),
        cards=tuple(cards),
    )


def _card(reader: Reader, seat: DelegateRow, party: PartyFacts, language: str) -> CardFacts:
    delegate = reader.get(Delegate, seat.id)
    own_language = _OWN_LANGUAGES.get(party.code, "")
    own_name = None
    if delegate.person_id and own_language not in {"", language}:
        own_name = _own_name(reader, delegate.person_id, own_language)
    ordinary = seat.role == DelegateRole.DELEGATE
    return CardFacts(
        id=str(seat.id),
        party=party,
        name=None if seat.is_institution else seat.name,
        own_name=own_name if own_name != seat.name else None,
        own_language=own_language if own_name else "",
        organisation=seat.name if seat.is_institution else _office(reader, seat, delegate),
        post=seat.post or None,
        capacity=None if ordinary else seat.role,
    )


def _own_name(reader: Reader, person_id: UUID, language: str) -> str | None:
    """Return the one spelling of a name in a language; of several none is chosen."""
    shown = reader.get(Person, person_id).names.get(language)
    if shown:
        return shown
    found = {
        name.text
        for name in reader.find(PersonName, person_id=person_id)
        if is_same_language(name.language, language)
    }
    return found.pop() if len(found) == 1 else None


def _office(reader: Reader, seat: DelegateRow, delegate: Delegate) -> str | None:
    if seat.organisation:
        return seat.organisation
    key = delegate.organisation_id
    office = None
    while key is not None:
        office = reader.get(Organisation, key)
        key = office.parent_id
    return office.names.get("en") if office else None
