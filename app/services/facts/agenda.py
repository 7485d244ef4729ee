"""The facts of an agenda: its items as a tree, and how far it has come."""

from collections import defaultdict
from typing import Literal
from uuid import UUID

from app.documents.facts import AgendaFacts, AgendaItemFacts
from app.domain.agenda import AgendaPaper
from app.domain.decision import Decision, DecisionStatus, DecisionText
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import in_language
from app.domain.paper import Paper
from app.domain.party import Party
from app.services.facts.meetings import (
    body_facts,
    body_of,
    meeting_facts,
    parties_of,
    party_facts,
    source_of,
)
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.reader import Reader

_STATUS: dict[AgendaStatus, Literal["provisional", "annotated", "adopted"]] = {
    AgendaStatus.ANNOTATED: "annotated",
    AgendaStatus.ADOPTED: "adopted",
    AgendaStatus.AMENDED: "adopted",
}

_SOUGHT = frozenset({DecisionStatus.DRAFT, DecisionStatus.BRACKETED, DecisionStatus.AGREED})


def agenda_facts(reader: Reader, *, meeting_id: UUID, language: str) -> AgendaFacts:
    """Return everything that the agenda of a meeting says."""
    meeting = reader.get(Meeting, meeting_id)
    return AgendaFacts(
        id=f"agenda-{meeting_id}",
        symbol=f"{meeting.code}/AGENDA" if meeting.code else None,
        body=body_facts(body_of(reader, meeting), language),
        meeting=meeting_facts(meeting, language),
        parties=parties_of(reader, meeting, language),
        items=agenda_items(reader, meeting_id=meeting_id, language=language),
        status=_STATUS.get(meeting.agenda_status, "provisional"),
        reconstructed_from=source_of(
            reader,
            provenance=meeting.provenance,
            entity="meeting",
            key=meeting_id,
            language=language,
        ),
    )


def agenda_items(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[AgendaItemFacts, ...]:
    """Return the items of an agenda as a tree."""
    below: dict[UUID | None, list[AgendaRow]] = defaultdict(list)
    for row in list_agenda(reader, meeting_id=meeting_id, language=language):
        below[row.parent_id].append(row)

    def branch(parent_id: UUID | None) -> tuple[AgendaItemFacts, ...]:
        return tuple(
            AgendaItemFacts(
                id=str(row.id),
                title=row.title,
                number=row.label if "bis" in row.label else None,
                annotation=row.annotation or None,
                lead=party_facts(reader.get(Party, row.lead.id), language) if row.lead else None,
                starts_at=row.starts_at,
                minutes_planned=row.minutes_planned,
                documents=papers_before(reader, row.id),
                decisions=_sought(reader, row, language),
                children=branch(row.id),
            )
            for row in below[parent_id]
        )

    return branch(None)


def papers_before(reader: Reader, item_id: UUID) -> tuple[str, ...]:
    """Return the symbols of the papers before an item."""
    links = reader.find(AgendaPaper, agenda_item_id=item_id)
    return tuple(sorted(reader.get(Paper, link.paper_id).symbol for link in links))


def _sought(reader: Reader, row: AgendaRow, language: str) -> tuple[str, ...]:
    """Return the titles of the drafts that the meeting is asked to adopt under an item."""
    titles = []
    for decision_id, _symbol in row.decisions:
        if reader.get(Decision, decision_id).status in _SOUGHT:
            texts = reader.find(DecisionText, decision_id=decision_id)
            titles.append(in_language({text.language: text.title for text in texts}, language))
    return tuple(title for title in titles if title)
