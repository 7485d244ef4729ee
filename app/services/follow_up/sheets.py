"""What the page of action items shows: all of a body's, one of them, and what can be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.body import Body
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.names import Names, in_language
from app.domain.organisation import Organisation
from app.domain.person import Person
from app.services.parties import our_side_in, our_today_in
from app.store.queries import follow_up as queries
from app.store.queries.bodies import seats_on
from app.store.queries.follow_up import FollowUpRow, LineRow
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["ActionSheet", "FollowUp", "FollowUpRow", "LineRow", "count_late", "read", "show"]


@dataclass(frozen=True)
class MeetingChoice:
    """A meeting that can be chosen; ``is_now`` while it is in session."""

    id: UUID
    name: str
    is_now: bool
    is_ahead: bool


@dataclass(frozen=True)
class FollowUp:
    """Everything that the page needs to know of a body.

    Attributes:
        ours: The party whose secretariat keeps the workspace, if it sits here.
        meetings: The latest first.
        languages: Those that the body works in.
    """

    rows: tuple[FollowUpRow, ...]
    sides: tuple[PartyChip, ...]
    ours: UUID | None
    meetings: tuple[MeetingChoice, ...]
    offices: tuple[tuple[UUID, str], ...]
    persons: tuple[tuple[UUID, str], ...]
    languages: tuple[str, ...]
    today: date
    can_change: bool


@dataclass(frozen=True)
class ActionSheet:
    """One action item with everything that was reported on it, the latest first."""

    row: FollowUpRow
    texts: Names
    party_id: UUID | None
    organisation_id: UUID | None
    person_id: UUID | None
    due_on: date | None
    due_words: str
    due_meeting_id: UUID | None
    agenda_id: UUID | None
    decision_id: UUID | None
    lines: tuple[LineRow, ...]


def read(workspace: Workspace, *, body_id: UUID, language: str = "en") -> FollowUp:
    """Return the action items of a body, and what can be chosen in their forms."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        sides = _sides(reader, body_id, language)
        ours = our_side_in(reader)
        return FollowUp(
            rows=queries.list_follow_up(reader, body_id=body_id, language=language, today=today),
            sides=sides,
            ours=ours if any(side.id == ours for side in sides) else None,
            meetings=_meetings(reader, body_id, language),
            offices=_named(
                (office.id, in_language(office.names, language))
                for office in reader.find(Organisation)
            ),
            persons=_named((person.id, person.printed_name) for person in reader.find(Person)),
            languages=tuple(reader.get(Body, body_id).languages) or ("en",),
            today=today,
            can_change=not workspace.read_only,
        )


def show(workspace: Workspace, *, action_id: UUID, language: str = "en") -> ActionSheet:
    """Return one action item with its lines.

    Raises:
        NotFound: if there is no such action item.
    """
    with workspace.read() as reader:
        action = reader.get(ActionItem, action_id)
        rows = queries.list_follow_up(
            reader,
            body_id=action.body_id,
            language=language,
            today=our_today_in(reader, workspace),
        )
        return ActionSheet(
            row=next(row for row in rows if row.id == action_id),
            texts=dict(action.texts),
            party_id=action.party_id,
            organisation_id=action.organisation_id,
            person_id=action.person_id,
            due_on=action.due_on,
            due_words=action.due_words,
            due_meeting_id=action.due_meeting_id,
            agenda_id=action.origin_agenda_id,
            decision_id=action.decision_id,
            lines=queries.list_lines(reader, action_id=action_id, language=language),
        )


def body_of(workspace: Workspace, *, action_id: UUID) -> UUID:
    """Return the body that an action item belongs to.

    Raises:
        NotFound: if there is no such action item.
    """
    with workspace.read() as reader:
        return reader.get(ActionItem, action_id).body_id


def count_late(workspace: Workspace, *, body_id: UUID) -> int:
    """Return how many action items of a body are overdue."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.count_late(reader, body_id=body_id, today=today)


def _sides(reader: Reader, body_id: UUID, language: str) -> tuple[PartyChip, ...]:
    seats = seats_on(reader, body_id=body_id, day=None)
    known = chips(reader, language=language, seats={seat.party_id: seat.seat for seat in seats})
    return tuple(known[party_id] for party_id in dict.fromkeys(seat.party_id for seat in seats))


def _meetings(reader: Reader, body_id: UUID, language: str) -> tuple[MeetingChoice, ...]:
    found = [
        meeting
        for meeting in reader.find(Meeting, body_id=body_id)
        if meeting.status is not MeetingStatus.CANCELLED
    ]
    found.sort(key=lambda each: (each.first_day or date.max, each.ordinal or 0), reverse=True)
    return tuple(
        MeetingChoice(
            id=each.id,
            name=each.code or in_language(each.titles, language),
            is_now=each.status in {MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED},
            is_ahead=each.status
            in {MeetingStatus.PROPOSED, MeetingStatus.DATES_AGREED, MeetingStatus.CONVENED},
        )
        for each in found
    )


def _named(pairs: Iterable[tuple[UUID, str]]) -> tuple[tuple[UUID, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))
