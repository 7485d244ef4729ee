"""The action items that one meeting had before it, with what it heard of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.action import UNFINISHED, ActionItem, ActionUpdate, MeetingAction
from app.domain.meeting import HELD, Meeting
from app.store.queries.follow_up import lines_by_action
from app.store.reader import Reader


@dataclass(frozen=True)
class ActionAtMeeting:
    """An action item as a meeting found it, and left it.

    Attributes:
        is_new: It comes from this meeting.
        standing: What the meeting noted when it was closed; ``None`` where it noted nothing.
        line: What it heard of the item, the last where it heard twice.
        lines: Every line on the item, of all meetings, the earliest first.
    """

    action: ActionItem
    is_new: bool
    standing: MeetingAction | None
    line: ActionUpdate | None
    lines: tuple[ActionUpdate, ...]

    @property
    def found(self) -> str:
        """Where the item stood when the meeting began, as far as that is on record."""
        return (self.standing.status_before if self.standing else self.action.status).value

    @property
    def left(self) -> str:
        """Where the meeting left it; empty where that is not on record."""
        if self.standing is not None and self.standing.status_after is not None:
            return self.standing.status_after.value
        return self.line.status_after.value if self.line is not None else ""


def list_at_meeting(reader: Reader, meeting: Meeting) -> Mapping[UUID, ActionAtMeeting]:
    """Return what a meeting made, noted or heard of, and what awaits it before it is held."""
    if meeting.body_id is None:
        return {}
    standings = {each.action_id: each for each in reader.find(MeetingAction, meeting_id=meeting.id)}
    lines = lines_by_action(reader, body_id=meeting.body_id)
    awaits = meeting.status not in HELD
    found = {}
    for action in reader.find(ActionItem, body_id=meeting.body_id):
        told = tuple(lines.get(action.id, ()))
        at = ActionAtMeeting(
            action=action,
            is_new=action.origin_meeting_id == meeting.id,
            standing=standings.get(action.id),
            line=next((each for each in reversed(told) if each.meeting_id == meeting.id), None),
            lines=told,
        )
        if at.is_new or at.standing or at.line or (awaits and action.status in UNFINISHED):
            found[action.id] = at
    return found
