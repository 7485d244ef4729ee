"""The facts of a summary record: a chapter for each item, from the minutes and the agenda."""

from collections import defaultdict
from uuid import UUID

from app.documents.facts import DecisionFacts, MinutesItemFacts, NextMeetingFacts
from app.documents.meeting_facts import ChapterFacts, PaperFacts, SummaryRecordFacts
from app.domain.decision import ADOPTED_DECISIONS
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import in_language
from app.domain.paper import Paper
from app.domain.person import Person
from app.services.facts.agenda import agenda_items, papers_before
from app.services.facts.letters import host_of
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    source_of,
)
from app.services.facts.minutes import minutes_items
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.decisions import list_for_meeting
from app.store.queries.minutes import MinutesRow, latest_minutes
from app.store.reader import Reader


def summary_record_facts(reader: Reader, *, meeting_id: UUID, language: str) -> SummaryRecordFacts:
    """Return everything that the summary record of a meeting says."""
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    minutes = latest_minutes(reader, meeting_id=meeting_id, language=language)
    planned = _planned_otherwise(meeting)
    words = minutes.next_meeting if minutes else ""
    return SummaryRecordFacts(
        id=f"summary-record-{meeting_id}",
        symbol=f"{meeting.code}/SR" if meeting.code else None,
        body=body_facts(body, language),
        parties=parties_of(reader, meeting, language),
        meeting=meeting_facts(meeting, language),
        delegations=delegations_of(reader, meeting, language),
        chapters=_chapters(reader, meeting_id, minutes, language),
        planned_starts_on=meeting.planned_starts_on if planned else None,
        planned_ends_on=meeting.planned_ends_on if planned else None,
        host=host_of(reader, meeting, language),
        chair=chair_of(reader, meeting),
        basis=basis_of(reader, body, language),
        agenda=agenda_items(reader, meeting_id=meeting_id, language=language),
        agenda_adopted=meeting.agenda_status in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED},
        decisions=_decisions(reader, meeting_id, language),
        papers=tuple(
            PaperFacts(symbol=paper.symbol, title=in_language(paper.titles, language) or None)
            for paper in sorted(
                reader.find(Paper, meeting_id=meeting_id), key=lambda paper: paper.symbol
            )
            if not paper.is_kept_back
        ),
        outcome=in_language(meeting.outcomes, language) or None,
        next_meeting=NextMeetingFacts(date_words=words) if words else None,
        reconstructed_from=source_of(
            reader,
            provenance=meeting.provenance,
            entity="meeting",
            key=meeting_id,
            language=language,
        ),
    )


def chair_of(reader: Reader, meeting: Meeting) -> str | None:
    """Return who chairs a meeting, as far as it was entered."""
    if meeting.chair_person_id:
        return reader.get(Person, meeting.chair_person_id).printed_name
    return meeting.chair_words or None


def _planned_otherwise(meeting: Meeting) -> bool:
    """Tell whether a meeting was announced for other days than those it was held on."""
    if meeting.planned_starts_on is None or meeting.starts_on is None:
        return False
    held = (meeting.starts_on, meeting.ends_on or meeting.starts_on)
    announced = (meeting.planned_starts_on, meeting.planned_ends_on or meeting.planned_starts_on)
    return held != announced


def _chapters(
    reader: Reader, meeting_id: UUID, minutes: MinutesRow | None, language: str
) -> tuple[ChapterFacts, ...]:
    """Return a chapter for each item at the top, in the order of the agenda."""
    rows = list_agenda(reader, meeting_id=meeting_id, language=language)
    by_item: dict[str | None, list[MinutesItemFacts]] = defaultdict(list)
    if minutes is not None:
        for item in minutes_items(reader, minutes, meeting_id=meeting_id, language=language):
            by_item[item.agenda_item].append(item)
    chapters = [
        ChapterFacts(
            heading=row.title,
            agenda_item=str(row.id),
            documents=_papers(reader, row, rows),
            paragraphs=tuple(
                paragraph for item in by_item[str(row.id)] for paragraph in item.paragraphs
            ),
            outcome=row.outcome_text or None,
        )
        for row in rows
        if row.parent_id is None
    ]
    chapters += [
        ChapterFacts(heading=item.heading or "", paragraphs=item.paragraphs)
        for item in by_item[None]
    ]
    return tuple(chapters)


def _papers(reader: Reader, top: AgendaRow, rows: tuple[AgendaRow, ...]) -> tuple[str, ...]:
    """Return the symbols of the papers before an item and before those directly below it."""
    wanted = [top.id, *(row.id for row in rows if row.parent_id == top.id)]
    found = (symbol for item_id in wanted for symbol in papers_before(reader, item_id))
    return tuple(dict.fromkeys(found))


def _decisions(reader: Reader, meeting_id: UUID, language: str) -> tuple[DecisionFacts, ...]:
    return tuple(
        DecisionFacts(
            id=str(row.id),
            symbol=row.symbol or None,
            title=row.title or None,
            text=row.text or None,
        )
        for row in list_for_meeting(reader, meeting_id=meeting_id, language=language)
        if row.status in ADOPTED_DECISIONS
    )
