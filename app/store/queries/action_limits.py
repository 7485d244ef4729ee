"""The day by which an action item is owed, where it was put in words or as a meeting."""

from datetime import date, timedelta
from uuid import UUID

from app.domain.action import BEFORE_NEXT_MEETING, UNFINISHED, ActionItem
from app.domain.meeting import Meeting, MeetingStatus
from app.store.reader import Reader


class ActionLimits:
    """Knows the meetings of a body, and so the last day for what is due before one of them."""

    def __init__(self, reader: Reader, *, body_id: UUID) -> None:
        meetings = [
            meeting
            for meeting in reader.find(Meeting, body_id=body_id)
            if meeting.status is not MeetingStatus.CANCELLED
        ]
        self._days = {meeting.id: meeting.first_day for meeting in meetings}
        self._sorted = sorted(day for day in self._days.values() if day is not None)

    def day(self, action: ActionItem) -> date | None:
        """Return the last day on which an action item is in time; ``None`` if none is known."""
        if action.due_on is not None:
            return action.due_on
        begins = self._days.get(action.due_meeting_id) if action.due_meeting_id else None
        if begins is None and _is_before_next(action):
            begins = self._next_after(action)
        return begins - timedelta(days=1) if begins is not None else None

    def is_late(self, action: ActionItem, today: date) -> bool:
        """Return whether an action item is still owed although its day has passed."""
        day = self.day(action)
        return action.status in UNFINISHED and day is not None and day < today

    def _next_after(self, action: ActionItem) -> date | None:
        origin = self._days.get(action.origin_meeting_id) if action.origin_meeting_id else None
        if origin is None:
            return None
        return next((day for day in self._sorted if day > origin), None)


def _is_before_next(action: ActionItem) -> bool:
    return action.due_words.strip().rstrip(".").casefold() == BEFORE_NEXT_MEETING
