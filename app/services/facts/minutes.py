"""The facts of agreed minutes and of a list of participants."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Literal, cast
from uuid import UUID

from app.documents.facts import (
    DecisionFacts,
    MinutesFacts,
    MinutesItemFacts,
    MinutesParagraphFacts,
    NextMeetingFacts,
    ParticipantsFacts,
    SignatoryFacts,
    SigningFacts,
)
from app.domain.errors import Misfortune
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.names import in_language, name_language
from app.services.facts.actions import action_facts
from app.services.facts.agenda import agenda_items
from app.services.facts.meetings import (
    NO_BODY,
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    party_facts,
    source_of,
)
from app.services.facts.names import name_of_signatory, tell
from app.services.facts.names_of_the_day import party_on
from app.services.facts.reviewed_actions import reviewed_actions
from app.store.queries.actions import list_for_meeting
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.decisions import DecisionRow
from app.store.queries.decisions import list_for_meeting as decisions_of
from app.store.queries.minutes import MinutesRow, ParagraphRow, SignatureRow, latest_minutes
from app.store.reader import Reader
from app.store.workspace import Workspace


class NoMinutes(Misfortune):
    """Minutes were asked for of a meeting that has none yet."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” has no minutes yet.", "Minutes can be saved once they are drafted."
        )


def minutes_facts(
    reader: Reader, workspace: Workspace, *, meeting_id: UUID, language: str
) -> MinutesFacts:
    """Return everything that the minutes of a meeting say.

    Raises:
        NoMinutes: if they are not drafted yet.
    """
    meeting = reader.get(Meeting, meeting_id)
    body = body_of(reader, meeting)
    minutes = latest_minutes(reader, meeting_id=meeting_id, language=language)
    if minutes is None:
        raise NoMinutes(in_language(meeting.titles, language))
    actions = list_for_meeting(
        reader, meeting_id=meeting_id, language=language, today=workspace.today()
    )
    signed = [signature for signature in minutes.signatures if signature.signed_on]
    own = {row.standard.value for row in minutes.paragraphs if row.standard}
    parties = parties_of(reader, meeting, language)
    return MinutesFacts(
        id=str(minutes.id),
        symbol=minutes.symbol or (f"{meeting.code}/MIN" if meeting.code else None),
        body=body_facts(body, language),
        meeting=meeting_facts(meeting, language),
        parties=parties,
        delegations=delegations_of(reader, meeting, language),
        basis=basis_of(reader, body, language),
        items=minutes_items(reader, minutes, meeting_id=meeting_id, language=language),
        actions=tuple(
            action_facts(reader, action, language=language, day=meeting.first_day, parties=parties)
            for action in actions
        ),
        reviewed=reviewed_actions(
            reader, meeting, language=language, parties=parties, today=workspace.today()
        ),
        agenda=agenda_items(reader, meeting_id=meeting_id, language=language),
        agenda_adopted=meeting.agenda_status in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED},
        next_meeting=_next_meeting(minutes),
        languages=tuple(name_language(tag) for tag in meeting.languages or ["en"]),
        language_tags=tuple(meeting.languages or ["en"]),
        signed_at=tell(signed[0].place, language) if signed else None,
        signed_on=signed[0].signed_on if signed else None,
        reconstructed_from=source_of(
            reader,
            provenance=minutes.provenance,
            entity="minutes",
            key=minutes.id,
            language=language,
        ),
        says=tuple(sorted(own)),
        signatories=tuple(
            _signatory(reader, each, language, meeting.first_day) for each in minutes.signatures
        ),
        signings=_signings(signed, language),
    )


def participants_facts(reader: Reader, *, meeting_id: UUID, language: str) -> ParticipantsFacts:
    """Return everything that the list of participants says, of an event without a body too."""
    meeting = reader.get(Meeting, meeting_id)
    body = body_facts(body_of(reader, meeting), language) if meeting.body_id else NO_BODY
    return ParticipantsFacts(
        id=f"participants-{meeting_id}",
        symbol=f"{meeting.code}/LIST" if meeting.code else None,
        body=body,
        meeting=meeting_facts(meeting, language),
        parties=parties_of(reader, meeting, language),
        delegations=delegations_of(reader, meeting, language),
        reconstructed_from=source_of(
            reader,
            provenance=meeting.provenance,
            entity="meeting",
            key=meeting_id,
            language=language,
        ),
    )


def minutes_items(
    reader: Reader, minutes: MinutesRow, *, meeting_id: UUID, language: str
) -> tuple[MinutesItemFacts, ...]:
    """Return the paragraphs under the agenda items they belong to, in their own order."""
    agenda = {row.id: row for row in list_agenda(reader, meeting_id=meeting_id, language=language)}
    decisions = {
        row.id: row for row in decisions_of(reader, meeting_id=meeting_id, language=language)
    }
    written = [row for row in minutes.paragraphs if row.text.strip()]
    grouped = groupby(written, key=lambda row: _top(agenda, row.agenda_item_id))
    return tuple(
        MinutesItemFacts(
            heading=item.title if item else "",
            agenda_item=str(item.id) if item else None,
            paragraphs=_nested(paragraphs, decisions),
        )
        for item, paragraphs in grouped
    )


def _top(agenda: dict[UUID, AgendaRow], item_id: UUID | None) -> AgendaRow | None:
    """Return the top-level item above an item: its title is the heading in the minutes."""
    item = agenda.get(item_id) if item_id else None
    while item is not None and item.parent_id is not None:
        item = agenda[item.parent_id]
    return item


def _nested(
    rows: Iterable[ParagraphRow], decisions: dict[UUID, DecisionRow]
) -> tuple[MinutesParagraphFacts, ...]:
    """Return points with their sub-points; what was decided in these is printed below them all."""
    points: list[MinutesParagraphFacts] = []
    for row in rows:
        paragraph = _paragraph(row, decisions)
        if row.level and points:
            above = points[-1]
            points[-1] = replace(
                above,
                below=(*above.below, replace(paragraph, decisions=())),
                decisions=above.decisions + paragraph.decisions,
            )
        else:
            points.append(paragraph)
    return tuple(points)


def _paragraph(row: ParagraphRow, decisions: dict[UUID, DecisionRow]) -> MinutesParagraphFacts:
    taken = [decisions[row.decision_id]] if row.decision_id in decisions else []
    return MinutesParagraphFacts(
        id=str(row.id),
        text=row.text,
        grade=cast('Literal["both-sides", "one-side", "noted"]', row.grade),
        decisions=tuple(_decision(decision, said=row.text) for decision in taken),
        confirmed=row.confirmed,
        standard=row.standard.value if row.standard else None,
    )


def _decision(decision: DecisionRow, *, said: str) -> DecisionFacts:
    """Return a decision; words that stand in the paragraph above it are not printed twice."""
    has_words = bool(decision.text) and decision.text.strip() not in said
    has_title = bool(decision.title) and not said.strip().startswith(decision.title.strip())
    return DecisionFacts(
        id=str(decision.id),
        symbol=decision.symbol or None,
        title=decision.title if has_title else None,
        text=decision.text if has_words else None,
    )


def _signatory(
    reader: Reader, row: SignatureRow, language: str, day: date | None
) -> SignatoryFacts:
    return SignatoryFacts(
        party=party_facts(party_on(reader, row.party.id, day), language),
        name=name_of_signatory(reader, row, language=language) or None,
        post=row.capacity or None,
        place=tell(row.place, language),
        signed_on=row.signed_on,
    )


def _signings(signed: list[SignatureRow], language: str) -> tuple[SigningFacts, ...]:
    """Return where and when it was signed, if not at one place and on one day."""
    found = dict.fromkeys((row.place, row.signed_on) for row in signed)
    if len(found) < 2:
        return ()
    return tuple(SigningFacts(place=tell(place, language), signed_on=on) for place, on in found)


def _next_meeting(minutes: MinutesRow) -> NextMeetingFacts | None:
    return NextMeetingFacts(date_words=minutes.next_meeting) if minutes.next_meeting else None
