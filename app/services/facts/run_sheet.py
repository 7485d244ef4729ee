"""The facts of the chair's run sheet: what is taken when, who leads, what is to be decided."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.documents.facts import DecisionFacts
from app.documents.meeting_facts import RunSheetFacts, RunSheetItemFacts
from app.domain.decision import DecisionStatus
from app.domain.meeting import Meeting
from app.domain.names import name_language
from app.services.facts.agenda import papers_before
from app.services.facts.clocks import clocks_at, zones_of_meeting
from app.services.facts.letters import announced, host_of
from app.services.facts.meetings import (
    body_facts,
    body_of,
    delegations_of,
    parties_of,
    party_facts,
)
from app.services.facts.names_of_the_day import party_on
from app.services.facts.summary_record import chair_of
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.decisions import DecisionRow, list_for_meeting
from app.store.reader import Reader


def run_sheet_facts(reader: Reader, *, meeting_id: UUID, language: str) -> RunSheetFacts:
    """Return everything that the chair has before them, on the days that were planned."""
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    decisions = list_for_meeting(reader, meeting_id=meeting_id, language=language)
    return RunSheetFacts(
        id=f"run-sheet-{meeting_id}",
        symbol=f"{meeting.code}/RUN" if meeting.code else None,
        body=body_facts(body, language),
        parties=parties_of(reader, meeting, language),
        meeting=announced(meeting, language),
        delegations=delegations_of(reader, meeting, language),
        items=tuple(
            _item(reader, row, decisions, language, meeting.first_day)
            for row in list_agenda(reader, meeting_id=meeting_id, language=language)
        ),
        starts=clocks_at(meeting.starts_at, zones_of_meeting(reader, meeting)),
        host=host_of(reader, meeting, language),
        chair=chair_of(reader, meeting),
        languages=tuple(name_language(tag) for tag in meeting.languages or body.languages),
    )


def _item(
    reader: Reader,
    row: AgendaRow,
    decisions: tuple[DecisionRow, ...],
    language: str,
    day: date | None,
) -> RunSheetItemFacts:
    return RunSheetItemFacts(
        id=str(row.id),
        number=row.label,
        title=row.title,
        below=row.depth > 0,
        lead=party_facts(party_on(reader, row.lead.id, day), language) if row.lead else None,
        starts_at=row.starts_at,
        ends_at=_end(row.starts_at, row.minutes_planned),
        minutes_planned=row.minutes_planned,
        papers=papers_before(reader, row.id, with_confidential=True),
        decisions=tuple(
            DecisionFacts(
                id=str(decision.id),
                symbol=decision.symbol or None,
                title=decision.title or None,
            )
            for decision in decisions
            if decision.agenda_item_id == row.id and decision.status != DecisionStatus.WITHDRAWN
        ),
        outcome=row.outcome,
    )


def _end(start: time | None, minutes: int | None) -> time | None:
    if start is None or minutes is None:
        return None
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
