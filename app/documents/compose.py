"""Makes a document of facts: template, markup, block tree."""

from collections.abc import Collection
from dataclasses import replace

from app.documents.abridging import abridge
from app.documents.bilingual_facts import BilingualRulesFacts
from app.documents.facts import Facts, RulesFacts
from app.documents.kinds import DocumentKind
from app.documents.letter_facts import LetterFacts
from app.documents.optional_sections import OptionalSection, SectionsShown
from app.documents.ordering import order_facts
from app.documents.printable import make_printable
from app.documents.side_by_side import lay_side_by_side
from app.documents.templates import Templates, shipped_templates
from app.domain.errors import Misfortune
from app.texts.blocks import Block, Document
from app.texts.conformity import MarkupError
from app.texts.letterhead import Letterhead
from app.texts.markup import parse
from app.texts.walking import missing_facts

# Of these the first party is the sender, whether or not a holder was named.
_SENT_BY_FIRST = frozenset({DocumentKind.INVITATION, DocumentKind.NOTE_VERBALE})


class FactsMissing(Misfortune):
    """A document was to be issued although it still has gaps.

    Attributes:
        missing: What is to be confirmed.
    """

    def __init__(self, kind: DocumentKind, missing: tuple[str, ...]) -> None:
        super().__init__(
            f"The {kind.words} cannot be issued yet: {'; '.join(missing)}.",
            "Enter what is missing, or save a draft.",
        )
        self.kind = kind
        self.missing = missing


def compose(
    kind: DocumentKind,
    facts: Facts,
    *,
    language: str = "en",
    body_code: str | None = None,
    original_of: str | None = None,
    draft: bool = True,
    for_circulation: bool = False,
    omitted: Collection[OptionalSection] = (),
    templates: Templates | None = None,
    mark_facts: bool = False,
) -> Document:
    """Return the document that ``facts`` make.

    Args:
        kind: Which document.
        facts: Everything it says.
        language: The language of its wording.
        body_code: The body whose own template is used, if it has one; else that of the facts.
        original_of: Code of the party whose original it is: named first, signs on the left.
        draft: Print DRAFT across the pages and let gaps stand; an issued document has none.
        for_circulation: Count its lines, and have whoever changes it leave a trace; only a draft.
        omitted: What is left out of it, as far as a document of its kind can do without.
        templates: Where its template is looked for; those that come with JWG Desk by default.
        mark_facts: Mark the words that are values of a record, for a preview; only where
            ``templates`` is not given, which says so itself.

    Raises:
        FactsMissing: It is no draft, and has gaps.
        TemplateError: The template cannot be used.
        MarkupError: The template wrote something that is no document.
    """
    first = original_of or next((party.code for party in facts.parties), None)
    ordered = facts if first is None else order_facts(facts, holder=first)
    printed = _with_own_letterhead(make_printable(ordered), kind, has_holder=bool(original_of))
    folder = templates or shipped_templates(mark_facts=mark_facts)
    name = folder.find(kind, language=language, body_code=body_code or printed.body.code)
    sections = SectionsShown.without(omitted, of=kind)
    # What cannot be signed is a copy for readers, and does not call itself an original.
    is_original = original_of is not None and sections.signatures
    document = replace(
        _fill_in(
            folder, name, abridge(printed, sections), is_original=is_original, sections=sections
        ),
        kind=kind.value,
        language=language,
        original_of=original_of or "",
        draft=draft,
        for_circulation=for_circulation and draft,
        letterhead=_letterhead_of(printed),
    )
    missing = missing_facts(document)
    if missing and not draft:
        raise FactsMissing(kind, missing)
    return document


def _fill_in(
    templates: Templates, name: str, facts: Facts, *, is_original: bool, sections: SectionsShown
) -> Document:
    original = facts.parties[0] if is_original else None
    markup = templates.fill_in(name, facts=facts, original=original, sections=sections)
    try:
        document = parse(markup, name=name, slots=_slots_of(facts))
    except MarkupError as error:
        place, line = templates.find_line(
            name, error.line, facts=facts, original=original, sections=sections
        )
        raise MarkupError(error.problem, name=place, line=line) from error
    return replace(document, identifier=facts.id, symbol=facts.symbol or "")


def _with_own_letterhead(facts: Facts, kind: DocumentKind, *, has_holder: bool) -> Facts:
    """Return ``facts`` with the letterhead of the sender alone, so that templates know of it."""
    if not isinstance(facts, LetterFacts):
        return facts
    is_sent_by_first = has_holder or kind in _SENT_BY_FIRST
    sender = facts.parties[0] if is_sent_by_first and facts.parties else facts.sender
    own = (each for each in facts.letterheads if sender and each.party.code == sender.code)
    return replace(facts, letterheads=tuple(own))


def _letterhead_of(facts: Facts) -> Letterhead | None:
    if not isinstance(facts, LetterFacts) or not facts.letterheads:
        return None
    letterhead = facts.letterheads[0].letterhead
    # A line of nothing that can be printed is none.
    return replace(letterhead, lines=tuple(filter(None, letterhead.lines)))


def _slots_of(facts: Facts) -> dict[str, tuple[Block, ...]]:
    """Return the texts that reach the document as trees, and never through a template."""
    if isinstance(facts, RulesFacts):
        return {"provisions": facts.provisions}
    if isinstance(facts, BilingualRulesFacts):
        return {"columns": lay_side_by_side(facts.columns)}
    return {}
