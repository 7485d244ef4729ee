from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from app.domain.errors import Conflict, InvalidValue, RuleBroken
from app.domain.meeting import Meeting, MeetingMode
from app.services import meetings
from app.services.meetings import MeetingSheet
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, key_of
from tests.services.conftest import Unchanged

DAY = date(2026, 5, 12)
Change = Callable[..., None]


@pytest.fixture
def key(workspace: Workspace, world: World) -> object:
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", planned_starts_on=DAY)
    return key_of(meetings.plan(workspace, draft))


@pytest.fixture
def change(workspace: Workspace, key: object) -> Change:
    """Change fields of the meeting, and nothing else."""

    def to(**fields: object) -> None:
        sheet, version = meetings.show_sheet(workspace, meeting_id=key)  # type: ignore[arg-type]
        meetings.change(
            workspace,
            meeting_id=key,  # type: ignore[arg-type]
            sheet=replace(sheet, **fields),  # type: ignore[arg-type]
            version=version,
        )

    return to


def stored(workspace: Workspace, key: object) -> Meeting:
    with workspace.read() as reader:
        return reader.get(Meeting, key)


def test_hours_are_those_of_clocks_at_the_place(
    workspace: Workspace, key: object, change: Change
) -> None:
    change(planned_ends_on=date(2026, 5, 13), starts_time=time(9, 30), ends_time=time(17))
    meeting = stored(workspace, key)
    assert meeting.starts_at == datetime(2026, 5, 12, 1, 30, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 5, 13, 9, 0, tzinfo=UTC)
    sheet, _ = meetings.show_sheet(workspace, meeting_id=key)  # type: ignore[arg-type]
    assert (sheet.starts_time, sheet.ends_time) == (time(9, 30), time(17))


def test_hours_follow_the_days_and_the_zone(
    workspace: Workspace, key: object, change: Change
) -> None:
    change(starts_time=time(9, 30), ends_time=time(17))
    change(planned_starts_on=date(2026, 4, 1), zone="Asia/Seoul")
    meeting = stored(workspace, key)
    assert meeting.starts_at == datetime(2026, 4, 1, 0, 30, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 4, 1, 8, 0, tzinfo=UTC)


def test_what_was_entered_is_read_again_as_it_was(workspace: Workspace, world: World) -> None:
    sheet = MeetingSheet(
        titles={"en": "Second meeting", "ko": "제2차 회의"},
        ordinal=2,
        code="JWG-2",
        mode=MeetingMode.ONLINE,
        planned_starts_on=DAY,
        planned_ends_on=date(2026, 5, 13),
        starts_time=time(14),
        ends_time=time(15, 30),
        zone="Asia/Seoul",
        host_party_id=world.korea,
        places={"en": "Seoul"},
        venues={"en": "Central Government Complex"},
        deemed_place="Seoul",
        chair_words="Republic of Korea",
        languages=("en", "ko"),
        prevailing_language="en",
        predecessor_id=world.meeting,
        note="Room to be confirmed",
    )
    key = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    meetings.change(workspace, meeting_id=key, sheet=sheet)
    assert meetings.show_sheet(workspace, meeting_id=key)[0] == sheet


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"titles": {}}, "titles"),
        ({"ordinal": 0}, "ordinal"),
        ({"planned_ends_on": date(2026, 5, 11)}, "planned_ends_on"),
        ({"planned_ends_on": date(2062, 5, 13)}, "planned_ends_on"),
        ({"starts_on": date(2026, 5, 12), "ends_on": date(2026, 5, 11)}, "ends_on"),
        ({"ends_on": date(2026, 5, 12)}, "starts_on"),
        ({"zone": "Asia/Ulan Bator"}, "zone"),
        ({"starts_time": time(9), "zone": ""}, "zone"),
        ({"starts_time": time(9), "planned_starts_on": None}, "planned_starts_on"),
        ({"ends_time": time(9)}, "starts_time"),
        ({"starts_time": time(17), "ends_time": time(9)}, "ends_time"),
        ({"starts_time": time(9), "ends_time": time(9)}, "ends_time"),
        (
            {
                "planned_starts_on": date(2026, 3, 29),
                "starts_time": time(2, 30),
                "zone": "Europe/Berlin",
            },
            "starts_time",
        ),
        ({"prevailing_language": "mn"}, "prevailing_language"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field_and_nothing_is_kept(
    change: Change, unchanged: Unchanged, wrong: dict[str, object], field: str
) -> None:
    with unchanged(), pytest.raises(InvalidValue) as caught:
        change(**wrong)
    assert [name for name, _ in caught.value.problems] == [field]


def test_several_mistakes_are_told_together(change: Change) -> None:
    with pytest.raises(InvalidValue) as caught:
        change(titles={}, zone="Mars/Olympus", planned_ends_on=date(2020, 1, 1))
    assert [name for name, _ in caught.value.problems] == ["titles", "planned_ends_on", "zone"]


def test_an_end_after_midnight_needs_a_last_day(
    workspace: Workspace, key: object, change: Change
) -> None:
    change(starts_time=time(22), ends_time=time(1), planned_ends_on=date(2026, 5, 13))
    assert stored(workspace, key).ends_at == datetime(2026, 5, 12, 17, 0, tzinfo=UTC)


def test_a_number_that_is_taken_is_told_beside_the_number(
    change: Change, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken) as caught:
        change(ordinal=1)
    assert caught.value.field == "ordinal"


def test_a_change_by_another_since_it_was_read_is_not_overwritten(
    workspace: Workspace, key: object, change: Change
) -> None:
    sheet, version = meetings.show_sheet(workspace, meeting_id=key)  # type: ignore[arg-type]
    change(note="By somebody else")
    with pytest.raises(Conflict):
        meetings.change(workspace, meeting_id=key, sheet=sheet, version=version)  # type: ignore[arg-type]
    assert stored(workspace, key).note == "By somebody else"


def test_only_a_real_change_raises_the_number_that_calendars_go_by(
    workspace: Workspace, key: object, change: Change
) -> None:
    change(code="JWG-2")
    assert stored(workspace, key).ical_sequence == 0
    change(places={"en": "Darkhan"})
    assert stored(workspace, key).ical_sequence == 1
