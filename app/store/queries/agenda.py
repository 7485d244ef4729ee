"""The agenda of a meeting, in order, with outcomes and the decisions taken under each item."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class AgendaRow:
    """An agenda item; ``depth`` counts from 0, ``starts_at`` is the hour at the place."""

    id: UUID
    parent_id: UUID | None
    depth: int
    label: str
    title: str
    annotation: str
    lead: PartyChip | None
    starts_at: time | None
    minutes_planned: int | None
    status: str
    outcome: str | None
    outcome_text: str
    decisions: tuple[tuple[UUID, str], ...]


def list_agenda(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[AgendaRow, ...]:
    """Return the items of a meeting's agenda, each followed by those below it."""
    meeting = reader.get(Meeting, meeting_id)
    known = chips(reader, language=language, seats=seats_of(reader, body_id=meeting.body_id))
    below: dict[UUID | None, list[AgendaItem]] = defaultdict(list)
    for item in reader.find(AgendaItem, meeting_id=meeting_id):
        below[item.parent_id].append(item)
    taken: dict[UUID | None, list[tuple[UUID, str]]] = defaultdict(list)
    for decision in reader.find(Decision, meeting_id=meeting_id):
        taken[decision.agenda_item_id].append(
            (decision.id, decision.symbol or decision.temporary_symbol)
        )
    rows: list[AgendaRow] = []

    def walk(parent_id: UUID | None, depth: int) -> None:
        for item in sorted(below[parent_id], key=lambda item: item.ordinal):
            rows.append(_row(item, depth, known, taken[item.id], language))
            walk(item.id, depth + 1)

    walk(None, 0)
    return tuple(rows)


def _row(
    item: AgendaItem,
    depth: int,
    known: dict[UUID, PartyChip],
    decisions: list[tuple[UUID, str]],
    language: str,
) -> AgendaRow:
    return AgendaRow(
        id=item.id,
        parent_id=item.parent_id,
        depth=depth,
        label=item.label,
        title=in_language(item.titles, language),
        annotation=in_language(item.annotations, language),
        lead=known.get(item.lead_party_id) if item.lead_party_id else None,
        starts_at=item.starts_at,
        minutes_planned=item.minutes_planned,
        status=item.status.value,
        outcome=item.outcome.value if item.outcome else None,
        outcome_text=in_language(item.outcomes, language),
        decisions=tuple(sorted(decisions, key=lambda decision: decision[1])),
    )
