"""The documents that were made of the records: what, for whom, when, and where they were put."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.issued import IssuedDocument
from app.domain.party import Party
from app.domain.rules import RuleVersion
from app.store.reader import Reader


@dataclass(frozen=True)
class IssuedRow:
    """A document that was issued, or saved as a draft.

    Attributes:
        original_of: Code of the party whose original it is; empty if it is nobody's.
        written_to: Where on the disk it was put; empty if it is in the workspace alone.
        returned_on: The day on which a changed copy of it came back; ``None`` before.
    """

    id: UUID
    kind: str
    language: str
    original_of: str
    is_draft: bool
    issued_at: datetime
    file_name: str
    size: int
    sha256: str
    written_to: str
    returned_on: date | None


def list_for_meeting(reader: Reader, *, meeting_id: UUID) -> tuple[IssuedRow, ...]:
    """Return the documents made of a meeting's records, the latest first."""
    return _rows(reader, reader.find(IssuedDocument, meeting_id=meeting_id))


def list_for_decision(reader: Reader, *, decision_id: UUID) -> tuple[IssuedRow, ...]:
    """Return the documents made of a decision, the latest first."""
    return _rows(reader, reader.find(IssuedDocument, decision_id=decision_id))


def list_for_rules(reader: Reader, *, document_id: UUID) -> tuple[IssuedRow, ...]:
    """Return the documents made of the versions of rules, the latest first."""
    versions = reader.find(RuleVersion, document_id=document_id)
    found = [
        issued
        for version in versions
        for issued in reader.find(IssuedDocument, rule_version_id=version.id)
    ]
    return _rows(reader, found)


def list_for_body(reader: Reader, *, body_id: UUID) -> tuple[IssuedRow, ...]:
    """Return the documents made of a body's own records, of no meeting, the latest first."""
    none: dict[str, UUID | None] = dict.fromkeys(("meeting_id", "decision_id", "rule_version_id"))
    return _rows(reader, reader.find(IssuedDocument, body_id=body_id, **none))


def _rows(reader: Reader, found: Sequence[IssuedDocument]) -> tuple[IssuedRow, ...]:
    rows = [_row(reader, issued) for issued in found]
    return tuple(sorted(rows, key=lambda row: (row.issued_at, row.id.int), reverse=True))


def _row(reader: Reader, issued: IssuedDocument) -> IssuedRow:
    holder = reader.get(Party, issued.original_of_id).code if issued.original_of_id else ""
    return IssuedRow(
        id=issued.id,
        kind=issued.kind,
        language=issued.language,
        original_of=holder,
        is_draft=issued.is_draft,
        issued_at=issued.issued_at,
        file_name=issued.file_name,
        size=reader.get(Attachment, issued.attachment_id).size,
        sha256=issued.sha256,
        written_to=issued.written_to,
        returned_on=issued.returned_on,
    )
