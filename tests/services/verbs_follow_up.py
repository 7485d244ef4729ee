"""The verbs of action items and of following up, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services import actions
from app.services.follow_up import carrying
from tests.builders import an_action, key_of

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage


def _version(s: Stage, key: UUID) -> int:
    with s.workspace.read() as reader:
        found = reader.first(actions.ActionItem, id=key)
        return found.row_version if found else 1


def _another(s: Stage) -> UUID:
    return key_of(actions.assign(s.workspace, an_action(s.world.body, code="A9")))


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (actions, "enter"): (
        lambda s, key: actions.enter(
            s.workspace, body_id=key or s.world.body, values={"texts": {"en": "Send it"}}
        ),
        {"action_item"},
    ),
    (actions, "change"): (
        lambda s, key: actions.change(
            s.workspace,
            action_id=key or s.action,
            values={"due_words": "soon"},
            version=_version(s, key or s.action),
        ),
        {"action_item"},
    ),
    (actions, "remove"): (
        lambda s, key: actions.remove(s.workspace, action_id=key or _another(s)),
        {"action_item"},
    ),
    (carrying, "carry"): (
        lambda s, key: carrying.carry(s.workspace, meeting_id=key or s.world.meeting),
        {"meeting_action"},
    ),
}
