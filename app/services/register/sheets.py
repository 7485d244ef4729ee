"""Reads the register: its lines, everything about one decision, its numbers that nobody has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.decision import (
    ADOPTED_DECISIONS,
    Decision,
    DecisionNumber,
    DecisionPosition,
    DecisionRelation,
    DecisionText,
)
from app.domain.decision_standing import Standing, standing_on
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.names import in_language
from app.domain.written_procedure import WrittenProcedure
from app.services.parties import our_today_in
from app.services.register.contradictions import (
    Contradiction,
    RuleTouched,
    contradictions_of,
    rules_of,
)
from app.services.register.relations import name_of
from app.store.queries.bodies import seats_of
from app.store.queries.meetings import MeetingRow, list_meetings
from app.store.queries.parties import PartyChip, chips
from app.store.queries.register import RegisterRow, list_register
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "DecisionSheet",
    "NumberRow",
    "RegisterRow",
    "list_all",
    "list_items_of",
    "list_meetings_of",
    "list_numbers",
    "list_sides",
    "show",
]


@dataclass(frozen=True)
class RelatedRow:
    """Another decision, and what one of the two does to the other.

    Attributes:
        is_outward: The decision that is shown acts on the other one.
    """

    id: UUID
    decision_id: UUID
    symbol: str
    title: str
    relation: str
    is_outward: bool
    taken_on: date | None


@dataclass(frozen=True)
class PositionRow:
    """Where a side stood that did not simply agree."""

    party: PartyChip
    position: str
    statement: str
    statements: Mapping[str, str]


@dataclass(frozen=True)
class MinutesPlace:
    """A paragraph of minutes that speaks of the decision."""

    paragraph_id: UUID
    meeting_id: UUID
    meeting: str
    text: str


@dataclass(frozen=True)
class NumberRow:
    """A number that no decision has, and why."""

    id: UUID
    symbol: str
    state: str
    reason: str
    noted_on: date


@dataclass(frozen=True)
class DecisionSheet:
    """Everything about a decision.

    Attributes:
        item_is_settled: What came of its agenda item is on record.
    """

    row: RegisterRow
    row_version: int
    is_adopted: bool
    standing: Standing
    method: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    conditions: Mapping[str, str]
    ad_referendum: bool
    confirmed_on: date | None
    done_on: date | None
    status_note: str
    agenda_item_id: UUID | None
    agenda_item: str
    minutes: tuple[MinutesPlace, ...]
    related: tuple[RelatedRow, ...]
    positions: tuple[PositionRow, ...]
    rules: tuple[RuleTouched, ...]
    contradictions: tuple[Contradiction, ...]
    procedure_id: UUID | None
    provenance_note: str
    item_is_settled: bool = False


def list_all(
    workspace: Workspace, *, body_id: UUID | None = None, language: str = "en"
) -> tuple[RegisterRow, ...]:
    """Return the decisions of a body, or of all bodies: drafts first, then the latest."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return list_register(reader, body_id=body_id, language=language, today=today)


def show(workspace: Workspace, *, decision_id: UUID, language: str = "en") -> DecisionSheet:
    """Return everything about a decision.

    Raises:
        NotFound: if it is not there any more.
    """
    with workspace.read() as reader:
        decision = reader.get(Decision, decision_id)
        today = our_today_in(reader, workspace)
        (row,) = list_register(
            reader,
            body_id=decision.body_id,
            language=language,
            today=today,
            decision_id=decision_id,
        )
        words = reader.find(DecisionText, decision_id=decision_id)
        item = reader.get(AgendaItem, decision.agenda_item_id) if decision.agenda_item_id else None
        procedure = reader.first(WrittenProcedure, decision_id=decision_id)
        return DecisionSheet(
            row=row,
            row_version=decision.row_version,
            is_adopted=decision.status in ADOPTED_DECISIONS,
            standing=standing_on(decision, today),
            method=decision.method.value,
            titles={text.language: text.title for text in words},
            texts={text.language: text.text for text in words},
            conditions=dict(decision.conditions),
            ad_referendum=decision.ad_referendum,
            confirmed_on=decision.confirmed_on,
            done_on=decision.done_on,
            status_note=decision.status_note,
            agenda_item_id=decision.agenda_item_id,
            agenda_item=f"{item.label} {in_language(item.titles, language)}".strip()
            if item
            else "",
            minutes=_minutes(reader, decision_id, language),
            related=_related(reader, decision_id, language),
            positions=_positions(reader, decision, language),
            rules=rules_of(reader, decision_id, language=language),
            contradictions=contradictions_of(reader, decision, language=language, today=today),
            procedure_id=procedure.id if procedure else None,
            provenance_note=decision.provenance_note,
            item_is_settled=item is not None and item.outcome is not None,
        )


def list_numbers(workspace: Workspace, *, body_id: UUID) -> tuple[NumberRow, ...]:
    """Return the numbers of a body that are reserved or void."""
    with workspace.read() as reader:
        found = reader.find(DecisionNumber, body_id=body_id)
        return tuple(
            NumberRow(each.id, each.symbol, each.state.value, each.reason, each.noted_on)
            for each in sorted(found, key=lambda each: each.symbol)
        )


def list_meetings_of(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[MeetingRow, ...]:
    """Return the meetings of a body, to choose from."""
    with workspace.read() as reader:
        return list_meetings(
            reader, body_id=body_id, language=language, today=our_today_in(reader, workspace)
        )


def list_items_of(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[tuple[UUID, str], ...]:
    """Return the agenda items of a body's meetings, to choose from."""
    with workspace.read() as reader:
        return tuple(
            (item.id, f"{meeting.code} {item.label} {in_language(item.titles, language)}".strip())
            for meeting in reader.find(Meeting, body_id=body_id)
            for item in reader.find(AgendaItem, meeting_id=meeting.id)
        )


def list_sides(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[PartyChip, ...]:
    """Return the sides of a body in the order of their seats."""
    with workspace.read() as reader:
        seats = seats_of(reader, body_id=body_id)
        known = chips(reader, language=language, seats=seats)
        return tuple(sorted((known[each] for each in seats), key=lambda each: each.seat))


def _minutes(reader: Reader, decision_id: UUID, language: str) -> tuple[MinutesPlace, ...]:
    found = []
    for paragraph in reader.find(MinutesParagraph, decision_id=decision_id):
        meeting = reader.get(Meeting, reader.get(Minutes, paragraph.minutes_id).meeting_id)
        named = meeting.code or in_language(meeting.titles, language)
        words = in_language(paragraph.texts, language)
        found.append(MinutesPlace(paragraph.id, meeting.id, named, words))
    return tuple(found)


def _related(reader: Reader, decision_id: UUID, language: str) -> tuple[RelatedRow, ...]:
    outward = [
        (each, each.other_id) for each in reader.find(DecisionRelation, decision_id=decision_id)
    ]
    inward = [
        (each, each.decision_id) for each in reader.find(DecisionRelation, other_id=decision_id)
    ]
    found = []
    for relation, other_id in (*outward, *inward):
        other = reader.get(Decision, other_id)
        words = reader.find(DecisionText, decision_id=other_id)
        found.append(
            RelatedRow(
                id=relation.id,
                decision_id=other_id,
                symbol=name_of(other),
                title=in_language({text.language: text.title for text in words}, language),
                relation=relation.relation.value,
                is_outward=relation.decision_id == decision_id,
                taken_on=other.taken_on,
            )
        )
    return tuple(found)


def _positions(reader: Reader, decision: Decision, language: str) -> tuple[PositionRow, ...]:
    stands = reader.find(DecisionPosition, decision_id=decision.id)
    known = chips(reader, language=language, seats=seats_of(reader, body_id=decision.body_id))
    rows = [
        PositionRow(
            party=known[each.party_id],
            position=each.position.value,
            statement=in_language(each.statements, language),
            statements=dict(each.statements),
        )
        for each in stands
    ]
    return tuple(sorted(rows, key=lambda row: row.party.seat))
