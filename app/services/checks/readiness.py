"""Refuses to issue a document that is not in order, and says what is wrong with it."""

from app.documents.kinds import DocumentKind
from app.domain.errors import Misfortune
from app.services.checks.checklist import check_document, check_facts
from app.services.checks.results import Check, CheckKey, Outcome
from app.services.wanted import Wanted
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


def require_ready(workspace: Workspace, document: Document, *, wanted: Wanted) -> None:
    """Check ``document``, which is the one that is ``wanted``.

    Raises:
        NotReady: A fact is missing or a check fails.
    """
    found: tuple[Check, ...] = (check_facts(document),)
    if wanted.meeting_id is not None:
        found = check_document(
            workspace,
            document,
            meeting_id=wanted.meeting_id,
            kind=wanted.kind,
            original_of=wanted.original_of,
        )
    failed = tuple(check for check in found if check.outcome is Outcome.FAILED)
    if failed:
        raise NotReady(wanted.kind, failed)


def _tell(check: Check) -> str:
    named = [finding.what for finding in check.findings if finding.what]
    shown = ", ".join(named[:_SHOWN]) + ("…" if len(named) > _SHOWN else "")
    return f"{_WORDS[check.key]} ({shown})" if shown else _WORDS[check.key]
