"""Enters the approved decisions, action items, delegates and rules of one meeting or paper."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from app.domain.decision import Decision, DecisionKind, DecisionStatus
from app.domain.delegation import Attendance, Delegate, DelegateRole
from app.domain.errors import Misfortune
from app.domain.person import Person
from app.domain.rules import RuleDocument
from app.services import actions, rule_imports
from app.services.alike_persons import index_of
from app.services.past.papers import PastPaper, content_of
from app.services.past.proposals import Proposal
from app.services.register import entering
from app.services.seating import Seating
from app.store.change_set import ChangeSet
from app.store.queries import persons as persons_queries
from app.store.queries.participants import names_of_organisations
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.past.body_terms import fold

_SURE = 0.9


class RulesNotRead(Misfortune):
    """Rules were to be taken over of a file that was not read as rules."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” was not read as a text of rules.",
            "Bring it in by itself: Body, Bring in a text of rules.",
        )


def enter_decision(
    workspace: Workspace,
    work: UnitOfWork,
    proposal: Proposal,
    *,
    body_id: UUID,
    meeting_id: UUID | None,
) -> UUID:
    """Enter a decision as it is printed: adopted with number and day, else as a draft."""
    values = proposal.values
    language = values["language"]
    symbol, day = str(values.get("symbol") or "").strip(), values.get("taken_on")
    is_adopted = proposal.becomes_sealed
    entry = entering.DecisionEntry(
        kind=DecisionKind.OTHER if symbol else DecisionKind.CONCLUSION,
        titles={language: str(values["title"]).strip()},
        texts={language: str(values.get("text") or "").strip()},
        meeting_id=meeting_id,
        symbol=symbol if is_adopted else "",
        taken_on=day if is_adopted else None,
    )
    decision_id = _key(entering.enter(workspace, body_id=body_id, entry=entry))
    decision = work.get(Decision, decision_id)
    if symbol and decision.status is DecisionStatus.DRAFT:
        decision.temporary_symbol = symbol
    return decision_id


def enter_action(
    workspace: Workspace, proposal: Proposal, *, body_id: UUID, meeting_id: UUID
) -> UUID:
    """Enter an action item under the next code of the body."""
    values = proposal.values
    filled: dict[str, Any] = {
        "texts": {values["language"]: str(values["words"]).strip()},
        "party_id": values.get("party_id"),
        "due_on": values.get("due_on"),
        "origin_meeting_id": meeting_id,
    }
    return _key(actions.enter(workspace, body_id=body_id, values=filled))


def take_over_rules(
    workspace: Workspace,
    work: UnitOfWork,
    proposal: Proposal,
    paper: PastPaper,
    *,
    body_id: UUID,
) -> UUID:
    """Take a text of rules over: adopted where both its days are known, else as a draft."""
    if paper.rules is None:
        raise RulesNotRead(paper.name)
    values = proposal.values
    is_adopted = proposal.becomes_sealed
    taking = rule_imports.Taking(
        source=replace(paper.rules.source, content=content_of(paper)),
        rows=paper.rules.rows,
        language=paper.rules.language,
        document_id=values.get("document_id") or _document(work, values, body_id),
        body_id=body_id,
        code=str(values.get("code") or ""),
        title=str(values.get("title") or ""),
        label=str(values.get("label") or ""),
        is_adopted=is_adopted,
        adopted_on=values.get("adopted_on") if is_adopted else None,
        in_force_from=values.get("in_force_from") if is_adopted else None,
    )
    return _key(rule_imports.take_over(workspace, taking))


class Arrivals:
    """Seats the approved delegates of one meeting, one after another."""

    def __init__(self, work: UnitOfWork, meeting_id: UUID, *, is_held: bool) -> None:
        self._work = work
        self._seating = Seating(work, meeting_id)
        self._organisations = names_of_organisations(work)
        known = persons_queries.list_known(work)
        self._index = index_of(known)
        self._attendance = Attendance.ATTENDED if is_held else Attendance.NOMINATED
        self._headed: set[UUID] = set()

    def seat(self, proposal: Proposal) -> UUID:
        """Seat one delegate; a known person of that very name is taken for the same."""
        values = proposal.values
        language, name = values["language"], str(values["name"]).strip()
        delegation_id = self._seating.delegation_of(values["party_id"])
        office = str(values.get("office") or "").strip()
        seat = Delegate(
            delegation_id=delegation_id,
            person_id=self._person(name, language),
            organisation_id=self._organisations.get(office.casefold()) if office else None,
            role=self._role(delegation_id, is_head=bool(values.get("is_head"))),
            ordinal=1,
            printed_names={language: name},
            printed_posts=_in(language, values.get("post")),
            printed_organisations=_in(language, office),
            attendance=self._attendance,
        )
        self._seating.give(seat)
        self._work.flush()
        return seat.id

    def finish(self) -> None:
        """Put the heads first."""
        self._seating.put_heads_first()

    def _person(self, name: str, language: str) -> UUID:
        found = self._index.find(names=(name,))
        is_sure = bool(found) and found[0].likeness.score >= _SURE
        is_alone = len(found) < 2 or found[1].likeness.score < found[0].likeness.score
        if is_sure and is_alone:
            return found[0].key
        person = self._work.add(
            Person(printed_name=name, names={language: name}, sort_key=name.casefold())
        )
        self._work.flush()
        return person.id

    def _role(self, delegation_id: UUID, *, is_head: bool) -> DelegateRole:
        has_head = delegation_id in self._headed or self._work.first(
            Delegate, delegation_id=delegation_id, role=DelegateRole.HEAD
        )
        if not is_head or has_head:
            return DelegateRole.DELEGATE
        self._headed.add(delegation_id)
        return DelegateRole.HEAD


def _in(language: str, words: Any) -> dict[str, str]:
    told = str(words or "").strip()
    return {language: told} if told else {}


def _key(change: ChangeSet) -> UUID:
    if not isinstance(change.subject, UUID):
        raise TypeError(change.subject)
    return change.subject


def _document(work: UnitOfWork, values: Mapping[str, Any], body_id: UUID) -> UUID | None:
    """Return the rules of that title or short name: an earlier version may just have come in."""
    title, code = fold(str(values.get("title") or "")), str(values.get("code") or "").strip()
    for document in work.find(RuleDocument, body_id=body_id):
        if document.code == code or title in {fold(each) for each in document.titles.values()}:
            return document.id
    return None
