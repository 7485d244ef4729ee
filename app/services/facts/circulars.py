"""The facts of a circular: the text proposed, why, the clock, and what silence means."""

from uuid import UUID

from app.documents.letter_facts import CircularFacts, ClockRuleFacts
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.domain.rules import RuleVersion
from app.domain.source import Source, Statement
from app.domain.written_procedure import WrittenProcedure
from app.services.facts.clocks import clocks_at, is_zone, zones_of_body
from app.services.facts.decisions import paragraphs_of, seated_parties, wording_of_decision
from app.services.facts.letterheads import letterheads_of, our_side
from app.services.facts.meetings import body_facts
from app.services.facts.sides import sides_of
from app.store.reader import Reader


class NoProcedure(Misfortune):
    """A circular was asked for of a decision that is not sought in writing."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"There is no written procedure for the decision {symbol or 'without a number'}.",
            "Prepare one first: it says how long the period for objections is.",
        )


def circular_facts(reader: Reader, *, decision_id: UUID, language: str) -> CircularFacts:
    """Return everything that the circular of a written procedure says.

    Raises:
        NoProcedure: if the decision is not sought in writing.
    """
    decision = reader.get(Decision, decision_id)
    procedure = reader.first(WrittenProcedure, decision_id=decision_id)
    symbol = decision.symbol or decision.temporary_symbol
    if procedure is None:
        raise NoProcedure(symbol)
    body = reader.get(Body, decision.body_id)
    title, operative = wording_of_decision(reader, decision_id, language=language)
    day = procedure.circulated_at.date() if procedure.circulated_at else None
    parties = seated_parties(reader, body_id=body.id, day=day, language=language)
    first = (procedure.zone,) if is_zone(procedure.zone) else ()
    zones = tuple(dict.fromkeys(first + zones_of_body(reader, body_id=body.id, day=day)))
    return CircularFacts(
        id=str(procedure.id),
        symbol=symbol or None,
        body=body_facts(body, language),
        parties=parties,
        title=title,
        decision=symbol or None,
        proposed=paragraphs_of(in_language(procedure.texts, language)) or operative,
        sides=sides_of(
            reader,
            body_id=body.id,
            parties=parties,
            delegations=(),
            meeting_id=None,
            language=language,
        ),
        rule=_rule(reader, procedure),
        justification=_justification(reader, decision_id, language),
        circulated=clocks_at(procedure.circulated_at, zones),
        deadline=clocks_at(procedure.deadline_at, zones, is_end=True),
        affirmation_required=procedure.affirmation_required,
        effective_on=decision.effective_on,
        illustrative=decision.provenance is Provenance.ILLUSTRATIVE,
        letterheads=letterheads_of(reader, body_id=body.id, parties=parties, language=language),
        sender=our_side(reader, parties),
    )


def _rule(reader: Reader, procedure: WrittenProcedure) -> ClockRuleFacts:
    """Return the clock, with the words of the rule that a source states for it."""
    told = reader.first(
        Statement, entity="written_procedure", pk=str(procedure.id), field="clock_days"
    )
    source = (told.note or reader.get(Source, told.source_id).title) if told else ""
    return ClockRuleFacts(
        days=procedure.clock_days,
        counts=procedure.clock_counts.value,
        starts=procedure.clock_starts.value,
        quote=told.quote or None if told else None,
        source=source or procedure.rule_source or None,
    )


def _justification(reader: Reader, decision_id: UUID, language: str) -> str | None:
    """Return what a version of rules says of its changes, where the decision adopts one."""
    version = reader.first(RuleVersion, decision_id=decision_id)
    return in_language(version.change_notes, language) or None if version else None
