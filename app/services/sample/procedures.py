"""Enters the illustrative written procedures by which the illustrative decisions were sought."""

from datetime import datetime, time
from uuid import UUID

from app.domain.source import Statement
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.services import sources, written_procedures
from app.services.sample.files import Row
from app.services.sample.keys import Keys
from app.store.workspace import Workspace

_TO_THE_END = (ProcedureStatus.ADOPTED, ProcedureStatus.ANNOUNCED)


def enter_procedure(workspace: Workspace, keys: Keys, row: Row) -> None:
    """Take the procedure of an adopted decision from its circulation to its announcement."""
    told = row["procedure"]
    decision_id = keys.get("decisions", row["key"])
    draft = WrittenProcedure(
        decision_id=decision_id,
        texts=row["text"],
        clock_days=told["days"],
        clock_counts=told["counts"],
        clock_starts=told["starts"],
        hour=time.fromisoformat(told["hour"]),
        zone=told["zone"],
        affirmation_required=told["affirmation_required"],
    )
    procedure_id = keys.add("procedures", row["key"], written_procedures.prepare(workspace, draft))
    circulated_at = datetime.fromisoformat(told["circulated_at"])
    written_procedures.circulate(workspace, procedure_id=procedure_id, at=circulated_at)
    _cite_rule(workspace, keys, procedure_id, told)
    found = written_procedures.find_for_decision(workspace, decision_id=decision_id)
    if found is None or found.deadline_at is None:
        return
    affirmed_at = datetime.fromisoformat(told["affirmed_at"])
    for side in found.sides:
        written_procedures.affirm(
            workspace, procedure_id=procedure_id, party_id=side.party.id, at=affirmed_at
        )
    written_procedures.conclude(workspace, procedure_id=procedure_id, at=found.deadline_at)
    for status in _TO_THE_END:
        written_procedures.change_status(workspace, procedure_id=procedure_id, status=status)


def _cite_rule(workspace: Workspace, keys: Keys, procedure_id: UUID, told: Row) -> None:
    """Record the rule that fixes the period, where one was in force."""
    rule = told.get("rule")
    if rule is None:
        return
    sources.state(
        workspace,
        Statement(
            source_id=keys.get("sources", "sample"),
            entity=keys.kind("procedures"),
            pk=str(procedure_id),
            field="clock_days",
            quote=rule["quote"],
            note=rule["place"],
        ),
    )
