"""Turns collected facts into a document with a file name: the last step of every verb."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.documents.facts import Facts
from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.domain.errors import Misfortune
from app.services import own_templates
from app.services.word_files import ComposedDocument, file_name
from app.store.workspace import Workspace
from app.texts.blocks import Document

# The template and Word libraries are imported when the first document is made, so that they do not
# keep the window waiting.


# The texts that the sides negotiate: of each of these a draft goes round for comments.
_CIRCULATED = frozenset(
    {
        DocumentKind.AGREED_MINUTES,
        DocumentKind.SUMMARY_RECORD,
        DocumentKind.DECISION,
        DocumentKind.RULES,
        DocumentKind.BILINGUAL_RULES,
    }
)


@dataclass(frozen=True, kw_only=True)
class Finish:
    """How a document is to come out, whatever it is made of.

    Attributes:
        omitted: What is left out of it.
        for_circulation: Whether a draft goes round for comments; ``None`` for what is usual.
    """

    omitted: frozenset[OptionalSection] = frozenset()
    for_circulation: bool | None = None


USUAL = Finish()


class NoOriginalFor(Misfortune):
    """An original was asked for a party that has no seat in the body."""

    def __init__(self, code: str, parties: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no original for {code}.", f"The parties are: {', '.join(parties)}."
        )


def can_circulate(kind: DocumentKind) -> bool:
    """Tell whether drafts of this kind usually go round for comments."""
    return DocumentKind(kind) in _CIRCULATED


def composed(
    workspace: Workspace,
    kind: DocumentKind,
    facts: Facts,
    name: str,
    *,
    language: str,
    original_of: str | None = None,
    draft: bool,
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Return the document that ``facts`` make, as a draft where they have gaps.

    Raises:
        NoOriginalFor: if it is to be the original of a party that it does not name.
    """
    _require_seat(facts, original_of)
    compose = partial(
        _compose,
        kind,
        facts,
        language=language,
        original_of=original_of,
        omitted=finish.omitted,
        for_circulation=_goes_round(kind, finish),
        own=own_templates.carried(workspace),
    )
    document = compose(draft=draft)
    whose = ""
    if original_of:
        note = kind is DocumentKind.NOTE_VERBALE
        whose = f"from {original_of}" if note else f"{original_of} original"
    return ComposedDocument(
        document,
        file_name(kind, name, whose, _language_part(kind, language), draft=document.draft),
        facts=facts,
        mark_facts=partial(compose, draft=document.draft, mark_facts=True),
    )


def _compose(
    kind: DocumentKind,
    facts: Facts,
    *,
    draft: bool,
    own: Mapping[str, str],
    mark_facts: bool = False,
    **asked: Any,
) -> Document:
    """Return the document; as a draft too where something is still to be confirmed."""
    from app.documents.compose import FactsMissing, compose
    from app.documents.templates import templates_with

    asked["templates"] = templates_with(own, mark_facts=mark_facts)
    try:
        return compose(kind, facts, draft=draft, **asked)
    except FactsMissing:
        return compose(kind, facts, draft=True, **asked)


def _goes_round(kind: DocumentKind, finish: Finish) -> bool:
    return can_circulate(kind) if finish.for_circulation is None else finish.for_circulation


def _language_part(kind: DocumentKind, language: str) -> str:
    """Return what tells a file from the English one; a text in two languages names both."""
    return "" if language == "en" or kind is DocumentKind.BILINGUAL_RULES else language


def _require_seat(facts: Facts, code: str | None) -> None:
    seats = tuple(party.code for party in facts.parties)
    if code is not None and code not in seats:
        raise NoOriginalFor(code, seats)
