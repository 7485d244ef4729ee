"""Verbs that enter decisions: a draft, one of past decades as it was, its words, its adoption."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.agenda import AgendaItem, ItemOutcome
from app.domain.body import Body
from app.domain.decision import (
    ADOPTED_DECISIONS,
    DECISION_LIFE,
    Channel,
    Decision,
    DecisionKind,
    DecisionPosition,
    DecisionStatus,
    DecisionText,
    Method,
    Position,
)
from app.domain.errors import Conflict, Misfortune, RuleBroken, Sealed
from app.domain.meeting import Meeting
from app.domain.names import Names
from app.domain.party import Party
from app.domain.sealing import text_hash
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.services.parties import our_today_in
from app.services.register.numbers import settle_number
from app.services.register.relations import take_effect
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.symbol_patterns import next_symbol

__all__ = [
    "Channel",
    "DecisionEntry",
    "DecisionKind",
    "Method",
    "Position",
    "adopt",
    "change",
    "enter",
    "stand_aside",
]

_DRAFTS = "Draft {number}"
_WITH_THE_SIDES = frozenset(ProcedureStatus) - {
    ProcedureStatus.PREPARED,
    ProcedureStatus.WITHDRAWN,
    ProcedureStatus.REFERRED,
}


class NoTitle(Misfortune):
    """A decision was to be entered without a title."""

    def __init__(self) -> None:
        super().__init__(
            "A decision needs a title.", "Enter it in one language at least.", field="titles"
        )


class NumberWithoutDay(Misfortune):
    """A past decision was to be entered with its number alone, or with its day alone."""

    def __init__(self, field: str) -> None:
        super().__init__(
            "An adopted decision needs both its number and the day on which it was taken.",
            "Enter both, or leave both empty: it is then a draft.",
            field=field,
        )


class EffectBeforeDecision(RuleBroken):
    """A decision was to take effect before it was taken."""

    def __init__(self) -> None:
        super().__init__(
            "A decision cannot take effect before it was taken.",
            "Correct one of the two days.",
            field="effective_on",
        )


@dataclass(frozen=True)
class DecisionEntry:
    """What staff enter of a decision; with a number and a day it is taken over as adopted.

    Attributes:
        row_version: How the record stood when it was read.
    """

    kind: DecisionKind
    titles: Names
    texts: Names = field(default_factory=dict)
    channel: Channel = Channel.MEETING
    method: Method = Method.CONSENSUS
    meeting_id: UUID | None = None
    agenda_item_id: UUID | None = None
    symbol: str = ""
    taken_on: date | None = None
    effective_on: date | None = None
    published_on: date | None = None
    ad_referendum: bool = False
    conditions: Names = field(default_factory=dict)
    row_version: int = 0


def enter(workspace: Workspace, *, body_id: UUID, entry: DecisionEntry) -> ChangeSet:
    """Enter a decision: a draft, or with number and day one that was taken, numbered as it is.

    Raises:
        NoTitle, NumberWithoutDay, EffectBeforeDecision: what is entered is not enough.
        RuleBroken: if the body has a decision with this number.
    """
    _require_fit(entry)
    with workspace.write("Enter decision") as work:
        work.get(Body, body_id)
        drafts = (each.temporary_symbol for each in work.find(Decision, body_id=body_id))
        decision = Decision(
            body_id=body_id,
            kind=entry.kind,
            temporary_symbol="" if entry.symbol else next_symbol(_DRAFTS, taken=drafts),
        )
        _fill(work, decision, entry)
        if entry.symbol.strip():
            decision.symbol, decision.taken_on = entry.symbol.strip(), entry.taken_on
            decision.status = DecisionStatus.ADOPTED
        work.add(decision)
        work.flush()
        write_words(work, decision, entry.titles, entry.texts)
        return work.commit(subject=decision.id)


def change(workspace: Workspace, *, decision_id: UUID, entry: DecisionEntry) -> ChangeSet:
    """Change a decision; of an adopted one only what does not belong to the agreed text.

    A language that it has no words in can still be added: a translation.

    Raises:
        Sealed: if the words, the number or the day of an adopted decision would change.
        Conflict: if it was changed elsewhere since it was read.
    """
    _require_fit(entry)
    with workspace.write("Change decision") as work:
        decision = work.get(Decision, decision_id)
        if entry.row_version and decision.row_version != entry.row_version:
            raise Conflict("decision", decision_id)
        if decision.status in ADOPTED_DECISIONS:
            told = (entry.symbol.strip(), entry.taken_on, dict(entry.conditions))
            if told != (decision.symbol, decision.taken_on, dict(decision.conditions)):
                raise Sealed(f"Decision {decision.symbol}", "A new decision can amend it.")
        _fill(work, decision, entry)
        _keep_circular(work, decision, entry)
        write_words(work, decision, entry.titles, entry.texts)
        return work.commit(subject=decision_id)


def adopt(
    workspace: Workspace,
    *,
    decision_id: UUID,
    symbol: str,
    taken_on: date,
    effective_on: date | None = None,
    ad_referendum: bool = False,
    settles_item: bool = False,
) -> ChangeSet:
    """Adopt a decision under the next number; the temporary one stays as an alias.

    What it does to other decisions holds from then on.

    Args:
        workspace: The workspace.
        decision_id: Which decision.
        symbol: Its number.
        taken_on: The day on which it was taken.
        effective_on: From when it holds, if later.
        ad_referendum: Whether the capitals still have to confirm it.
        settles_item: That it was adopted is what came of its agenda item, too.

    Raises:
        UnlawfulTransition: if the decision cannot be adopted from where it stands.
        GapInNumbers, NumberVoid: if the number is not the next one.
        RuleBroken: if the body already has a decision with this number.
    """
    with workspace.write("Adopt decision") as work:
        decision = work.get(Decision, decision_id)
        take(work, decision, symbol=symbol, taken_on=taken_on, workspace=workspace)
        if effective_on is not None and effective_on < taken_on:
            raise EffectBeforeDecision
        decision.effective_on = effective_on or decision.effective_on
        decision.ad_referendum = ad_referendum
        if settles_item and decision.agenda_item_id is not None:
            work.get(AgendaItem, decision.agenda_item_id).outcome = ItemOutcome.ADOPTED
        return work.commit(subject=decision_id)


def stand_aside(
    workspace: Workspace,
    *,
    decision_id: UUID,
    party_id: UUID,
    position: Position | None,
    statements: Mapping[str, str],
) -> ChangeSet:
    """Record a reservation or where else a side stood; ``None`` takes it away again."""
    with workspace.write("Record position on decision") as work:
        work.get(Decision, decision_id)
        work.get(Party, party_id)
        there = work.first(DecisionPosition, decision_id=decision_id, party_id=party_id)
        if position is None:
            if there is not None:
                work.delete(there)
        elif there is None:
            work.add(
                DecisionPosition(
                    decision_id=decision_id,
                    party_id=party_id,
                    position=Position(position),
                    statements=dict(statements),
                )
            )
        else:
            there.position, there.statements = Position(position), dict(statements)
        return work.commit(subject=decision_id)


def take(
    work: UnitOfWork, decision: Decision, *, symbol: str, taken_on: date, workspace: Workspace
) -> None:
    """Adopt a decision within ``work``; as ``adopt``."""
    DECISION_LIFE.require(decision.status, DecisionStatus.ADOPTED)
    wanted = symbol.strip()
    if not wanted:
        raise RuleBroken(
            "An adopted decision needs its number.", "Enter the next one.", field="symbol"
        )
    decision.taken_on = taken_on
    settle_number(work, decision, wanted, year=our_today_in(work, workspace).year)
    decision.symbol = wanted
    decision.status = DecisionStatus.ADOPTED
    work.flush()
    take_effect(work, decision)


def write_words(work: UnitOfWork, decision: Decision, titles: Names, texts: Names) -> None:
    """Give a decision its words, per language, within ``work``; an emptied language goes."""
    there = {each.language: each for each in work.find(DecisionText, decision_id=decision.id)}
    for language in {*titles, *texts, *there}:
        title, text = titles.get(language, "").strip(), texts.get(language, "").strip()
        kept = there.get(language)
        if kept is None:
            values: dict[str, Any] = {"title": title, "text": text, "sha256": text_hash(text)}
            work.add(DecisionText(decision_id=decision.id, language=language, **values))
        elif not title and not text:
            work.delete(kept)
        elif (kept.title, kept.text) != (title, text):
            kept.title, kept.text, kept.sha256 = title, text, text_hash(text)


def _keep_circular(work: UnitOfWork, decision: Decision, entry: DecisionEntry) -> None:
    """Have what will be sent round say the same; what was sent round stays as it is.

    Raises:
        Sealed: if the text is with the sides.
    """
    procedure = work.first(WrittenProcedure, decision_id=decision.id)
    if procedure is None or decision.status in ADOPTED_DECISIONS:
        return
    texts = {tag: words for tag, words in entry.texts.items() if words.strip()}
    if procedure.status is ProcedureStatus.PREPARED:
        procedure.texts = texts
    elif procedure.status in _WITH_THE_SIDES and texts != dict(procedure.texts):
        raise Sealed(
            "The text that was sent round",
            "Give the silence procedure up, or put the matter on the next agenda, first.",
        )


def _fill(work: UnitOfWork, decision: Decision, entry: DecisionEntry) -> None:
    if entry.agenda_item_id is not None:
        item = work.get(AgendaItem, entry.agenda_item_id)
        if item.meeting_id != entry.meeting_id:
            raise RuleBroken(
                "This agenda item is of another meeting.",
                "Choose the meeting first, then the item.",
                field="agenda_item_id",
            )
    if entry.meeting_id is not None:
        work.get(Meeting, entry.meeting_id)
    decision.kind = entry.kind
    decision.channel, decision.method = entry.channel, entry.method
    decision.meeting_id, decision.agenda_item_id = entry.meeting_id, entry.agenda_item_id
    decision.effective_on, decision.published_on = entry.effective_on, entry.published_on
    decision.ad_referendum = entry.ad_referendum
    if dict(decision.conditions) != dict(entry.conditions):
        decision.conditions = dict(entry.conditions)


def _require_fit(entry: DecisionEntry) -> None:
    if not any(words.strip() for words in entry.titles.values()):
        raise NoTitle
    if bool(entry.symbol.strip()) != (entry.taken_on is not None):
        raise NumberWithoutDay("taken_on" if entry.symbol.strip() else "symbol")
    if entry.taken_on and entry.effective_on and entry.effective_on < entry.taken_on:
        raise EffectBeforeDecision
