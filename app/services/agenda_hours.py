"""Verbs for the hours of an agenda: when each item is taken, and when the sitting pauses."""

from collections.abc import Sequence
from datetime import datetime, time
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.running_times import Clash, ClashKind, Course, Hours, Slot, Taken, run_through
from app.store.change_set import ChangeSet
from app.store.queries.agenda_outline import Outline
from app.store.workspace import Workspace

__all__ = ["Clash", "ClashKind", "Course", "Taken", "change_breaks", "run"]

Pause = tuple[time, time]


class PauseBackwards(Misfortune):
    """A pause was entered that ends before it begins."""

    def __init__(self, pause: Pause) -> None:
        super().__init__(
            f"The pause from {pause[0]:%H:%M} to {pause[1]:%H:%M} ends before it begins.",
            "Correct one of the hours.",
            field="breaks",
        )


class PausesOverlap(Misfortune):
    """Two pauses were entered at the same time."""

    def __init__(self, first: Pause, second: Pause) -> None:
        super().__init__(
            f"The pauses that begin at {first[0]:%H:%M} and {second[0]:%H:%M} overlap.",
            "Correct one of them.",
            field="breaks",
        )


def run(outline: Outline) -> Course:
    """Return when each item of an agenda is taken, and where that does not fit."""
    slots = [
        Slot(item.id, item.depth, item.starts_at, item.minutes_planned) for item in outline.items
    ]
    return run_through(slots, _hours(outline))


def change_breaks(workspace: Workspace, *, meeting_id: UUID, breaks: Sequence[Pause]) -> ChangeSet:
    """Enter when the sitting pauses on each of its days, such as for lunch.

    Raises:
        PauseBackwards: if one ends before it begins.
        PausesOverlap: if two are at the same time.
    """
    ordered = sorted(breaks)
    for pause in ordered:
        if pause[1] <= pause[0]:
            raise PauseBackwards(pause)
    for first, second in pairwise(ordered):
        if second[0] < first[1]:
            raise PausesOverlap(first, second)
    with workspace.write("Change breaks of meeting") as work:
        meeting = work.get(Meeting, meeting_id)
        meeting.breaks = [f"{begins:%H:%M}-{ends:%H:%M}" for begins, ends in ordered]
        return work.commit(subject=meeting_id)


def _hours(outline: Outline) -> Hours:
    return Hours(
        opens=_clock(outline.starts_at, outline.zone),
        closes=_clock(outline.ends_at, outline.zone),
        days=outline.days,
        breaks=tuple(_pause(told) for told in outline.breaks),
    )


def _clock(instant: datetime | None, zone: str) -> time | None:
    """Return the hour that clocks at the place show; none where the place's zone is not known."""
    if instant is None or not zone:
        return None
    try:
        return instant.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _pause(told: str) -> Pause:
    begins, _, ends = told.partition("-")
    return time.fromisoformat(begins), time.fromisoformat(ends)
