from datetime import date, timedelta

import pytest

from app.clock import FixedClock
from app.domain.action import ActionItem, ActionStatus, ActionUpdate
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.services import actions, agenda
from app.store.workspace import Workspace
from tests.builders import World, an_action, an_agenda_item, key_of, register_organisation
from tests.services.conftest import NOW, Unchanged


def report(key: object, status: ActionStatus, **fields: object) -> ActionUpdate:
    values = {"reported_on": date(2026, 2, 1)} | fields
    return ActionUpdate(action_id=key, status_after=status, **values)


def test_an_action_item_without_a_side_is_for_both(workspace: Workspace, world: World) -> None:
    actions.assign(workspace, an_action(world.body, code="A2"))
    actions.assign(workspace, an_action(world.body, code="A1", party_id=world.mongolia))
    rows = actions.list_for_body(workspace, body_id=world.body)
    assert [(row.code, row.side.code if row.side else None) for row in rows] == [
        ("A1", "MN"),
        ("A2", None),
    ]
    assert rows[0].side is not None
    assert rows[0].side.seat == 2


def test_an_action_item_tells_where_it_came_from_and_who_does_it(
    workspace: Workspace, world: World
) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting, "3")))
    organisation = register_organisation(workspace)
    draft = an_action(
        world.body,
        origin_meeting_id=world.meeting,
        origin_agenda_id=item,
        organisation_id=organisation,
        due_words="before the next meeting",
    )
    actions.assign(workspace, draft)
    (row,) = actions.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.agenda_label, row.organisation) == ("1", "Ministry of Environment")
    assert (row.due_words, row.due_on, row.is_late) == ("before the next meeting", None, False)


@pytest.mark.parametrize(
    ("days", "status", "is_late"),
    [
        (-1, "open", True),
        (0, "open", False),
        (1, "open", False),
        (-1, "in-progress", True),
        (-1, "done", False),
    ],
)
def test_lateness_is_computed_from_the_day(
    workspace: Workspace, world: World, days: int, status: str, is_late: bool
) -> None:
    due_on = NOW.date() + timedelta(days=days)
    actions.assign(workspace, an_action(world.body, due_on=due_on, status=status))
    (row,) = actions.list_for_body(workspace, body_id=world.body)
    assert row.is_late is is_late


def test_what_was_in_time_yesterday_may_be_late_today(
    workspace: Workspace, world: World, clock: FixedClock
) -> None:
    actions.assign(workspace, an_action(world.body, due_on=NOW.date()))
    assert not actions.list_for_body(workspace, body_id=world.body)[0].is_late
    clock.instant += timedelta(days=1)
    assert actions.list_for_body(workspace, body_id=world.body)[0].is_late


def test_reports_are_added_and_never_overwritten(workspace: Workspace, world: World) -> None:
    key = key_of(actions.assign(workspace, an_action(world.body)))
    for status in (ActionStatus.IN_PROGRESS, ActionStatus.IN_PROGRESS, ActionStatus.DONE):
        actions.report(workspace, report(key, status, texts={"en": status.value}))
    with workspace.read() as reader:
        told = [update.status_after for update in reader.find(ActionUpdate, action_id=key)]
        action = reader.get(ActionItem, key)
    assert told == [ActionStatus.IN_PROGRESS, ActionStatus.IN_PROGRESS, ActionStatus.DONE]
    assert (action.status, action.closed_on) == (ActionStatus.DONE, date(2026, 2, 1))


def test_what_was_closed_too_early_is_opened_again(workspace: Workspace, world: World) -> None:
    key = key_of(actions.assign(workspace, an_action(world.body)))
    actions.report(workspace, report(key, ActionStatus.DROPPED))
    actions.report(workspace, report(key, ActionStatus.OPEN))
    with workspace.read() as reader:
        action = reader.get(ActionItem, key)
    assert (action.status, action.closed_on) == (ActionStatus.OPEN, None)


def test_a_report_may_set_a_later_day(workspace: Workspace, world: World) -> None:
    key = key_of(actions.assign(workspace, an_action(world.body, due_on=date(2026, 1, 1))))
    actions.report(workspace, report(key, ActionStatus.OPEN))
    assert actions.list_for_body(workspace, body_id=world.body)[0].due_on == date(2026, 1, 1)
    actions.report(workspace, report(key, ActionStatus.OPEN, due_after=date(2026, 6, 1)))
    assert actions.list_for_body(workspace, body_id=world.body)[0].due_on == date(2026, 6, 1)


def test_an_unlawful_report_is_refused_whole(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(actions.assign(workspace, an_action(world.body)))
    actions.report(workspace, report(key, ActionStatus.DONE))
    with unchanged(), pytest.raises(UnlawfulTransition, match="“done” cannot become “dropped”"):
        actions.report(workspace, report(key, ActionStatus.DROPPED))


def test_a_code_is_given_once_in_a_body(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    actions.assign(workspace, an_action(world.body))
    with unchanged(), pytest.raises(RuleBroken, match="already has an action item with this code"):
        actions.assign(workspace, an_action(world.body))


def test_what_is_not_there_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no body"):
        actions.assign(workspace, an_action(new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no action item"):
        actions.report(workspace, report(new_id(), ActionStatus.DONE))
    assert actions.list_for_body(workspace, body_id=world.body) == ()
