"""What a meeting went through, and what it may do next, as its page shows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.meeting import MEETING_LIFE, Meeting, MeetingMode, MeetingStatus
from app.domain.meeting_guards import Hindrance, MeetingFacts, hindrances, needs_reason
from app.domain.meeting_step import MeetingStep
from app.domain.minutes import SEALED_MINUTES, MinutesStatus
from app.store.queries.minutes import latest_edition
from app.store.reader import Reader


@dataclass(frozen=True)
class StepRow:
    """A step that a meeting took."""

    status: MeetingStatus
    taken_on: date
    reason: str
    actor: str


@dataclass(frozen=True)
class NextStep:
    """A step that a meeting may lawfully take.

    Attributes:
        status: The state that it leads to.
        is_resumption: It goes on after it was suspended.
        needs_reason: Why must be said.
        hindrances: What is still missing; nothing if it may be taken now.
    """

    status: MeetingStatus
    is_resumption: bool
    needs_reason: bool
    hindrances: tuple[Hindrance, ...]


def list_steps(reader: Reader, *, meeting_id: UUID) -> tuple[StepRow, ...]:
    """Return the steps of a meeting in the order in which they were recorded."""
    return tuple(
        StepRow(step.status, step.taken_on, step.reason, step.actor)
        for step in sorted(reader.find(MeetingStep, meeting_id=meeting_id), key=_recorded)
    )


def next_steps(reader: Reader, meeting: Meeting) -> tuple[NextStep, ...]:
    """Return the lawful steps from where a meeting stands, with what each still needs."""
    facts = facts_of(reader, meeting)
    return tuple(
        NextStep(
            status=status,
            is_resumption=meeting.status is MeetingStatus.SUSPENDED
            and status is MeetingStatus.IN_SESSION,
            needs_reason=needs_reason(meeting.status, status),
            hindrances=hindrances(facts, status),
        )
        for status in MEETING_LIFE.after(meeting.status)
    )


def facts_of(reader: Reader, meeting: Meeting) -> MeetingFacts:
    """Return what the guards of a meeting look at."""
    latest = latest_edition(reader, meeting_id=meeting.id)
    agreed = SEALED_MINUTES | {MinutesStatus.APPROVED}
    has_place = any(meeting.places.values()) or any(meeting.venues.values())
    is_deemed = meeting.mode is MeetingMode.ONLINE and bool(meeting.deemed_place)
    return MeetingFacts(
        first_day=meeting.first_day,
        starts_on=meeting.starts_on,
        has_place=has_place or is_deemed,
        has_minutes=latest is not None,
        minutes_agreed=latest is not None and latest.status in agreed,
    )


def _recorded(step: MeetingStep) -> tuple[str, UUID]:
    return (step.created_at.isoformat() if step.created_at else "", step.id)
