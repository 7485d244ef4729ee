"""Verbs of a silence procedure beside its clock: opened, commented, extended, settled, ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.agenda import AgendaItem
from app.domain.body import Body
from app.domain.decision import (
    ADOPTED_DECISIONS,
    DECISION_LIFE,
    Channel,
    Decision,
    DecisionKind,
    DecisionStatus,
    DecisionText,
    Method,
)
from app.domain.errors import RuleBroken
from app.domain.meeting import Meeting
from app.domain.names import Names
from app.domain.written_procedure import (
    PROCEDURE_LIFE,
    ProcedureEventKind,
    ProcedureStatus,
    WrittenProcedure,
    WrittenProcedureSide,
)
from app.services.agenda_items import put_in
from app.services.meetings import UnknownZone
from app.services.register.clocks import note_event, side_of
from app.services.register.entering import NoTitle, take, write_words
from app.services.register.silence_rules import SilenceRule, keep_rule, require_rule
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.symbol_patterns import next_symbol

__all__ = [
    "DecisionKind",
    "SilenceDraft",
    "adopt",
    "announce",
    "comment",
    "consult",
    "extend",
    "open_procedure",
    "refer",
    "settle",
    "withdraw",
]

_DRAFTS = "Draft E{number}"
_Event, _Status = ProcedureEventKind, ProcedureStatus


class NotLater(RuleBroken):
    """A period was to be extended to a moment that is not after its end."""

    def __init__(self) -> None:
        super().__init__(
            "The new deadline must be after the present one.", "Enter a later one.", field="until"
        )


class AlreadyCirculated(RuleBroken):
    """The text or the clock of a procedure was to be changed that is with the sides."""

    def __init__(self) -> None:
        super().__init__(
            "The text was sent round already; it cannot be changed while the sides look at it.",
            "Extend the period, or give the procedure up and begin another one.",
        )


class NothingToExtend(RuleBroken):
    """A period was to be extended that has not begun or is over."""

    def __init__(self) -> None:
        super().__init__(
            "Only a period that is running can be extended.",
            "A matter whose period is over can be put on the agenda of the next meeting.",
            field="until",
        )


class NoObjectionOf(RuleBroken):
    """A side was to withdraw an objection that it has not made, or not in time."""

    def __init__(self) -> None:
        super().__init__(
            "This side has no objection that could be withdrawn.", "Choose the side that objected."
        )


class MeetingOfAnotherBody(RuleBroken):
    """A matter was to be put before a meeting of another body."""

    def __init__(self) -> None:
        super().__init__(
            "This meeting is not one of the body that decides.",
            "Choose a meeting of that body.",
            field="meeting_id",
        )


@dataclass(frozen=True)
class SilenceDraft:
    """What staff enter to seek a decision in writing.

    Attributes:
        decision_id: The draft that is sought, where there is one.
        keeps_rule: The clock is to be the rule of the body from now on.
    """

    kind: DecisionKind
    titles: Names
    texts: Names
    rule: SilenceRule = field(default_factory=SilenceRule)
    effective_on: date | None = None
    decision_id: UUID | None = None
    keeps_rule: bool = False


def open_procedure(workspace: Workspace, *, body_id: UUID, draft: SilenceDraft) -> ChangeSet:
    """Prepare a silence procedure: the draft decision with its words, and the clock.

    One of the decision that is not circulated yet is changed to this.

    Raises:
        NoTitle: if there is no title.
        RuleBroken: if the clock is none.
        AlreadyCirculated: if the decision has a procedure that has begun.
        UnknownZone: if the zone of the deadline is not known.
    """
    require_rule(draft.rule)
    if not any(title.strip() for title in draft.titles.values()):
        raise NoTitle
    if not draft.rule.zone:
        raise UnknownZone(draft.rule.zone)
    with workspace.write("Open silence procedure") as work:
        decision = _draft_decision(work, body_id, draft)
        procedure = _procedure(work, decision, draft)
        if draft.keeps_rule:
            keep_rule(work, body_id, draft.rule)
        return work.commit(subject=procedure.id)


def comment(
    workspace: Workspace,
    *,
    procedure_id: UUID,
    party_id: UUID,
    at: datetime,
    words: Mapping[str, str],
) -> ChangeSet:
    """Record a comment of a side; it does not stop the clock.

    Raises:
        NotYetCirculated: if the draft was not sent to that side.
    """
    with workspace.write("Record comment on draft decision") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        side_of(work, procedure.id, party_id)
        if not any(each.strip() for each in words.values()):
            raise RuleBroken("There are no words yet.", "Write the comment.", field="words")
        note_event(work, procedure_id, _Event.COMMENT, at, party_id=party_id, words=words)
        return work.commit(subject=procedure_id)


def extend(
    workspace: Workspace,
    *,
    procedure_id: UUID,
    at: datetime,
    until: datetime,
    words: Mapping[str, str],
) -> ChangeSet:
    """Extend the period to a later moment, and say why.

    Raises:
        NothingToExtend: if the period has not begun, or is over.
        NotLater: if the new deadline is not later.
    """
    with workspace.write("Extend period for objections") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        now_until = procedure.deadline_at
        if procedure.status is not _Status.CIRCULATED or now_until is None or at > now_until:
            raise NothingToExtend
        if until <= now_until:
            raise NotLater
        procedure.deadline_at = until
        note_event(work, procedure_id, _Event.EXTENDED, at, words=words, until=until)
        return work.commit(subject=procedure_id)


def consult(workspace: Workspace, *, procedure_id: UUID, at: datetime) -> ChangeSet:
    """Record that the sides consult on an objection.

    Raises:
        UnlawfulTransition: if nobody has objected.
    """
    return _step(workspace, procedure_id, _Status.CONSULTATION, at, "Consult on objection")


def settle(
    workspace: Workspace,
    *,
    procedure_id: UUID,
    party_id: UUID,
    at: datetime,
    words: Mapping[str, str],
) -> ChangeSet:
    """Record that a side withdraws its objection; with the last one the clock decides again.

    Raises:
        NoObjectionOf: if the side has not objected, or only after the deadline.
    """
    with workspace.write("Withdraw objection") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        side = side_of(work, procedure_id, party_id)
        if not is_open(side, procedure) or procedure.status not in _DISPUTED:
            raise NoObjectionOf
        side.settled_at = at
        work.flush()
        sides = work.find(WrittenProcedureSide, procedure_id=procedure_id)
        if procedure.status is _Status.OBJECTED:
            procedure.status = _Status.CONSULTATION
        if not any(is_open(each, procedure) for each in sides):
            PROCEDURE_LIFE.require(procedure.status, _Status.CIRCULATED)
            procedure.status = _Status.CIRCULATED
        note_event(work, procedure_id, _Event.SETTLED, at, party_id=party_id, words=words)
        return work.commit(subject=procedure_id)


def withdraw(workspace: Workspace, *, procedure_id: UUID, at: datetime, why: str) -> ChangeSet:
    """Give the matter up: the draft decision is withdrawn with its procedure.

    Raises:
        UnlawfulTransition: if it is adopted.
    """
    with workspace.write("Withdraw silence procedure") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, _Status.WITHDRAWN)
        decision = work.get(Decision, procedure.decision_id)
        DECISION_LIFE.require(decision.status, DecisionStatus.WITHDRAWN)
        decision.status, decision.status_note = DecisionStatus.WITHDRAWN, why.strip()
        procedure.status, procedure.result = _Status.WITHDRAWN, why.strip()
        note_event(work, procedure_id, _Event.WITHDRAWN, at)
        return work.commit(subject=procedure_id)


def refer(workspace: Workspace, *, procedure_id: UUID, meeting_id: UUID, at: datetime) -> ChangeSet:
    """Put a matter that was objected to on the agenda of a meeting; the draft goes with it.

    Raises:
        UnlawfulTransition: if nobody has objected.
        MeetingOfAnotherBody: if the meeting is not one of the body.
    """
    with workspace.write("Refer draft decision to a meeting") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, _Status.REFERRED)
        decision = work.get(Decision, procedure.decision_id)
        if work.get(Meeting, meeting_id).body_id != decision.body_id:
            raise MeetingOfAnotherBody
        texts = work.find(DecisionText, decision_id=decision.id)
        titles = {text.language: text.title for text in texts if text.title}
        item = put_in(work, AgendaItem(meeting_id=meeting_id, ordinal=1, titles=titles))
        decision.meeting_id, decision.agenda_item_id = meeting_id, item.id
        decision.channel, decision.method = Channel.MEETING, Method.CONSENSUS
        procedure.status = _Status.REFERRED
        note_event(work, procedure_id, _Event.REFERRED, at)
        return work.commit(subject=procedure_id)


def adopt(workspace: Workspace, *, procedure_id: UUID, symbol: str, at: datetime) -> ChangeSet:
    """Adopt what nobody objected to, under its number, on the day on which the period ended.

    Raises:
        UnlawfulTransition: if the period was not concluded without objection.
        GapInNumbers, NumberVoid: if the number is not the next one.
    """
    with workspace.write("Adopt decision by silence") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, _Status.ADOPTED)
        decision = work.get(Decision, procedure.decision_id)
        ended = procedure.deadline_at or at
        day = ended.astimezone(ZoneInfo(procedure.zone or "UTC")).date()
        if decision.status not in ADOPTED_DECISIONS:
            take(work, decision, symbol=symbol, taken_on=day, workspace=workspace)
        procedure.status = _Status.ADOPTED
        note_event(work, procedure_id, _Event.ADOPTED, at)
        return work.commit(subject=procedure_id)


def announce(workspace: Workspace, *, procedure_id: UUID, at: datetime, on: date) -> ChangeSet:
    """Record that the sides were told of the adoption, and when it was published.

    Raises:
        UnlawfulTransition: if it is not adopted.
    """
    with workspace.write("Announce decision") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, _Status.ANNOUNCED)
        decision = work.get(Decision, procedure.decision_id)
        if decision.taken_on is not None and on < decision.taken_on:
            raise RuleBroken(
                "It cannot be announced before it was taken.", "Correct the day.", field="on"
            )
        decision.published_on = on
        procedure.status = _Status.ANNOUNCED
        note_event(work, procedure_id, _Event.ANNOUNCED, at)
        return work.commit(subject=procedure_id)


def is_open(side: WrittenProcedureSide, procedure: WrittenProcedure) -> bool:
    """Return whether a side has objected in time and not withdrawn it."""
    if side.objected_at is None or side.settled_at is not None:
        return False
    return procedure.deadline_at is None or side.objected_at <= procedure.deadline_at


_DISPUTED = frozenset({_Status.OBJECTED, _Status.CONSULTATION})


def _procedure(work: UnitOfWork, decision: Decision, draft: SilenceDraft) -> WrittenProcedure:
    rule = draft.rule
    clock: dict[str, Any] = {
        "texts": {tag: words for tag, words in draft.texts.items() if words.strip()},
        "clock_days": rule.days,
        "clock_counts": rule.counts,
        "clock_starts": rule.starts,
        "hour": rule.hour,
        "zone": rule.zone,
        "affirmation_required": rule.affirmation,
        "rule_source": rule.source,
    }
    there = work.first(WrittenProcedure, decision_id=decision.id)
    if there is None:
        return work.add(WrittenProcedure(decision_id=decision.id, **clock))
    if there.status is not _Status.PREPARED:
        raise AlreadyCirculated
    for name, value in clock.items():
        setattr(there, name, value)
    return there


def _draft_decision(work: UnitOfWork, body_id: UUID, draft: SilenceDraft) -> Decision:
    work.get(Body, body_id)
    if draft.decision_id is not None:
        decision = work.get(Decision, draft.decision_id)
        DECISION_LIFE.require(decision.status, DecisionStatus.ADOPTED)
    else:
        drafts = (each.temporary_symbol for each in work.find(Decision, body_id=body_id))
        decision = Decision(
            body_id=body_id, kind=draft.kind, temporary_symbol=next_symbol(_DRAFTS, taken=drafts)
        )
        work.add(decision)
    decision.kind = draft.kind
    decision.channel, decision.method = Channel.ELECTRONIC, Method.SILENCE
    decision.effective_on = draft.effective_on
    work.flush()
    write_words(work, decision, draft.titles, draft.texts)
    return decision


def _step(
    workspace: Workspace, procedure_id: UUID, status: ProcedureStatus, at: datetime, name: str
) -> ChangeSet:
    with workspace.write(name) as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, status)
        procedure.status = status
        note_event(work, procedure_id, ProcedureEventKind(status.value), at)
        return work.commit(subject=procedure_id)
