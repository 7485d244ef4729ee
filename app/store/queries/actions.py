"""Action items as lists and documents show them; lateness is computed, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem
from app.domain.names import in_language
from app.domain.organisation import Organisation
from app.domain.provenance import Provenance
from app.store.queries.action_limits import ActionLimits
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class ActionRow:
    """An action item; no ``side`` means both."""

    id: UUID
    code: str
    text: str
    side: PartyChip | None
    organisation: str
    due_on: date | None
    due_words: str
    status: str
    is_late: bool
    agenda_label: str
    provenance: Provenance


def list_for_meeting(
    reader: Reader, *, meeting_id: UUID, language: str, today: date
) -> tuple[ActionRow, ...]:
    """Return the action items that came out of a meeting, by their code."""
    return _rows(reader, reader.find(ActionItem, origin_meeting_id=meeting_id), language, today)


def list_for_body(
    reader: Reader, *, body_id: UUID, language: str, today: date
) -> tuple[ActionRow, ...]:
    """Return all action items of a body, by their code."""
    return _rows(reader, reader.find(ActionItem, body_id=body_id), language, today)


def _rows(
    reader: Reader, actions: Sequence[ActionItem], language: str, today: date
) -> tuple[ActionRow, ...]:
    if not actions:
        return ()
    known = chips(reader, language=language, seats=seats_of(reader, body_id=actions[0].body_id))
    limits = ActionLimits(reader, body_id=actions[0].body_id)
    rows = [
        _row(reader, action, known, language, is_late=limits.is_late(action, today))
        for action in actions
    ]
    return tuple(sorted(rows, key=lambda row: row.code))


def _row(
    reader: Reader,
    action: ActionItem,
    known: dict[UUID, PartyChip],
    language: str,
    *,
    is_late: bool,
) -> ActionRow:
    organisation = ""
    if action.organisation_id:
        organisation = in_language(reader.get(Organisation, action.organisation_id).names, language)
    item = reader.get(AgendaItem, action.origin_agenda_id) if action.origin_agenda_id else None
    return ActionRow(
        id=action.id,
        code=action.code,
        text=in_language(action.texts, language),
        side=known.get(action.party_id) if action.party_id else None,
        organisation=organisation,
        due_on=action.due_on,
        due_words=action.due_words,
        status=action.status.value,
        is_late=is_late,
        agenda_label=item.label if item else "",
        provenance=action.provenance,
    )
