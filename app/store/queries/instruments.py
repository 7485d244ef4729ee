"""Instruments as their page shows them: their term, and what rests on what."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.body import Body
from app.domain.instrument import (
    INSTRUMENT_LIFE,
    Instrument,
    InstrumentKind,
    InstrumentParty,
    InstrumentStatus,
)
from app.domain.instrument_term import Term, term_on
from app.domain.names import LanguageTag, Names, in_language
from app.domain.party import Party
from app.domain.project import Project
from app.domain.rules import RuleDocument
from app.store.queries.parties import PartyChip, chips
from app.store.queries.sources import SourceNote, notes_about
from app.store.reader import Reader


@dataclass(frozen=True)
class InstrumentListRow:
    """An instrument in the list and on the timeline; dates as exactly as they are known.

    Attributes:
        states: The states of its parties, in their order: partners by which it is found.
        follows: The code of the one that it renews or replaces.
    """

    id: UUID
    code: str
    title: str
    kind: InstrumentKind
    status: InstrumentStatus
    parties: tuple[str, ...]
    states: tuple[UUID, ...]
    signed_on: str
    in_force_from: str
    term: Term
    follows: str
    is_renewal: bool


@dataclass(frozen=True)
class PartyRow:
    """A party to an instrument with its own dates."""

    id: UUID
    name: str
    signatory: str
    signed_on: str
    approved_on: str
    withdrawn_on: str


@dataclass(frozen=True)
class Related:
    """Another record that an instrument rests on, or that rests on it.

    Attributes:
        kind: Its kind, by which the window turns to it.
        relation: How it stands to the instrument, such as ``renews`` or ``body``.
    """

    id: UUID
    kind: str
    relation: str
    code: str
    name: str


@dataclass(frozen=True)
class InstrumentDetail:
    """Everything about one instrument.

    Attributes:
        version: The number of what was read.
        related: What it rests on, renews and replaces, and what rests on it.
        next_statuses: Where it may go from where it stands.
    """

    row: InstrumentListRow
    version: int
    titles: Names
    parent_id: UUID | None
    renews_id: UUID | None
    replaces_id: UUID | None
    signed_at: str
    in_force_to: str
    extends_by_months: int | None
    notice_months: int | None
    renewal_rule: str
    languages: tuple[LanguageTag, ...]
    prevailing_language: str
    note: str
    parties: tuple[PartyRow, ...]
    related: tuple[Related, ...]
    sources: tuple[SourceNote, ...]
    next_statuses: tuple[InstrumentStatus, ...]


def list_instruments(
    reader: Reader, *, language: str, today: date
) -> tuple[InstrumentListRow, ...]:
    """Return all instruments by the day from which they count, those without one last."""
    known = chips(reader, language=language)
    parents = {party.id: party.parent_id for party in reader.find(Party)}
    seats: dict[UUID, list[InstrumentParty]] = {}
    for seat in sorted(reader.find(InstrumentParty), key=lambda seat: seat.ordinal):
        seats.setdefault(seat.instrument_id, []).append(seat)
    found = reader.find(Instrument)
    codes = {instrument.id: instrument.code for instrument in found}
    rows = [
        _row(each, seats.get(each.id, []), known, parents, codes, language, today) for each in found
    ]
    return tuple(sorted(rows, key=lambda row: (begins(row) or "9999", row.code)))


def begins(row: InstrumentListRow) -> str:
    """Return from when an instrument counts: its signature, else its entry into force."""
    return row.signed_on or row.in_force_from


def show_instrument(
    reader: Reader, *, instrument_id: UUID, language: str, today: date
) -> InstrumentDetail:
    """Return everything about one instrument.

    Raises:
        NotFound: if there is no such instrument.
    """
    instrument = reader.get(Instrument, instrument_id)
    rows = list_instruments(reader, language=language, today=today)
    known = chips(reader, language=language)
    seats = reader.find(InstrumentParty, instrument_id=instrument_id)
    return InstrumentDetail(
        row=next(row for row in rows if row.id == instrument_id),
        version=instrument.row_version,
        titles=dict(instrument.titles),
        parent_id=instrument.parent_id,
        renews_id=instrument.renews_id,
        replaces_id=instrument.replaces_id,
        signed_at=instrument.signed_at,
        in_force_to=instrument.in_force_to or "",
        extends_by_months=instrument.extends_by_months,
        notice_months=instrument.notice_months,
        renewal_rule=instrument.renewal_rule,
        languages=tuple(instrument.languages),
        prevailing_language=instrument.prevailing_language or "",
        note=instrument.note,
        parties=tuple(
            PartyRow(
                id=seat.party_id,
                name=known[seat.party_id].name,
                signatory=seat.signatory,
                signed_on=seat.signed_on or "",
                approved_on=seat.approved_on or "",
                withdrawn_on=seat.withdrawn_on or "",
            )
            for seat in sorted(seats, key=lambda seat: seat.ordinal)
        ),
        related=_related(reader, instrument, language),
        sources=notes_about(reader, entity="instrument", key=instrument_id),
        next_statuses=INSTRUMENT_LIFE.after(instrument.status),
    )


def _row(
    instrument: Instrument,
    seats: list[InstrumentParty],
    known: dict[UUID, PartyChip],
    parents: dict[UUID, UUID | None],
    codes: dict[UUID, str],
    language: str,
    today: date,
) -> InstrumentListRow:
    before = instrument.renews_id or instrument.replaces_id
    states = dict.fromkeys(parents[seat.party_id] or seat.party_id for seat in seats)
    return InstrumentListRow(
        id=instrument.id,
        code=instrument.code,
        title=in_language(instrument.titles, language),
        kind=instrument.kind,
        status=instrument.status,
        parties=tuple(known[seat.party_id].name for seat in seats),
        states=tuple(states),
        signed_on=instrument.signed_on or "",
        in_force_from=instrument.in_force_from or "",
        term=term_on(
            today,
            status=instrument.status,
            in_force_to=instrument.in_force_to,
            extends_by_months=instrument.extends_by_months,
            notice_months=instrument.notice_months,
        ),
        follows=codes.get(before, "") if before else "",
        is_renewal=instrument.renews_id is not None,
    )


def _related(reader: Reader, instrument: Instrument, language: str) -> tuple[Related, ...]:
    found = []
    for relation, key in (
        ("rests-on", instrument.parent_id),
        ("renews", instrument.renews_id),
        ("replaces", instrument.replaces_id),
    ):
        if key is not None:
            found.append(_instrument(reader.get(Instrument, key), relation, language))
    for relation, field in (
        ("rests-on-it", "parent_id"),
        ("renewed-by", "renews_id"),
        ("replaced-by", "replaces_id"),
    ):
        others = reader.find(Instrument, **{field: instrument.id})
        found += [_instrument(other, relation, language) for other in others]
    for body in reader.find(Body, instrument_id=instrument.id):
        name = in_language(body.short_names, language) or in_language(body.names, language)
        found.append(Related(body.id, "body", "body", body.code, name))
    for project in reader.find(Project, instrument_id=instrument.id):
        title = in_language(project.titles, language)
        found.append(Related(project.id, "project", "project", project.code, title))
    for rules in reader.find(RuleDocument, instrument_id=instrument.id):
        title = in_language(rules.titles, language)
        found.append(Related(rules.id, "rule_document", "rules", rules.code, title))
    return tuple(found)


def _instrument(other: Instrument, relation: str, language: str) -> Related:
    title = in_language(other.titles, language)
    return Related(other.id, "instrument", relation, other.code, title)
