"""Meetings as the list and a meeting's own page show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import SQLModel, col, select

from app.domain.action import UNFINISHED, ActionItem
from app.domain.agenda import AgendaItem
from app.domain.agenda_edition import AgendaEdition
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import HELD, AgendaStatus, Meeting, MeetingStatus
from app.domain.minutes import Answer, Minutes, MinutesAnswer, Signature
from app.domain.names import in_language
from app.domain.paper import Paper
from app.domain.party import Party
from app.domain.person import Person
from app.domain.provenance import Provenance
from app.domain.record_steps import RecordFacts, RecordStep, record_steps
from app.domain.zones import is_zone
from app.store.queries.bodies import seats_of, seats_on
from app.store.queries.meeting_steps import NextStep, StepRow, list_steps, next_steps
from app.store.queries.minutes import latest_edition
from app.store.queries.parties import PartyChip, chips
from app.store.queries.preparation import NO_TASKS, TaskCount, count_tasks
from app.store.queries.sources import SourceNote, notes_about
from app.store.reader import Reader


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list.

    Attributes:
        starts_on, ends_on: The actual days where they are known, else the planned ones.
        date_words: The dates as the source prints them, where no day is known.
        tasks: How far its preparation is.
    """

    id: UUID
    body_id: UUID | None
    ordinal: int | None
    code: str
    title: str
    kind: str
    mode: str
    status: MeetingStatus
    starts_on: date | None
    ends_on: date | None
    dates_are_planned: bool
    date_words: str
    place: str
    host: PartyChip | None
    provenance: Provenance
    decisions: int
    actions: int
    agenda_items: int
    delegates: int
    papers: int
    tasks: TaskCount = NO_TASKS


@dataclass(frozen=True)
class MeetingDetail:
    """Everything on a meeting's page that is not a list of its own.

    Attributes:
        other_clocks: Zone and party name of every other side whose clock differs from the place's.
        next_steps: The lawful steps from here, with what each still needs.
        history: The steps that it took, the earliest first.
        deemed_place: Where an online meeting counts as held.
    """

    row: MeetingRow
    body_name: str
    starts_at: datetime | None
    ends_at: datetime | None
    zone: str
    other_clocks: tuple[tuple[str, str], ...]
    venue: str
    chair: str
    languages: tuple[str, ...]
    prevailing: str
    predecessor: str
    outcome: str
    provenance_note: str
    planned: tuple[date | None, date | None]
    steps: tuple[RecordStep, ...]
    sources: tuple[SourceNote, ...]
    next_steps: tuple[NextStep, ...] = ()
    history: tuple[StepRow, ...] = ()
    deemed_place: str = ""


def list_meetings(
    reader: Reader, *, body_id: UUID | None, language: str, today: date
) -> tuple[MeetingRow, ...]:
    """Return the meetings of a body, the latest first; events without a body for ``None``."""
    known = chips(reader, language=language, seats=seats_of(reader, body_id=body_id))
    meetings = reader.find(Meeting, body_id=body_id)
    counts = _Counts(reader, meetings, today=today)
    rows = [_row(meeting, known=known, counts=counts, language=language) for meeting in meetings]
    return tuple(sorted(rows, key=_when, reverse=True))


def show_meeting(reader: Reader, *, meeting_id: UUID, language: str, today: date) -> MeetingDetail:
    """Return one meeting's page.

    Raises:
        NotFound: if there is no such meeting.
    """
    meeting = reader.get(Meeting, meeting_id)
    known = chips(reader, language=language, seats=seats_of(reader, body_id=meeting.body_id))
    counts = _Counts(reader, [meeting], today=today)
    body = reader.get(Body, meeting.body_id) if meeting.body_id else None
    before = reader.get(Meeting, meeting.predecessor_id) if meeting.predecessor_id else None
    return MeetingDetail(
        row=_row(meeting, known=known, counts=counts, language=language),
        body_name=in_language(body.names, language) if body else "",
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=meeting.zone,
        other_clocks=_other_clocks(reader, meeting, known),
        venue=in_language(meeting.venues, language),
        chair=_chair(reader, meeting),
        languages=tuple(meeting.languages),
        prevailing=meeting.prevailing_language or "",
        predecessor=in_language(before.titles, language) if before else "",
        outcome=in_language(meeting.outcomes, language),
        provenance_note=meeting.provenance_note,
        planned=(meeting.planned_starts_on, meeting.planned_ends_on),
        steps=record_steps(_record_facts(reader, meeting, counts)),
        sources=notes_about(reader, entity="meeting", key=meeting.id),
        next_steps=next_steps(reader, meeting),
        history=list_steps(reader, meeting_id=meeting.id),
        deemed_place=meeting.deemed_place,
    )


class _Counts:
    """How many of each thing belong to each of some meetings; one query a kind."""

    def __init__(self, reader: Reader, meetings: Sequence[Meeting], *, today: date) -> None:
        ids = [meeting.id for meeting in meetings]
        self.agenda = _count(reader, AgendaItem, "meeting_id", ids)
        self.decisions = _count(reader, Decision, "meeting_id", ids)
        self.papers = _count(reader, Paper, "meeting_id", ids)
        self.actions = _count(reader, ActionItem, "origin_meeting_id", ids)
        self.delegations = _count(reader, Delegation, "meeting_id", ids)
        seated = (
            select(col(Delegation.meeting_id), func.count())
            .join(Delegate, col(Delegate.delegation_id) == col(Delegation.id))
            .where(col(Delegation.meeting_id).in_(ids))
            .group_by(col(Delegation.meeting_id))
        )
        self.tasks = count_tasks(reader, meetings, today=today)
        self.delegates: dict[UUID, int] = dict(tuple(row) for row in reader.execute(seated))


def _count(reader: Reader, model: type[SQLModel], column: str, ids: list[UUID]) -> dict[UUID, int]:
    owner = col(getattr(model, column))
    statement = select(owner, func.count()).where(owner.in_(ids)).group_by(owner)
    return dict(tuple(row) for row in reader.execute(statement))


def _row(
    meeting: Meeting, *, known: dict[UUID, PartyChip], counts: _Counts, language: str
) -> MeetingRow:
    planned_only = meeting.starts_on is None and meeting.planned_starts_on is not None
    return MeetingRow(
        id=meeting.id,
        body_id=meeting.body_id,
        ordinal=meeting.ordinal,
        code=meeting.code,
        title=in_language(meeting.titles, language),
        kind=meeting.kind.value,
        mode=meeting.mode.value,
        status=meeting.status,
        starts_on=meeting.planned_starts_on if planned_only else meeting.starts_on,
        ends_on=meeting.planned_ends_on if planned_only else meeting.ends_on,
        dates_are_planned=planned_only and meeting.status not in HELD,
        date_words=meeting.date_words,
        place=in_language(meeting.places, language),
        host=known.get(meeting.host_party_id) if meeting.host_party_id else None,
        provenance=meeting.provenance,
        decisions=counts.decisions.get(meeting.id, 0),
        actions=counts.actions.get(meeting.id, 0),
        agenda_items=counts.agenda.get(meeting.id, 0),
        delegates=counts.delegates.get(meeting.id, 0),
        papers=counts.papers.get(meeting.id, 0),
        tasks=counts.tasks.get(meeting.id, NO_TASKS),
    )


def _when(row: MeetingRow) -> tuple[date, int]:
    return (row.starts_on or date.min, row.ordinal or 0)


def _chair(reader: Reader, meeting: Meeting) -> str:
    if meeting.chair_person_id:
        return reader.get(Person, meeting.chair_person_id).printed_name
    return meeting.chair_words


def _other_clocks(
    reader: Reader, meeting: Meeting, known: dict[UUID, PartyChip]
) -> tuple[tuple[str, str], ...]:
    """Return the zones of the body's parties that are not the zone of the place."""
    clocks = []
    for seat in seats_on(reader, body_id=meeting.body_id, day=meeting.first_day):
        zone = reader.get(Party, seat.party_id).time_zone
        if zone and is_zone(zone) and zone != meeting.zone:
            clocks.append((zone, known[seat.party_id].name))
    return tuple(clocks)


def _record_facts(reader: Reader, meeting: Meeting, counts: _Counts) -> RecordFacts:
    latest = latest_edition(reader, meeting_id=meeting.id)
    signatures = reader.find(Signature, minutes_id=latest.id) if latest else []
    days = [signature.signed_on for signature in signatures if signature.signed_on]
    actions = reader.find(ActionItem, origin_meeting_id=meeting.id)
    delegations = reader.find(Delegation, meeting_id=meeting.id)
    filled = [
        delegation
        for delegation in delegations
        if reader.first(Delegate, delegation_id=delegation.id) is not None
    ]
    return RecordFacts(
        status=meeting.status,
        agenda_status=meeting.agenda_status,
        agenda_items=counts.agenda.get(meeting.id, 0),
        starts_on=meeting.starts_on,
        delegations=len(delegations),
        delegations_filled=len(filled),
        minutes_status=latest.status if latest else None,
        signed_on=max(days, default=None),
        actions=len(actions),
        actions_finished=sum(action.status not in UNFINISHED for action in actions),
        adopted_on=_agenda_adopted_on(reader, meeting.id),
        drafted_on=_drafted_on(latest),
        agreed_on=_agreed_on(reader, latest),
    )


def _agenda_adopted_on(reader: Reader, meeting_id: UUID) -> date | None:
    editions = reader.find(AgendaEdition, meeting_id=meeting_id, status=AgendaStatus.ADOPTED)
    return min((edition.dated_on for edition in editions), default=None)


def _drafted_on(latest: Minutes | None) -> date | None:
    """Return when minutes were drafted here; those that were written afterwards do not tell."""
    if latest is None or latest.provenance is not Provenance.ORIGINAL:
        return None
    return latest.created_at.date() if latest.created_at else None


def _agreed_on(reader: Reader, latest: Minutes | None) -> date | None:
    """Return the day of the last side's consent to minutes that are agreed."""
    if latest is None:
        return None
    answers = reader.find(MinutesAnswer, minutes_id=latest.id)
    days = [each.answered_on for each in answers if each.answer is not Answer.CHANGES_PROPOSED]
    return max(days, default=None)
