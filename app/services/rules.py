"""Verbs for rule documents: enter one, draft its text, adopt a version by a decision, read it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.domain.decision import ADOPTED_DECISIONS, Decision, TextStatus
from app.domain.errors import Misfortune
from app.domain.names import Names
from app.domain.provenance import Provenance
from app.domain.rules import (
    VERSION_LIFE,
    ProvisionRevision,
    RuleDocument,
    RuleVersion,
    VersionStatus,
)
from app.services import amendments, seals
from app.services.drafting.readiness import require_settled
from app.services.version_drafts import (
    DraftPending,
    next_number,
    open_draft,
    place_text,
    supersede_earlier,
)
from app.store.change_set import ChangeSet
from app.store.queries import rules as queries
from app.store.queries.rules import (
    AmendmentRow,
    ProvisionRow,
    RuleDocumentRow,
    VersionRow,
)
from app.store.workspace import Workspace
from app.texts.provision_draft import (
    ProvisionChange,
    ProvisionDraft,
    require_distinct,
)

__all__ = [
    "AmendmentRow",
    "DraftPending",
    "ProvisionRow",
    "RuleDocumentRow",
    "VersionRow",
    "adopt_version",
    "draft_changes",
    "draft_version",
    "enter_document",
    "find_by_code",
    "list_amendments",
    "list_documents",
    "list_versions",
    "read_in_force",
    "read_version",
    "record_version_without_text",
    "withdraw_draft",
]


class NotYetDecided(Misfortune):
    """A version was to be adopted by a decision that is not itself adopted."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"Decision {symbol or 'without a number'} is not adopted, so it cannot adopt rules.",
            "Adopt the decision first.",
        )


class TextStands(Misfortune):
    """A whole text was to be drafted of rules that have one."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"The rules {code} have a text already.",
            "Draft the new version as changes to it, so that each provision keeps its history.",
        )


def list_documents(
    workspace: Workspace, *, body_id: UUID | None = None, language: str = "en"
) -> tuple[RuleDocumentRow, ...]:
    """Return the rule documents of a body, or of the whole workspace."""
    with workspace.read() as reader:
        return queries.list_documents(reader, body_id=body_id, language=language)


def find_by_code(workspace: Workspace, *, code: str) -> UUID | None:
    """Return the key of the rule document with a code, or ``None``."""
    with workspace.read() as reader:
        document = reader.first(RuleDocument, code=code)
        return document.id if document else None


def list_versions(
    workspace: Workspace, *, document_id: UUID, language: str = "en"
) -> tuple[VersionRow, ...]:
    """Return the versions of a document, the earliest first."""
    with workspace.read() as reader:
        return queries.list_versions(reader, document_id=document_id, language=language)


def list_amendments(workspace: Workspace, *, document_id: UUID) -> tuple[AmendmentRow, ...]:
    """Return what every decision did to every provision."""
    with workspace.read() as reader:
        return queries.list_amendments(reader, document_id=document_id)


def read_version(
    workspace: Workspace, *, document_id: UUID, number: int, language: str = "en"
) -> tuple[ProvisionRow, ...]:
    """Return the text of a version; where a language is missing, the English text."""
    with workspace.read() as reader:
        return queries.read_version(
            reader, document_id=document_id, number=number, language=language
        )


def read_in_force(
    workspace: Workspace, *, document_id: UUID, on: date, language: str = "en"
) -> tuple[ProvisionRow, ...]:
    """Return the text in force on a day; nothing if no version was."""
    with workspace.read() as reader:
        number = queries.version_in_force(reader, document_id=document_id, on=on)
        if number is None:
            return ()
        return queries.read_version(
            reader, document_id=document_id, number=number, language=language
        )


def enter_document(workspace: Workspace, draft: RuleDocument) -> ChangeSet:
    """Enter a rule document, which has no text yet."""
    with workspace.write("Enter rule document") as work:
        document = work.add(draft.copied())
        return work.commit(subject=document.id)


def record_version_without_text(workspace: Workspace, draft: RuleVersion) -> ChangeSet:
    """Record an adopted version whose text the workspace does not hold, as it is not public."""
    with workspace.write("Record version of rules") as work:
        work.get(RuleDocument, draft.document_id)
        version = draft.copied()
        version.text_held = False
        version.number = next_number(work, draft.document_id)
        work.add(version)
        return work.commit(subject=version.id)


def draft_version(
    workspace: Workspace,
    *,
    document_id: UUID,
    label: str,
    provisions: tuple[ProvisionDraft, ...],
    statuses: Mapping[str, TextStatus],
    change_notes: Names | None = None,
    provenance: Provenance = Provenance.ORIGINAL,
) -> ChangeSet:
    """Draft the first text of a document.

    Args:
        workspace: The workspace.
        document_id: Which rule document.
        label: The version's label as printed.
        provisions: The text, as a tree.
        statuses: What authority each language has; languages that are not named are working texts.
        change_notes: What the document history says of this version.
        provenance: How far the text may be trusted.

    Raises:
        DoubleProvision: if two provisions have one identity.
        DraftPending: if another draft is open.
        TextStands: if the document has a text already.
    """
    require_distinct(provisions)
    with workspace.write("Draft rules") as work:
        version = open_draft(work, document_id=document_id, label=label, provenance=provenance)
        if work.first(ProvisionRevision, document_id=document_id, v_to=None) is not None:
            raise TextStands(work.get(RuleDocument, document_id).code)
        version.change_notes = change_notes or {}
        place_text(work, version=version, provisions=provisions, statuses=statuses)
        return work.commit(subject=version.id)


def draft_changes(
    workspace: Workspace,
    *,
    document_id: UUID,
    label: str,
    changes: tuple[ProvisionChange, ...],
    statuses: Mapping[str, TextStatus],
    change_notes: Names | None = None,
    provenance: Provenance = Provenance.ORIGINAL,
) -> ChangeSet:
    """Draft a new version as changes to the one before; every identity is kept.

    Raises:
        UnknownProvision: if a change names a provision that does not stand in the text.
        DraftPending: if another draft is open.
    """
    with workspace.write("Draft amendment of rules") as work:
        version = open_draft(work, document_id=document_id, label=label, provenance=provenance)
        version.change_notes = change_notes or {}
        amendments.apply(work, version=version, changes=changes, statuses=statuses)
        return work.commit(subject=version.id)


def withdraw_draft(workspace: Workspace, *, version_id: UUID) -> ChangeSet:
    """Withdraw a draft: the text stands again as it stood before.

    Raises:
        UnlawfulTransition: if the version is no draft.
    """
    with workspace.write("Withdraw draft of rules") as work:
        version = work.get(RuleVersion, version_id)
        VERSION_LIFE.require(version.status, VersionStatus.WITHDRAWN)
        amendments.take_back(work, version=version)
        version.status = VersionStatus.WITHDRAWN
        return work.commit(subject=version_id)


def adopt_version(
    workspace: Workspace, *, version_id: UUID, decision_id: UUID, in_force_from: date
) -> ChangeSet:
    """Adopt a draft by a decision: seal its texts, record what changed, supersede the last one.

    Raises:
        NotYetDecided: if the decision is not adopted.
        NotSettled: if proposals wait for a choice, or alternatives stand in brackets.
        UnlawfulTransition: if the version is no draft.
    """
    with workspace.write("Adopt rules") as work:
        version = work.get(RuleVersion, version_id)
        decision = work.get(Decision, decision_id)
        if decision.status not in ADOPTED_DECISIONS:
            raise NotYetDecided(decision.symbol or decision.temporary_symbol)
        VERSION_LIFE.require(version.status, VersionStatus.ADOPTED)
        require_settled(work, version)
        supersede_earlier(work, version=version, from_day=in_force_from)
        amendments.record(work, version=version, decision_id=decision_id)
        version.content_root = seals.seal_version(work, version, at=workspace.clock.now())
        version.decision_id = decision_id
        version.adopted_on = decision.taken_on
        version.in_force_from = in_force_from
        version.status = VersionStatus.ADOPTED
        return work.commit(subject=version_id)
