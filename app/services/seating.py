"""Gives many seats at a meeting in one go, opening delegations as they are needed."""

from uuid import UUID

from app.domain.body import MembershipRole
from app.domain.delegation import Delegate, DelegateRole, Delegation
from app.domain.meeting import Meeting
from app.store.queries.bodies import seats_on
from app.store.unit_of_work import UnitOfWork


class Seating:
    """The delegations of a meeting while seats are given in them, inside a unit of work."""

    def __init__(self, work: UnitOfWork, meeting_id: UUID) -> None:
        meeting = work.get(Meeting, meeting_id)
        self._work = work
        self._meeting_id = meeting_id
        seats = seats_on(work, body_id=meeting.body_id, day=meeting.first_day)
        self._roles = {seat.party_id: seat.role for seat in seats}
        opened = work.find(Delegation, meeting_id=meeting_id)
        self._opened = {each.party_id: each for each in opened}
        self._seats: dict[UUID, list[Delegate]] = {}

    def delegation_of(self, party_id: UUID) -> UUID:
        """Return the delegation of a party, which is opened if there is none."""
        return (self._opened.get(party_id) or self._open(party_id)).id

    def give(self, seat: Delegate) -> None:
        """Give the last seat of its delegation."""
        others = self._others(seat.delegation_id)
        seat.ordinal = others[-1].ordinal + 1 if others else 1
        others.append(self._work.add(seat))

    def put_heads_first(self) -> None:
        """Give the heads that were seated the first places of their delegations."""
        self._work.flush()
        for seats in self._seats.values():
            ordered = sorted(seats, key=lambda seat: seat.role is not DelegateRole.HEAD)
            for ordinal, seat in enumerate(ordered, 1):
                if seat.ordinal != ordinal:
                    seat.ordinal = ordinal

    def _others(self, delegation_id: UUID) -> list[Delegate]:
        if delegation_id not in self._seats:
            seats = self._work.find(Delegate, delegation_id=delegation_id)
            self._seats[delegation_id] = sorted(seats, key=lambda seat: seat.ordinal)
        return self._seats[delegation_id]

    def _open(self, party_id: UUID) -> Delegation:
        taken = (each.seat for each in self._opened.values())
        made = self._work.add(
            Delegation(
                meeting_id=self._meeting_id,
                party_id=party_id,
                role=self._roles.get(party_id, MembershipRole.MEMBER),
                seat=max(taken, default=0) + 1,
            )
        )
        self._work.flush()
        self._opened[party_id] = made
        return made
