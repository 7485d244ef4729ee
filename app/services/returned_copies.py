"""Verbs for copies that a person has changed: say what was changed, keep one in the workspace."""

from pathlib import Path
from uuid import UUID

from app.domain.issued import IssuedDocument
from app.services import attachments, disk
from app.services.hand_changes import HandChange, list_changes
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace

__all__ = ["HandChange", "compare", "take_back"]


def compare(
    workspace: Workspace, *, document_id: UUID, path: Path | None = None
) -> tuple[HandChange, ...]:
    """Return what a person changed in a document since JWG Desk made it.

    Args:
        workspace: The workspace.
        document_id: The document.
        path: The changed file; by default the one that came back, or where it was written.

    Raises:
        FileNotRead: The file cannot be read.
        NotAWordFile: It is no Word file.
    """
    from app.documents.word.words import read_words

    with workspace.read() as reader:
        record = reader.get(IssuedDocument, document_id)
        stored = attachments.read(reader, record.attachment_id)
        if path is None and record.returned_attachment_id is not None:
            changed = attachments.read(reader, record.returned_attachment_id)
        else:
            changed = disk.read_file(path or Path(record.written_to))
    return list_changes(
        read_words(stored, name=record.file_name), read_words(changed, name=record.file_name)
    )


def take_back(workspace: Workspace, *, document_id: UUID, path: Path) -> ChangeSet:
    """Keep a changed copy of a document in the workspace, beside what was sent.

    Raises:
        FileNotRead: The file cannot be read.
        NotAWordFile: It is no Word file.
    """
    from app.documents.word.words import read_words

    content = disk.read_file(path)
    read_words(content, name=path.name)
    with workspace.write("Keep returned copy") as work:
        record = work.get(IssuedDocument, document_id)
        kept = attachments.keep(work, content, file_name=path.name)
        record.returned_attachment_id = kept.id
        record.returned_on = workspace.today()
        return work.commit(subject=document_id)
