"""Every document of the product times its originals and languages, made from fixed facts."""

from dataclasses import replace

from app.documents.compose import compose
from app.documents.facts import DelegationFacts, Facts
from app.documents.kinds import DocumentKind
from app.documents.letter_facts import LetterFacts
from app.documents.optional_sections import OptionalSection
from app.texts.blocks import Document
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import (
    SIX,
    agenda_facts,
    complete_minutes_facts,
    minutes_facts,
    participants_facts,
    rules_facts,
)
from tests.documents.language_samples import documents_in_languages
from tests.documents.letter_builders import with_letterheads

_FURTHER: tuple[tuple[DocumentKind, Facts], ...] = (
    (DocumentKind.SUMMARY_RECORD, further.summary_record_facts()),
    (DocumentKind.RUN_SHEET, further.run_sheet_facts()),
    (DocumentKind.INVITATION, further.invitation_facts()),
    (DocumentKind.NOTE_VERBALE, further.note_verbale_facts()),
    (DocumentKind.PRESS_RELEASE, further.press_release_facts()),
    (DocumentKind.ACTION_LIST, further.action_list_facts()),
    (DocumentKind.PROJECT_REVIEW, further.project_review_facts()),
    (DocumentKind.REMINDER, further.reminder_facts()),
    (DocumentKind.NAME_PLATES, further.cards_facts()),
    (DocumentKind.BADGES, further.cards_facts()),
    (DocumentKind.DECISION, further.decision_facts()),
    (DocumentKind.DECISION_REGISTER, further.register_facts()),
    (DocumentKind.CIRCULAR, further.circular_facts()),
    (DocumentKind.BILINGUAL_RULES, further.bilingual_facts()),
)


_LETTERS: tuple[tuple[DocumentKind, LetterFacts], ...] = (
    (DocumentKind.INVITATION, further.invitation_facts()),
    (DocumentKind.NOTE_VERBALE, further.note_verbale_facts()),
    (DocumentKind.PRESS_RELEASE, further.press_release_facts()),
    (DocumentKind.CIRCULAR, further.circular_facts()),
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
    for kind, facts in _FURTHER:
        for holder in ("KR", "MN"):
            documents[f"{kind.value}-{holder}"] = compose(kind, facts, original_of=holder)
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
    documents["agreed-minutes-for-comments"] = compose(
        minutes, minutes_facts(), original_of="MN", for_circulation=True
    )
    documents["agreed-minutes-abridged"] = compose(
        minutes,
        minutes_facts(),
        original_of="KR",
        omitted=(OptionalSection.OPENING, OptionalSection.SIGNATURES, OptionalSection.AGENDA),
    )
    for kind, facts in _LETTERS:
        documents[f"{kind.value}-with-letterhead"] = compose(
            kind, with_letterheads(facts), original_of="MN"
        )
    return documents | documents_in_languages()


def all_states() -> dict[str, Document]:
    """Return every document as it is issued, and as a draft that goes round for comments."""
    found: dict[str, Document] = {}
    for name, document in all_documents().items():
        found[f"{name}, issued"] = replace(document, draft=False, for_circulation=False)
        found[f"{name}, for comments"] = replace(document, draft=True, for_circulation=True)
    return found
