"""Verbs for meetings: plan one and take it through its states; ordinals are never computed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.body import Body
from app.domain.errors import Conflict, Misfortune, RuleBroken
from app.domain.meeting import MEETING_LIFE, Meeting, MeetingKind, MeetingMode, MeetingStatus
from app.domain.meeting_guards import Hindrance, hindrances, needs_reason
from app.domain.meeting_step import MeetingStep
from app.domain.record_steps import RecordStep, StepKey, StepState
from app.domain.zones import is_zone
from app.services import preparation
from app.services.follow_up.carrying import carry_within
from app.services.meeting_sheet import MeetingSheet, read_sheet, require_fit, write_sheet
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.queries import meetings as queries
from app.store.queries.meeting_steps import NextStep, StepRow, facts_of
from app.store.queries.meetings import MeetingDetail, MeetingRow
from app.store.queries.sources import SourceNote
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "Hindrance",
    "MeetingDetail",
    "MeetingKind",
    "MeetingMode",
    "MeetingRow",
    "MeetingSheet",
    "MeetingStatus",
    "NextStep",
    "RecordStep",
    "SourceNote",
    "StepKey",
    "StepRow",
    "StepState",
    "UnknownZone",
    "agree_dates",
    "change",
    "change_status",
    "find_by_code",
    "list_for_body",
    "plan",
    "show",
    "show_sheet",
]

_SENTENCES = {
    Hindrance.DATES: "it has no dates",
    Hindrance.PLACE: "it has no place",
    Hindrance.FIRST_DAY: "it is not on record on which day it was opened",
    Hindrance.ENDS_BEFORE_START: "it cannot end before it started",
    Hindrance.MINUTES: "it has no minutes",
    Hindrance.MINUTES_NOT_AGREED: "its minutes are not approved by both sides",
}
_FIELDS = {
    Hindrance.DATES: "planned_starts_on",
    Hindrance.PLACE: "places",
    Hindrance.FIRST_DAY: "starts_on",
    Hindrance.ENDS_BEFORE_START: "on",
}
_AHEAD = frozenset({MeetingStatus.PROPOSED, MeetingStatus.DATES_AGREED, MeetingStatus.CONVENED})


class UnknownZone(Misfortune):
    """A time zone was named that does not exist."""

    def __init__(self, zone: str) -> None:
        super().__init__(
            f"There is no time zone “{zone}”.",
            "Write it like Asia/Ulaanbaatar or Asia/Seoul.",
            field="zone",
        )
        self.zone = zone


class SeveralMeetings(Misfortune):
    """A meeting was asked for by a code that meetings of several bodies bear."""

    def __init__(self, code: str, bodies: tuple[str, ...]) -> None:
        super().__init__(
            f"More than one meeting has the code “{code}”.",
            f"Name the body too: {', '.join(bodies)}.",
        )
        self.code = code
        self.bodies = bodies


class ReasonMissing(Misfortune):
    """A meeting was put off, called off or interrupted without saying why."""

    def __init__(self, status: MeetingStatus) -> None:
        super().__init__(
            f"To mark the meeting as {status.value}, say why.",
            "The reason is kept with the meeting.",
            field="reason",
        )


class NotReady(RuleBroken):
    """A meeting was to take a step that it is not ready for.

    Attributes:
        hindrances: What is missing.
    """

    def __init__(self, status: MeetingStatus, found: tuple[Hindrance, ...]) -> None:
        told = " and ".join(_SENTENCES[each] for each in found)
        super().__init__(
            f"The meeting cannot be marked as {status.value.replace('-', ' ')} yet: {told}.",
            "Complete it first, then take the step.",
            field=_FIELDS.get(found[0], ""),
        )
        self.hindrances = found


def list_for_body(
    workspace: Workspace, *, body_id: UUID | None, language: str = "en"
) -> tuple[MeetingRow, ...]:
    """Return the meetings of a body, the latest first; events without a body for ``None``."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.list_meetings(reader, body_id=body_id, language=language, today=today)


def show(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> MeetingDetail:
    """Return everything on one meeting's page.

    Raises:
        NotFound: if there is no such meeting.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.show_meeting(reader, meeting_id=meeting_id, language=language, today=today)


def show_sheet(workspace: Workspace, *, meeting_id: UUID) -> tuple[MeetingSheet, int]:
    """Return what was entered about a meeting, and the number of the version that this is.

    Raises:
        NotFound: if there is no such meeting.
    """
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        return read_sheet(meeting), meeting.row_version


def find_by_code(workspace: Workspace, *, code: str, body_id: UUID | None = None) -> UUID | None:
    """Return the key of the meeting with a code such as ``JWG-1``, or ``None``.

    Raises:
        SeveralMeetings: if meetings of several bodies bear the code and no body is named.
    """
    with workspace.read() as reader:
        found = [
            meeting
            for meeting in reader.find(Meeting, code=code)
            if body_id in {None, meeting.body_id}
        ]
        if len(found) > 1:
            held = [reader.get(Body, meeting.body_id) for meeting in found if meeting.body_id]
            raise SeveralMeetings(code, tuple(sorted(body.code for body in held)))
        return found[0].id if found else None


def plan(workspace: Workspace, draft: Meeting) -> ChangeSet:
    """Enter a meeting, planned or past; one that is ahead gets the preparation list of its body.

    Raises:
        UnknownZone: if the time zone does not exist.
        RuleBroken: if the dates are the wrong way round or the number is taken.
    """
    _require_zone(draft.zone)
    with workspace.write("Plan meeting") as work:
        meeting = work.add(draft.copied())
        if meeting.status in _AHEAD:
            _record_step(work, workspace, meeting, on=None, reason="")
        work.flush()
        preparation.rework(work, meeting)
        return work.commit(subject=meeting.id)


def change(
    workspace: Workspace, *, meeting_id: UUID, sheet: MeetingSheet, version: int | None = None
) -> ChangeSet:
    """Change what was entered about a meeting; its preparation list follows the dates.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        sheet: Everything that holds now.
        version: The number that ``show_sheet`` gave; a change by another since is not overwritten.

    Raises:
        InvalidValue: naming each field that does not fit.
        Conflict: if it was changed elsewhere in the meantime.
        RuleBroken: if the number is taken.
    """
    require_fit(sheet)
    with workspace.write("Change meeting") as work:
        meeting = work.get(Meeting, meeting_id)
        if version is not None and meeting.row_version != version:
            raise Conflict("meeting", meeting_id)
        before = read_sheet(meeting)
        write_sheet(meeting, sheet)
        if read_sheet(meeting) != before:
            meeting.ical_sequence += 1
        work.flush()
        preparation.rework(work, meeting)
        return work.commit(subject=meeting_id)


def change_status(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    status: MeetingStatus,
    reason: str = "",
    on: date | None = None,
) -> ChangeSet:
    """Take a meeting a lawful step on; putting off, calling off and interrupting need a reason.

    Opening it enters its first day, closing it its last, where these are not entered yet. Closing
    it carries the action items that are still owed to the next meeting.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        status: The state that the step leads to.
        reason: Why; kept with the step for ever.
        on: The day of the step; today if none is given.

    Raises:
        UnlawfulTransition: if the step does not follow from where the meeting stands.
        ReasonMissing: if a reason is needed and none is given.
        NotReady: saying what is still missing for the step.
    """
    status = MeetingStatus(status)
    with workspace.write(f"Mark meeting as {status.value.replace('-', ' ')}") as work:
        meeting = work.get(Meeting, meeting_id)
        MEETING_LIFE.require(meeting.status, status)
        if needs_reason(meeting.status, status) and not reason.strip():
            raise ReasonMissing(status)
        day = on or our_today_in(work, workspace)
        found = hindrances(facts_of(work, meeting), status, on=on)
        if found:
            raise NotReady(status, found)
        _enter_actual_days(meeting, status, day)
        meeting.status = status
        if status is MeetingStatus.CLOSED:
            carry_within(work, meeting)
        meeting.status_reason = reason.strip()
        meeting.ical_sequence += 1
        _record_step(work, workspace, meeting, on=day, reason=reason.strip())
        work.flush()
        preparation.rework(work, meeting)
        return work.commit(subject=meeting_id)


def agree_dates(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    first: date | None,
    last: date | None = None,
    on: date | None = None,
    reason: str = "",
) -> ChangeSet:
    """Enter the days on which a meeting is planned, and mark them as agreed.

    Raises:
        InvalidValue: if the days do not go together.
        UnlawfulTransition: if the meeting is past that.
        NotReady: if there is no first day.
    """
    with workspace.write("Agree on the dates of a meeting") as work:
        sheet = read_sheet(work.get(Meeting, meeting_id))
        planned = replace(sheet, planned_starts_on=first, planned_ends_on=last)
        change(workspace, meeting_id=meeting_id, sheet=planned)
        change_status(
            workspace,
            meeting_id=meeting_id,
            status=MeetingStatus.DATES_AGREED,
            reason=reason,
            on=on,
        )
        return work.commit(subject=meeting_id)


def _enter_actual_days(meeting: Meeting, status: MeetingStatus, day: date) -> None:
    """Enter the first day when a meeting is opened, and the last when it is closed.

    The hours that clocks show are kept, on the days on which it is really held.
    """
    sheet = read_sheet(meeting)
    if status is MeetingStatus.IN_SESSION and meeting.starts_on is None:
        write_sheet(meeting, replace(sheet, starts_on=day))
    if status is MeetingStatus.CLOSED and meeting.starts_on and meeting.ends_on is None:
        write_sheet(meeting, replace(sheet, ends_on=day))


def _record_step(
    work: UnitOfWork, workspace: Workspace, meeting: Meeting, *, on: date | None, reason: str
) -> None:
    work.add(
        MeetingStep(
            meeting_id=meeting.id,
            status=meeting.status,
            taken_on=on or our_today_in(work, workspace),
            reason=reason,
            actor=workspace.actor,
        )
    )


def _require_zone(zone: str) -> None:
    if zone and not is_zone(zone):
        raise UnknownZone(zone)
