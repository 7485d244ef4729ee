"""The facts of rules in two languages: one version, and its text as each language has it."""

from datetime import date
from uuid import UUID

from app.documents.bilingual_facts import BilingualRulesFacts, ColumnFacts
from app.domain.names import in_language, name_language
from app.domain.rules import RuleDocument
from app.services.facts.rules import rules_facts
from app.store.queries.rules import read_version
from app.store.reader import Reader


def bilingual_facts(
    reader: Reader,
    *,
    document_id: UUID,
    number: int,
    language: str,
    beside: str,
    text_of: date | None = None,
) -> BilingualRulesFacts:
    """Return a version of rules in ``language``, and ``beside`` it in another one.

    Raises:
        TextNotHeld: if the workspace does not hold its text.
    """
    document = reader.get(RuleDocument, document_id)
    own = rules_facts(
        reader, document_id=document_id, number=number, language=language, text_of=text_of
    )
    other = rules_facts(reader, document_id=document_id, number=number, language=beside)
    columns = tuple(
        ColumnFacts(
            language=tag,
            name=name_language(tag),
            title=in_language(document.titles, tag),
            authority=_authority(reader, document_id, number, tag),
            provisions=facts.provisions,
        )
        for tag, facts in ((language, own), (beside, other))
    )
    return BilingualRulesFacts(
        id=f"{own.id}-{language}-{beside}",
        symbol=own.symbol,
        title=own.title,
        body=own.body,
        parties=own.parties,
        version=own.version,
        columns=columns,
        text_of=text_of,
        illustrative=own.illustrative,
        notice=own.notice,
    )


def _authority(reader: Reader, document_id: UUID, number: int, language: str) -> str | None:
    """Return what the text in a language is, if all of it is the same: authentic, working."""
    rows = read_version(reader, document_id=document_id, number=number, language=language)
    found = {row.status for row in rows if row.language == language and row.status}
    return found.pop() if len(found) == 1 else None
