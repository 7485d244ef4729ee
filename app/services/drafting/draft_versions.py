"""Verbs that begin a draft, say what it is called, and find the one that is open."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.names import Names, in_language
from app.domain.rules import ProvisionRevision, RuleDocument, RuleVersion, VersionStatus
from app.services import rules
from app.services.drafting.draft_text import require_draft
from app.services.drafting.refusals import NoText
from app.services.version_drafts import open_draft
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace

__all__ = ["DraftProspect", "begin", "describe", "list_open", "look_for_draft", "withdraw"]

withdraw = rules.withdraw_draft


@dataclass(frozen=True)
class DraftProspect:
    """Whether a draft of rules is open, or one could be begun.

    Attributes:
        version_id: The draft that is open; ``None`` if there is none.
        label: How it is called; of a new one, how it might be.
        title: How the rules are called.
        can_begin: Whether there is a text that a new version could change.
    """

    version_id: UUID | None
    label: str
    title: str
    can_begin: bool


def look_for_draft(
    workspace: Workspace, *, document_id: UUID, language: str = "en"
) -> DraftProspect:
    """Return the draft of rules that is open, or how a new one would be called."""
    with workspace.read() as reader:
        document = reader.get(RuleDocument, document_id)
        title = in_language(document.titles, language)
        versions = reader.find(RuleVersion, document_id=document_id)
        open_one = next((row for row in versions if row.status is VersionStatus.DRAFT), None)
        standing = reader.first(ProvisionRevision, document_id=document_id, v_to=None)
        if open_one is not None:
            return DraftProspect(open_one.id, open_one.label, title, can_begin=False)
        latest = max(versions, key=lambda row: row.number, default=None)
        label = _next_label(latest.label) if latest is not None else ""
        return DraftProspect(None, label, title, can_begin=standing is not None)


def list_open(workspace: Workspace, *, body_id: UUID | None) -> tuple[UUID, ...]:
    """Return the drafts of a body's rules that are open, the latest first."""
    if body_id is None:
        return ()
    with workspace.read() as reader:
        documents = {row.id for row in reader.find(RuleDocument, body_id=body_id)}
        drafts = reader.find(RuleVersion, status=VersionStatus.DRAFT)
        found = [row for row in drafts if row.document_id in documents]
        return tuple(row.id for row in sorted(found, key=lambda row: row.id, reverse=True))


def begin(
    workspace: Workspace, *, document_id: UUID, label: str, change_notes: Names | None = None
) -> ChangeSet:
    """Begin a draft that says what stands now; ``subject`` is its key.

    Raises:
        DraftPending: if another draft is open.
        NoText: if the workspace holds no text that it could change.
    """
    with workspace.write("Begin draft of rules") as work:
        document = work.get(RuleDocument, document_id)
        version = open_draft(
            work, document_id=document_id, label=label.strip(), provenance=document.provenance
        )
        if work.first(ProvisionRevision, document_id=document_id, v_to=None) is None:
            raise NoText(in_language(document.titles, "en"))
        version.change_notes = change_notes or {}
        return work.commit(subject=version.id)


def describe(workspace: Workspace, *, version_id: UUID, label: str) -> ChangeSet:
    """Give a draft another name."""
    with workspace.write("Rename draft of rules") as work:
        version = require_draft(work, version_id)
        version.label = label.strip()
        return work.commit(subject=version_id)


def _next_label(label: str) -> str:
    """Return the label after one: ``ver03.0`` after ``ver02.0``, ``1.1`` stays for a person."""
    digits = [at for at, sign in enumerate(label) if sign.isdigit()]
    if not digits:
        return ""
    end = digits[0]
    while end < len(label) and label[end].isdigit():
        end += 1
    first = label[digits[0] : end]
    rest = "".join("0" if sign.isdigit() else sign for sign in label[end:])
    return f"{label[: digits[0]]}{int(first) + 1:0{len(first)}d}{rest}"
