"""The facts that a ministry's own Word form may print of one meeting, whichever letter it is."""

from typing import Any
from uuid import UUID

from app.documents.facts import DecisionFacts, NextMeetingFacts, PartyFacts
from app.documents.forms.form_facts import (
    FormFacts,
    FormItemFacts,
    FormMeetingFacts,
    FormSideFacts,
)
from app.documents.languages import wording_of
from app.documents.letter_facts import SideFacts
from app.documents.meeting_facts import PaperFacts
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.party import Party
from app.services.facts.actions import action_facts
from app.services.facts.clocks import clocks_at
from app.services.facts.letterheads import our_side
from app.services.facts.letters import host_of
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    party_facts,
)
from app.services.facts.names import tell
from app.services.facts.sides import sides_of
from app.store.queries.actions import list_for_meeting as actions_of
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.decisions import list_for_meeting as decisions_of
from app.store.queries.meetings import show_meeting
from app.store.queries.minutes import latest_minutes
from app.store.queries.papers import list_papers
from app.store.reader import Reader
from app.store.workspace import Workspace


def form_facts(
    reader: Reader, workspace: Workspace, *, meeting_id: UUID, language: str
) -> FormFacts:
    """Return everything that a form may print of a meeting.

    Raises:
        NoBody: It is an event that belongs to no body.
    """
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    parties = parties_of(reader, meeting, language)
    delegations = delegations_of(reader, meeting, language)
    sides = tuple(
        _side(each)
        for each in sides_of(
            reader,
            body_id=body.id,
            parties=parties,
            delegations=delegations,
            meeting_id=meeting_id,
            language=language,
        )
    )
    ours = our_side(reader, parties)
    asked: dict[str, Any] = {"meeting_id": meeting_id, "language": language}
    minutes = latest_minutes(reader, **asked)
    words = minutes.next_meeting if minutes else ""
    return FormFacts(
        today=workspace.today(),
        meeting=_meeting(reader, workspace, meeting, language),
        body=body_facts(body, language),
        host=host_of(reader, meeting, language),
        our_side=next((side for side in sides if side.party == ours), None),
        other_sides=tuple(side for side in sides if side.party != ours),
        sides=sides,
        parties=parties,
        delegations=delegations,
        agenda=tuple(_item(reader, row, language) for row in list_agenda(reader, **asked)),
        decisions=tuple(
            DecisionFacts(
                id=str(row.id),
                symbol=row.symbol or None,
                title=row.title or None,
                text=row.text or None,
            )
            for row in decisions_of(reader, **asked)
        ),
        actions=tuple(
            action_facts(reader, row, language=language, day=meeting.first_day, parties=parties)
            for row in actions_of(reader, **asked, today=workspace.today())
        ),
        papers=tuple(
            PaperFacts(symbol=row.symbol, title=row.title or None)
            for row in list_papers(reader, **asked)
        ),
        next_meeting=NextMeetingFacts(date_words=words) if words else None,
        basis=basis_of(reader, body, language),
    )


def _meeting(
    reader: Reader, workspace: Workspace, meeting: Meeting, language: str
) -> FormMeetingFacts:
    wording = wording_of(language)
    facts = meeting_facts(meeting, language)
    detail = show_meeting(reader, meeting_id=meeting.id, language=language, today=workspace.today())
    clocks = clocks_at(detail.starts_at, (detail.zone,)) if detail.zone else ()
    spelled = wording.spell_days(facts.starts_on, facts.ends_on) if facts.starts_on else None
    tags = meeting.languages or ()
    return FormMeetingFacts(
        title=in_language(meeting.titles, language),
        number=meeting.code or None,
        ordinal=meeting.ordinal,
        dates=spelled or tell(detail.row.date_words, language),
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        starts_at=clocks[0].hour if clocks else None,
        place=facts.place,
        venue=facts.venue,
        chair=tell(detail.chair, language),
        languages=tuple(wording.name_language(tag) for tag in tags),
    )


def _side(side: SideFacts) -> FormSideFacts:
    return FormSideFacts(party=side.party, office=side.office, head=side.person)


def _item(reader: Reader, row: AgendaRow, language: str) -> FormItemFacts:
    return FormItemFacts(
        number=row.label,
        title=row.title,
        annotation=row.annotation or None,
        lead=_lead(reader, row, language),
        starts_at=row.starts_at,
    )


def _lead(reader: Reader, row: AgendaRow, language: str) -> PartyFacts | None:
    return party_facts(reader.get(Party, row.lead.id), language) if row.lead else None
