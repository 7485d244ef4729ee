"""Verbs for documents that were issued or saved: list them with how they stand, put one out."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.domain.issued import IssuedDocument
from app.services import attachments, disk
from app.store.queries import issued as queries
from app.store.queries.issued import IssuedRow
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "IssuedRow",
    "KeptDocument",
    "KeptState",
    "list_for_body",
    "list_for_decision",
    "list_for_meeting",
    "list_for_rules",
    "put_out",
]

_READ_ONLY = 0o444


class KeptState(StrEnum):
    """How a kept document stands to the file on the disk."""

    AS_KEPT = "as-kept"
    CHANGED = "changed"
    MISSING = "missing"
    NOT_WRITTEN = "not-written"
    UNREADABLE = "unreadable"
    CAME_BACK = "came-back"


@dataclass(frozen=True)
class KeptDocument:
    """A document as it is kept, and how the file on the disk stands to it."""

    row: IssuedRow
    state: KeptState

    @property
    def path(self) -> Path | None:
        """Where it was written last."""
        return Path(self.row.written_to) if self.row.written_to else None


def list_for_meeting(workspace: Workspace, *, meeting_id: UUID) -> tuple[KeptDocument, ...]:
    """Return the documents that are kept of a meeting, the latest first."""
    return _list(workspace, lambda reader: queries.list_for_meeting(reader, meeting_id=meeting_id))


def list_for_decision(workspace: Workspace, *, decision_id: UUID) -> tuple[KeptDocument, ...]:
    """Return the documents that are kept of a decision, the latest first."""
    return _list(
        workspace, lambda reader: queries.list_for_decision(reader, decision_id=decision_id)
    )


def list_for_rules(workspace: Workspace, *, document_id: UUID) -> tuple[KeptDocument, ...]:
    """Return the documents that are kept of rules, of all their versions, the latest first."""
    return _list(workspace, lambda reader: queries.list_for_rules(reader, document_id=document_id))


def list_for_body(workspace: Workspace, *, body_id: UUID) -> tuple[KeptDocument, ...]:
    """Return the documents that are kept of a body and of no meeting, the latest first."""
    return _list(workspace, lambda reader: queries.list_for_body(reader, body_id=body_id))


def put_out(workspace: Workspace, *, document_id: UUID) -> Path:
    """Write the stored copy of a document where it can be looked at; return the path.

    It lies in a folder of its own for what is temporary and can only be read, so that nobody works
    on it by mistake.

    Raises:
        AttachmentDamaged: It is not what was stored.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        record = reader.get(IssuedDocument, document_id)
        content = attachments.read(reader, record.attachment_id)
    folder = Path(tempfile.mkdtemp(prefix="jwg-desk-"))
    path = disk.write_file(folder / record.file_name, content)
    path.chmod(_READ_ONLY)
    return path


def _list(
    workspace: Workspace, find: Callable[[Reader], tuple[IssuedRow, ...]]
) -> tuple[KeptDocument, ...]:
    with workspace.read() as reader:
        rows = find(reader)
    return tuple(KeptDocument(row, _look(row)) for row in rows)


def _look(row: IssuedRow) -> KeptState:
    """Return how the file stands to what is kept; a file that cannot be read is none of these."""
    if row.returned_on is not None:
        return KeptState.CAME_BACK
    if not row.written_to:
        return KeptState.NOT_WRITTEN
    path = Path(row.written_to)
    try:
        if not path.exists():
            return KeptState.MISSING
        content = path.read_bytes()
    except OSError:
        return KeptState.UNREADABLE
    same = attachments.hash_of(content) == row.sha256
    return KeptState.AS_KEPT if same else KeptState.CHANGED
