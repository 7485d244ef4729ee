"""Every document of the product times every original of it, made from fixed facts."""

from app.documents.compose import compose
from app.documents.facts import DelegationFacts
from app.documents.kinds import DocumentKind
from app.texts.blocks import Document
from tests.documents.facts_builders import (
    SIX,
    agenda_facts,
    complete_minutes_facts,
    minutes_facts,
    participants_facts,
    rules_facts,
)


def all_documents() -> dict[str, Document]:
    """Return the documents by name."""
    minutes = DocumentKind.AGREED_MINUTES
    documents = {
        f"{name}-{holder}": compose(kind, facts, original_of=holder)
        for holder in ("KR", "MN")
        for name, kind, facts in (
            ("agreed-minutes", minutes, minutes_facts()),
            ("participants", DocumentKind.PARTICIPANTS, participants_facts()),
            ("agenda", DocumentKind.AGENDA, agenda_facts()),
            ("rules", DocumentKind.RULES, rules_facts()),
        )
    }
    documents["agreed-minutes-issued"] = compose(
        minutes, complete_minutes_facts(), original_of="KR", draft=False
    )
    documents["agreed-minutes-six"] = compose(
        minutes,
        minutes_facts(
            parties=SIX,
            delegations=tuple(DelegationFacts(id=each.code, party=each) for each in SIX),
        ),
        original_of="P4",
    )
    return documents
