from datetime import date

import pytest

from app.domain.errors import InvalidValue
from app.services import holidays
from app.store.workspace import Workspace
from tests.builders import World
from tests.services.conftest import Unchanged

LINES = """2026-10-03 National Foundation Day
2026-02-16 – 2026-02-18 Seollal
"""


def test_holidays_are_pasted_and_shown_in_their_order(workspace: Workspace, world: World) -> None:
    holidays.save_calendar(workspace, party_id=world.korea, weekend=(7, 6), lines=LINES)
    (shown,) = holidays.list_calendars(workspace, party_ids=(world.korea,))
    assert (shown.code, shown.weekend) == ("KR", (6, 7))
    assert shown.lines.splitlines() == [
        "2026-02-16 Seollal",
        "2026-02-17 Seollal",
        "2026-02-18 Seollal",
        "2026-10-03 National Foundation Day",
    ]


def test_saving_what_is_shown_changes_nothing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    holidays.save_calendar(workspace, party_id=world.korea, weekend=(6, 7), lines=LINES)
    (shown,) = holidays.list_calendars(workspace, party_ids=(world.korea,))
    change = holidays.save_calendar(
        workspace, party_id=world.korea, weekend=shown.weekend, lines=shown.lines
    )
    assert change.kinds == frozenset()


def test_a_line_that_is_taken_out_takes_its_holiday_with_it(
    workspace: Workspace, world: World
) -> None:
    holidays.save_calendar(workspace, party_id=world.korea, weekend=(6, 7), lines=LINES)
    holidays.save_calendar(
        workspace, party_id=world.korea, weekend=(5,), lines="2026-10-03 Foundation Day"
    )
    (shown,) = holidays.list_calendars(workspace, party_ids=(world.korea,))
    assert shown.weekend == (5,)
    assert [(row.on, row.name) for row in shown.holidays] == [(date(2026, 10, 3), "Foundation Day")]


def test_lines_that_name_no_day_are_told_by_their_numbers_and_nothing_is_kept(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    lines = "2026-10-03 Good\nChristmas\n\n=cmd|' /C calc'!A0"
    with unchanged(), pytest.raises(InvalidValue) as caught:
        holidays.save_calendar(workspace, party_id=world.korea, weekend=(6, 7), lines=lines)
    ((field, sentence),) = caught.value.problems
    assert field == "lines_0"
    assert "2 (“Christmas”)" in sentence
    assert "4 (" in sentence


def test_a_week_without_a_working_day_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(InvalidValue) as caught:
        holidays.save_calendar(
            workspace, party_id=world.korea, weekend=(1, 2, 3, 4, 5, 6, 7), lines=""
        )
    assert caught.value.problems[0][0] == "weekend_0"


def test_one_day_twice_is_one_holiday(workspace: Workspace, world: World) -> None:
    lines = "2026-10-03 One\n2026-10-03 Other"
    holidays.save_calendar(workspace, party_id=world.korea, weekend=(6, 7), lines=lines)
    (shown,) = holidays.list_calendars(workspace, party_ids=(world.korea,))
    assert [row.name for row in shown.holidays] == ["Other"]
