"""What every document of a meeting says: body, parties, dates, delegations, sources."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from app.documents.facts import (
    BodyFacts,
    DelegateFacts,
    DelegationFacts,
    InstrumentFacts,
    MeetingFacts,
    PartyFacts,
    SourceFacts,
)
from app.domain.body import Body
from app.domain.delegation import NOT_THERE, DelegateRole, Delegation
from app.domain.errors import Misfortune
from app.domain.instrument import Instrument
from app.domain.meeting import Meeting, MeetingMode
from app.domain.names import Untranslated, in_language
from app.domain.party import Party, PartyKind
from app.domain.provenance import Provenance
from app.domain.source import Source, Statement
from app.services.facts.names import honorific_of, name_as_stored, tell
from app.services.facts.names_of_the_day import body_on, party_on
from app.store.queries.bodies import seats_on
from app.store.queries.delegations import DelegateRow, DelegationRow, list_delegations
from app.store.reader import Reader

_MODES: dict[MeetingMode, Literal["in-person", "hybrid", "online"]] = {
    MeetingMode.IN_PERSON: "in-person",
    MeetingMode.HYBRID: "hybrid",
    MeetingMode.ONLINE: "online",
}
_OFFICES = frozenset({PartyKind.MINISTRY, PartyKind.AGENCY, PartyKind.INTERGOVERNMENTAL})
_PRESENCE: dict[str, Literal["in-person", "online"]] = {"room": "in-person", "online": "online"}


NO_BODY = BodyFacts(code="", name="", short_name="")
"""What stands for the body of an event, such as a summit, that belongs to none."""


class NoBody(Misfortune):
    """A document was asked for of an event that belongs to no body."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” belongs to no body, so there are no minutes to write.",
            "Documents are made for the meetings of a body.",
        )


def body_of(reader: Reader, meeting: Meeting) -> Body:
    """Return the body of a meeting.

    Raises:
        NoBody: if it is an event without one.
    """
    if meeting.body_id is None:
        raise NoBody(in_language(meeting.titles, "en"))
    return body_on(reader, meeting.body_id, meeting.first_day)


def body_facts(body: Body, language: str) -> BodyFacts:
    """Return what a document calls a body."""
    name = _first_in(language, body.plain_names, body.names)
    short = _first_in(language, body.call_names, body.short_names) or name
    return BodyFacts(code=body.code, name=name, short_name=short)


def party_facts(party: Party, language: str) -> PartyFacts:
    """Return a party as it stands in a sentence and alone."""
    heading = in_language(party.names, language)
    return PartyFacts(
        code=party.code,
        name=in_language(party.formal_names, language) or _with_article(party, heading, language),
        heading=heading,
        adjective=in_language(party.adjectives, language) or None,
    )


def _with_article(party: Party, heading: str, language: str) -> str:
    """Return the name of an office as it stands in an English sentence: “the Ministry of …”."""
    is_plain = isinstance(heading, Untranslated) or heading[:4].lower() == "the "
    if language != "en" or is_plain or party.kind not in _OFFICES:
        return heading
    return f"the {heading}"


def parties_of(reader: Reader, meeting: Meeting, language: str) -> tuple[PartyFacts, ...]:
    """Return the parties in the order of their seats; the delegations' where a body seats none."""
    seats = [
        (seat.seat, seat.party_id)
        for seat in seats_on(reader, body_id=meeting.body_id, day=meeting.first_day)
    ] or [
        (opened.seat, opened.party_id) for opened in reader.find(Delegation, meeting_id=meeting.id)
    ]
    return tuple(
        party_facts(party_on(reader, party_id, meeting.first_day), language)
        for _seat, party_id in sorted(seats)
    )


def meeting_facts(meeting: Meeting, language: str) -> MeetingFacts:
    """Return when and where a meeting is or was held."""
    ends_on = meeting.ends_on or meeting.planned_ends_on
    title = in_language(meeting.titles, language) if meeting.ordinal is None else None
    return MeetingFacts(
        id=str(meeting.id),
        ordinal=meeting.ordinal,
        title=title,
        starts_on=meeting.first_day,
        ends_on=ends_on,
        place=in_language(meeting.places, language) or None,
        venue=in_language(meeting.venues, language) or None,
        mode=_MODES.get(meeting.mode),
    )


def delegations_of(reader: Reader, meeting: Meeting, language: str) -> tuple[DelegationFacts, ...]:
    """Return the delegations with their heads, members and institutions."""
    rows = list_delegations(reader, meeting_id=meeting.id, language=language)
    return tuple(_delegation(reader, row, language, meeting.first_day) for row in rows)


def basis_of(reader: Reader, body: Body, language: str) -> InstrumentFacts | None:
    """Return the instrument that a body rests on."""
    if body.instrument_id is None:
        return None
    instrument = reader.get(Instrument, body.instrument_id)
    return InstrumentFacts(
        title=in_language(instrument.titles, language),
        signed_on=whole_day(instrument.signed_on),
        in_force_on=whole_day(instrument.in_force_from),
    )


def source_of(
    reader: Reader, *, provenance: Provenance, entity: str, key: UUID, language: str = "en"
) -> SourceFacts | None:
    """Return what a reconstructed record was reconstructed from."""
    if provenance is not Provenance.RECONSTRUCTED:
        return None
    told = reader.first(Statement, entity=entity, pk=str(key))
    if told is None:
        return SourceFacts(title="published accounts", kind="publication")
    source = reader.get(Source, told.source_id)
    kind = source.kind.replace("-", " ") or "publication"
    title = f"{kind} of the {source.publisher}" if source.publisher else source.title
    return SourceFacts(
        title=title,
        published_on=whole_day(source.published_on),
        kind=source.kind or "publication",
        publisher=tell(source.publisher or source.title, language),
    )


def whole_day(text: str | None) -> date | None:
    """Return a date that is known to the day; ``None`` for a year or a month alone."""
    return date.fromisoformat(text) if text and len(text) == len("2025-05-27") else None


def _first_in(language: str, *names: Mapping[str, str]) -> str:
    """Return the first of several names that there is in ``language``, else the first there is."""
    found = [name for each in names if (name := in_language(each, language))]
    own = [name for name in found if not isinstance(name, Untranslated)]
    return next(iter(own or found), "")


def _delegation(
    reader: Reader, row: DelegationRow, language: str, day: date | None
) -> DelegationFacts:
    there = [seat for seat in row.delegates if seat.attendance not in NOT_THERE]
    people = [seat for seat in there if not seat.is_institution]
    head = next((seat for seat in people if seat.role == DelegateRole.HEAD), None)
    return DelegationFacts(
        id=str(row.id),
        party=party_facts(party_on(reader, row.party.id, day), language),
        head=_delegate(reader, head, language) if head else None,
        members=tuple(_delegate(reader, seat, language) for seat in people if seat is not head),
        institutions=tuple(
            name_as_stored(reader, seat, language=language) for seat in there if seat.is_institution
        ),
    )


def _delegate(reader: Reader, row: DelegateRow, language: str) -> DelegateFacts:
    return DelegateFacts(
        id=str(row.id),
        name=name_as_stored(reader, row, language=language),
        honorific=honorific_of(reader, row, language=language),
        post=row.post or None,
        organisation=row.organisation or None,
        role=None if row.role in {DelegateRole.HEAD, DelegateRole.DELEGATE} else row.role,
        mode=_PRESENCE.get(row.mode),
    )
