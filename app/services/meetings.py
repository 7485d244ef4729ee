"""Verbs for meetings: plan one and take it through its states; ordinals are never computed."""

from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.meeting import MEETING_LIFE, Meeting, MeetingStatus
from app.domain.record_steps import RecordStep, StepKey, StepState
from app.store.change_set import ChangeSet
from app.store.queries import meetings as queries
from app.store.queries.meetings import MeetingDetail, MeetingRow
from app.store.queries.sources import SourceNote
from app.store.workspace import Workspace

__all__ = [
    "MeetingDetail",
    "MeetingRow",
    "RecordStep",
    "SourceNote",
    "StepKey",
    "StepState",
    "UnknownZone",
    "change_status",
    "find_by_code",
    "list_for_body",
    "plan",
    "show",
]

_NEEDS_A_REASON = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})


class UnknownZone(Misfortune):
    """A time zone was named that does not exist."""

    def __init__(self, zone: str) -> None:
        super().__init__(
            f"There is no time zone “{zone}”.", "Write it like Asia/Ulaanbaatar or Asia/Seoul."
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
    """A meeting was put off or called off without saying why."""

    def __init__(self, status: MeetingStatus) -> None:
        super().__init__(
            f"To mark the meeting as {status.value}, say why.",
            "The reason is kept with the meeting.",
        )


def list_for_body(
    workspace: Workspace, *, body_id: UUID | None, language: str = "en"
) -> tuple[MeetingRow, ...]:
    """Return the meetings of a body, the latest first; events without a body for ``None``."""
    with workspace.read() as reader:
        return queries.list_meetings(reader, body_id=body_id, language=language)


def show(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> MeetingDetail:
    """Return everything on one meeting's page.

    Raises:
        NotFound: if there is no such meeting.
    """
    with workspace.read() as reader:
        return queries.show_meeting(reader, meeting_id=meeting_id, language=language)


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
    """Enter a meeting, planned or past.

    Raises:
        UnknownZone: if the time zone does not exist.
        RuleBroken: if the dates are the wrong way round or the number is taken.
    """
    _require_zone(draft.zone)
    with workspace.write("Plan meeting") as work:
        meeting = work.add(draft.copied())
        return work.commit(subject=meeting.id)


def change_status(
    workspace: Workspace, *, meeting_id: UUID, status: MeetingStatus, reason: str = ""
) -> ChangeSet:
    """Take a meeting a lawful step on; postponing and cancelling need a reason.

    Raises:
        UnlawfulTransition: if the step does not follow from where the meeting stands.
        ReasonMissing: if a reason is needed and none is given.
    """
    with workspace.write(f"Mark meeting as {status.value}") as work:
        meeting = work.get(Meeting, meeting_id)
        MEETING_LIFE.require(meeting.status, status)
        if status in _NEEDS_A_REASON and not reason.strip():
            raise ReasonMissing(status)
        meeting.status = status
        meeting.status_reason = reason
        meeting.ical_sequence += 1
        return work.commit(subject=meeting_id)


def _require_zone(zone: str) -> None:
    if not zone:
        return
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownZone(zone) from error
