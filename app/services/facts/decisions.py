"""The facts of a decision and of the register of all decisions of a body."""

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from app.documents.decision_facts import (
    ChairFacts,
    DecisionEntryFacts,
    DecisionPaperFacts,
    DecisionRegisterFacts,
    PositionFacts,
    RelationFacts,
)
from app.documents.decision_facts import Position as StoodAside
from app.documents.facts import PartyFacts
from app.domain.body import Body
from app.domain.decision import (
    ADOPTED_DECISIONS,
    Decision,
    DecisionPosition,
    DecisionRelation,
    DecisionText,
    Position,
)
from app.domain.meeting import Meeting
from app.domain.names import Untranslated, in_language
from app.domain.provenance import Provenance
from app.services.facts.meetings import (
    basis_of,
    body_facts,
    delegations_of,
    meeting_facts,
    party_facts,
    source_of,
)
from app.services.facts.names import tell
from app.services.facts.names_of_the_day import body_on, party_on
from app.store.queries.bodies import seats_on
from app.store.queries.decisions import DecisionRow, list_for_body
from app.store.reader import Reader


def decision_facts(reader: Reader, *, decision_id: UUID, language: str) -> DecisionPaperFacts:
    """Return everything that a decision says as a document of its own."""
    decision = reader.get(Decision, decision_id)
    body = body_on(reader, decision.body_id, decision.taken_on)
    meeting = reader.get(Meeting, decision.meeting_id) if decision.meeting_id else None
    titles, texts = _wordings(reader, decision_id)
    parties = seated_parties(reader, body_id=body.id, day=decision.taken_on, language=language)
    return DecisionPaperFacts(
        id=str(decision_id),
        symbol=decision.symbol or decision.temporary_symbol or None,
        body=body_facts(body, language),
        parties=parties,
        title=in_language(titles, language) or None,
        operative=paragraphs_of(in_language(texts, language)),
        channel=decision.channel.value,
        adopted=decision.status in ADOPTED_DECISIONS,
        chairs=_chairs(reader, meeting, parties, language),
        meeting=meeting_facts(meeting, language) if meeting else None,
        basis=basis_of(reader, body, language),
        relations=_relations(reader, decision_id, language),
        positions=_positions(reader, decision, language),
        taken_on=decision.taken_on,
        effective_on=decision.effective_on,
        place=in_language(meeting.places, language) or None if meeting else None,
        ad_referendum=decision.ad_referendum,
        confirmed_on=decision.confirmed_on,
        conditions=in_language(decision.conditions, language) or None,
        reconstructed_from=source_of(
            reader,
            provenance=decision.provenance,
            entity="decision",
            key=decision_id,
            language=language,
        ),
        illustrative=decision.provenance is Provenance.ILLUSTRATIVE,
        note=tell(decision.provenance_note, language),
    )


def register_facts(
    reader: Reader, *, body_id: UUID, language: str, today: date
) -> DecisionRegisterFacts:
    """Return the register of all decisions that a body has adopted."""
    body = reader.get(Body, body_id)
    rows = list_for_body(reader, body_id=body_id, language=language)
    return DecisionRegisterFacts(
        id=f"register-{body_id}",
        symbol=f"{body.code}/DECISIONS",
        body=body_facts(body, language),
        parties=seated_parties(reader, body_id=body_id, day=None, language=language),
        as_of=today,
        decisions=tuple(
            _entry(reader, row, language) for row in rows if row.status in ADOPTED_DECISIONS
        ),
    )


def seated_parties(
    reader: Reader, *, body_id: UUID, day: date | None, language: str
) -> tuple[PartyFacts, ...]:
    """Return the parties of a body on a day, in the order of their seats."""
    seats = seats_on(reader, body_id=body_id, day=day)
    named = dict.fromkeys(seat.party_id for seat in seats)
    return tuple(party_facts(party_on(reader, party_id, day), language) for party_id in named)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each in its language; an empty line is none."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if isinstance(text, Untranslated):
        return tuple(Untranslated(line, text.language) for line in lines)
    return lines


def wording_of_decision(
    reader: Reader, decision_id: UUID, *, language: str
) -> tuple[str | None, tuple[str, ...]]:
    """Return the title and the paragraphs of a decision."""
    titles, texts = _wordings(reader, decision_id)
    return in_language(titles, language) or None, paragraphs_of(in_language(texts, language))


def _wordings(reader: Reader, decision_id: UUID) -> tuple[Mapping[str, str], Mapping[str, str]]:
    found = reader.find(DecisionText, decision_id=decision_id)
    return (
        {text.language: text.title for text in found},
        {text.language: text.text for text in found},
    )


def _chairs(
    reader: Reader, meeting: Meeting | None, parties: tuple[PartyFacts, ...], language: str
) -> tuple[ChairFacts, ...]:
    """Return who signs: of a decision in a meeting its heads of delegation."""
    delegations = delegations_of(reader, meeting, language) if meeting else ()
    heads = {each.party.code: each.head for each in delegations if each.head}
    chairs = []
    for party in parties:
        head = heads.get(party.code)
        name, post = (head.name, head.post) if head else (None, None)
        chairs.append(ChairFacts(party=party, name=name, post=post))
    return tuple(chairs)


def _relations(reader: Reader, decision_id: UUID, language: str) -> tuple[RelationFacts, ...]:
    related = []
    for relation in reader.find(DecisionRelation, decision_id=decision_id):
        other = reader.get(Decision, relation.other_id)
        title, _ = wording_of_decision(reader, other.id, language=language)
        related.append(
            RelationFacts(
                relation=relation.relation.value,
                symbol=other.symbol or other.temporary_symbol or None,
                title=title,
                taken_on=other.taken_on,
            )
        )
    return tuple(sorted(related, key=lambda each: (each.taken_on or date.min, each.symbol or "")))


def _positions(reader: Reader, decision: Decision, language: str) -> tuple[PositionFacts, ...]:
    """Return where the parties stood that did not simply agree."""
    return tuple(
        PositionFacts(
            party=party_facts(party_on(reader, stand.party_id, decision.taken_on), language),
            position=cast("StoodAside", stand.position.value),
            statement=in_language(stand.statements, language) or None,
        )
        for stand in reader.find(DecisionPosition, decision_id=decision.id)
        if stand.position is not Position.FOR
    )


def _entry(reader: Reader, row: DecisionRow, language: str) -> DecisionEntryFacts:
    decision = reader.get(Decision, row.id)
    meeting = reader.get(Meeting, row.meeting_id) if row.meeting_id else None
    return DecisionEntryFacts(
        id=str(row.id),
        symbol=row.symbol or None,
        title=row.title or None,
        status=row.status,
        channel=decision.channel.value,
        meeting=meeting_facts(meeting, language) if meeting else None,
        taken_on=row.taken_on,
        effective_on=decision.effective_on,
        adopts=row.rule_label or None,
        relations=_relations(reader, row.id, language),
        provenance=decision.provenance.value,
    )
