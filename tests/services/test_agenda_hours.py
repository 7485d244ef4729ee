from datetime import UTC, datetime, time
from uuid import UUID

import pytest

from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.services import agenda, agenda_hours, meetings
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, an_agenda_item, key_of
from tests.services.conftest import Unchanged


def plan(workspace: Workspace, world: World, **fields: object) -> UUID:
    draft = a_meeting(
        world.body,
        ordinal=2,
        code="JWG-2",
        starts_at=datetime(2026, 5, 12, 1, 30, tzinfo=UTC),
        ends_at=datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
        **fields,
    )
    return key_of(meetings.plan(workspace, draft))


def run(workspace: Workspace, meeting_id: UUID) -> agenda_hours.Course:
    return agenda_hours.run(agenda.outline(workspace, meeting_id=meeting_id))


def test_the_hours_are_those_of_the_clocks_at_the_place(workspace: Workspace, world: World) -> None:
    meeting_id = plan(workspace, world, zone="Asia/Ulaanbaatar")
    for took in (200, 300):
        agenda.add_item(workspace, an_agenda_item(meeting_id, minutes_planned=took))
    course = run(workspace, meeting_id)
    assert [taken.starts_at for taken in course.items] == [time(9, 30), time(12, 50)]
    assert (course.overrun, course.ends_at) == (20, time(17, 50))


@pytest.mark.parametrize("zone", ["", "Nowhere/Land"])
def test_without_a_known_zone_no_hours_are_told(
    workspace: Workspace, world: World, zone: str
) -> None:
    meeting_id = plan(workspace, world, zone="")
    with workspace.write("Enter zone") as work:
        work.get(Meeting, meeting_id).zone = zone
        work.commit()
    agenda.add_item(workspace, an_agenda_item(meeting_id, minutes_planned=20))
    assert run(workspace, meeting_id).items[0].starts_at is None


def test_breaks_are_kept_in_order_and_the_items_wait_for_them(
    workspace: Workspace, world: World
) -> None:
    meeting_id = plan(workspace, world, zone="Asia/Ulaanbaatar")
    agenda_hours.change_breaks(
        workspace,
        meeting_id=meeting_id,
        breaks=((time(12, 30), time(13, 30)), (time(11, 0), time(11, 15))),
    )
    with workspace.read() as reader:
        assert reader.get(Meeting, meeting_id).breaks == ["11:00-11:15", "12:30-13:30"]
    for took in (90, 20):
        agenda.add_item(workspace, an_agenda_item(meeting_id, minutes_planned=took))
    assert run(workspace, meeting_id).items[1].starts_at == time(11, 15)


@pytest.mark.parametrize(
    ("breaks", "sentence"),
    [
        (((time(13, 0), time(12, 0)),), "ends before it begins"),
        (((time(12, 0), time(12, 0)),), "ends before it begins"),
        (((time(12, 0), time(13, 0)), (time(12, 30), time(14, 0))), "overlap"),
    ],
)
def test_breaks_that_cannot_be_are_refused_in_words(
    workspace: Workspace,
    world: World,
    unchanged: Unchanged,
    breaks: tuple[tuple[time, time], ...],
    sentence: str,
) -> None:
    with unchanged(), pytest.raises(Misfortune, match=sentence) as refused:
        agenda_hours.change_breaks(workspace, meeting_id=world.meeting, breaks=breaks)
    assert refused.value.field == "breaks"
