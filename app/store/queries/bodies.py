"""Bodies as the switcher and the lists show them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from app.domain.body import Body, BodyName, BodyParty, BodyStatus
from app.domain.meeting import Meeting
from app.domain.names import held_on, in_language
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader

_OVER = frozenset({BodyStatus.ENDED, BodyStatus.MERGED})


@dataclass(frozen=True)
class BodyRow:
    """A body with its parties in the order of their seats, and its other names for finding it."""

    id: UUID
    code: str
    name: str
    short_name: str
    kind: str
    status: str
    parties: tuple[PartyChip, ...]
    aliases: tuple[str, ...]
    meetings: int


def seats_of(reader: Reader, *, body_id: UUID | None) -> dict[UUID, int]:
    """Return the seat of every party that sits, or ever sat, in a body."""
    if body_id is None:
        return {}
    return {seat.party_id: seat.seat for seat in reader.find(BodyParty, body_id=body_id)}


def seats_on(reader: Reader, *, body_id: UUID | None, day: date | None) -> tuple[BodyParty, ...]:
    """Return the seats of a body that were taken on a day, in order; all for no day."""
    if body_id is None:
        return ()
    seats = sorted(reader.find(BodyParty, body_id=body_id), key=lambda seat: seat.seat)
    return tuple(seat for seat in seats if day is None or held_on(day, seat))


def list_bodies(reader: Reader, *, language: str, today: date) -> tuple[BodyRow, ...]:
    """Return all bodies by name, with the parties that sit there today, or sat to the end."""
    known = chips(reader, language=language)
    seats: dict[UUID, list[BodyParty]] = defaultdict(list)
    for seat in reader.find(BodyParty):
        seats[seat.body_id].append(seat)
    aliases: dict[UUID, list[str]] = defaultdict(list)
    for name in reader.find(BodyName):
        aliases[name.body_id].append(name.text)
    held = _meetings_by_body(reader)
    bodies = sorted(reader.find(Body), key=lambda body: (body.sort_key, body.code))
    return tuple(
        BodyRow(
            id=body.id,
            code=body.code,
            name=in_language(body.names, language),
            short_name=in_language(body.short_names, language) or in_language(body.names, language),
            kind=body.kind.value,
            status=body.status.value,
            parties=tuple(
                _seated(known[seat.party_id], seat.seat)
                for seat in sorted(seats[body.id], key=lambda seat: seat.seat)
                if body.status in _OVER or held_on(today, seat)
            ),
            aliases=tuple(aliases[body.id]),
            meetings=held.get(body.id, 0),
        )
        for body in bodies
    )


def _meetings_by_body(reader: Reader) -> dict[UUID, int]:
    statement = (
        select(col(Meeting.body_id), func.count())
        .where(col(Meeting.body_id).is_not(None))
        .group_by(col(Meeting.body_id))
    )
    return dict(tuple(row) for row in reader.execute(statement))


def _seated(chip: PartyChip, seat: int) -> PartyChip:
    return PartyChip(
        id=chip.id, code=chip.code, name=chip.name, adjective=chip.adjective, seat=seat
    )
