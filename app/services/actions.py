"""Verbs for action items: assign one, report on it; what was reported is never overwritten."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.action import (
    ACTION_LIFE,
    UNFINISHED,
    ActionItem,
    ActionStatus,
    ActionUpdate,
    BoardColumn,
    MeetingAction,
)
from app.domain.body import Body
from app.domain.errors import Conflict, Misfortune, RuleBroken
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.services.minutes_records import next_code
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.queries import actions as queries
from app.store.queries.actions import ActionRow
from app.store.queries.follow_up import when
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "ActionItem",
    "ActionRow",
    "ActionStatus",
    "ActionUpdate",
    "BoardColumn",
    "assign",
    "change",
    "enter",
    "list_for_body",
    "list_for_meeting",
    "remove",
    "report",
]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CHANGEABLE = frozenset(
    {
        "code",
        "texts",
        "party_id",
        "organisation_id",
        "person_id",
        "due_on",
        "due_words",
        "due_meeting_id",
        "origin_meeting_id",
    }
)


class ClosedAlready(RuleBroken):
    """Two people closed one action item: the second is told what the first has reported.

    Attributes:
        line_count: How many lines there are now.
    """

    def __init__(self, action: ActionItem, last: ActionUpdate, line_count: int) -> None:
        how = "dropped" if action.status is ActionStatus.DROPPED else "marked as done"
        super().__init__(
            f"{action.code} was {how} already, {_told(last)}.",
            "Your words are still here: save them as a further line, or close this.",
        )
        self.line_count = line_count


class ReportedMeanwhile(RuleBroken):
    """Somebody else has reported on an action item since it was read.

    Attributes:
        line_count: How many lines there are now.
    """

    def __init__(self, action: ActionItem, last: ActionUpdate, line_count: int) -> None:
        super().__init__(
            f"{action.code} was reported on in the meantime, {_told(last)}.",
            "Your words are still here: save them as a further line, or close this.",
        )
        self.line_count = line_count


class LineTaken(RuleBroken):
    """A meeting was to report a second time on one action item."""

    def __init__(self, action: ActionItem, meeting: Meeting, line: ActionUpdate) -> None:
        name = meeting.code or in_language(meeting.titles, "en")
        super().__init__(
            f"{name} has its line on {action.code} already, {_told(line)}.",
            "A meeting reports once and the line stays; choose “between meetings” for more.",
            field="meeting_id",
        )


class HasLines(RuleBroken):
    """An action item was to be removed on which something was reported."""

    def __init__(self, action: ActionItem) -> None:
        super().__init__(
            f"{action.code} cannot be removed, because something was reported on it.",
            "Mark it as dropped: its lines stay on record.",
        )


class NoWordsForAction(Misfortune):
    """An action item was to say nothing."""

    def __init__(self) -> None:
        super().__init__("There are no words yet.", "Write what is to be done.", field="texts")


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[ActionRow, ...]:
    """Return the action items that came out of a meeting, by their code."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.list_for_meeting(
            reader, meeting_id=meeting_id, language=language, today=today
        )


def list_for_body(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[ActionRow, ...]:
    """Return all action items of a body, by their code."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.list_for_body(reader, body_id=body_id, language=language, today=today)


def assign(workspace: Workspace, draft: ActionItem) -> ChangeSet:
    """Enter an action item for one side, or for both where no side is named."""
    with workspace.write("Assign action item") as work:
        work.get(Body, draft.body_id)
        action = work.add(draft.copied())
        return work.commit(subject=action.id)


def enter(
    workspace: Workspace,
    *,
    body_id: UUID,
    values: Mapping[str, Any],
    column: BoardColumn = BoardColumn.TO_DO,
) -> ChangeSet:
    """Enter an action item from what staff have filled in; without a code it gets the next one.

    Raises:
        NoWordsForAction: if it says nothing.
        RuleBroken: if the body has an action item with the code.
    """
    if not in_language(values["texts"], "en").strip():
        raise NoWordsForAction
    with workspace.write("New action item") as work:
        body = work.get(Body, body_id)
        origin = values.get("origin_meeting_id")
        meeting = work.get(Meeting, origin) if origin else None
        filled = {name: values[name] for name in _CHANGEABLE & values.keys()}
        filled["code"] = filled.get("code") or next_code(work, body, meeting)
        begun = column is not BoardColumn.TO_DO
        action = work.add(
            ActionItem(
                body_id=body_id,
                status=ActionStatus.IN_PROGRESS if begun else ActionStatus.OPEN,
                **filled,
            )
        )
        work.flush()
        if column in {BoardColumn.WITH_OTHER, BoardColumn.DONE}:
            today = our_today_in(work, workspace)
            done = column is BoardColumn.DONE
            line = ActionUpdate(
                action_id=action.id,
                reported_on=today,
                status_after=ActionStatus.DONE if done else ActionStatus.IN_PROGRESS,
                with_other=not done,
            )
            report(workspace, line)
        return work.commit(subject=action.id)


def change(
    workspace: Workspace, *, action_id: UUID, values: Mapping[str, Any], version: int
) -> ChangeSet:
    """Change what is to be done, by whom and by when; where it stands follows from its lines.

    Raises:
        NoWordsForAction: if it would say nothing.
        Conflict: if it was changed elsewhere since it was read.
    """
    if "texts" in values and not in_language(values["texts"], "en").strip():
        raise NoWordsForAction
    with workspace.write("Change action item") as work:
        action = work.get(ActionItem, action_id)
        if action.row_version != version:
            raise Conflict("action_item", action_id)
        for name in _CHANGEABLE & values.keys():
            setattr(action, name, values[name])
        return work.commit(subject=action_id)


def remove(workspace: Workspace, *, action_id: UUID) -> ChangeSet:
    """Take out an action item that was entered by mistake.

    Raises:
        HasLines: if something was reported on it, or a meeting found it.
    """
    with workspace.write("Remove action item") as work:
        action = work.get(ActionItem, action_id)
        for kept in (ActionUpdate, MeetingAction):
            if work.first(kept, action_id=action_id) is not None:
                raise HasLines(action)
        work.delete(action)
        return work.commit(subject=action_id)


def report(
    workspace: Workspace, draft: ActionUpdate, *, lines_seen: int | None = None
) -> ChangeSet:
    """Report on an action item: a further status line, and the item's state follows it.

    A line of an earlier day than the latest is kept as well, and changes nothing.

    Args:
        workspace: The workspace.
        draft: The line.
        lines_seen: How many lines there were when it was read; where somebody else has reported
            since, nothing is entered.

    Raises:
        ClosedAlready: if somebody else has closed it in the meantime, and this would close it too.
        ReportedMeanwhile: if somebody else has reported in the meantime.
        LineTaken: if the meeting has its line already.
        UnlawfulTransition: if the reported state does not follow from the present one.
    """
    with workspace.write("Report on action item") as work:
        action = work.get(ActionItem, draft.action_id)
        lines = sorted(work.find(ActionUpdate, action_id=action.id), key=when)
        _require_unchanged(action, draft, lines, lines_seen)
        _require_free(work, action, draft, lines)
        update = draft.copied()
        update.actor = update.actor or workspace.actor
        work.add(update)
        if not lines or lines[-1].reported_on <= update.reported_on:
            _follow(action, update)
        return work.commit(subject=update.id)


def _require_unchanged(
    action: ActionItem, draft: ActionUpdate, lines: list[ActionUpdate], lines_seen: int | None
) -> None:
    if lines_seen is None or len(lines) <= lines_seen:
        return
    newest = max(lines, key=lambda line: line.id)
    if action.status not in UNFINISHED and draft.status_after not in UNFINISHED:
        raise ClosedAlready(action, newest, len(lines))
    raise ReportedMeanwhile(action, newest, len(lines))


def _require_free(
    work: UnitOfWork, action: ActionItem, draft: ActionUpdate, lines: list[ActionUpdate]
) -> None:
    if draft.meeting_id is None:
        return
    for line in lines:
        if line.meeting_id == draft.meeting_id:
            raise LineTaken(action, work.get(Meeting, draft.meeting_id), line)


def _follow(action: ActionItem, update: ActionUpdate) -> None:
    """Bring an action item to where its latest line has it."""
    if update.status_after is not action.status:
        ACTION_LIFE.require(action.status, update.status_after)
    was_closed = action.status not in UNFINISHED
    action.status = update.status_after
    if update.status_after in UNFINISHED:
        action.closed_on = None
    elif not was_closed:
        action.closed_on = update.reported_on
    waits = update.with_other and update.status_after in UNFINISHED
    action.with_other_since = (action.with_other_since or update.reported_on) if waits else None
    action.due_on = update.due_after or action.due_on


def _told(line: ActionUpdate) -> str:
    """Return who has reported what and when, as the end of a sentence."""
    day = line.reported_on
    who = f" by {line.actor}" if line.actor else ""
    words = in_language(line.texts, "en")
    said = f": “{words}”" if words else ""
    return f"on {day.day} {_MONTHS[day.month - 1]} {day.year}{who}{said}"
