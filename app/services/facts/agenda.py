"""The facts of an agenda: its items as a tree, and how far it has come."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import Literal
from uuid import UUID

from app.documents.facts import AgendaFacts, AgendaItemFacts
from app.domain.agenda import AgendaPaper
from app.domain.decision import Decision, DecisionStatus, DecisionText
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import in_language
from app.domain.paper import Distribution, Paper
from app.services.facts.meetings import (
    body_facts,
    body_of,
    meeting_facts,
    parties_of,
    party_facts,
    source_of,
)
from app.services.facts.names_of_the_day import party_on
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.reader import Reader
from app.texts.counting import Count, spell_number

_STATUS: dict[AgendaStatus, Literal["provisional", "annotated", "adopted"]] = {
    AgendaStatus.ANNOTATED: "annotated",
    AgendaStatus.ADOPTED: "adopted",
    AgendaStatus.AMENDED: "adopted",
}

_BRACKETED = re.compile(r"\((\w+)\)")
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
    day = reader.get(Meeting, meeting_id).first_day
    below: dict[UUID | None, list[AgendaRow]] = defaultdict(list)
    for row in list_agenda(reader, meeting_id=meeting_id, language=language):
        below[row.parent_id].append(row)

    def one(row: AgendaRow, place: int, above: AgendaRow | None) -> AgendaItemFacts:
        return AgendaItemFacts(
            id=str(row.id),
            title=row.title,
            number=_own_number(row.label, place, above.label if above else ""),
            annotation=row.annotation or None,
            lead=party_facts(party_on(reader, row.lead.id, day), language) if row.lead else None,
            starts_at=row.starts_at,
            minutes_planned=row.minutes_planned,
            documents=papers_before(reader, row.id),
            decisions=_sought(reader, row, language),
            children=branch(row),
        )

    def branch(above: AgendaRow) -> tuple[AgendaItemFacts, ...]:
        """An agenda on paper has two levels; what lies deeper follows on the item above it."""
        found: list[AgendaItemFacts] = []
        for place, row in enumerate(below[above.id], start=1):
            item = one(row, place, above)
            found.extend((replace(item, children=()), *item.children))
        return tuple(found)

    return tuple(one(row, place, None) for place, row in enumerate(below[None], start=1))


def _own_number(label: str, place: int, above: str) -> str | None:
    """Return the number of an item, unless counting gives it, in the letters of every language.

    What “3 (a)” adds to the number of the item above it is ``a``; 3.1 is whole by itself.
    """
    own = label.removeprefix(above).strip() if above else label
    if own in {str(place), f"({spell_number(place, count=Count.LOWER_LETTER)})"}:
        return None
    bracketed = _BRACKETED.fullmatch(own)
    return (bracketed[1] if bracketed else label) or None


def papers_before(
    reader: Reader, item_id: UUID, *, with_confidential: bool = False
) -> tuple[str, ...]:
    """Return the symbols of the papers before an item, in the order in which they are taken.

    What is for our side only is never named in a document, and what is confidential only where
    that is asked for.
    """
    links = reader.find(AgendaPaper, agenda_item_id=item_id)
    papers = [(link.ordinal, reader.get(Paper, link.paper_id)) for link in links]
    return tuple(
        paper.symbol
        for _, paper in sorted(papers, key=lambda placed: (placed[0], placed[1].symbol))
        if paper.distribution is not Distribution.ONE_SIDE
        and (with_confidential or not paper.is_kept_back)
    )


def _sought(reader: Reader, row: AgendaRow, language: str) -> tuple[str, ...]:
    """Return the titles of the drafts that the meeting is asked to adopt under an item."""
    titles = []
    for decision_id, _symbol in row.decisions:
        if reader.get(Decision, decision_id).status in _SOUGHT:
            texts = reader.find(DecisionText, decision_id=decision_id)
            titles.append(in_language({text.language: text.title for text in texts}, language))
    return tuple(title for title in titles if title)
