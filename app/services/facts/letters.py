"""The facts of invitations, notes verbales and joint press releases."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from app.documents.facts import MeetingFacts, NextMeetingFacts, PartyFacts
from app.documents.letter_facts import (
    InvitationFacts,
    NoteVerbaleFacts,
    PressReleaseFacts,
    RequestFacts,
    SideFacts,
)
from app.domain.decision import ADOPTED_DECISIONS
from app.domain.meeting import Meeting
from app.domain.names import in_language, name_language
from app.domain.preparation import PreparationTask
from app.services.facts.agenda import agenda_items
from app.services.facts.clocks import city_of, clocks_at, zones_of_meeting
from app.services.facts.letterheads import letterheads_of, our_side
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    party_facts,
    source_of,
)
from app.services.facts.names_of_the_day import party_on
from app.services.facts.sides import sides_of
from app.store.queries.decisions import list_for_meeting
from app.store.queries.minutes import latest_minutes
from app.store.reader import Reader

# How many days before a meeting committees of this kind ask for what they always need.
_USUAL_REQUESTS = (
    (RequestFacts(matter="agenda"), 35),
    (RequestFacts(matter="composition"), 28),
    (RequestFacts(matter="practical"), 28),
    (RequestFacts(matter="papers"), 14),
)


def invitation_facts(reader: Reader, *, meeting_id: UUID, language: str) -> InvitationFacts:
    """Return what the host writes to the other parties, with the days as they were planned."""
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    host = host_of(reader, meeting, language)
    parties = _first(parties_of(reader, meeting, language), host)
    zones = zones_of_meeting(reader, meeting)
    items = agenda_items(reader, meeting_id=meeting_id, language=language)
    return InvitationFacts(
        id=f"invitation-{meeting_id}",
        symbol=None,
        body=body_facts(body, language),
        parties=parties,
        meeting=announced(meeting, language),
        sides=_sides(reader, meeting, parties, language),
        host=host,
        starts=clocks_at(meeting.starts_at, zones),
        zones=tuple(city_of(zone) for zone in zones),
        languages=tuple(name_language(tag) for tag in meeting.languages or body.languages),
        requests=_requests(reader, meeting, language),
        items=tuple(item.title for item in items),
        basis=basis_of(reader, body, language),
        letterheads=letterheads_of(reader, body_id=body.id, parties=parties, language=language),
    )


def note_verbale_facts(reader: Reader, *, meeting_id: UUID, language: str) -> NoteVerbaleFacts:
    """Return what a ministry tells the embassies of the other parties; the host's by default."""
    meeting = reader.get(Meeting, meeting_id)
    host = host_of(reader, meeting, language)
    parties = _first(parties_of(reader, meeting, language), host)
    day = meeting.planned_starts_on or meeting.starts_on
    return NoteVerbaleFacts(
        id=f"note-verbale-{meeting_id}",
        symbol=None,
        body=body_facts(body_of(reader, meeting), language),
        parties=parties,
        meeting=announced(meeting, language),
        sides=_sides(reader, meeting, parties, language),
        delegations=delegations_of(reader, meeting, language),
        host=host,
        year=day.year if day else None,
        letterheads=letterheads_of(
            reader, body_id=meeting.body_id, parties=parties, language=language
        ),
    )


def press_release_facts(reader: Reader, *, meeting_id: UUID, language: str) -> PressReleaseFacts:
    """Return the shorter text for the public, from the record of the meeting."""
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    minutes = latest_minutes(reader, meeting_id=meeting_id, language=language)
    decisions = list_for_meeting(reader, meeting_id=meeting_id, language=language)
    items = agenda_items(reader, meeting_id=meeting_id, language=language)
    words = minutes.next_meeting if minutes else ""
    parties = parties_of(reader, meeting, language)
    return PressReleaseFacts(
        id=f"press-release-{meeting_id}",
        symbol=None,
        body=body_facts(body, language),
        parties=parties,
        meeting=meeting_facts(meeting, language),
        delegations=delegations_of(reader, meeting, language),
        basis=basis_of(reader, body, language),
        topics=tuple(item.title for item in items),
        paragraphs=tuple(each.text for each in minutes.paragraphs) if minutes else (),
        decisions=tuple(row.title for row in decisions if row.status in ADOPTED_DECISIONS),
        outcome=in_language(meeting.outcomes, language) or None,
        next_meeting=NextMeetingFacts(date_words=words) if words else None,
        reconstructed_from=source_of(
            reader,
            provenance=meeting.provenance,
            entity="meeting",
            key=meeting_id,
            language=language,
        ),
        letterheads=letterheads_of(reader, body_id=body.id, parties=parties, language=language),
        sender=our_side(reader, parties),
    )


def announced(meeting: Meeting, language: str) -> MeetingFacts:
    """Return a meeting on the days that were announced, which may not be those it was held on."""
    facts = meeting_facts(meeting, language)
    if meeting.planned_starts_on is None:
        return facts
    return replace(facts, starts_on=meeting.planned_starts_on, ends_on=meeting.planned_ends_on)


def host_of(reader: Reader, meeting: Meeting, language: str) -> PartyFacts | None:
    """Return the party that hosts a meeting."""
    if meeting.host_party_id is None:
        return None
    return party_facts(party_on(reader, meeting.host_party_id, meeting.first_day), language)


def _first(parties: tuple[PartyFacts, ...], host: PartyFacts | None) -> tuple[PartyFacts, ...]:
    """Return ``parties`` with the host before the others: it writes first."""
    if host is None:
        return parties
    return tuple(sorted(parties, key=lambda party: party.code != host.code))


def _sides(
    reader: Reader, meeting: Meeting, parties: tuple[PartyFacts, ...], language: str
) -> tuple[SideFacts, ...]:
    return sides_of(
        reader,
        body_id=body_of(reader, meeting).id,
        parties=parties,
        delegations=delegations_of(reader, meeting, language),
        meeting_id=meeting.id,
        language=language,
    )


def _requests(reader: Reader, meeting: Meeting, language: str) -> tuple[RequestFacts, ...]:
    """Return what the other side is asked for: the tasks entered, else what is usual."""
    day = meeting.planned_starts_on or meeting.starts_on
    tasks = [
        task
        for task in reader.find(PreparationTask, meeting_id=meeting.id)
        if task.party_id is not None and task.party_id != meeting.host_party_id
    ]
    if tasks:
        return tuple(
            RequestFacts(words=in_language(task.titles, language), by=task.due_on)
            for task in sorted(tasks, key=lambda task: (task.due_on or date.max, task.ordinal))
        )
    return tuple(
        replace(asked, by=day - timedelta(days=before) if day else None)
        for asked, before in _USUAL_REQUESTS
    )
