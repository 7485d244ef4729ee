"""The start page tells what is next, what waits for whom, and what is begun."""

from datetime import date

from app.clock import FixedClock
from app.domain.meeting import MeetingStatus
from app.services import actions, decisions, minutes, parties
from app.services.today import sheets
from app.store.workspace import Workspace
from tests.builders import World, a_decision, a_meeting, an_action, open_minutes
from tests.services.conftest import NOW

TODAY = NOW.date()


def read(workspace: Workspace, world: World) -> sheets.TodaySheet:
    return sheets.read(workspace, body_id=world.body)


def test_what_is_owed_is_told_apart_by_side(workspace: Workspace, world: World) -> None:
    parties.choose_our_side(workspace, party_id=world.korea)
    for code, party, due in (
        ("A1", world.korea, date(2026, 2, 1)),
        ("A2", world.mongolia, date(2026, 3, 20)),
        ("A3", None, date(2026, 3, 5)),
        ("A4", world.mongolia, date(2027, 3, 5)),
        ("A5", world.korea, None),
    ):
        actions.assign(workspace, an_action(world.body, code=code, party_id=party, due_on=due))
    sheet = read(workspace, world)
    assert [(each.about, each.is_late) for each in sheet.for_us] == [("A1", True), ("A3", False)]
    assert [each.about for each in sheet.for_others] == ["A2"], "A4 is a year ahead"
    assert [row.code for row in sheet.undated_for_us] == ["A5"]
    assert sheet.ours is not None


def test_without_a_side_of_our_own_everything_waits_for_us(
    workspace: Workspace, world: World
) -> None:
    due = date(2026, 3, 20)
    actions.assign(workspace, an_action(world.body, party_id=world.mongolia, due_on=due))
    sheet = read(workspace, world)
    assert (len(sheet.for_us), len(sheet.for_others), sheet.ours) == (1, 0, None)


def test_the_next_meeting_is_the_first_that_comes(workspace: Workspace, world: World) -> None:
    assert read(workspace, world).next_meeting is None, "the one on record is past"
    with workspace.write("Plan") as work:
        for code, day, status in (
            ("JWG-4", date(2027, 1, 10), MeetingStatus.PROPOSED),
            ("JWG-2", date(2026, 6, 10), MeetingStatus.CANCELLED),
            ("JWG-3", date(2026, 9, 10), MeetingStatus.PROPOSED),
        ):
            meeting = a_meeting(
                world.body, code=code, ordinal=int(code[-1]), planned_starts_on=day, status=status
            )
            work.add(meeting)
        work.commit()
    found = read(workspace, world).next_meeting
    assert found is not None
    assert found.code == "JWG-3"


def test_drafts_are_listed_until_they_are_done(workspace: Workspace, world: World) -> None:
    open_minutes(workspace, world.meeting)
    decisions.draft_decision(workspace, a_decision(world.body, temporary_symbol="D/1"))
    found = {each.kind: each for each in read(workspace, world).unfinished}
    assert set(found) == {"minutes", "decision"}
    assert "D/1" in found["decision"].title
    assert minutes.show(workspace, meeting_id=world.meeting) is not None


def test_what_was_done_last_comes_first(
    workspace: Workspace, world: World, clock: FixedClock
) -> None:
    actions.assign(workspace, an_action(world.body))
    newest = read(workspace, world).recent[0]
    assert (newest.use_case, newest.actor, newest.at) == ("Assign action item", "Bat", NOW)
