"""Refuses to issue a document that is not in order, and says what is wrong with it."""

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection, sections_of
from app.domain.errors import Misfortune
from app.services.checks.checklist import check_document, check_facts
from app.services.checks.results import Check, CheckKey, Outcome
from app.services.wanted import Wanted, compose
from app.store.workspace import Workspace
from app.texts.blocks import Document

_SHOWN = 8
_WORDS = {
    CheckKey.FACTS: "facts are missing",
    CheckKey.NAMES: "names differ from the delegation list",
    CheckKey.PARTY_ORDER: "the parties are in the wrong order",
    CheckKey.DECISIONS: "decisions are not numbered in order",
    CheckKey.ANNEXES: "annexes are missing",
    CheckKey.CONFIRMED: "paragraphs are not confirmed",
    CheckKey.LANGUAGES: "a language is not complete",
}


class NotReady(Misfortune):
    """A document was to be issued that is not in order.

    Attributes:
        failed: The checks that failed, with what they found.
    """

    def __init__(self, kind: DocumentKind, failed: tuple[Check, ...]) -> None:
        told = "; ".join(_tell(check) for check in failed)
        super().__init__(
            f"The {kind.words} cannot be issued yet: {told}.", "Mend this first, or save a draft."
        )
        self.kind = kind
        self.failed = failed


class SignaturesOmitted(Misfortune):
    """A document that is signed was to be issued without its signature block."""

    def __init__(self, kind: DocumentKind) -> None:
        super().__init__(
            f"The {kind.words} cannot be issued without the signature block: what cannot be signed"
            " is no original.",
            "Put the signature block back, or save a copy for readers.",
        )
        self.kind = kind


def require_ready(workspace: Workspace, document: Document, *, wanted: Wanted) -> None:
    """Check ``document``, which is the one that is ``wanted``.

    Raises:
        SignaturesOmitted: It is signed, and the signature block is left out.
        NotReady: A fact is missing or a check fails.
    """
    signatures = OptionalSection.SIGNATURES
    if signatures in wanted.omitted and signatures in sections_of(wanted.kind):
        raise SignaturesOmitted(wanted.kind)
    found = _look_through(workspace, document, wanted=wanted)
    failed = tuple(check for check in found if check.outcome is Outcome.FAILED)
    if failed:
        raise NotReady(wanted.kind, failed)


def look_through(workspace: Workspace, wanted: Wanted) -> tuple[Check, ...]:
    """Return what is in order and what is not in a document of any record.

    What it returns as failed is what keeps the document from being issued.

    Raises:
        Misfortune: The document cannot be made at all; as ``wanted.compose``.
    """
    return _look_through(workspace, compose(workspace, wanted).document, wanted=wanted)


def _look_through(workspace: Workspace, document: Document, *, wanted: Wanted) -> tuple[Check, ...]:
    if wanted.meeting_id is None:
        return (check_facts(document),)
    return check_document(
        workspace,
        document,
        meeting_id=wanted.meeting_id,
        kind=wanted.kind,
        original_of=wanted.original_of,
    )


def _tell(check: Check) -> str:
    named = [finding.what for finding in check.findings if finding.what]
    shown = ", ".join(named[:_SHOWN]) + ("…" if len(named) > _SHOWN else "")
    return f"{_WORDS[check.key]} ({shown})" if shown else _WORDS[check.key]
