"""Which document is wanted: its kind, the record that it is made of, its language, whose original.

Saving, issuing and showing a document begin with the same question, so it is one value.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.decision import Decision
from app.domain.errors import Mistake
from app.domain.meeting import Meeting
from app.domain.rules import RuleDocument, RuleVersion
from app.services import record_documents, rule_documents
from app.services.word_files import ComposedDocument
from app.store.reader import Reader
from app.store.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A document of one meeting, decision, version of rules or body; exactly one is given."""

    kind: DocumentKind
    language: str = "en"
    original_of: UUID | None = None
    meeting_id: UUID | None = None
    decision_id: UUID | None = None
    rule_version_id: UUID | None = None
    body_id: UUID | None = None

    def __post_init__(self) -> None:
        given = (self.meeting_id, self.decision_id, self.rule_version_id, self.body_id)
        if sum(key is not None for key in given) != 1:
            raise Mistake("A document is made of exactly one record.")

    @property
    def fields(self) -> dict[str, Any]:
        """What an issued document records of it, the body aside."""
        return {
            "kind": DocumentKind(self.kind).value,
            "language": self.language,
            "original_of_id": self.original_of,
            "meeting_id": self.meeting_id,
            "decision_id": self.decision_id,
            "rule_version_id": self.rule_version_id,
        }


def compose(workspace: Workspace, wanted: Wanted) -> ComposedDocument:
    """Make the document that is wanted.

    Raises:
        Misfortune: The records are not enough for it; as the verbs of ``record_documents``.
    """
    asked: dict[str, Any] = {"kind": wanted.kind, "language": wanted.language}
    if wanted.meeting_id is not None:
        return record_documents.compose_for_meeting(
            workspace, meeting_id=wanted.meeting_id, original_of=wanted.original_of, **asked
        )
    if wanted.decision_id is not None:
        return record_documents.compose_decision(
            workspace, decision_id=wanted.decision_id, original_of=wanted.original_of, **asked
        )
    if wanted.body_id is not None:
        return record_documents.compose_for_body(workspace, body_id=wanted.body_id, **asked)
    with workspace.read() as reader:
        version = reader.get(RuleVersion, wanted.rule_version_id)
    return rule_documents.compose_rules(
        workspace,
        document_id=version.document_id,
        number=version.number,
        language=wanted.language,
    )


def body_of(reader: Reader, wanted: Wanted) -> UUID | None:
    """Return the body whose document it is."""
    if wanted.meeting_id is not None:
        return reader.get(Meeting, wanted.meeting_id).body_id
    if wanted.rule_version_id is not None:
        version = reader.get(RuleVersion, wanted.rule_version_id)
        return reader.get(RuleDocument, version.document_id).body_id
    if wanted.decision_id is not None:
        return reader.get(Decision, wanted.decision_id).body_id
    return wanted.body_id
