from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.decision import DecisionText
from app.domain.errors import RuleBroken, UnlawfulTransition
from app.domain.written_procedure import ClockStart, DayKind, ProcedureStatus, WrittenProcedure
from app.services import decisions, parties, written_procedures
from app.services.meetings import UnknownZone
from app.services.register.clocks import NotYetCirculated
from app.services.written_procedures import (
    AffirmationMissing,
    DecisionNotAdopted,
    PeriodRunning,
    ProcedureRow,
)
from app.store.workspace import Workspace
from tests.builders import World, a_decision, a_party, key_of, take_decision
from tests.services.conftest import Unchanged

MONDAY = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
END = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)


def prepare(workspace: Workspace, world: World, **fields: Any) -> UUID:
    """Draft a decision and prepare its procedure; return the key of the procedure."""
    decision_id = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    decisions.word(
        workspace,
        DecisionText(decision_id=decision_id, language="en", title="T", text="It is decided."),
    )
    given: dict[str, Any] = {
        "clock_days": 10,
        "clock_counts": DayKind.WORKING,
        "hour": time(18),
        "zone": "Asia/Seoul",
    }
    draft = WrittenProcedure(decision_id=decision_id, **(given | fields))
    return key_of(written_procedures.prepare(workspace, draft))


def circulate(workspace: Workspace, world: World, **fields: Any) -> UUID:
    key = prepare(workspace, world, **fields)
    written_procedures.circulate(workspace, procedure_id=key, at=MONDAY)
    return key


def shown(workspace: Workspace, key: UUID) -> ProcedureRow:
    with workspace.read() as reader:
        decision_id = reader.get(WrittenProcedure, key).decision_id
    row = written_procedures.find_for_decision(workspace, decision_id=decision_id)
    assert row is not None
    return row


def test_a_procedure_is_sent_to_every_side_and_its_clock_starts(
    workspace: Workspace, world: World
) -> None:
    row = shown(workspace, circulate(workspace, world))
    assert (row.status, row.circulated_at, row.deadline_at) == ("circulated", MONDAY, END)
    assert [side.party.code for side in row.sides] == ["KR", "MN"]
    assert {side.dispatched_at for side in row.sides} == {MONDAY}


def test_where_receipt_starts_the_clock_the_last_receipt_counts(
    workspace: Workspace, world: World
) -> None:
    key = circulate(workspace, world, clock_starts=ClockStart.RECEIPT)
    assert shown(workspace, key).deadline_at is None
    written_procedures.confirm_receipt(workspace, procedure_id=key, party_id=world.korea, at=MONDAY)
    assert shown(workspace, key).deadline_at is None
    written_procedures.confirm_receipt(
        workspace, procedure_id=key, party_id=world.mongolia, at=MONDAY + timedelta(days=1)
    )
    assert shown(workspace, key).deadline_at == END + timedelta(days=1)


def test_silence_adopts_only_when_the_period_has_ended(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = circulate(workspace, world)
    with unchanged(), pytest.raises(PeriodRunning, match="runs until 2026-03-23 09:00 UTC"):
        written_procedures.conclude(workspace, procedure_id=key, at=END - timedelta(seconds=1))
    written_procedures.conclude(workspace, procedure_id=key, at=END)
    assert shown(workspace, key).status == "no-objection"


def test_a_period_that_has_not_begun_cannot_end(workspace: Workspace, world: World) -> None:
    key = circulate(workspace, world, clock_starts=ClockStart.RECEIPT)
    with pytest.raises(PeriodRunning, match="has not begun"):
        written_procedures.conclude(workspace, procedure_id=key, at=END)


def test_where_silence_is_not_enough_every_side_affirms(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = circulate(workspace, world, affirmation_required=True)
    written_procedures.affirm(workspace, procedure_id=key, party_id=world.korea, at=MONDAY)
    with unchanged(), pytest.raises(AffirmationMissing, match="MN has not affirmed"):
        written_procedures.conclude(workspace, procedure_id=key, at=END)
    written_procedures.affirm(workspace, procedure_id=key, party_id=world.mongolia, at=MONDAY)
    written_procedures.conclude(workspace, procedure_id=key, at=END)
    assert shown(workspace, key).status == "no-objection"


def test_an_objection_within_the_period_stops_the_procedure(
    workspace: Workspace, world: World
) -> None:
    key = circulate(workspace, world)
    for party_id in (world.mongolia, world.korea):
        written_procedures.object_to(
            workspace, procedure_id=key, party_id=party_id, at=END, objections={"en": "Too far."}
        )
    row = shown(workspace, key)
    assert row.status == "objected"
    assert [side.objected_at for side in row.sides] == [END, END]
    with pytest.raises(UnlawfulTransition):
        written_procedures.conclude(workspace, procedure_id=key, at=END)


def test_an_objection_after_the_period_is_recorded_and_stops_nothing(
    workspace: Workspace, world: World
) -> None:
    key = circulate(workspace, world)
    late = END + timedelta(seconds=1)
    written_procedures.object_to(
        workspace, procedure_id=key, party_id=world.korea, at=late, objections={}
    )
    row = shown(workspace, key)
    assert (row.status, row.sides[0].objected_at) == ("circulated", late)


def test_a_side_cannot_answer_what_was_not_sent_to_it(workspace: Workspace, world: World) -> None:
    stranger = key_of(parties.register(workspace, a_party(code="JP", names={"en": "Japan"})))
    key = circulate(workspace, world)
    with pytest.raises(NotYetCirculated):
        written_procedures.affirm(workspace, procedure_id=key, party_id=stranger, at=MONDAY)
    prepared = prepare(workspace, world)
    with pytest.raises(NotYetCirculated):
        written_procedures.affirm(workspace, procedure_id=prepared, party_id=world.korea, at=MONDAY)


def test_a_procedure_counts_as_adopted_once_its_decision_is(
    workspace: Workspace, world: World
) -> None:
    key = circulate(workspace, world)
    written_procedures.conclude(workspace, procedure_id=key, at=END)
    with pytest.raises(DecisionNotAdopted):
        written_procedures.change_status(
            workspace, procedure_id=key, status=ProcedureStatus.ADOPTED
        )
    decisions.adopt(
        workspace,
        decision_id=shown(workspace, key).decision_id,
        symbol="E1/2026",
        taken_on=END.date(),
    )
    for status in (ProcedureStatus.ADOPTED, ProcedureStatus.ANNOUNCED, ProcedureStatus.RECORDED):
        written_procedures.change_status(
            workspace, procedure_id=key, status=status, result="No objection."
        )
    assert (shown(workspace, key).status, shown(workspace, key).result) == (
        "recorded",
        "No objection.",
    )


def test_a_decision_has_one_procedure(workspace: Workspace, world: World) -> None:
    row = shown(workspace, prepare(workspace, world))
    with pytest.raises(RuleBroken, match="The decision has a procedure already"):
        written_procedures.prepare(
            workspace,
            WrittenProcedure(decision_id=row.decision_id, clock_days=5, zone="Asia/Seoul"),
        )


def test_a_zone_that_does_not_exist_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    decision_id = take_decision(workspace, world.body)
    with unchanged(), pytest.raises(UnknownZone):
        written_procedures.prepare(
            workspace, WrittenProcedure(decision_id=decision_id, clock_days=5, zone="Asia/Nowhere")
        )


def test_a_decision_without_a_procedure_has_none(workspace: Workspace, world: World) -> None:
    decision_id = take_decision(workspace, world.body)
    assert written_procedures.find_for_decision(workspace, decision_id=decision_id) is None


def test_a_draft_is_circulated_once(workspace: Workspace, world: World) -> None:
    key = circulate(workspace, world)
    with pytest.raises(UnlawfulTransition):
        written_procedures.circulate(workspace, procedure_id=key, at=MONDAY)
