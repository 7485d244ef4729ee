"""Enters a decision of the sample: drafted, worded in each language, adopted under its number."""

from datetime import date
from uuid import UUID

from app.domain.decision import Decision, DecisionText
from app.domain.provenance import Provenance
from app.services import decisions
from app.services.sample.files import Row
from app.services.sample.keys import Keys
from app.store.workspace import Workspace


def enter_decision(
    workspace: Workspace,
    keys: Keys,
    row: Row,
    *,
    body_id: UUID,
    meeting_id: UUID | None,
    provenance: Provenance,
) -> UUID:
    """Enter an adopted decision and return its key."""
    change = decisions.draft_decision(
        workspace,
        Decision(
            body_id=body_id,
            meeting_id=meeting_id,
            agenda_item_id=keys.find("agenda", row.get("agenda")),
            kind=row["kind"],
            channel=row["channel"],
            effective_on=row.get("effective_on"),
            provenance=provenance,
            provenance_note=row.get("note") or "",
        ),
    )
    decision_id = keys.add("decisions", row["key"], change)
    for language, title in row["title"].items():
        text = row["text"].get(language, "")
        decisions.word(
            workspace,
            DecisionText(decision_id=decision_id, language=language, title=title, text=text),
        )
    decisions.adopt(
        workspace,
        decision_id=decision_id,
        symbol=row["symbol"],
        taken_on=date.fromisoformat(row["taken_on"]),
    )
    return decision_id
