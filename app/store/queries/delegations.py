"""Delegations as a meeting's page and the list of participants show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

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
    """A seat: a person under the name and post as printed, or the organisation that holds it.

    Attributes:
        replaced_by: The name of the delegate who came instead.
    """

    id: UUID
    name: str
    post: str
    organisation: str
    role: str
    attendance: str
    mode: str
    is_institution: bool
    initials: str
    person_id: UUID | None = None
    sessions: tuple[str, ...] = ()
    replaced_by: str = ""
    ordinal: int = 0
    organisation_id: UUID | None = None


@dataclass(frozen=True)
class DelegationRow:
    """One party's delegation with its seats in order, the head first."""

    id: UUID
    party: PartyChip
    is_host: bool
    role: str
    delegates: tuple[DelegateRow, ...]


@dataclass(frozen=True)
class DelegateDetail:
    """A seat with all that is on record of it, in every language, as a form shows it."""

    id: UUID
    delegation_id: UUID
    person_id: UUID | None
    organisation_id: UUID | None
    person: str
    role: str
    attendance: str
    mode: str
    sessions: tuple[str, ...]
    row_version: int
    printed_names: Mapping[str, str] = field(default_factory=dict)
    printed_posts: Mapping[str, str] = field(default_factory=dict)
    printed_organisations: Mapping[str, str] = field(default_factory=dict)


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
    delegates = _Seats(reader, meeting_id=meeting_id, day=meeting.first_day, language=language)
    rows = [
        DelegationRow(
            id=delegation.id,
            party=known[delegation.party_id],
            is_host=delegation.party_id == meeting.host_party_id,
            role=delegation.role.value,
            delegates=delegates.of(delegation.id),
        )
        for delegation in delegations
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_host, row.party.seat, row.party.code)))


def show_delegate(reader: Reader, *, delegate_id: UUID) -> DelegateDetail:
    """Return all that is on record of a seat.

    Raises:
        NotFound: if there is no such seat.
    """
    seat = reader.get(Delegate, delegate_id)
    person = reader.get(Person, seat.person_id).printed_name if seat.person_id else ""
    return DelegateDetail(
        id=seat.id,
        delegation_id=seat.delegation_id,
        person_id=seat.person_id,
        organisation_id=seat.organisation_id,
        person=person,
        role=seat.role.value,
        attendance=seat.attendance.value,
        mode=seat.presence.value,
        sessions=tuple(seat.sessions),
        row_version=seat.row_version,
        printed_names=dict(seat.printed_names),
        printed_posts=dict(seat.printed_posts),
        printed_organisations=dict(seat.printed_organisations),
    )


def find_earlier_meeting(reader: Reader, *, meeting_id: UUID) -> Meeting | None:
    """Return the last meeting of the same body before this one that somebody is on record for."""
    meeting = reader.get(Meeting, meeting_id)
    attended = (
        select(col(Delegation.meeting_id))
        .join(Delegate, col(Delegate.delegation_id) == col(Delegation.id))
        .distinct()
    )
    with_names = set(reader.scalars(attended))
    earlier = [
        other
        for other in reader.find(Meeting, body_id=meeting.body_id)
        if other.id in with_names and other.id != meeting_id and _comes_before(other, meeting)
    ]
    return max(earlier, key=_when, default=None)


def _comes_before(other: Meeting, meeting: Meeting) -> bool:
    return meeting.first_day is None or (other.first_day or date.min) <= meeting.first_day


def _when(meeting: Meeting) -> tuple[date, int]:
    return (meeting.first_day or date.min, meeting.ordinal or 0)


class _Seats:
    """All the seats of a meeting; one query for each kind of thing, however many there are."""

    def __init__(
        self, reader: Reader, *, meeting_id: UUID, day: date | None, language: str
    ) -> None:
        self._language = language
        self._day = day
        of_meeting = (
            select(Delegate)
            .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
            .where(col(Delegation.meeting_id) == meeting_id)
            .order_by(col(Delegate.ordinal), col(Delegate.id))
        )
        seats: list[Delegate] = list(reader.scalars(of_meeting))
        self._by_delegation: dict[UUID, list[Delegate]] = defaultdict(list)
        for seat in seats:
            self._by_delegation[seat.delegation_id].append(seat)
        self._persons = printed_names(reader, (seat.person_id for seat in seats))
        self._names = {seat.id: self._name(seat) for seat in seats if seat.person_id}
        self._organisations = OrganisationsOfTheDay(
            reader, (seat.organisation_id for seat in seats if self._needs_organisation(seat))
        )

    def of(self, delegation_id: UUID) -> tuple[DelegateRow, ...]:
        return tuple(self._row(seat) for seat in self._by_delegation[delegation_id])

    def _row(self, seat: Delegate) -> DelegateRow:
        organisation = in_language(seat.printed_organisations, self._language)
        # A post as printed mostly names the organisation itself; to add it would print it twice.
        if self._needs_organisation(seat) and seat.organisation_id:
            organisation = self._organisations.name(
                seat.organisation_id, day=self._day, language=self._language
            )
        name = self._names.get(seat.id, in_language(seat.printed_names, self._language))
        is_institution = seat.person_id is None
        replaced_by = self._names.get(seat.replaced_by_id, "") if seat.replaced_by_id else ""
        return DelegateRow(
            id=seat.id,
            name=organisation if is_institution else name,
            post=in_language(seat.printed_posts, self._language),
            organisation="" if is_institution else organisation,
            role=seat.role.value,
            attendance=seat.attendance.value,
            mode=seat.presence.value,
            is_institution=is_institution,
            initials=initials_of(name),
            person_id=seat.person_id,
            sessions=tuple(seat.sessions),
            replaced_by=replaced_by,
            ordinal=seat.ordinal,
            organisation_id=seat.organisation_id,
        )

    def _name(self, seat: Delegate) -> str:
        printed = in_language(seat.printed_names, self._language)
        return printed or (self._persons.get(seat.person_id, "") if seat.person_id else "")

    def _needs_organisation(self, seat: Delegate) -> bool:
        printed = in_language(seat.printed_organisations, self._language)
        return bool(seat.organisation_id) and not printed and not seat.printed_posts


class OrganisationsOfTheDay:
    """The names that organisations bore on a day."""

    def __init__(self, reader: Reader, keys: Iterable[UUID | None]) -> None:
        wanted = list({key for key in keys if key is not None})
        self._now: dict[UUID, dict[str, str]] = {}
        self._dated: dict[UUID, list[OrganisationName]] = defaultdict(list)
        if not wanted:
            return
        for found in _find_in(reader, Organisation, col(Organisation.id), wanted):
            self._now[found.id] = found.names
        owner = col(OrganisationName.organisation_id)
        for name in _find_in(reader, OrganisationName, owner, wanted):
            self._dated[name.organisation_id].append(name)

    def name(self, key: UUID, *, day: date | None, language: str) -> str:
        """Return the name that an organisation bore on a day; today's where none is given."""
        now = self._now.get(key, {})
        if day is None:
            return in_language(now, language)
        return name_on(day, now=now, dated=self._dated[key], language=language)


def printed_names(reader: Reader, keys: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of persons as they are known."""
    names: dict[UUID, str] = {}
    wanted = list({key for key in keys if key is not None})
    for some in _in_batches(wanted):
        statement = select(col(Person.id), col(Person.printed_name)).where(col(Person.id).in_(some))
        names.update(tuple(row) for row in reader.execute(statement))
    return names


def initials_of(name: str) -> str:
    """Return the letters that stand for a person in a small circle."""
    return "".join(word[0] for word in name.replace("-", " ").split()[:2]).upper()


def _find_in(reader: Reader, model: Any, column: Any, keys: list[UUID]) -> list[Any]:
    return [
        found
        for some in _in_batches(keys)
        for found in reader.scalars(select(model).where(column.in_(some)).order_by(col(model.id)))
    ]


def _in_batches(keys: list[UUID], size: int = 500) -> Iterable[list[UUID]]:
    """Yield a few keys at a time: a statement holds only so many."""
    return (keys[at : at + size] for at in range(0, len(keys), size))
