"""Action items between meetings: closed by two people, carried on, reminded of."""

from datetime import date
from email import message_from_bytes, policy
from uuid import UUID

import docx
import pytest

from app.clock import FixedClock
from app.documents.kinds import DocumentKind
from app.documents.plain import plain_text
from app.domain.action import ActionItem, ActionStatus, ActionUpdate, BoardColumn, MeetingAction
from app.domain.errors import Conflict, RuleBroken
from app.domain.meeting import MeetingStatus
from app.exchange.mail_draft import write_draft
from app.services import (
    actions,
    documents,
    history,
    meetings,
    parties,
    persons,
    template_trials,
)
from app.services.follow_up import carrying, deadlines, reminders, sheets
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, a_person, an_action, key_of
from tests.services.conftest import NOW, Unchanged

TODAY = NOW.date()


def a_line(key: UUID, status: ActionStatus = ActionStatus.DONE, **fields: object) -> ActionUpdate:
    return ActionUpdate(
        **({"action_id": key, "status_after": status, "reported_on": TODAY} | fields)
    )


@pytest.fixture
def action(workspace: Workspace, world: World) -> UUID:
    draft = an_action(world.body, origin_meeting_id=world.meeting, party_id=world.korea)
    return key_of(actions.assign(workspace, draft))


def row_of(workspace: Workspace, world: World, code: str = "A1") -> sheets.FollowUpRow:
    rows = sheets.read(workspace, body_id=world.body).rows
    return next(row for row in rows if row.code == code)


def test_the_second_of_two_who_close_it_is_told_and_nothing_is_lost(
    workspace: Workspace, world: World, action: UUID, unchanged: Unchanged
) -> None:
    first = a_line(action, texts={"en": "Sent on paper."})
    second = a_line(action, texts={"en": "Sent by mail."})
    actions.report(workspace, first, lines_seen=0)
    told = r"A1 was marked as done already, on \d+ \w+ \d{4} by .*: “Sent on paper.”"
    with unchanged(), pytest.raises(actions.ClosedAlready, match=told):
        actions.report(workspace, second, lines_seen=0)
    actions.report(workspace, second, lines_seen=1)  # as a further line
    lines = sheets.show(workspace, action_id=action).lines
    assert [line.text for line in lines] == ["Sent by mail.", "Sent on paper."]


def test_a_meeting_has_one_line_which_is_never_overwritten(
    workspace: Workspace, world: World, action: UUID, unchanged: Unchanged
) -> None:
    line = a_line(action, ActionStatus.IN_PROGRESS, meeting_id=world.meeting)
    actions.report(workspace, line)
    with unchanged(), pytest.raises(actions.LineTaken, match="has its line on A1 already"):
        actions.report(workspace, line.copied())
    actions.report(workspace, a_line(action, meeting_id=None))
    assert row_of(workspace, world).column is BoardColumn.DONE


def test_a_line_of_an_earlier_day_does_not_turn_back_the_item(
    workspace: Workspace, world: World, action: UUID
) -> None:
    actions.report(workspace, a_line(action))
    actions.report(workspace, a_line(action, ActionStatus.OPEN, reported_on=date(2020, 1, 1)))
    assert row_of(workspace, world).status == "done"


def test_it_goes_to_the_other_side_and_comes_back(
    workspace: Workspace, world: World, action: UUID
) -> None:
    actions.report(workspace, a_line(action, ActionStatus.IN_PROGRESS, with_other=True))
    row = row_of(workspace, world)
    assert (row.column, row.with_other_since) == (BoardColumn.WITH_OTHER, TODAY)
    actions.report(workspace, a_line(action, ActionStatus.IN_PROGRESS))
    assert row_of(workspace, world).column is BoardColumn.IN_PROGRESS


def test_before_the_next_meeting_is_a_day_once_there_is_one(
    workspace: Workspace, world: World, clock: FixedClock
) -> None:
    values = {
        "texts": {"en": "Name two experts."},
        "due_words": "Before the next meeting.",
        "origin_meeting_id": world.meeting,
    }
    actions.enter(workspace, body_id=world.body, values=values)
    assert row_of(workspace, world).last_day is None
    day = date(2026, 11, 4)
    meetings.plan(workspace, a_meeting(world.body, ordinal=2, planned_starts_on=day))
    assert row_of(workspace, world).last_day == date(2026, 11, 3)
    assert sheets.count_late(workspace, body_id=world.body) == 0
    clock.instant = clock.instant.replace(year=2027)
    assert sheets.count_late(workspace, body_id=world.body) == 1
    assert actions.list_for_body(workspace, body_id=world.body)[0].is_late


def test_closing_a_meeting_carries_what_is_owed_and_counts_it(
    workspace: Workspace, world: World, action: UUID
) -> None:
    done = key_of(actions.assign(workspace, an_action(world.body, code="A2", status="open")))
    plan = a_meeting(
        world.body, ordinal=2, code="JWG-2", status="in-session", starts_on=TODAY, zone="UTC"
    )
    second = key_of(meetings.plan(workspace, plan))
    third = key_of(
        meetings.plan(
            workspace,
            a_meeting(world.body, ordinal=3, code="JWG-3", planned_starts_on=date(2027, 5, 1)),
        )
    )
    actions.report(workspace, a_line(done, meeting_id=second))
    actions.report(workspace, a_line(action, ActionStatus.IN_PROGRESS, meeting_id=second))
    meetings.change_status(workspace, meeting_id=second, status=MeetingStatus.CLOSED, on=TODAY)
    assert (row_of(workspace, world).carries, row_of(workspace, world, "A2").carries) == (1, 0)
    left = carrying.review(workspace, meeting_id=second)
    assert [(each.row.code, each.found, each.left, each.carried) for each in left.rows] == [
        ("A1", "open", "in-progress", True),
        ("A2", "open", "done", False),
    ]
    found = carrying.review(workspace, meeting_id=third)
    assert [(each.row.code, each.found) for each in found.rows] == [("A1", "in-progress")]
    carrying.carry(workspace, meeting_id=second)  # once is enough
    assert row_of(workspace, world).carries == 1
    with workspace.read() as reader:
        assert len(reader.find(MeetingAction, meeting_id=third)) == 1


def test_undoing_the_closing_takes_back_the_carrying(
    workspace: Workspace, world: World, action: UUID
) -> None:
    plan = a_meeting(
        world.body, ordinal=2, code="JWG-2", status="in-session", starts_on=TODAY, zone="UTC"
    )
    second = key_of(meetings.plan(workspace, plan))
    meetings.change_status(workspace, meeting_id=second, status=MeetingStatus.CLOSED, on=TODAY)
    assert row_of(workspace, world).carries == 1
    history.undo(workspace)
    assert row_of(workspace, world).carries == 0


def test_a_meeting_that_is_not_over_carries_nothing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    with unchanged(), pytest.raises(carrying.NotOver, match="JWG-2 is not closed yet"):
        carrying.carry(workspace, meeting_id=key)


def test_a_change_of_another_is_not_overwritten_and_what_has_lines_is_not_removed(
    workspace: Workspace, world: World, action: UUID, unchanged: Unchanged
) -> None:
    version = row_of(workspace, world).version
    values = {"texts": {"en": "Other words"}, "due_on": date(2026, 9, 1)}
    actions.change(workspace, action_id=action, values=values, version=version)
    with unchanged(), pytest.raises(Conflict):
        actions.change(workspace, action_id=action, values=values, version=version)
    actions.report(workspace, a_line(action))
    with unchanged(), pytest.raises(actions.HasLines, match="A1 cannot be removed"):
        actions.remove(workspace, action_id=action)
    other = key_of(actions.assign(workspace, an_action(world.body, code="A2")))
    actions.remove(workspace, action_id=other)
    assert [row.code for row in sheets.read(workspace, body_id=world.body).rows] == ["A1"]


def test_an_item_without_words_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(actions.NoWordsForAction):
        actions.enter(workspace, body_id=world.body, values={"texts": {}})
    made = actions.enter(
        workspace,
        body_id=world.body,
        values={"texts": {"en": "Send it"}},
        column=BoardColumn.WITH_OTHER,
    )
    assert sheets.show(workspace, action_id=key_of(made)).row.column is BoardColumn.WITH_OTHER


def test_a_reminder_is_a_letter_and_a_draft_of_a_message_with_the_same_words(
    workspace: Workspace, world: World, tmp_path, unchanged: Unchanged
) -> None:
    who = key_of(persons.register(workspace, a_person(email="bat@example.mn")))
    late = an_action(
        world.body, code="A7", party_id=world.mongolia, person_id=who, due_on=date(2020, 1, 1)
    )
    actions.assign(workspace, late)
    parties.choose_our_side(workspace, party_id=world.korea)
    asked = {"body_id": world.body, "party_id": world.mongolia, "path": tmp_path}
    with unchanged():
        letter = reminders.save_letter(workspace, **asked)
        draft = reminders.save_message(workspace, **asked)
    told = docx.Document(str(letter)).element.xpath("string(.)")
    message = message_from_bytes(draft.read_bytes(), policy=policy.default)
    words = message.get_content()
    assert (message["X-Unsent"], message["To"]) == ("1", "bat@example.mn")
    assert "still open" in message["Subject"]
    for said in (told, words):
        assert "A7" in said
        assert "late by" in said
    with pytest.raises(reminders.NothingOwed):
        reminders.save_letter(workspace, **(asked | {"party_id": world.korea}))


def test_a_draft_takes_no_header_from_its_words() -> None:
    made = write_draft(
        subject="Reminder\r\nBcc: everybody@example.org",
        to=["a@b.example\r\nBcc: x@y.example", "no address", "fine@example.kr"],
        text="Body\r\n\r\n.\r\nBcc: nobody",
        stamp=NOW,
    )
    message = message_from_bytes(made, policy=policy.default)
    assert message["Bcc"] is None
    assert "fine@example.kr" in message["To"]


def test_days_go_into_a_calendar_and_without_any_it_says_so(
    workspace: Workspace, world: World, tmp_path
) -> None:
    target = tmp_path / "actions.ics"
    with pytest.raises(deadlines.NoDays):
        deadlines.save_calendar(workspace, body_id=world.body, path=target)
    assert not target.exists()
    actions.assign(workspace, an_action(world.body, due_on=date(2026, 12, 1)))
    deadlines.save_calendar(workspace, body_id=world.body, path=target)
    assert "DTSTART;VALUE=DATE:20261201" in target.read_text(encoding="utf-8")


def test_what_is_not_ours_is_not_found(workspace: Workspace, world: World) -> None:
    made = an_action(world.body, code="A1")
    actions.assign(workspace, made)
    with pytest.raises(RuleBroken):
        actions.enter(workspace, body_id=world.body, values={"code": "A1", "texts": {"en": "x"}})
    with workspace.read() as reader:
        assert len(reader.find(ActionItem)) == 1


@pytest.mark.usefixtures("action")
def test_the_template_of_the_reminder_can_be_tried_and_shown_in_the_studio(
    workspace: Workspace, world: World
) -> None:
    made = documents.compose_for_body(workspace, body_id=world.body, kind=DocumentKind.REMINDER)
    assert "A1" in plain_text(made.document)
    name = "reminder.en.xml.jinja"
    fields = template_trials.list_fields(workspace, meeting_id=world.meeting, name=name)
    assert fields
