"""Verbs for action items: assign one, report on it; what was reported is never overwritten."""

from uuid import UUID

from app.clock import today
from app.domain.action import ACTION_LIFE, UNFINISHED, ActionItem, ActionUpdate
from app.domain.body import Body
from app.store.change_set import ChangeSet
from app.store.queries import actions as queries
from app.store.queries.actions import ActionRow
from app.store.workspace import Workspace

__all__ = ["ActionRow", "assign", "list_for_body", "list_for_meeting", "report"]


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[ActionRow, ...]:
    """Return the action items that came out of a meeting, by their code."""
    with workspace.read() as reader:
        return queries.list_for_meeting(
            reader, meeting_id=meeting_id, language=language, today=today(workspace.clock)
        )


def list_for_body(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[ActionRow, ...]:
    """Return all action items of a body, by their code."""
    with workspace.read() as reader:
        return queries.list_for_body(
            reader, body_id=body_id, language=language, today=today(workspace.clock)
        )


def assign(workspace: Workspace, draft: ActionItem) -> ChangeSet:
    """Enter an action item for one side, or for both where no side is named."""
    with workspace.write("Assign action item") as work:
        work.get(Body, draft.body_id)
        action = work.add(draft.copied())
        return work.commit(subject=action.id)


def report(workspace: Workspace, draft: ActionUpdate) -> ChangeSet:
    """Report on an action item: a further status line, and the item's state follows it.

    Raises:
        UnlawfulTransition: if the reported state does not follow from the present one.
    """
    with workspace.write("Report on action item") as work:
        action = work.get(ActionItem, draft.action_id)
        if draft.status_after is not action.status:
            ACTION_LIFE.require(action.status, draft.status_after)
        update = work.add(draft.copied())
        action.status = draft.status_after
        action.closed_on = None if draft.status_after in UNFINISHED else draft.reported_on
        action.due_on = draft.due_after or action.due_on
        return work.commit(subject=update.id)
