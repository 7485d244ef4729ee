"""Decisions as lists and documents show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.decision import Decision, DecisionText
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.domain.rules import RuleDocument, RuleVersion
from app.store.reader import Reader


@dataclass(frozen=True)
class DecisionRow:
    """A decision; ``rule_label`` names the version of rules that it adopted, if any."""

    id: UUID
    meeting_id: UUID | None
    agenda_item_id: UUID | None
    symbol: str
    title: str
    text: str
    kind: str
    status: str
    channel: str
    taken_on: date | None
    rule_label: str
    provenance: Provenance
    provenance_note: str


def list_for_meeting(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[DecisionRow, ...]:
    """Return the decisions of a meeting by number."""
    return _rows(reader, reader.find(Decision, meeting_id=meeting_id), language)


def list_for_body(reader: Reader, *, body_id: UUID, language: str) -> tuple[DecisionRow, ...]:
    """Return the decisions of a body, in meetings and in writing, by day and number."""
    rows = _rows(reader, reader.find(Decision, body_id=body_id), language)
    return tuple(sorted(rows, key=lambda row: (row.taken_on or date.max, row.symbol)))


def _rows(reader: Reader, decisions: Sequence[Decision], language: str) -> tuple[DecisionRow, ...]:
    rows = [_row(reader, decision, language) for decision in decisions]
    return tuple(sorted(rows, key=lambda row: row.symbol))


def _row(reader: Reader, decision: Decision, language: str) -> DecisionRow:
    texts = reader.find(DecisionText, decision_id=decision.id)
    return DecisionRow(
        id=decision.id,
        meeting_id=decision.meeting_id,
        agenda_item_id=decision.agenda_item_id,
        symbol=decision.symbol or decision.temporary_symbol,
        title=in_language({text.language: text.title for text in texts}, language),
        text=in_language({text.language: text.text for text in texts}, language),
        kind=decision.kind.value,
        status=decision.status.value,
        channel=decision.channel.value,
        taken_on=decision.taken_on,
        rule_label=_rule_label(reader, decision, language),
        provenance=decision.provenance,
        provenance_note=decision.provenance_note,
    )


def _rule_label(reader: Reader, decision: Decision, language: str) -> str:
    version = reader.first(RuleVersion, decision_id=decision.id)
    if version is None:
        return ""
    document = reader.get(RuleDocument, version.document_id)
    return f"{in_language(document.titles, language)} {version.label}".strip()
