"""Verbs for decisions: draft one, word it, adopt it under its number, take it further."""

from datetime import date
from uuid import UUID

from app.domain.body import Body
from app.domain.decision import (
    ADOPTED_DECISIONS,
    DECISION_LIFE,
    Decision,
    DecisionStatus,
    DecisionText,
)
from app.domain.errors import Sealed
from app.domain.sealing import text_hash
from app.store.change_set import ChangeSet
from app.store.queries import decisions as queries
from app.store.queries.decisions import DecisionRow
from app.store.workspace import Workspace

__all__ = [
    "DecisionRow",
    "adopt",
    "change_status",
    "draft_decision",
    "find_by_symbol",
    "list_for_body",
    "list_for_meeting",
    "word",
]


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[DecisionRow, ...]:
    """Return the decisions of a meeting by number."""
    with workspace.read() as reader:
        return queries.list_for_meeting(reader, meeting_id=meeting_id, language=language)


def list_for_body(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[DecisionRow, ...]:
    """Return all decisions of a body, in meetings and in writing, by day and number."""
    with workspace.read() as reader:
        return queries.list_for_body(reader, body_id=body_id, language=language)


def find_by_symbol(
    workspace: Workspace, *, symbol: str, body_id: UUID | None = None
) -> UUID | None:
    """Return the key of the decision with a number, or with a temporary one, or ``None``."""
    wanted = {"body_id": body_id} if body_id else {}
    with workspace.read() as reader:
        found = reader.first(Decision, symbol=symbol, **wanted) or reader.first(
            Decision, temporary_symbol=symbol, **wanted
        )
    return found.id if found else None


def draft_decision(workspace: Workspace, draft: Decision) -> ChangeSet:
    """Enter a draft decision; it carries a temporary number until it is adopted."""
    with workspace.write("Draft decision") as work:
        work.get(Body, draft.body_id)
        decision = draft.copied()
        decision.status = DecisionStatus.DRAFT
        work.add(decision)
        return work.commit(subject=decision.id)


def word(workspace: Workspace, draft: DecisionText) -> ChangeSet:
    """Give a draft decision its title and text in one language.

    Raises:
        Sealed: if the decision is adopted.
    """
    with workspace.write("Word decision") as work:
        decision = work.get(Decision, draft.decision_id)
        if decision.status in ADOPTED_DECISIONS:
            raise Sealed(f"Decision {decision.symbol}", "A new decision can amend it.")
        text = draft.copied()
        text.sha256 = text_hash(text.text)
        work.add(text)
        return work.commit(subject=text.id)


def adopt(workspace: Workspace, *, decision_id: UUID, symbol: str, taken_on: date) -> ChangeSet:
    """Adopt a decision under its number; the temporary number stays as an alias.

    Raises:
        UnlawfulTransition: if the decision cannot be adopted from where it stands.
        RuleBroken: if the body already has a decision with this number.
    """
    with workspace.write("Adopt decision") as work:
        decision = work.get(Decision, decision_id)
        DECISION_LIFE.require(decision.status, DecisionStatus.ADOPTED)
        decision.symbol = symbol
        decision.taken_on = taken_on
        decision.status = DecisionStatus.ADOPTED
        return work.commit(subject=decision_id)


def change_status(workspace: Workspace, *, decision_id: UUID, status: DecisionStatus) -> ChangeSet:
    """Take a decision a lawful step on; adoption has a verb of its own.

    Raises:
        UnlawfulTransition: if the step does not follow from where the decision stands.
    """
    with workspace.write(f"Mark decision as {status.value}") as work:
        decision = work.get(Decision, decision_id)
        DECISION_LIFE.require(decision.status, status)
        decision.status = status
        return work.commit(subject=decision_id)
