"""The facts from which the minutes of a meeting are drafted before anybody has written them."""

from collections.abc import Iterable
from uuid import UUID

from app.documents.draft_facts import DraftPointFacts, MinutesDraftFacts
from app.documents.facts import ActionFacts, DecisionFacts, NextMeetingFacts, PartyFacts
from app.domain.action import ActionItem, ActionUpdate
from app.domain.decision import Decision, DecisionText
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    body_of,
    delegations_of,
    meeting_facts,
    parties_of,
    party_facts,
)
from app.services.facts.names_of_the_day import party_on
from app.services.minutes_outline import Sentence
from app.store.queries.follow_up import when
from app.store.queries.minutes import latest_edition
from app.store.reader import Reader


def draft_facts(
    reader: Reader,
    meeting: Meeting,
    sentences: Iterable[Sentence],
    *,
    language: str,
) -> MinutesDraftFacts:
    """Return what the sentences need to know, in one language.

    Raises:
        NoBody: if the meeting belongs to no body.
    """
    body = body_of(reader, meeting)
    before = reader.get(Meeting, meeting.predecessor_id) if meeting.predecessor_id else None
    host = meeting.host_party_id
    return MinutesDraftFacts(
        id=f"draft-{meeting.id}",
        symbol=None,
        body=body_facts(body, language),
        parties=parties_of(reader, meeting, language),
        meeting=meeting_facts(meeting, language),
        delegations=delegations_of(reader, meeting, language),
        points=tuple(_point(reader, meeting, each, language) for each in sentences),
        basis=basis_of(reader, body, language),
        host=_party(reader, host, meeting, language) if host else None,
        previous=meeting_facts(before, language) if before else None,
        next_meeting=_next_meeting(reader, meeting, language),
    )


def _point(reader: Reader, meeting: Meeting, sentence: Sentence, language: str) -> DraftPointFacts:
    side = sentence.party_id
    return DraftPointFacts(
        id=sentence.key,
        says=sentence.says,
        item=in_language(sentence.item.titles, language) or None if sentence.item else None,
        side=_party(reader, side, meeting, language) if side else None,
        decision=_decision(reader, sentence.decision, language) if sentence.decision else None,
        action=_action(reader, sentence.action, meeting, language) if sentence.action else None,
    )


def _decision(reader: Reader, decision: Decision, language: str) -> DecisionFacts:
    worded = reader.find(DecisionText, decision_id=decision.id)
    titles = {text.language: text.title for text in worded}
    return DecisionFacts(
        id=str(decision.id),
        symbol=decision.symbol,
        title=in_language(titles, language) or None,
    )


def _action(reader: Reader, action: ActionItem, meeting: Meeting, language: str) -> ActionFacts:
    side = action.party_id
    lines = reader.find(ActionUpdate, action_id=action.id)
    here = [line for line in lines if line.meeting_id == meeting.id]
    last = max(here or lines, key=when, default=None)
    return ActionFacts(
        id=str(action.id),
        code=action.code,
        text=in_language(action.texts, language),
        side=_party(reader, side, meeting, language) if side else None,
        reported=in_language(last.texts, language) or None if last else None,
    )


def _party(reader: Reader, party_id: UUID, meeting: Meeting, language: str) -> PartyFacts:
    return party_facts(party_on(reader, party_id, meeting.first_day), language)


def _next_meeting(reader: Reader, meeting: Meeting, language: str) -> NextMeetingFacts | None:
    """Return what is known: the meeting that follows, else what the minutes say of it."""
    following = reader.first(Meeting, predecessor_id=meeting.id)
    if following is not None:
        return NextMeetingFacts(
            ordinal=following.ordinal,
            place=in_language(following.places, language) or None,
            starts_on=following.first_day,
        )
    minutes = latest_edition(reader, meeting_id=meeting.id)
    words = in_language(minutes.next_meetings, language) if minutes else ""
    return NextMeetingFacts(date_words=words) if words else None
