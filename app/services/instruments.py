"""Verbs for instruments: record one with its parties, and take it a step on in its life."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.instrument import (
    INSTRUMENT_LIFE,
    Instrument,
    InstrumentParty,
    InstrumentStatus,
)
from app.domain.names import in_language
from app.domain.party import Party
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace


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
