"""Which document is wanted: its kind, the record that it is made of, its language, whose original.

Saving, issuing and showing a document begin with the same question, so it is one value.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.domain.decision import Decision
from app.domain.delegation import Delegation
from app.domain.errors import Mistake
from app.domain.meeting import Meeting
from app.domain.rules import RuleDocument, RuleVersion
from app.services import record_documents, rule_documents
from app.services.composing import Finish
from app.services.word_files import ComposedDocument
from app.store.queries.bodies import seats_on
from app.store.reader import Reader
from app.store.workspace import Workspace

# Of these each side has its own: named first in it, and the one who writes a note.
_ONE_PER_SIDE = frozenset(
    {DocumentKind.AGREED_MINUTES, DocumentKind.NOTE_VERBALE, DocumentKind.PRESS_RELEASE}
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A document of one meeting, decision, version of rules or body; exactly one is given.

    Attributes:
        kind: Which document.
        language: In which language.
        original_of: The party whose original it is.
        meeting_id, decision_id, rule_version_id, body_id: What it is made of.
        omitted: What is left out; a section that its kind does not offer is not looked at.
        for_circulation: Whether a draft goes round for comments, with its lines counted and its
            changes tracked; ``None`` for what is usual of its kind. An issued document never does.
        beside: The second language of rules in two columns; ``None`` for the first other one.
        on: A day on which the version of rules was in force, to be named as the day of the text.
    """

    kind: DocumentKind
    language: str = "en"
    original_of: UUID | None = None
    meeting_id: UUID | None = None
    decision_id: UUID | None = None
    rule_version_id: UUID | None = None
    body_id: UUID | None = None
    omitted: frozenset[OptionalSection] = frozenset()
    for_circulation: bool | None = None
    beside: str | None = None
    on: date | None = None

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
    asked: dict[str, Any] = {
        "kind": wanted.kind,
        "language": wanted.language,
        "finish": Finish(omitted=wanted.omitted, for_circulation=wanted.for_circulation),
    }
    if wanted.meeting_id is not None:
        return record_documents.compose_for_meeting(
            workspace,
            meeting_id=wanted.meeting_id,
            original_of=wanted.original_of,
            beside=wanted.beside,
            **asked,
        )
    if wanted.decision_id is not None:
        return record_documents.compose_decision(
            workspace, decision_id=wanted.decision_id, original_of=wanted.original_of, **asked
        )
    if wanted.body_id is not None:
        return record_documents.compose_for_body(workspace, body_id=wanted.body_id, **asked)
    if wanted.rule_version_id is None:
        raise Mistake("A document is made of exactly one record.")
    return rule_documents.compose_version(
        workspace,
        version_id=wanted.rule_version_id,
        on=wanted.on,
        beside=wanted.beside,
        **asked,
    )


def list_originals(workspace: Workspace, wanted: Wanted) -> tuple[Wanted, ...]:
    """Return the document for each side that has an original of its own; else as it is wanted."""
    with workspace.read() as reader:
        holders = _holders(reader, wanted)
    return tuple(replace(wanted, original_of=party_id) for party_id in holders) or (wanted,)


def _holders(reader: Reader, wanted: Wanted) -> tuple[UUID, ...]:
    if wanted.decision_id is not None and wanted.kind is DocumentKind.DECISION:
        decision = reader.get(Decision, wanted.decision_id)
        seats = seats_on(reader, body_id=decision.body_id, day=decision.taken_on)
        return tuple(dict.fromkeys(seat.party_id for seat in seats))
    if wanted.meeting_id is None or wanted.kind not in _ONE_PER_SIDE:
        return ()
    opened = reader.find(Delegation, meeting_id=wanted.meeting_id)
    return tuple(row.party_id for row in sorted(opened, key=lambda row: row.seat))


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
