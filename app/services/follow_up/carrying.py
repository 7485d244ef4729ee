"""Carries what is still owed from a meeting that closes to the next one, and counts how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from app.domain.action import UNFINISHED, ActionItem, ActionStatus, ActionUpdate, MeetingAction
from app.domain.errors import RuleBroken
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.names import in_language
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.queries.agenda_backlog import list_meetings_ahead
from app.store.queries.follow_up import (
    FollowUpRow,
    LineRow,
    line_rows,
    lines_by_action,
    list_follow_up,
)
from app.store.queries.meeting_actions import list_at_meeting
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["MeetingReview", "ReviewedRow", "carry", "carry_within", "list_meetings", "review"]


class NotOver(RuleBroken):
    """Action items were to be carried on from a meeting that is not over."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not closed yet, so its action items are not carried on.",
            "Close the meeting: what is still owed then is carried to the next by itself.",
        )


@dataclass(frozen=True)
class ReviewedRow:
    """An action item as a meeting found it, what was reported there, and how it was left.

    Attributes:
        is_new: It comes from this meeting.
        found, left: Its status before and after; empty where that is not on record.
    """

    row: FollowUpRow
    is_new: bool
    found: str
    line: LineRow | None
    left: str
    carried: bool

    @property
    def id(self) -> UUID:
        """The key of the action item."""
        return self.row.id


@dataclass(frozen=True)
class MeetingReview:
    """The action items of one meeting.

    Attributes:
        next_name: The meeting that takes up what is still owed; empty where none is planned.
        open_count: How many items it left that are still owed.
        can_carry: It is over and has not carried them on yet.
    """

    meeting_id: UUID
    name: str
    rows: tuple[ReviewedRow, ...]
    next_name: str
    open_count: int
    can_carry: bool


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in the list beside its action items."""

    id: UUID
    name: str
    starts_on: date | None
    is_over: bool
    found: int
    new: int
    carried: int


def carry(workspace: Workspace, *, meeting_id: UUID) -> ChangeSet:
    """Carry everything that is still owed from a closed meeting to the next, in one step.

    Raises:
        NotOver: if the meeting is not closed.
    """
    with workspace.write("Carry action items to next meeting") as work:
        meeting = work.get(Meeting, meeting_id)
        if meeting.status not in HELD:
            raise NotOver(_name(meeting, "en"))
        carry_within(work, meeting)
        return work.commit(subject=meeting_id)


def carry_within(work: UnitOfWork, meeting: Meeting) -> None:
    """Do the same within a step that closes the meeting; what was carried is not carried twice."""
    if meeting.body_id is None:
        return
    ahead = list_meetings_ahead(work, meeting_id=meeting.id, language="en")
    following = work.get(Meeting, ahead[0][0]) if ahead else None
    here = _Standings(work, meeting)
    there = _Standings(work, following) if following is not None else None
    lines = lines_by_action(work, body_id=meeting.body_id)
    days = {each.id: each.first_day for each in work.find(Meeting, body_id=meeting.body_id)}
    for action in work.find(ActionItem, body_id=meeting.body_id):
        mine = lines.get(action.id, [])
        owed = action.status in UNFINISHED and not _is_later(action, meeting, days)
        if not owed and not any(line.meeting_id == meeting.id for line in mine):
            continue
        standing = here.of(action, before=_status_before(meeting, action, mine))
        standing.status_after = action.status
        standing.carried = owed
        if owed and there is not None:
            there.of(action, before=action.status)
    here.note_finished()
    work.flush()


def list_meetings(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[MeetingRow, ...]:
    """Return the meetings of a body with how many items they found, made and left, latest first."""
    with workspace.read() as reader:
        meetings = [
            meeting
            for meeting in reader.find(Meeting, body_id=body_id)
            if meeting.status is not MeetingStatus.CANCELLED
        ]
        rows = [_meeting_row(reader, meeting, language) for meeting in meetings]
    return tuple(sorted(rows, key=lambda row: (row.starts_on or date.max, row.name), reverse=True))


def review(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> MeetingReview:
    """Return the action items that a meeting found, reported on, or made."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        ahead = list_meetings_ahead(reader, meeting_id=meeting_id, language=language)
        rows: tuple[ReviewedRow, ...] = ()
        if meeting.body_id is not None:
            every = list_follow_up(
                reader,
                body_id=meeting.body_id,
                language=language,
                today=our_today_in(reader, workspace),
            )
            rows = _reviewed(reader, meeting, every, language)
        owed = sum(each.row.status in UNFINISHED for each in rows)
        waiting = any(each.row.status in UNFINISHED and not each.carried for each in rows)
        next_meeting = reader.get(Meeting, ahead[0][0]) if ahead else None
        return MeetingReview(
            meeting_id=meeting_id,
            name=_name(meeting, language),
            rows=rows,
            next_name=_name(next_meeting, language) if next_meeting else "",
            open_count=owed,
            can_carry=meeting.status in HELD and waiting and _is_latest(reader, meeting),
        )


class _Standings:
    """How a meeting found the action items; made now where that is not on record."""

    def __init__(self, work: UnitOfWork, meeting: Meeting) -> None:
        self._work = work
        self._meeting_id = meeting.id
        known = work.find(MeetingAction, meeting_id=meeting.id)
        self._known = {standing.action_id: standing for standing in known}

    def of(self, action: ActionItem, *, before: ActionStatus) -> MeetingAction:
        """Return how the meeting found an action item."""
        if action.id not in self._known:
            self._known[action.id] = self._work.add(
                MeetingAction(
                    meeting_id=self._meeting_id, action_id=action.id, status_before=before
                )
            )
        return self._known[action.id]

    def note_finished(self) -> None:
        """Note how the meeting left what it found and saw finished."""
        for standing in self._known.values():
            if standing.status_after is None:
                action = self._work.get(ActionItem, standing.action_id)
                standing.status_after = action.status


def _status_before(meeting: Meeting, action: ActionItem, lines: list[ActionUpdate]) -> ActionStatus:
    """Return where an action item stood when a meeting began, as its lines tell."""
    if not lines or meeting.first_day is None:
        return action.status
    earlier = [line for line in lines if line.reported_on < meeting.first_day]
    return earlier[-1].status_after if earlier else ActionStatus.OPEN


def _is_later(action: ActionItem, meeting: Meeting, days: Mapping[UUID, date | None]) -> bool:
    """Return whether an action item comes from a later meeting than this one."""
    origin = days.get(action.origin_meeting_id) if action.origin_meeting_id else None
    if origin is None or meeting.first_day is None or action.origin_meeting_id == meeting.id:
        return False
    return origin > meeting.first_day


def _is_latest(reader: Reader, meeting: Meeting) -> bool:
    """Return whether no later meeting of the body is over: only the last one has what is owed."""
    over = [each for each in reader.find(Meeting, body_id=meeting.body_id) if each.status in HELD]
    return max(over, key=_when).id == meeting.id


def _when(meeting: Meeting) -> tuple[date, int]:
    return meeting.first_day or date.min, meeting.ordinal or 0


def _reviewed(
    reader: Reader, meeting: Meeting, every: tuple[FollowUpRow, ...], language: str
) -> tuple[ReviewedRow, ...]:
    at_meeting = list_at_meeting(reader, meeting)
    updates = [each.line for each in at_meeting.values() if each.line is not None]
    told = line_rows(reader, updates, body_id=cast("UUID", meeting.body_id), language=language)
    lines = {line.action_id: line for line in told}
    found = [
        ReviewedRow(
            row=row,
            is_new=at.is_new,
            found="" if at.is_new else at.found,
            line=lines.get(row.id),
            left=at.left,
            carried=bool(at.standing and at.standing.carried),
        )
        for row in every
        if (at := at_meeting.get(row.id)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.is_new))


def _meeting_row(reader: Reader, meeting: Meeting, language: str) -> MeetingRow:
    standings = reader.find(MeetingAction, meeting_id=meeting.id)
    made = reader.find(ActionItem, origin_meeting_id=meeting.id)
    new = {action.id for action in made}
    return MeetingRow(
        id=meeting.id,
        name=_name(meeting, language),
        starts_on=meeting.first_day,
        is_over=meeting.status in HELD,
        found=sum(each.action_id not in new for each in standings),
        new=len(made),
        carried=sum(each.carried for each in standings),
    )


def _name(meeting: Meeting, language: str) -> str:
    return meeting.code or in_language(meeting.titles, language)
