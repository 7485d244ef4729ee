"""Makes a document of facts: template, markup, block tree."""

from dataclasses import replace

from app.documents.bilingual_facts import BilingualRulesFacts
from app.documents.facts import Facts, RulesFacts
from app.documents.kinds import DocumentKind
from app.documents.ordering import order_facts
from app.documents.printable import make_printable
from app.documents.side_by_side import lay_side_by_side
from app.documents.templates import Templates, shipped_templates
from app.domain.errors import Misfortune
from app.texts.blocks import Block, Document
from app.texts.markup import parse
from app.texts.walking import missing_facts


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
        templates: Where its template is looked for; those that come with JWG Desk by default.
        mark_facts: Mark the words that are values of a record, for a preview; only where
            ``templates`` is not given, which says so itself.

    Raises:
        FactsMissing: It is no draft, and has gaps.
        TemplateError: The template cannot be used.
        MarkupError: The template wrote something that is no document.
    """
    ordered = facts if original_of is None else order_facts(facts, holder=original_of)
    printed = make_printable(ordered)
    folder = templates or shipped_templates(mark_facts=mark_facts)
    name = folder.find(kind, language=language, body_code=body_code or printed.body.code)
    document = replace(
        _fill_in(folder, name, printed, is_original=original_of is not None),
        kind=kind.value,
        language=language,
        original_of=original_of or "",
        draft=draft,
    )
    missing = missing_facts(document)
    if missing and not draft:
        raise FactsMissing(kind, missing)
    return document


def _fill_in(templates: Templates, name: str, facts: Facts, *, is_original: bool) -> Document:
    original = facts.parties[0] if is_original else None
    markup = templates.fill_in(name, facts=facts, original=original)
    document = parse(markup, name=name, slots=_slots_of(facts))
    return replace(document, identifier=facts.id, symbol=facts.symbol or "")


def _slots_of(facts: Facts) -> dict[str, tuple[Block, ...]]:
    """Return the texts that reach the document as trees, and never through a template."""
    if isinstance(facts, RulesFacts):
        return {"provisions": facts.provisions}
    if isinstance(facts, BilingualRulesFacts):
        return {"columns": lay_side_by_side(facts.columns)}
    return {}
