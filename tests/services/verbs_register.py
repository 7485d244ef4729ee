"""The verbs of the register and of deciding in writing, for the table of all verbs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.domain.decision import DecisionKind, DecisionRelationKind
from app.domain.rules import Provision, ProvisionLink
from app.services import written_procedures
from app.services.register import (
    contradictions,
    entering,
    numbers,
    recording,
    relations,
    silence,
    silence_rules,
    standing,
)
from app.services.register.entering import DecisionEntry
from app.services.register.silence_rules import SilenceRule
from tests.builders import key_of

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage

ENTRY = DecisionEntry(kind=DecisionKind.APPROVAL, titles={"en": "Form"})
AMENDS = DecisionRelationKind.AMENDS
DAY = date(2026, 6, 1)


def _related(s: Stage) -> UUID:
    told = {"decision_id": s.draft_decision, "other_id": s.decision, "relation": AMENDS}
    return key_of(relations.relate(s.workspace, **told))


def _number(s: Stage) -> UUID:
    told = {"body_id": s.world.body, "symbol": "D7", "reason": "Later."}
    return key_of(numbers.reserve(s.workspace, **told))


def _article(s: Stage) -> int:
    with s.workspace.read() as reader:
        found = reader.first(Provision, document_id=s.document)
    assert found is not None
    assert found.id is not None
    return found.id


def _link(s: Stage) -> int:
    told = {"decision_id": s.draft_decision, "provision_id": _article(s)}
    contradictions.add_rule(s.workspace, **told)
    with s.workspace.read() as reader:
        found = reader.first(ProvisionLink, decision_id=s.draft_decision)
    assert found is not None
    assert found.id is not None
    return found.id


def _now(s: Stage) -> Any:
    return s.workspace.clock.now()


def _words(s: Stage) -> dict[str, Any]:
    return {"at": _now(s), "words": {"en": "A word."}}


def _draft() -> silence.SilenceDraft:
    return silence.SilenceDraft(
        kind=DecisionKind.APPROVAL,
        titles={"en": "Form"},
        texts={"en": "It is approved."},
        rule=SilenceRule(zone="Asia/Seoul"),
    )


def _running(s: Stage) -> UUID:
    """A procedure whose decision is still a draft."""
    key = key_of(silence.open_procedure(s.workspace, body_id=s.world.body, draft=_draft()))
    written_procedures.circulate(s.workspace, procedure_id=key, at=_now(s))
    return key


def _objected(s: Stage) -> UUID:
    written_procedures.object_to(
        s.workspace,
        procedure_id=s.running_procedure,
        party_id=s.world.korea,
        at=_now(s),
        objections={"en": "No."},
    )
    return s.running_procedure


def _concluded(s: Stage, key: UUID | None = None) -> UUID:
    wanted, at = key or _running(s), _now(s) + timedelta(days=60)
    written_procedures.conclude(s.workspace, procedure_id=wanted, at=at)
    return wanted


def _adopted(s: Stage, key: UUID | None = None) -> UUID:
    wanted = _concluded(s, key)
    silence.adopt(s.workspace, procedure_id=wanted, symbol="S-1", at=_now(s))
    return wanted


def _announced(s: Stage) -> UUID:
    """The running procedure: its decision was adopted before, and that cannot be undone."""
    key = _adopted(s, s.running_procedure)
    silence.announce(s.workspace, procedure_id=key, at=_now(s), on=date(2030, 1, 1))
    return key


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (entering, "enter"): (
        lambda s, key: entering.enter(s.workspace, body_id=key or s.world.body, entry=ENTRY),
        {"decision", "decision_text"},
    ),
    (entering, "change"): (
        lambda s, key: entering.change(
            s.workspace, decision_id=key or s.draft_decision, entry=ENTRY
        ),
        {"decision", "decision_text"},
    ),
    (entering, "adopt"): (
        lambda s, key: entering.adopt(
            s.workspace, decision_id=key or s.draft_decision, symbol="S-9", taken_on=DAY
        ),
        {"decision"},
    ),
    (entering, "stand_aside"): (
        lambda s, key: entering.stand_aside(
            s.workspace,
            decision_id=key or s.decision,
            party_id=s.world.korea,
            position=entering.Position.RESERVATION,
            statements={"en": "Later."},
        ),
        {"decision_position"},
    ),
    (numbers, "reserve"): (
        lambda s, key: numbers.reserve(
            s.workspace, body_id=key or s.world.body, symbol="D8", reason="Later."
        ),
        {"decision_number"},
    ),
    (numbers, "void"): (
        lambda s, key: numbers.void(
            s.workspace, body_id=key or s.world.body, symbol="D8", reason="Twice."
        ),
        {"decision_number"},
    ),
    (numbers, "release"): (
        lambda s, key: numbers.release(s.workspace, number_id=key or _number(s)),
        {"decision_number"},
    ),
    (relations, "relate"): (
        lambda s, key: relations.relate(
            s.workspace, decision_id=s.draft_decision, other_id=key or s.decision, relation=AMENDS
        ),
        {"decision_relation"},
    ),
    (relations, "unrelate"): (
        lambda s, key: relations.unrelate(s.workspace, relation_id=key or _related(s)),
        {"decision_relation"},
    ),
    (standing, "publish"): (
        lambda s, key: standing.publish(s.workspace, decision_id=key or s.decision, on=DAY),
        {"decision"},
    ),
    (standing, "confirm"): (
        lambda s, key: standing.confirm(s.workspace, decision_id=key or s.decision, on=DAY),
        {"decision"},
    ),
    (standing, "mark_done"): (
        lambda s, key: standing.mark_done(s.workspace, decision_id=key or s.decision, on=DAY),
        {"decision"},
    ),
    (standing, "lapse"): (
        lambda s, key: standing.lapse(s.workspace, decision_id=key or s.decision, note="Over."),
        {"decision"},
    ),
    (standing, "withdraw"): (
        lambda s, key: standing.withdraw(
            s.workspace, decision_id=key or s.draft_decision, note="No need."
        ),
        {"decision"},
    ),
    (contradictions, "add_rule"): (
        lambda s, key: contradictions.add_rule(
            s.workspace, decision_id=key or s.draft_decision, provision_id=1 if key else _article(s)
        ),
        {"provision_link"},
    ),
    (contradictions, "remove_rule"): (
        lambda s, key: contradictions.remove_rule(s.workspace, link_id=99_999 if key else _link(s)),
        {"provision_link"},
    ),
    (silence_rules, "set_rule"): (
        lambda s, key: silence_rules.set_rule(
            s.workspace, body_id=key or s.world.body, rule=SilenceRule(days=9)
        ),
        {"body"},
    ),
    (silence, "open_procedure"): (
        lambda s, key: silence.open_procedure(
            s.workspace,
            body_id=key or s.world.body,
            draft=_draft(),
        ),
        {"decision", "decision_text", "written_procedure"},
    ),
    (silence, "comment"): (
        lambda s, key: silence.comment(
            s.workspace,
            procedure_id=key or s.running_procedure,
            party_id=s.world.korea,
            **_words(s),
        ),
        {"written_procedure_event"},
    ),
    (silence, "extend"): (
        lambda s, key: silence.extend(
            s.workspace,
            procedure_id=key or s.running_procedure,
            until=_now(s) + timedelta(days=90),
            **_words(s),
        ),
        {"written_procedure", "written_procedure_event"},
    ),
    (silence, "consult"): (
        lambda s, key: silence.consult(s.workspace, procedure_id=key or _objected(s), at=_now(s)),
        {"written_procedure", "written_procedure_event"},
    ),
    (silence, "settle"): (
        lambda s, key: silence.settle(
            s.workspace, procedure_id=key or _objected(s), party_id=s.world.korea, **_words(s)
        ),
        {"written_procedure", "written_procedure_side", "written_procedure_event"},
    ),
    (silence, "withdraw"): (
        lambda s, key: silence.withdraw(
            s.workspace, procedure_id=key or _running(s), at=_now(s), why="No."
        ),
        {"decision", "written_procedure", "written_procedure_event"},
    ),
    (silence, "refer"): (
        lambda s, key: silence.refer(
            s.workspace,
            procedure_id=key or _objected(s),
            meeting_id=s.world.meeting,
            at=_now(s),
        ),
        {"agenda_item", "decision", "written_procedure", "written_procedure_event"},
    ),
    (silence, "adopt"): (
        lambda s, key: silence.adopt(
            s.workspace, procedure_id=key or _concluded(s), symbol="S-1", at=_now(s)
        ),
        {"decision", "written_procedure", "written_procedure_event"},
    ),
    (silence, "announce"): (
        lambda s, key: silence.announce(
            s.workspace, procedure_id=key or _adopted(s), at=_now(s), on=date(2030, 1, 1)
        ),
        {"decision", "written_procedure", "written_procedure_event"},
    ),
    (recording, "record"): (
        lambda s, key: recording.record(
            s.workspace, procedure_id=key or _announced(s), meeting_id=s.world.meeting, at=_now(s)
        ),
        {"minutes_paragraph", "written_procedure", "written_procedure_event"},
    ),
}
