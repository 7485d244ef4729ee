"""Verbs that take an adopted decision on: published, confirmed, done, lapsed, withdrawn."""

from datetime import date
from uuid import UUID

from app.domain.decision import (
    ADOPTED_DECISIONS,
    DECISION_LIFE,
    Decision,
    DecisionStatus,
)
from app.domain.errors import RuleBroken
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["confirm", "lapse", "mark_done", "publish", "withdraw"]


class NotAdoptedYet(RuleBroken):
    """A draft was to be published, confirmed or done."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"Decision {symbol or 'without a number'} is not adopted yet.",
            "Adopt it under its number first.",
        )


class BeforeItWasTaken(RuleBroken):
    """A decision was to be published or done before the day on which it was taken."""

    def __init__(self, taken_on: date) -> None:
        super().__init__(
            f"The decision was taken on {taken_on:%Y-%m-%d}; this day is before that.",
            "Correct the day.",
            field="on",
        )


def publish(workspace: Workspace, *, decision_id: UUID, on: date) -> ChangeSet:
    """Record the day on which a decision was published.

    Raises:
        NotAdoptedYet, BeforeItWasTaken: if it cannot have been.
    """
    with workspace.write("Publish decision") as work:
        _adopted(work, decision_id, on).published_on = on
        return work.commit(subject=decision_id)


def confirm(workspace: Workspace, *, decision_id: UUID, on: date) -> ChangeSet:
    """Record the day on which a decision taken ad referendum was confirmed.

    Raises:
        NotAdoptedYet, BeforeItWasTaken: if it cannot have been.
    """
    with workspace.write("Confirm decision") as work:
        _adopted(work, decision_id, on).confirmed_on = on
        return work.commit(subject=decision_id)


def mark_done(workspace: Workspace, *, decision_id: UUID, on: date, note: str = "") -> ChangeSet:
    """Record that what was decided has been carried out.

    Raises:
        NotAdoptedYet, BeforeItWasTaken: if it cannot have been.
    """
    with workspace.write("Mark decision as done") as work:
        decision = _adopted(work, decision_id, on)
        decision.done_on, decision.status_note = on, note.strip()
        return work.commit(subject=decision_id)


def lapse(workspace: Workspace, *, decision_id: UUID, note: str) -> ChangeSet:
    """Record that a decision has lapsed, and why.

    Raises:
        UnlawfulTransition: if it is not in force.
    """
    return _end(workspace, decision_id, DecisionStatus.LAPSED, note, "Let decision lapse")


def withdraw(workspace: Workspace, *, decision_id: UUID, note: str) -> ChangeSet:
    """Withdraw a draft, and say why.

    Raises:
        UnlawfulTransition: if it is adopted.
    """
    return _end(workspace, decision_id, DecisionStatus.WITHDRAWN, note, "Withdraw draft decision")


def _end(
    workspace: Workspace, decision_id: UUID, status: DecisionStatus, note: str, name: str
) -> ChangeSet:
    with workspace.write(name) as work:
        decision = work.get(Decision, decision_id)
        DECISION_LIFE.require(decision.status, status)
        if not note.strip():
            raise RuleBroken("Nobody could tell later why.", "Say why.", field="note")
        decision.status, decision.status_note = status, note.strip()
        return work.commit(subject=decision_id)


def _adopted(work: UnitOfWork, decision_id: UUID, on: date) -> Decision:
    decision = work.get(Decision, decision_id)
    if decision.status not in ADOPTED_DECISIONS:
        raise NotAdoptedYet(decision.symbol or decision.temporary_symbol)
    if decision.taken_on is not None and on < decision.taken_on:
        raise BeforeItWasTaken(decision.taken_on)
    return decision
