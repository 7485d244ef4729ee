"""Delegations as a meeting's page and the list of participants show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import Meeting
from app.domain.names import in_language, name_on
from app.domain.organisation import Organisation, OrganisationName
from app.domain.person import Person
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class DelegateRow:
    """A seat: a person under the name and post as printed, or the organisation that holds it."""

    id: UUID
    name: str
    post: str
    organisation: str
    role: str
    attendance: str
    mode: str
    is_institution: bool
    initials: str


@dataclass(frozen=True)
class DelegationRow:
    """One party's delegation with its seats in order, the head first."""

    id: UUID
    party: PartyChip
    is_host: bool
    role: str
    delegates: tuple[DelegateRow, ...]


def list_delegations(
    reader: Reader, *, meeting_id: UUID, language: str
) -> tuple[DelegationRow, ...]:
    """Return the delegations of a meeting, the host first and then by seat."""
    meeting = reader.get(Meeting, meeting_id)
    delegations = reader.find(Delegation, meeting_id=meeting_id)
    seats = {delegation.party_id: delegation.seat for delegation in delegations}
    known = chips(
        reader, language=language, seats=seats | seats_of(reader, body_id=meeting.body_id)
    )
    rows = [
        DelegationRow(
            id=delegation.id,
            party=known[delegation.party_id],
            is_host=delegation.party_id == meeting.host_party_id,
            role=delegation.role.value,
            delegates=_delegates(reader, delegation, meeting.first_day, language),
        )
        for delegation in delegations
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_host, row.party.seat, row.party.code)))


def _delegates(
    reader: Reader, delegation: Delegation, day: date | None, language: str
) -> tuple[DelegateRow, ...]:
    delegates = reader.find(Delegate, delegation_id=delegation.id)
    return tuple(
        _delegate(reader, delegate, day, language)
        for delegate in sorted(delegates, key=lambda delegate: delegate.ordinal)
    )


def _delegate(reader: Reader, delegate: Delegate, day: date | None, language: str) -> DelegateRow:
    organisation = in_language(delegate.printed_organisations, language)
    # A post as printed mostly names the organisation itself; to add it would print it twice.
    if not organisation and not delegate.printed_posts and delegate.organisation_id:
        organisation = _organisation(reader, delegate.organisation_id, day, language)
    name = in_language(delegate.printed_names, language)
    if not name and delegate.person_id:
        name = reader.get(Person, delegate.person_id).printed_name
    is_institution = delegate.person_id is None
    return DelegateRow(
        id=delegate.id,
        name=organisation if is_institution else name,
        post=in_language(delegate.printed_posts, language),
        organisation="" if is_institution else organisation,
        role=delegate.role.value,
        attendance=delegate.attendance.value,
        mode=delegate.presence.value,
        is_institution=is_institution,
        initials="".join(word[0] for word in name.replace("-", " ").split()[:2]).upper(),
    )


def _organisation(reader: Reader, key: UUID, day: date | None, language: str) -> str:
    """Return the name that an organisation bore on the day of the meeting."""
    names = reader.get(Organisation, key).names
    if day is None:
        return in_language(names, language)
    dated = reader.find(OrganisationName, organisation_id=key)
    return name_on(day, now=names, dated=dated, language=language)
