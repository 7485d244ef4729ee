"""Verbs that say what one decision does to another, and what follows from it for the other one."""

from uuid import UUID

from app.domain.decision import (
    ADOPTED_DECISIONS,
    DECISION_LIFE,
    Decision,
    DecisionRelation,
    DecisionRelationKind,
    DecisionStatus,
)
from app.domain.errors import RuleBroken, Sealed
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["DecisionRelationKind", "RelationLoop", "RelationToItself", "relate", "unrelate"]

_FOLLOWS = {
    DecisionRelationKind.AMENDS: DecisionStatus.AMENDED,
    DecisionRelationKind.SUPERSEDES: DecisionStatus.SUPERSEDED,
}


class RelationToItself(RuleBroken):
    """A decision was to amend or supersede itself."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"Decision {symbol} cannot amend, supersede or confirm itself.",
            "Choose the other decision that it concerns.",
            field="other_id",
        )


class RelationLoop(RuleBroken):
    """Decisions would amend or supersede one another in a circle."""

    def __init__(self, chain: tuple[str, ...]) -> None:
        super().__init__(
            f"That would go round in a circle: {' → '.join(chain)}.",
            "A later decision acts on an earlier one; turn the relation round.",
            field="other_id",
        )
        self.chain = chain


def relate(
    workspace: Workspace, *, decision_id: UUID, other_id: UUID, relation: DecisionRelationKind
) -> ChangeSet:
    """Say what one decision does to another; once it is adopted the other one stands so.

    Raises:
        RelationToItself: if both are the same.
        RelationLoop: if the other acts on this one already, directly or through others.
        UnlawfulTransition: if the other one cannot be amended or superseded any more.
    """
    with workspace.write("Relate decisions") as work:
        decision = work.get(Decision, decision_id)
        other = work.get(Decision, other_id)
        require_no_loop(work, decision, other)
        made = DecisionRelation(
            decision_id=decision_id, other_id=other_id, relation=DecisionRelationKind(relation)
        )
        work.add(made)
        work.flush()
        if decision.status in ADOPTED_DECISIONS:
            _take_effect(work, decision, made)
        return work.commit(subject=made.id)


def unrelate(workspace: Workspace, *, relation_id: UUID) -> ChangeSet:
    """Take a relation of a draft away.

    Raises:
        Sealed: if the decision that it comes from is adopted.
    """
    with workspace.write("Remove relation of decisions") as work:
        relation = work.get(DecisionRelation, relation_id)
        decision = work.get(Decision, relation.decision_id)
        if decision.status in ADOPTED_DECISIONS:
            raise Sealed(
                f"What decision {decision.symbol} does to another one",
                "Undo it if it was entered just now; a further decision can change it.",
            )
        work.delete(relation)
        return work.commit(subject=relation_id)


def take_effect(work: UnitOfWork, decision: Decision) -> None:
    """Have what an adopted decision does to others hold, within ``work``."""
    for relation in work.find(DecisionRelation, decision_id=decision.id):
        _take_effect(work, decision, relation)


def require_no_loop(reader: Reader, decision: Decision, other: Decision) -> None:
    """Refuse a relation of a decision to itself, or to one that acts on it.

    Raises:
        RelationToItself: if both are the same.
        RelationLoop: naming the decisions in the circle.
    """
    if decision.id == other.id:
        raise RelationToItself(name_of(decision))
    chain = _way(reader, other.id, decision.id)
    if chain:
        named = (name_of(reader.get(Decision, each)) for each in (decision.id, *chain))
        raise RelationLoop(tuple(named))


def name_of(decision: Decision) -> str:
    """Return the number of a decision, or its temporary one."""
    return decision.symbol or decision.temporary_symbol or "without a number"


def _take_effect(work: UnitOfWork, decision: Decision, relation: DecisionRelation) -> None:
    other = work.get(Decision, relation.other_id)
    if relation.relation is DecisionRelationKind.CONFIRMS:
        other.confirmed_on = other.confirmed_on or decision.taken_on
    status = _FOLLOWS.get(relation.relation)
    if status is not None and other.status is not status:
        DECISION_LIFE.require(other.status, status)
        other.status = status


def _way(reader: Reader, start: UUID, goal: UUID) -> tuple[UUID, ...]:
    """Return the decisions by which ``start`` acts on ``goal``; none if it does not."""
    came_from: dict[UUID, UUID | None] = {start: None}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return _walked(came_from, goal)
        for relation in reader.find(DecisionRelation, decision_id=here):
            if relation.other_id not in came_from:
                came_from[relation.other_id] = here
                waiting.append(relation.other_id)
    return ()


def _walked(came_from: dict[UUID, UUID | None], goal: UUID) -> tuple[UUID, ...]:
    walked: list[UUID] = []
    here: UUID | None = goal
    while here is not None:
        walked.append(here)
        here = came_from[here]
    return tuple(reversed(walked))
