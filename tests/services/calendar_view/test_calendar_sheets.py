from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from app.domain.body import Body, HostRotation
from app.domain.holiday import Holiday
from app.domain.instrument import InstrumentStatus
from app.domain.meeting import MeetingStatus
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.services import actions, meetings, preparation
from app.services.calendar_view import files, sheets
from app.services.calendar_view.sheets import DeadlineKind
from tests.builders import a_decision, a_meeting, an_action, an_instrument, key_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def filled(workspace, world):
    planned = a_meeting(
        world.body,
        ordinal=2,
        code="JWG-2",
        titles={"en": "Second meeting"},
        planned_starts_on=date(2026, 5, 12),
        planned_ends_on=date(2026, 5, 13),
        status=MeetingStatus.DATES_AGREED,
    )
    second = key_of(meetings.plan(workspace, planned))
    preparation.add_task(
        workspace,
        meeting_id=second,
        draft=preparation.TaskDraft(
            titles={"en": "Agenda sent"}, due_on=date(2026, 4, 12), party_id=world.korea
        ),
    )
    actions.assign(
        workspace,
        an_action(world.body, code="A1", due_on=date(2026, 2, 1), party_id=world.mongolia),
    )
    with workspace.write("Prepare") as work:
        work.get(Body, world.body).host_rotation = HostRotation.ALTERNATING
        decision = work.add(a_decision(world.body))
        work.add(
            WrittenProcedure(
                decision_id=decision.id,
                clock_days=10,
                status=ProcedureStatus.CIRCULATED,
                zone="Asia/Seoul",
                # Midnight in Seoul: silence counts at the end of 19 March.
                deadline_at=datetime(2026, 3, 19, 15, 0, tzinfo=UTC),
            )
        )
        work.add(Holiday(party_id=world.korea, on=date(2026, 3, 1), names={"en": "March First"}))
        work.commit()
    return workspace


def read(workspace, world):
    return sheets.read(workspace, body_id=world.body, first=FIRST, last=LAST)


def test_deadlines_of_every_rule_stand_in_one_list_by_day(filled, world):
    sheet = read(filled, world)
    assert [(each.day, each.kind, each.about, each.is_late) for each in sheet.deadlines] == [
        (date(2026, 2, 1), DeadlineKind.ACTION, "A1", True),
        (date(2026, 3, 19), DeadlineKind.OBJECTION, "Draft A", False),
        (date(2026, 4, 12), DeadlineKind.PREPARATION, "JWG-2", False),
    ]
    assert [(each.day, each.party.code, each.name) for each in sheet.days_off] == [
        (date(2026, 3, 1), "KR", "March First")
    ]


def test_the_term_of_the_instrument_stands_there_with_its_tacit_extensions(filled, world):
    with filled.write("Rest on an agreement") as work:
        agreement = work.add(
            an_instrument(
                status=InstrumentStatus.IN_FORCE,
                in_force_to="2024-06-30",
                extends_by_months=24,
                notice_months=3,
            )
        )
        work.get(Body, world.body).instrument_id = agreement.id
        work.commit()
    sheet = read(filled, world)
    assert [(each.day, each.kind) for each in sheet.deadlines if each.about == "FA"] == [
        (date(2026, 3, 31), DeadlineKind.NOTICE),
        (date(2026, 6, 30), DeadlineKind.INSTRUMENT_END),
    ]


def test_it_is_said_whose_turn_it_is_and_how_far_the_next_meeting_is(filled, world):
    turn = read(filled, world).turn
    assert turn.meeting is not None
    assert turn.meeting.code == "JWG-2"
    assert (turn.done, turn.total) == (0, 1)
    assert [step.title for step in turn.steps] == ["Agenda sent"]
    assert turn.host is not None


def test_what_is_shown_is_saved_for_other_calendars(filled, world, tmp_path):
    path = files.save(
        filled,
        body_id=world.body,
        first=date(2026, 3, 1),
        last=date(2026, 5, 31),
        path=tmp_path / "calendar.ics",
    )
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {
        "JWG-2 · Second meeting",
        "Draft A",
        "JWG-2: Agenda sent",
    }
    with pytest.raises(files.NothingShown):
        files.save(
            filled,
            body_id=world.body,
            first=date(2030, 1, 1),
            last=date(2030, 1, 31),
            path=tmp_path / "none.ics",
        )
