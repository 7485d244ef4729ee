"""Verbs for instruments: record one with its parties, and take it a step on in its life."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.errors import Conflict, InvalidValue, RuleBroken
from app.domain.instrument import (
    INSTRUMENT_LIFE,
    Instrument,
    InstrumentKind,
    InstrumentParty,
    InstrumentStatus,
)
from app.domain.names import in_language
from app.domain.party import Party
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.queries import instruments as queries
from app.store.queries.instruments import (
    InstrumentDetail,
    InstrumentListRow,
    PartyRow,
    Related,
)
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "Instrument",
    "InstrumentDetail",
    "InstrumentKind",
    "InstrumentListRow",
    "InstrumentRow",
    "InstrumentStatus",
    "PartyRow",
    "Related",
    "change",
    "change_status",
    "enter",
    "list_all",
    "list_with_terms",
    "record",
    "remove_party",
    "set_party",
    "show",
]

_DATES = ("signed_on", "in_force_from", "in_force_to")
_EMPTY_IS_NONE = (*_DATES, "prevailing_language")
_CHANGEABLE = frozenset(
    {
        "titles",
        "code",
        "kind",
        "parent_id",
        "renews_id",
        "replaces_id",
        "signed_at",
        "renewal_rule",
        "languages",
        "note",
        "extends_by_months",
        "notice_months",
        *_EMPTY_IS_NONE,
    }
)
_RELATIONS = {"parent_id": "rest on", "renews_id": "renew", "replaces_id": "replace"}


class RestsOnItself(RuleBroken):
    """An instrument was to rest on itself, or renew or replace itself, by whatever detour."""

    def __init__(self, instrument: Instrument, other: Instrument, field: str) -> None:
        verb = _RELATIONS[field]
        if instrument.id == other.id:
            sentence = f"{instrument.code} cannot {verb} itself."
        else:
            sentence = (
                f"{instrument.code} cannot {verb} {other.code}, because {other.code} already"
                f" depends on it."
            )
        super().__init__(sentence, "Choose an earlier instrument.", field=field)


@dataclass(frozen=True)
class InstrumentRow:
    """An instrument in a list; dates as exactly as they are known."""

    id: UUID
    code: str
    title: str
    kind: str
    status: str
    parties: tuple[str, ...]
    signed_on: str
    in_force_from: str


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[InstrumentRow, ...]:
    """Return all instruments by the date of signature, those without one last."""
    with workspace.read() as reader:
        parties = {party.id: party.code for party in reader.find(Party)}
        rows = [
            InstrumentRow(
                id=instrument.id,
                code=instrument.code,
                title=in_language(instrument.titles, language),
                kind=instrument.kind.value,
                status=instrument.status.value,
                parties=tuple(
                    parties[seat.party_id]
                    for seat in sorted(
                        reader.find(InstrumentParty, instrument_id=instrument.id),
                        key=lambda seat: seat.ordinal,
                    )
                ),
                signed_on=instrument.signed_on or "",
                in_force_from=instrument.in_force_from or "",
            )
            for instrument in reader.find(Instrument)
        ]
    return tuple(sorted(rows, key=lambda row: (row.signed_on or "9999", row.code)))


def list_with_terms(workspace: Workspace, *, language: str = "en") -> tuple[InstrumentListRow, ...]:
    """Return all instruments with how long they last, the oldest first."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.list_instruments(reader, language=language, today=today)


def show(workspace: Workspace, *, instrument_id: UUID, language: str = "en") -> InstrumentDetail:
    """Return everything about one instrument.

    Raises:
        NotFound: if there is no such instrument.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.show_instrument(
            reader, instrument_id=instrument_id, language=language, today=today
        )


def record(
    workspace: Workspace, draft: Instrument, *, party_ids: tuple[UUID, ...] = ()
) -> ChangeSet:
    """Record an instrument between parties, in the order in which they are named."""
    with workspace.write("Record instrument") as work:
        instrument = work.add(draft.copied())
        for ordinal, party_id in enumerate(party_ids, start=1):
            work.get(Party, party_id)
            work.add(
                InstrumentParty(instrument_id=instrument.id, party_id=party_id, ordinal=ordinal)
            )
        return work.commit(subject=instrument.id)


def change_status(
    workspace: Workspace, *, instrument_id: UUID, status: InstrumentStatus
) -> ChangeSet:
    """Take an instrument a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the instrument stands.
    """
    with workspace.write("Change status of instrument") as work:
        instrument = work.get(Instrument, instrument_id)
        INSTRUMENT_LIFE.require(instrument.status, status)
        instrument.status = status
        return work.commit(subject=instrument_id)


def enter(
    workspace: Workspace,
    *,
    values: Mapping[str, Any],
    status: InstrumentStatus = InstrumentStatus.NEGOTIATED,
    party_ids: tuple[UUID, ...] = (),
) -> ChangeSet:
    """Enter an instrument from what staff have filled in.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another instrument has the code, or it would end before it begins.
    """
    _require_fit(values)
    with workspace.write("New instrument") as work:
        draft = Instrument(status=status, **_held(values))
        made = record(workspace, draft, party_ids=party_ids)
        return work.commit(subject=made.subject)


def change(
    workspace: Workspace, *, instrument_id: UUID, values: Mapping[str, Any], version: int
) -> ChangeSet:
    """Change what was entered about an instrument.

    Raises:
        InvalidValue: naming each field that does not fit.
        Conflict: if it was changed elsewhere since it was read.
        RestsOnItself: if it would rest on itself, or renew or replace itself.
        RuleBroken: if another instrument has the code, or it would end before it begins.
    """
    _require_fit(values)
    with workspace.write("Change instrument") as work:
        instrument = work.get(Instrument, instrument_id)
        if instrument.row_version != version:
            raise Conflict("instrument", instrument_id)
        held = _held(values)
        for field in _RELATIONS:
            _require_no_loop(work, instrument, field, held.get(field))
        for name, value in held.items():
            setattr(instrument, name, value)
        return work.commit(subject=instrument_id)


def set_party(
    workspace: Workspace,
    *,
    instrument_id: UUID,
    party_id: UUID,
    signatory: str = "",
    signed_on: str = "",
    approved_on: str = "",
    withdrawn_on: str = "",
) -> ChangeSet:
    """Name a party to an instrument with its own dates, or change what was entered of it."""
    with workspace.write("Name party to instrument") as work:
        work.get(Instrument, instrument_id)
        work.get(Party, party_id)
        seats = work.find(InstrumentParty, instrument_id=instrument_id)
        seat = next((each for each in seats if each.party_id == party_id), None)
        if seat is None:
            place = max((each.ordinal for each in seats), default=0) + 1
            seat = work.add(
                InstrumentParty(instrument_id=instrument_id, party_id=party_id, ordinal=place)
            )
        seat.signatory = signatory
        seat.signed_on = signed_on or None
        seat.approved_on = approved_on or None
        seat.withdrawn_on = withdrawn_on or None
        return work.commit(subject=instrument_id)


def remove_party(workspace: Workspace, *, instrument_id: UUID, party_id: UUID) -> ChangeSet:
    """Take out a party that was named by mistake; one that withdrew keeps its place with a day."""
    with workspace.write("Remove party from instrument") as work:
        work.delete(work.get(InstrumentParty, (instrument_id, party_id)))
        return work.commit(subject=instrument_id)


def _require_fit(values: Mapping[str, Any]) -> None:
    problems = []
    if not in_language(values.get("titles", {}), "en").strip():
        problems.append(("titles", "Enter the title in at least one language."))
    if not str(values.get("code", "")).strip():
        problems.append(("code", "Enter a short code, such as FA-KM-2023."))
    if values.get("extends_by_months") and not values.get("in_force_to"):
        problems.append(("in_force_to", "Enter the end of the first term, to count from."))
    if problems:
        raise InvalidValue("instrument", tuple(problems))


def _require_no_loop(
    reader: Reader, instrument: Instrument, field: str, other_id: UUID | None
) -> None:
    seen: set[UUID] = set()
    at = other_id
    while at is not None and at not in seen:
        if at == instrument.id:
            raise RestsOnItself(instrument, reader.get(Instrument, other_id), field)
        seen.add(at)
        at = getattr(reader.get(Instrument, at), field)


def _held(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form says as the record holds it: no date is none, and not an empty one."""
    held = {name: values[name] for name in _CHANGEABLE & values.keys()}
    return held | {name: held[name] or None for name in _EMPTY_IS_NONE if name in held}
