"""Persons as the list of delegates and a person's own page show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import Meeting
from app.domain.names import Names, in_language
from app.domain.organisation import Organisation
from app.domain.person import Person, PersonDistinction, PersonName, Post
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class PersonRow:
    """A person in a list: the name as printed, other spellings, and the posts known.

    Attributes:
        post: The post to name first: that of the last meeting, or the last one entered.
        side: The code of the party for which the person came last, or in whose service they are.
        meetings: How many meetings the person is on record for.
        last_on: The first day of the last of them.
    """

    id: UUID
    name: str
    spellings: tuple[str, ...]
    posts: tuple[str, ...]
    post: str = ""
    organisation: str = ""
    side: str = ""
    meetings: int = 0
    last_on: date | None = None
    email: str = ""
    phone: str = ""
    is_verified: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostRow:
    """A post that a person held, in every language, with its dates as exactly as they are known."""

    id: UUID
    titles: Mapping[str, str]
    organisation_id: UUID | None
    organisation: str
    party_id: UUID | None
    valid_from: str
    valid_to: str
    row_version: int


@dataclass(frozen=True)
class SpellingRow:
    """Another spelling of a person's name."""

    id: UUID
    text: str
    language: str
    kind: str


@dataclass(frozen=True)
class AttendedRow:
    """A meeting that a person is on record for, with the post as it was printed on that day."""

    delegate_id: UUID
    meeting_id: UUID
    meeting: str
    code: str
    on: date | None
    place: str
    party: PartyChip
    name: str
    post: str
    role: str
    attendance: str
    mode: str


@dataclass(frozen=True)
class PersonDetail:
    """Everything on a person's page."""

    id: UUID
    name: str
    honorific: str
    names: Mapping[str, str]
    name_parts: Mapping[str, Mapping[str, str]]
    is_verified: bool
    organisation_id: UUID | None
    email: str
    phone: str
    languages: tuple[str, ...]
    retain_until: date | None
    note: str
    row_version: int
    spellings: tuple[SpellingRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    attended: tuple[AttendedRow, ...] = ()


@dataclass(frozen=True)
class KnownPerson:
    """A person under everything by which a like name is found."""

    id: UUID
    name: str
    names: tuple[str, ...]
    email: str


@dataclass(frozen=True)
class _Seat:
    """What the list needs of one seat of a person."""

    posts: Names
    organisations: Names
    party_id: UUID
    on: date | None


@dataclass
class _Told:
    """What else there is about each person."""

    spellings: dict[UUID, list[str]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[UUID, list[tuple[Names, UUID | None, UUID | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    seats: dict[UUID, list[_Seat]] = field(default_factory=lambda: defaultdict(list))


def list_persons(reader: Reader, *, language: str) -> tuple[PersonRow, ...]:
    """Return all persons by the name as printed; a fixed number of queries for any number."""
    told = _gather(reader)
    sides = {chip.id: chip.code for chip in chips(reader, language=language).values()}
    offices = _offices(reader)
    columns = (
        Person.id, Person.printed_name, Person.names, Person.organisation_id, Person.email,
        Person.phone, Person.name_parts_verified, Person.languages,
    )  # fmt: skip
    rows = [
        _row(found, told=told, sides=sides, offices=offices, language=language)
        for found in reader.execute(select(*(col(column) for column in columns)))
    ]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def list_known(reader: Reader) -> tuple[KnownPerson, ...]:
    """Return every person under every spelling of the name."""
    spellings = _spellings(reader)
    columns = (Person.id, Person.printed_name, Person.names, Person.email)
    known = reader.execute(select(*(col(column) for column in columns)))
    return tuple(
        KnownPerson(
            id=key,
            name=name,
            names=tuple(dict.fromkeys((name, *names.values(), *spellings.get(key, ())))),
            email=email,
        )
        for key, name, names, email in known
    )


def list_distinctions(reader: Reader) -> frozenset[frozenset[UUID]]:
    """Return the pairs of persons that somebody has told apart."""
    return frozenset(
        frozenset((pair.first_id, pair.second_id)) for pair in reader.find(PersonDistinction)
    )


def parties_of_persons(reader: Reader) -> dict[UUID, frozenset[UUID]]:
    """Return for each person the parties in whose delegations they have sat."""
    statement = (
        select(col(Delegate.person_id), col(Delegation.party_id))
        .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
        .where(col(Delegate.person_id).is_not(None))
        .distinct()
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for person_id, party_id in reader.execute(statement):
        found[person_id].add(party_id)
    return {key: frozenset(parties) for key, parties in found.items()}


def day_of_meeting(reader: Reader, *, meeting_id: UUID) -> date | None:
    """Return the first day of a meeting, or the planned one before it is known."""
    return reader.get(Meeting, meeting_id).first_day


def show_person(reader: Reader, *, person_id: UUID, language: str) -> PersonDetail:
    """Return everything on a person's page.

    Raises:
        NotFound: if there is no such person.
    """
    person = reader.get(Person, person_id)
    offices = _offices(reader)
    return PersonDetail(
        id=person.id,
        name=person.printed_name,
        honorific=person.honorific,
        names=dict(person.names),
        name_parts={tag: dict(parts) for tag, parts in person.name_parts.items()},
        is_verified=person.name_parts_verified,
        organisation_id=person.organisation_id,
        email=person.email,
        phone=person.phone,
        languages=tuple(person.languages),
        retain_until=person.retain_until,
        note=person.note,
        row_version=person.row_version,
        spellings=tuple(
            SpellingRow(name.id, name.text, name.language, name.kind.value)
            for name in reader.find(PersonName, person_id=person_id)
        ),
        posts=tuple(
            _post(post, offices, language)
            for post in sorted(
                reader.find(Post, person_id=person_id), key=lambda each: each.ordinal
            )
        ),
        attended=_attended(reader, person, language),
    )


def _row(
    found: Any, *, told: _Told, sides: dict[UUID, str], offices: dict[UUID, Any], language: str
) -> PersonRow:
    key, name, names, office_id, email, phone, is_verified, languages = found
    posts = told.posts[key]
    seats = sorted(told.seats[key], key=lambda seat: seat.on or date.min)
    last = seats[-1] if seats else None
    printed = in_language(last.posts, language) if last else ""
    party_id = last.party_id if last else next((each[2] for each in posts if each[2]), None)
    office_key = office_id or next((each[1] for each in posts if each[1]), None)
    office = offices.get(office_key) if office_key else None
    side_key = party_id or (office[1] if office else None)
    others = (*told.spellings[key], *(each for each in names.values() if each != name))
    return PersonRow(
        id=key,
        name=name,
        spellings=tuple(dict.fromkeys(others)),
        posts=tuple(in_language(titles, language) for titles, _office, _party in posts),
        post=printed or next((in_language(each[0], language) for each in reversed(posts)), ""),
        organisation=(in_language(last.organisations, language) if last else "")
        or (in_language(office[0], language) if office else ""),
        side=sides.get(side_key, "") if side_key else "",
        meetings=len(seats),
        last_on=last.on if last else None,
        email=email,
        phone=phone,
        is_verified=is_verified,
        languages=tuple(languages),
    )


def _gather(reader: Reader) -> _Told:
    told = _Told(spellings=_spellings(reader))
    posts = select(
        col(Post.person_id), col(Post.titles), col(Post.organisation_id), col(Post.party_id)
    ).order_by(col(Post.ordinal))
    for person_id, titles, office_id, party_id in reader.execute(posts):
        told.posts[person_id].append((titles, office_id, party_id))
    for seat in reader.execute(_all_seats()):
        person_id, printed, organisations, party_id, starts, planned = seat
        told.seats[person_id].append(_Seat(printed, organisations, party_id, starts or planned))
    return told


def _all_seats() -> Any:
    columns: Iterable[Any] = (
        Delegate.person_id, Delegate.printed_posts, Delegate.printed_organisations,
        Delegation.party_id, Meeting.starts_on, Meeting.planned_starts_on,
    )  # fmt: skip
    return (
        select(*(col(column) for column in columns))
        .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
        .join(Meeting, col(Meeting.id) == col(Delegation.meeting_id))
        .where(col(Delegate.person_id).is_not(None))
    )


def _spellings(reader: Reader) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    statement = select(col(PersonName.person_id), col(PersonName.text)).order_by(col(PersonName.id))
    for person_id, text in reader.execute(statement):
        found[person_id].append(text)
    return found


def _offices(reader: Reader) -> dict[Any, tuple[Names, UUID | None]]:
    statement = select(col(Organisation.id), col(Organisation.names), col(Organisation.party_id))
    return {key: (names, party_id) for key, names, party_id in reader.execute(statement)}


def _post(post: Post, offices: dict[Any, tuple[Names, UUID | None]], language: str) -> PostRow:
    office = offices.get(post.organisation_id)
    return PostRow(
        id=post.id,
        titles=dict(post.titles),
        organisation_id=post.organisation_id,
        organisation=in_language(office[0], language) if office else "",
        party_id=post.party_id,
        valid_from=post.valid_from or "",
        valid_to=post.valid_to or "",
        row_version=post.row_version,
    )


def _attended(reader: Reader, person: Person, language: str) -> tuple[AttendedRow, ...]:
    known = chips(reader, language=language)
    rows = []
    for seat in reader.find(Delegate, person_id=person.id):
        delegation = reader.get(Delegation, seat.delegation_id)
        meeting = reader.get(Meeting, delegation.meeting_id)
        rows.append(
            AttendedRow(
                delegate_id=seat.id,
                meeting_id=meeting.id,
                meeting=in_language(meeting.titles, language),
                code=meeting.code,
                on=meeting.first_day,
                place=in_language(meeting.places, language),
                party=known[delegation.party_id],
                name=in_language(seat.printed_names, language) or person.printed_name,
                post=in_language(seat.printed_posts, language),
                role=seat.role.value,
                attendance=seat.attendance.value,
                mode=seat.presence.value,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.on or date.min, reverse=True))
